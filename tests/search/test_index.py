import threading

import pytest
from django.db import connection, transaction

from members.models import Organisation, OrganisationName, SearchPosting, SearchWord
from members.search import index, query
from tests.factories import make_member, make_organisation
from tests.search.conftest import named


def frequencies() -> dict[str, int]:
    return dict(SearchWord.objects.values_list("text", "frequency"))


def test_a_name_is_indexed_word_by_word(fill):
    [organisation] = fill(["Selvi Vakfı Selvi"])
    [name] = organisation.names.all()
    postings = SearchPosting.objects.order_by("word")
    assert [(row.word, row.size, row.name_id, row.organisation_id) for row in postings] == [
        ("selvi", 2, name.pk, organisation.pk),
        ("vakfi", 2, name.pk, organisation.pk),
    ]
    assert SearchWord.objects.get(text="vakfi").skeleton == "kf"
    assert [str(row) for row in postings] == [str(row) for row in SearchWord.objects.order_by("text")]


def test_known_words_are_not_learnt_again(fill):
    fill(["Selvi Vakfı"])
    fill(["Selvi Derneği"])
    assert sorted(SearchWord.objects.values_list("text", flat=True)) == ["dernegi", "selvi", "vakfi"]


def test_a_changed_name_is_indexed_anew_and_a_moved_one_with_its_organisation(fill):
    [organisation, other] = fill(["Selvi Vakfı"], ["Munzur"])
    name = organisation.names.get()
    name.value, name.organisation = "Çınar Derneği", other
    name.set_derived()
    OrganisationName.objects.filter(pk=name.pk).update(
        value=name.value, folded=name.folded, organisation=other, kind="alias"
    )
    index.update([name])
    assert not query.find("selvi").hits
    assert query.find("cinar").organisation_ids == [other.pk]


def test_a_deleted_name_takes_its_postings_along(fill):
    [organisation] = fill(["Selvi Vakfı"])
    organisation.names.all().delete()
    assert not SearchPosting.objects.exists()
    index.refresh()
    assert not SearchWord.objects.exists()


def test_a_name_without_words_is_no_obstacle(fill):
    fill(["★★"])
    assert index.bulk_update([]) == 0
    assert not SearchPosting.objects.exists()


def test_many_names_in_batches(fill, monkeypatch):
    monkeypatch.setattr(index, "BATCH", 3)
    fill(*[[f"Selvi {at}"] for at in range(10)])
    assert SearchPosting.objects.filter(word="selvi").count() == 10
    assert SearchWord.objects.filter(text="selvi").count() == 1


def test_only_listed_names_are_counted(db):
    make_member("Selvi Vakfı")
    make_member("Selvi Derneği", is_listed=False)
    make_organisation("Selvi Kulübü")
    assert set(frequencies().values()) == {0}
    index.refresh()
    assert frequencies() == {"selvi": 1, "vakfi": 1, "dernegi": 0, "kulubu": 0}
    Organisation.objects.update(is_listed=False)
    index.refresh()
    assert set(frequencies().values()) == {0}


def test_refresh_removes_doubles_and_learns_what_was_forgotten(fill):
    fill(["Selvi Vakfı"])
    SearchWord.objects.create(text="selvi", skeleton="sl")
    SearchWord.objects.filter(text="vakfi").delete()
    index.refresh()
    assert sorted(SearchWord.objects.values_list("text", flat=True)) == ["selvi", "vakfi"]


def test_rebuild_makes_everything_anew(fill):
    [organisation] = fill(["Selvi Vakfı", "Foundation"])
    SearchPosting.objects.all().delete()
    organisation.names.update(folded="wrong", skeleton="wrong")
    assert index.rebuild() == 2
    assert query.find("selvi vakfi").organisation_ids == [organisation.pk]
    assert organisation.names.get(value="Selvi Vakfı").skeleton == "sl kf"


@pytest.mark.django_db(transaction=True)
def test_two_writers_of_the_same_new_words_do_not_wait_for_one_another(committed):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has one writer at a time.")
    pair = [Organisation(number=f"TR-000{at}", country_id="TR") for at in (1, 2)]
    names = []
    for organisation, words in zip(
        Organisation.objects.bulk_create(pair), ("munzur ada", "ada munzur"), strict=True
    ):
        names += named(organisation, [words])
    OrganisationName.objects.bulk_create(names)

    def write_other():
        with transaction.atomic():
            index.update([names[1]])
        index.refresh()
        connection.close()

    with transaction.atomic():
        index.update([names[0]])
        other = threading.Thread(target=write_other)
        other.start()
        other.join(10)
        assert not other.is_alive()
    index.refresh()
    assert len(query.find("ada munzur").hits) == 2
    assert SearchWord.objects.filter(text="ada").count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_second_count_does_nothing_while_the_first_is_at_it(committed):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has one writer at a time.")
    SearchWord.objects.create(text="held", skeleton="hld")

    def count():
        index.refresh()
        connection.close()

    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [index.REFRESH_LOCK])
        other = threading.Thread(target=count)
        other.start()
        other.join(10)
        assert not other.is_alive()
        assert SearchWord.objects.filter(text="held").exists()
    index.refresh()
    assert not SearchWord.objects.exists()
