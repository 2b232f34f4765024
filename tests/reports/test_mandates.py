"""Posts as the public sees them."""

import datetime

import pytest

from members.reports.mandates import Post, posts, terms
from tests import factories

pytestmark = pytest.mark.django_db
ON = datetime.date(2026, 6, 1)


def post(function: str, year: int = 2020, until: int | None = None, **facts) -> Post:
    ends_on = datetime.date(until, 1, 1) if until else None
    return Post(function, starts_on=datetime.date(year, 1, 1), ends_on=ends_on, **facts)


def shown(*held: Post) -> list[tuple[str, bool]]:
    return [(one.title, one.is_vacant) for one in posts(held, ON)]


def test_in_the_order_of_functions_and_ranks():
    assert shown(post("secretary"), post("delegate", rank="alternate"), post("delegate"), post("head")) == [
        ("Head of the organisation", False),
        ("Delegate to the union", False),
        ("Delegate to the union, alternate", False),
        ("Secretary", False),
    ]


def test_only_posts_that_every_member_fills_are_vacant():
    ended = [post(function, until=2025) for function in ("head", "delegate", "treasurer")]
    assert shown(*ended, post("head", until=2025, rank="alternate")) == [
        ("Head of the organisation", True),
        ("Delegate to the union", True),
    ]
    assert shown() == []


def test_the_last_day_belongs_to_the_term():
    last = Post("head", starts_on=datetime.date(2020, 1, 1), ends_on=ON)
    assert shown(last) == [("Head of the organisation", False)]
    assert last.is_held_on(ON + datetime.timedelta(days=1)) is False


def test_terms_are_asked_for_a_day(django_assert_num_queries):
    selvi = factories.make_member()
    factories.make_representative(selvi, "Elif Karaca", is_public=True, starts_on=datetime.date(2020, 1, 1))
    factories.make_representative(selvi, "Mert Yalın", function="head", starts_on=datetime.date(2030, 1, 1))
    with django_assert_num_queries(1):
        found = terms(selvi, ON)
    assert [(one.function, one.name) for one in found] == [("delegate", "Elif Karaca")]
    assert len(terms(selvi, datetime.date(2030, 1, 1))) == 2
