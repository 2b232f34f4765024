"""The demo register: complete, valid, and always the same."""

import datetime
from collections import Counter

import pytest
from django.db import transaction

from members import disclosure, markup
from members.choices import Audience, DecisionKind, HowEnded
from members.demo import build, steps
from members.demo.vocabulary import EPOCH, SITE_LANGUAGES
from members.models import (
    AuditEvent,
    Decision,
    FocusArea,
    Membership,
    MembershipClass,
    Objective,
    Organisation,
    OrganisationName,
    OrganisationText,
    Page,
    PageText,
    Person,
    Representative,
    Suspension,
    Union,
)
from members.search import query
from tests.conftest import seed_if_emptied

MODELS = [
    Union, MembershipClass, FocusArea, Organisation, OrganisationName, OrganisationText, Decision, Membership,
    Suspension, Representative, Page, PageText, Objective,
]  # fmt: skip


def content() -> list[tuple]:
    """Everything a reader can see, without the keys of the database."""
    rows = []
    for model in MODELS:
        plain = {field.name for field in model._meta.concrete_fields if not field.is_relation}
        fields = [name for name in disclosure.fields(model, "public") if name in plain and name != "id"]
        rows += [(model.__name__, *row) for row in model.objects.order_by("pk").values_list(*fields)]
    for relation in ("names__value", "focus_areas__slug", "works_in", "texts__summary", "merged_into__number",
                     "memberships__membership_class__slug", "representatives__starts_on"):  # fmt: skip
        rows += sorted(Organisation.objects.values_list("number", relation), key=str)
    return rows + list(Person.objects.named_publicly().order_by("pk").values_list("full_name", "latin_name"))


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    """What readers see of two loads, each into an empty register. The second one is there for all tests of
    this module, which therefore do without the `db` fixture."""
    with django_db_blocker.unblock():
        seed_if_emptied()
        with transaction.atomic():
            build.load()
            first = content()
            transaction.set_rollback(True)
        with transaction.atomic():
            build.load()
            yield first, content()
            transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _loaded(demo):
    pass


def test_two_loads_give_the_same_content(demo):
    first, second = demo
    assert len(first) > 5000
    assert first == second


def test_every_row_passes_its_own_validation_unchanged():
    """The bulk writes go past `full_clean`; nothing they write may differ from what a form would."""
    for model in (
        Organisation,
        OrganisationName,
        OrganisationText,
        Person,
        Representative,
        PageText,
        Objective,
        FocusArea,
    ):
        for row in model.objects.all():
            before = {field.attname: getattr(row, field.attname) for field in model._meta.concrete_fields}
            row.clean_fields()
            assert before == {name: getattr(row, name) for name in before}, row


def test_some_three_hundred_members_in_sixty_countries_and_many_scripts():
    members = Organisation.objects.members_on(EPOCH)
    assert 300 <= members.count() <= 330
    assert members.values("country").distinct().count() == 60
    scripts = set(OrganisationName.objects.official_now().values_list("script", flat=True))
    assert scripts == {
        "Latn", "Arab", "Cyrl", "Grek", "Geor", "Armn", "Hebr", "Deva", "Beng", "Taml", "Thai", "Hani",
        "Jpan", "Kore", "Ethi",
    }  # fmt: skip


def test_every_state_of_a_membership_occurs():
    statuses = Counter(Organisation.objects.with_status(EPOCH).values_list("status_on", flat=True))
    assert statuses["suspended"] >= 12
    assert statuses["former"] >= 20
    assert statuses["none"] >= 3
    endings = set(Membership.objects.exclude(how_ended="").values_list("how_ended", flat=True))
    assert endings == set(HowEnded.values)
    assert Membership.objects.filter(starts_on=None, ends_on=None).exists()
    assert Suspension.objects.exclude(lifted_by=None).exists()
    assert Decision.objects.filter(kind="readmission").exists()
    assert Membership.objects.exclude(barred_until=None).exists()
    assert Membership.objects.exclude(starts_on=None).earliest("starts_on").starts_on.year == 2001
    classes = set(Membership.objects.on(EPOCH).values_list("membership_class__slug", flat=True))
    assert classes == {"full", "observer", "associate"}


def test_some_are_not_listed_and_one_was_merged():
    assert Organisation.objects.members_on(EPOCH).filter(is_listed=False).exists()
    [merged] = Organisation.objects.exclude(merged_into=None)
    assert merged.merged_into.status_for(EPOCH) == "member"
    assert merged.status_for(EPOCH) == "former"


def test_mandates_are_past_present_future_vacant_public_and_sealed():
    mandates = Representative.objects.all()
    assert mandates.ended_before(EPOCH).exists()
    assert mandates.starting_after(EPOCH).count() >= 10
    assert mandates.filter(rank="alternate").exists()
    held = mandates.on(EPOCH).filter(function="head").values("organisation")
    once = mandates.ended_before(EPOCH).filter(function="head").values("organisation")
    vacant = Organisation.objects.members_on(EPOCH).filter(pk__in=once).exclude(pk__in=held)
    assert vacant.count() >= 5
    assert Person.objects.named_publicly().exists()
    sealed = Person.objects.filter(is_sealed=True)
    assert sealed.exists()
    assert not sealed.exclude(full_name="", email="").exists()
    assert not Person.history.filter(id__in=sealed).exclude(full_name="", latin_name="", email="").exists()


def test_every_membership_step_is_a_deed_on_record():
    assert AuditEvent.objects.filter(verb="admit").count() >= 330
    assert AuditEvent.objects.filter(verb="register").count() == Organisation.objects.count()


def test_focus_areas_union_and_classes_speak_all_languages():
    named = [*FocusArea.objects.all(), *MembershipClass.objects.all(), Union.objects.get()]
    assert 8 <= FocusArea.objects.count() <= 10
    for row in named:
        assert set(row.names) == set(SITE_LANGUAGES), row
        assert len({*row.names.values()}) > 5, row


def test_pages_are_there_in_their_languages():
    versions = {}
    for slug, number, language in PageText.objects.values_list("page__slug", "number", "language"):
        versions.setdefault((slug, number), set()).add(language)
    assert versions == {
        ("about", 1): set(SITE_LANGUAGES),
        ("statute", 1): {"en", "ar"},
        ("statute", 2): {"en", "ar", "fr", "tr"},
        ("rules", 1): {"en", "ar"},
        ("checks", 1): set(SITE_LANGUAGES),
    }
    for text in PageText.objects.all():
        assert not text.title.startswith("#")
        assert text.body.count("\n## ") >= 2
        assert text.published_on
        if text.page.kind in {"about", "checks"}:
            assert 130 <= len(text.body.split()) <= 260, text


def test_the_statute_has_the_same_chapters_and_articles_in_every_language():
    for number, chapters, articles in ((1, 4, 11), (2, 6, 27)):
        texts = PageText.objects.filter(page__slug="statute", number=number)
        for text in texts:
            contents = markup.rendered(text.body).contents
            assert [row.anchor for row in contents] == [f"ch-{n + 1}" for n in range(chapters)], text
            below = [row.anchor for heading in contents for row in heading.below]
            assert below == [f"art-{n + 1}" for n in range(articles)], text
            assert text.is_authentic == (text.language in {"en", "ar"})
            assert text.adopted_by.kind == "adoption"
            assert text.adopted_on == text.adopted_by.decided_on


def test_the_union_has_four_objectives_and_its_strategies_in_all_languages():
    assert Objective.objects.filter(kind="objective").count() == 4
    assert Objective.objects.filter(kind="strategy").count() == 4
    for row in Objective.objects.all():
        assert set(row.titles) == set(row.texts) == set(SITE_LANGUAGES), row
    union = Union.objects.get()
    assert (union.founded_year, union.contact_email.endswith(".example.org")) == (2001, True)


def test_names_of_people_and_places_are_of_example_org_and_reserved():
    for organisation in Organisation.objects.all():
        assert organisation.website.endswith(".example.org/")
        assert organisation.email.endswith(".example.org")
        assert not organisation.phone or organisation.country_id in {"GB", "FR", "DE"}
    assert not Person.objects.exclude(phone="").exists()
    assert Organisation.objects.exclude(phone="").filter(phone_audience=Audience.PUBLIC).exists()


def test_stress_cases_are_there():
    longest = max(OrganisationName.objects.values_list("value", flat=True), key=len)
    assert len(longest) > 140
    assert Organisation.objects.filter(city="Donaudampfschifffahrtsgesellschaft").exists()
    assert OrganisationName.objects.filter(value__contains="ABC", script="Arab").exists()
    assert OrganisationName.objects.filter(value__contains='"').filter(value__contains="'").exists()
    assert OrganisationName.objects.filter(value__contains="\u200c", kind="official").exists()
    assert OrganisationName.objects.filter(value="P").exists()


def test_search_finds_what_was_loaded():
    hits = query.find("نيم روز دشت").hits
    assert Organisation.objects.get(pk=hits[0].organisation_id).country_id == "IR"


def test_sessions_are_numbered_through():
    references = Decision.objects.order_by("pk").values_list("reference", flat=True)
    assert len(set(references)) == len(references)
    assert Decision.objects.latest("decided_on").decided_on <= EPOCH
    assert datetime.date(2001, 4, 15) <= Decision.objects.earliest("decided_on").decided_on


def test_every_kind_of_decision_has_its_verb():
    assert set(steps._STEPS) == set(DecisionKind) - {DecisionKind.ADOPTION}  # of a text, not a member
