import io
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.core.management.base import CommandError

from members.actions import documents, people
from members.models import (
    Document,
    Filing,
    Membership,
    NumberSeries,
    Organisation,
    OrganisationName,
    Person,
    SearchPosting,
    SearchWord,
    Union,
)
from tests.factories import end, make_member, make_organisation, make_person, make_union_logo

pytestmark = pytest.mark.django_db
NAME = "Selvi Irmağı Eğitim Vakfı"


@pytest.fixture(autouse=True)
def _empty_uploads(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)


@pytest.fixture
def member():
    return make_member(NAME, names=[("SIEV", "acronym", "")])


def findings() -> list[str]:
    """The printed findings; the command has to fail, and to count them."""
    out = io.StringIO()
    with pytest.raises(CommandError) as failure:
        call_command("check_register", stdout=out)
    lines = out.getvalue().splitlines()
    assert failure.value.returncode == 1
    assert str(failure.value).startswith(f"{len(lines)} finding")
    return lines


def assert_in_order() -> None:
    out = io.StringIO()
    call_command("check_register", stdout=out)
    assert out.getvalue() == "The register is in order.\n"


def store_document(organisation, content=b"%PDF-1.7 statute") -> Document:
    document = Document(
        organisation=organisation,
        kind="statute",
        title="Statute of 2009",
        file=SimpleUploadedFile("statute.pdf", content),
    )
    documents.describe(document, by=None)
    document.save()
    return document


def test_a_register_in_order_has_no_findings(member):
    end(member)
    store_document(member)
    people.seal(make_person(), by=None, reason="At risk.")
    gone, kept = make_member("Taş Kuyu Derneği"), member
    end(gone)
    Organisation.objects.filter(pk=gone.pk).update(merged_into=kept)
    Organisation.objects.filter(pk=kept.pk).update(
        logo=default_storage.save("logos/here.png", ContentFile(b"x"))
    )
    assert_in_order()


def test_the_logo_of_the_union_belongs_to_it():
    make_union_logo()
    assert_in_order()
    default_storage.delete(Union.objects.get().logo.name)
    assert findings() == ["The file of the union's logo is missing."]


def test_an_empty_register_is_in_order():
    assert_in_order()


def test_no_current_official_name(member):
    OrganisationName.objects.filter(kind="official").update(valid_until="2020-01-01")
    assert findings() == ["TR-0001 has no current official name."]


def test_filed_under_another_name(member):
    Organisation.objects.update(sort_name="zzz")
    assert findings() == ["TR-0001 is filed under a name that is not its official one."]


@pytest.mark.parametrize(("field", "value"), [("skeleton", "x"), ("script", "Arab")])
def test_what_search_compares_is_out_of_date(member, field, value):
    OrganisationName.objects.filter(kind="acronym").update(**{field: value})
    assert findings() == ["TR-0001: what search compares is out of date for the name “SIEV”."]


def test_the_value_was_changed_past_the_actions(member):
    OrganisationName.objects.filter(kind="acronym").update(value="SIV")
    assert findings() == ["TR-0001: what search compares is out of date for the name “SIV”."]


def test_a_name_is_missing_in_the_search_index(member):
    SearchPosting.objects.filter(name__kind="acronym").delete()
    assert findings() == ["TR-0001: the search index is out of date for the name “SIEV”."]


def test_a_word_of_the_search_index_is_not_known(member):
    SearchWord.objects.filter(text="siev").delete()
    assert findings() == ["Search does not know the word “siev”; `manage.py reindex_search` mends it."]


def test_a_name_is_indexed_by_a_word_too_many_or_under_another_organisation(member):
    other = make_organisation("Taş Kuyu Derneği")
    SearchPosting.objects.filter(name__kind="acronym").update(organisation=other)
    SearchPosting.objects.create(word="siev", size=3, organisation=other, name=other.names.get())
    assert findings() == [
        "TR-0001: the search index is out of date for the name “SIEV”.",
        "TR-0002: the search index is out of date for the name “Taş Kuyu Derneği”.",
    ]


@pytest.mark.parametrize("deed", [lambda rows: rows.update(key=b"x"), lambda rows: rows.delete()])
def test_filed_in_a_wrong_place_of_the_alphabet(member, deed):
    make_organisation("Taş Kuyu Derneği")
    deed(Filing.objects.filter(organisation=member, language="tr"))
    assert findings() == ["TR-0001: its place in the alphabet is out of date."]


def test_a_series_is_behind_a_number_that_was_given(member):
    Organisation.objects.create(number="IR-0007", country_id="IR", sort_name="gol")
    OrganisationName.objects.create(
        organisation_id=Organisation.objects.latest("pk").pk, value="Gol", kind="official"
    )
    [finding, *_rest] = [line for line in findings() if "series" in line]
    assert finding == "IR-0007 was given, but the series of IR ends at IR-0000."
    assert NumberSeries.objects.get(pk="TR").last == 1


def test_a_merged_organisation_is_a_member_still(member):
    other = make_organisation("Taş Kuyu Derneği")
    Organisation.objects.filter(pk=member.pk).update(merged_into=other)
    assert findings() == ["TR-0001 was merged, but its membership goes on."]


def test_merged_in_a_circle(member):
    first, second = make_organisation("Taş Kuyu Derneği"), make_organisation("Ak Balıkçıl Derneği")
    Organisation.objects.filter(pk=first.pk).update(merged_into=second)
    Organisation.objects.filter(pk=second.pk).update(merged_into=first)
    assert findings() == ["TR-0002 was merged in a circle.", "TR-0003 was merged in a circle."]
    assert Membership.objects.count() == 1


def test_a_sealed_person_that_no_key_opens(settings):
    person = people.seal(make_person("Elif Karaca"), by=None, reason="At risk.")
    settings.SEALED_KEYS = ["HxAREhMUFRYXGBkaGxwdHh8AAQIDBAUGBwgJCgsMDQ4="]
    assert findings() == [f"Sealed person {person.pk} cannot be read with any key of SEALED_KEYS."]
    assert Person.objects.get().is_sealed


def test_a_document_whose_file_is_missing(member):
    document = store_document(member)
    default_storage.delete(document.file.name)
    assert findings() == [f"Document {document.pk} “Statute of 2009”: the file is missing."]


def test_a_document_whose_file_was_exchanged(member):
    document = store_document(member)
    Path(document.file.path).chmod(0o600)
    Path(document.file.path).write_bytes(b"%PDF-1.7 something else")
    assert findings() == [
        f"Document {document.pk} “Statute of 2009”: the file is not the one that was stored."
    ]


def test_a_logo_whose_file_is_missing(member):
    Organisation.objects.update(logo="logos/gone.png")
    assert findings() == ["TR-0001: the file of its logo is missing."]


def test_a_file_that_no_row_knows(member):
    store_document(member)
    default_storage.save("logos/stray.png", ContentFile(b"x"))
    assert findings() == ["The file logos/stray.png belongs to no row."]
