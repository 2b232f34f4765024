"""The order of names, as filed and as corrected after a change."""

import datetime
from array import array

import pytest

from members.actions import organisations
from members.models import Organisation
from members.reports import filed
from tests import factories

pytestmark = pytest.mark.django_db
TODAY = datetime.date.today()  # noqa: DTZ011 -- only compared with itself
RENAMED = datetime.date(2020, 1, 1)


def places() -> dict[int, int]:
    return {
        key: place
        for place, key in enumerate(Organisation.objects.order_by("pk").values_list("pk", flat=True))
    }


def titles(order, language="en", on=None) -> list[str]:
    keys = {place: key for key, place in places().items()}
    rows = Organisation.objects.with_names().in_bulk()
    return [rows[keys[place]].title for place in order]


@pytest.fixture
def rows():
    return [factories.make_member(name) for name in ("Zambak", "Badem", "Ceviz", "Akasya", "Badem")]


def rename(row, value: str) -> None:
    organisations.change_official_name(row, value=value, language="tr", on=RENAMED, by=None, reason="Letter.")


def test_by_name_and_the_older_first(rows):
    order = filed.order("en", TODAY, places())
    assert [rows[place].number for place in order] == ["TR-0004", "TR-0002", "TR-0005", "TR-0003", "TR-0001"]


def test_by_the_names_of_another_day(rows):
    rename(rows[3], "Zeytin")
    assert titles(filed.order("en", TODAY, places()))[-1] == "Zeytin"
    before = filed.order("en", RENAMED - datetime.timedelta(days=1), places())
    after = filed.order("en", RENAMED, places())
    assert (rows[before[0]].number, rows[after[-1]].number) == ("TR-0004", "TR-0004")


@pytest.mark.parametrize("new", ["Aa", "Badem", "Cc", "Zz"])
@pytest.mark.parametrize("changed", [[0], [3], [1, 4], [0, 1, 2, 3, 4]])
def test_a_corrected_order_is_the_order(rows, new, changed):
    before, keys = filed.order("en", TODAY, places()), array("q", [row.pk for row in rows])
    for at in changed:
        rename(rows[at], f"{new} {at}" if at else new)
    whom = {rows[at].pk for at in changed}
    assert filed.corrected(before, "en", whom, keys, places()) == filed.order("en", TODAY, places())


def test_a_correction_for_newcomers_and_for_those_who_are_gone(rows):
    before = filed.order("en", TODAY, places())
    new = factories.make_member("Bambu")
    keys = array("q", [*(row.pk for row in rows), new.pk])
    corrected = filed.corrected(before, "en", {new.pk, 10**9}, keys, places())
    assert corrected == filed.order("en", TODAY, places())
    assert filed.corrected(array("i"), "en", {new.pk}, keys, places()) == array("i", [5])


def test_two_queries_for_a_correction(rows, django_assert_num_queries):
    before, keys, known = filed.order("en", TODAY, places()), array("q", [row.pk for row in rows]), places()
    with django_assert_num_queries(2):
        filed.corrected(before, "en", {rows[0].pk}, keys, known)


def test_names_of_countries():
    in_order = sorted(["Ürdün", "Umman", "Çin", "Cezayir"], key=lambda name: filed.name_key(name, "tr"))
    assert in_order == ["Cezayir", "Çin", "Umman", "Ürdün"]
