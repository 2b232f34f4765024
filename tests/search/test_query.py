"""Search from end to end: what is found, in which order, by which name, and what leaves no trace."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from members.choices import NameKind, SearchMatch
from members.models import Organisation, SearchPosting, SearchWord
from members.search import candidates, index, query
from tests.factories import make_member, make_organisation

NAMES = [
    ["Selvi Irmağı Eğitim Vakfı", ("Selvi River Education Foundation", "translation"), ("SIEV", "acronym")],
    ["Selvi Spor Kulübü", ("Cypress Sports Club", "translation"), ("Eski Selvi Ocağı", "former")],
    ["جمعية الأمل الخيرية", ("Hope Charity Association", "translation")],
    ["پژوهشکدهٔ می\u200cروند", ("Institute for Movement Studies", "translation")],
    ["Société d'Études Océaniques", ("SEO", "acronym")],
    ["希望の森協会", ("Forest of Hope", "translation")],
    ["สมาคมแม่น้ำสีเขียว", ("Green River Society", "translation")],
    ["Łódź Straße Ærø Trust"],
    ["Надежда Севера"],
    ["희망나눔재단"],
    ["World Bank of Seeds"],
    ["Seeds Without Borders Network for the Mountain Villages of the North"],
    ["عبدالحميد للتعليم"],
    ["Munzur Doğa Derneği", ("Munzur Nature", "translation"), ("U.N.D.", "acronym")],
]


@pytest.fixture
def register(fill):
    organisations = fill(*NAMES)
    return {values[0]: organisation.pk for values, organisation in zip(NAMES, organisations, strict=True)}


@pytest.mark.parametrize(
    ("typed", "official", "matched", "how"),
    [
        ("Selvi Irmağı Eğitim Vakfı", NAMES[0][0], NAMES[0][0], "exact"),
        ("SELVİ IRMAĞI EĞİTİM VAKFI", NAMES[0][0], NAMES[0][0], "exact"),
        ("selvi irmagi egitim vakfi", NAMES[0][0], NAMES[0][0], "exact"),
        ("selvi river education foundation", NAMES[0][0], "Selvi River Education Foundation", "exact"),
        ("siev", NAMES[0][0], "SIEV", "exact"),
        ("eski selvi ocagi", NAMES[1][0], "Eski Selvi Ocağı", "exact"),
        ("Foundation Education River Selvi", NAMES[0][0], "Selvi River Education Foundation", "words"),
        ("Selvi Rivr Educaton Foundation", NAMES[0][0], "Selvi River Education Foundation", "spelling"),
        ("Selvi Education Foundation", NAMES[0][0], "Selvi River Education Foundation", "words"),
        ("selvi irm", NAMES[0][0], NAMES[0][0], "beginning"),
        ("cypress sp", NAMES[1][0], "Cypress Sports Club", "beginning"),
        ("club cypr", NAMES[1][0], "Cypress Sports Club", "words"),
        ("TR-0002", NAMES[1][0], NAMES[1][0], "number"),
        ("tr 2", NAMES[1][0], NAMES[1][0], "number"),
        ("TR0002", NAMES[1][0], NAMES[1][0], "number"),
        ("0002", NAMES[1][0], NAMES[1][0], "number"),
        ("جمعية الأمل الخيرية", NAMES[2][0], NAMES[2][0], "exact"),
        ("جمعیه امل الخیریه", NAMES[2][0], NAMES[2][0], "exact"),
        ("جَمْعِيَّة الأمـــل", NAMES[2][0], NAMES[2][0], "beginning"),
        ("jamiyat al-amal al-khayriya", NAMES[2][0], NAMES[2][0], "sound"),
        ("khayriya", NAMES[2][0], NAMES[2][0], "sound"),
        ("پژوهشکده میروند", NAMES[3][0], NAMES[3][0], "words"),
        ("پژوهشكده مي روند", NAMES[3][0], NAMES[3][0], "exact"),
        ("societe d etudes oceaniques", NAMES[4][0], NAMES[4][0], "exact"),
        ("Société d’Etudes", NAMES[4][0], NAMES[4][0], "beginning"),
        ("森協会", NAMES[5][0], NAMES[5][0], "words"),
        ("希望", NAMES[5][0], NAMES[5][0], "beginning"),
        ("แม่น้ำ", NAMES[6][0], NAMES[6][0], "words"),
        ("lodz strasse aero trust", NAMES[7][0], NAMES[7][0], "exact"),
        ("Nadezhda Severa", NAMES[8][0], NAMES[8][0], "sound"),
        ("надежда север", NAMES[8][0], NAMES[8][0], "beginning"),
        ("나눔재단", NAMES[9][0], NAMES[9][0], "words"),
        ("worldbank seeds", NAMES[10][0], NAMES[10][0], "words"),
        ("worldbank", NAMES[10][0], NAMES[10][0], "words"),
        ("seeds with out borders", NAMES[11][0], NAMES[11][0], "words"),
        ("عبد الحميد للتعليم", NAMES[12][0], NAMES[12][0], "exact"),
        ("UND", NAMES[13][0], "U.N.D.", "exact"),
        ("Munzru", NAMES[13][0], "Munzur Nature", "spelling"),
    ],
)  # fmt: skip
def test_finds_by_any_name_and_says_which(register, typed, official, matched, how):
    hit = query.find(typed).hits[0]
    assert (hit.organisation_id, hit.name, hit.how.value) == (register[official], matched, how)
    assert Organisation.objects.get(pk=hit.organisation_id).names.get(pk=hit.name_id).value == matched


def test_says_what_kind_of_name_it_was(register):
    assert query.find("eski selvi ocagi").hits[0].kind is NameKind.FORMER
    assert query.find("siev").hits[0].kind is NameKind.ACRONYM
    assert query.find("siev").hits[0].how is SearchMatch.EXACT


def test_the_exact_name_comes_first(fill):
    organisations = fill(
        ["Nehir Vakfı Dostları"], ["Yeni Nehir Vakfı"], ["Nehir Vakfi"], ["Nehir Vakıf"], ["Vakfı Nehir"]
    )
    hits = query.find("Nehir Vakfı").hits
    assert hits[0].organisation_id == organisations[2].pk
    assert hits[0].score == 1 > hits[1].score
    assert len(hits) == 5


def test_an_official_name_comes_before_the_same_former_one(fill):
    former, official = fill(["Başka Ad", ("Nehir", "former")], ["Nehir"])
    assert query.find("nehir").organisation_ids == [official.pk, former.pk]


def test_an_organisation_comes_once_however_many_of_its_names_match(fill):
    fill(["Nehir Vakfı", "Nehir Foundation", "Nehir Stiftung", ("Nehir", "former")])
    results = query.find("nehir")
    assert results.total == len(results.hits) == 1
    assert not results.is_capped


def test_of_names_that_compare_alike_the_one_that_was_typed_is_first(fill):
    bare, with_article = fill(["جامعة بيان"], ["جامعة البيان"])
    assert query.find("جامعة بيان").organisation_ids == [bare.pk, with_article.pk]
    assert query.find("جامعة البيان").organisation_ids == [with_article.pk, bare.pk]
    assert query.find("جامعة البي").organisation_ids[0] == with_article.pk


@pytest.mark.parametrize(
    "typed", ["جمعية الأمل ا", "جمعية الأمل ال", "جمعية الأمل الخ", "جمعية الأمل و", "جمعية الأمل وال"]
)
def test_an_article_half_typed_is_no_obstacle(fill, typed):
    organisation, _other, further = fill(["جمعية الأمل الخيرية"], ["جمعية النور"], ["جمعية الأمل والتعليم"])
    hits = query.find(typed).hits
    assert hits[0].organisation_id in {organisation.pk, further.pk}
    assert hits[0].how is SearchMatch.BEGINNING


@pytest.mark.parametrize(
    "typed", ["idcle", "dilce", "dicel", "ddicle", "xicle", "nruo", "naur", "nuor", "tour", "noux"]
)
def test_one_slip_is_found_wherever_it_is(fill, typed):
    fill(["Dicle Vakfı"], ["Nour Vakfı"], *[[f"Ada {at}"] for at in range(5)])
    expected = "Dicle Vakfı" if len(typed) > 4 else "Nour Vakfı"
    if typed == "nruo":
        expected = None
    names = [hit.name for hit in query.find(typed).hits]
    assert names[:1] == [expected] if expected else names == []


def test_a_slip_is_not_a_much_longer_word(fill):
    fill(["Corporate Vakfı"], ["Corporations Vakfı"])
    assert [hit.name for hit in query.find("corporak").hits] == ["Corporate Vakfı"]


def test_equal_hits_are_in_order_of_their_numbers(fill):
    organisations = fill(*[["Nehir Vakfı"]] * 5)
    assert query.find("nehir").organisation_ids == [organisation.pk for organisation in organisations]


def test_what_is_not_there_is_not_found(register):
    assert query.find("Zwxqjk Vbnmpl") == query.Results()
    assert query.find("FR-0002") == query.Results()


@pytest.mark.parametrize("nothing", ["", "—", "%", "_", "\\", "\x00", "\ud800", "😀", "'", '"'])
def test_nothing_asked_is_nothing_found(register, nothing):
    assert query.find(nothing) == query.Results()


def test_a_short_limit_says_that_there_is_more(fill):
    fill(*[[f"Nehir {name}"] for name in ("Ada", "Bağ", "Çam", "Dal", "Elma")])
    results = query.find("nehir", limit=2)
    assert (results.total, results.is_capped) == (2, True)
    assert query.find("nehir", limit=5).is_capped is False


def test_an_empty_register_answers(db):
    assert query.find("selvi") == query.Results()
    assert query.find("selvi", among=Organisation.objects.none()) == query.Results()
    assert query.find("selvi", among=Organisation.objects.listed()) == query.Results()


def test_a_restriction_loses_nothing_to_the_limit(fill):
    organisations = fill(*[[f"Nehir {at:03d}"] for at in range(150)])
    rare = Organisation.objects.filter(pk=organisations[-1].pk)
    results = query.find("nehir", among=rare, limit=3)
    assert results.organisation_ids == [organisations[-1].pk]
    assert not results.is_capped


@pytest.mark.parametrize("most_postings", [candidates.MOST_POSTINGS, 3])
def test_words_that_are_everywhere_find_short_names_first(fill, monkeypatch, most_postings):
    monkeypatch.setattr(candidates, "MOST_POSTINGS", most_postings)
    monkeypatch.setattr(candidates, "BUDGET", 3)
    fill(*[[f"Nehir Vakfı Şubesi {at}"] for at in range(20)], ["Nehir Vakfı"], ["Nehir Vakfı Ada"])
    SearchWord.objects.update(frequency=20)
    everything = Organisation.objects.all()
    for among in (None, everything, everything.filter(number__gte="TR-0021")):
        assert query.find("nehir vakfi şubesi", among=among).hits
        assert query.find("nehir", among=among, limit=5).hits[0].name == "Nehir Vakfı"
        assert query.find("neh", among=among, limit=5).hits[0].name == "Nehir Vakfı"


# -- hidden organisations -----------------------------------------------------------------------

ASKED = [
    "selvi", "sel", "selvi vakfi", "selvy vakfy", "gizli", "gizl", "gzili ocak", "s", "gizliocak", "ghizli",
    "TR-0002", "0002", "2", "ocak gizli selvi", "vakfi", "selvi gizli", "selvigizli", "الأمل", "al amal",
]  # fmt: skip


def answers() -> list[tuple]:
    found = []
    for typed in ASKED:
        results = query.find(typed, among=Organisation.objects.listed(), limit=3)
        found.append((typed, results.total, results.is_capped, [
            (hit.name, hit.number, hit.how, hit.kind, hit.score) for hit in results.hits
        ]))  # fmt: skip
    return found


@pytest.mark.parametrize("is_counted", [True, False])
def test_hidden_organisations_leave_no_trace(db, is_counted):
    for name in ("Selvi Vakfı", "Selvi Kulübü", "Selvin Ocağı", "Gizem Vakfı", "Selvi Vakfı Ankara"):
        make_member(name)
    if is_counted:
        index.refresh()
    without = answers()
    for name in (
        "Gizli Ocak",
        "Selvi",
        "Selvi Vakfı",
        "Gizli Selvi Vakfı",
        "Selvy",
        "Gizl",
        "الأمل",
        "Sel Vakfi",
    ):
        make_member(name, is_listed=False)
        make_organisation(name)
    if is_counted:
        index.refresh()
    for now, before in zip(answers(), without, strict=True):
        assert now == before
    assert query.find("gizli ocak").hits[0].name == "Gizli Ocak"


# -- whatever comes -----------------------------------------------------------------------------

HOSTILE = [
    "a", "the", "selvi\x00", "\ud800selvi", "%", "selvi%", "se_vi", "\\", "selvi' OR '1'='1",
    '"selvi" NEAR x*',
    "selvi; DROP TABLE members_searchword", "(a+)+$", "selvi " * 40_000, "x" * 200_000, "大" * 300, "ﷺ" * 300,
    " ".join(f"w{at}" for at in range(10_000)), "جمعية الأمل " * 50, "\u202eivles", "1" * 50,
    "%s %d {0} %(x)s",
    " ".join(["selvi", "irmagi", "egitim", "vakfi"] * 20), "misspeltt " * 20,
]  # fmt: skip


@pytest.mark.parametrize("typed", HOSTILE, ids=lambda typed: repr(typed[:20]))
def test_hostile_text_is_answered_with_few_statements(register, typed):
    with CaptureQueriesContext(
        connection,
    ) as statements:
        query.find(typed, among=Organisation.objects.filter(is_listed=True))
    assert len(statements) <= 5
    assert max((len(one["sql"]) for one in statements), default=0) < 200_000


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.text(st.one_of(st.characters(), st.sampled_from("selvi vakfı الأمل希望")), max_size=60))
def test_any_text_is_answered(register, typed):
    results = query.find(typed, among=Organisation.objects.all())
    assert all(0 < hit.score <= 1 for hit in results.hits)


def test_a_stale_posting_shows_no_organisation_outside(fill):
    seen, hidden = fill(["Nehir"], ["Nehir Ocağı"])
    SearchPosting.objects.filter(organisation=hidden).update(organisation=seen)
    assert query.find("nehir", among=Organisation.objects.filter(pk=seen.pk)).organisation_ids == [seen.pk]
