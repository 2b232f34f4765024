"""The parameter of the countries page."""

import pytest
from django.http import QueryDict

from members.forms import countries


@pytest.mark.parametrize(
    ("asked", "crop", "ignored"),
    [
        ("", "", ()),
        ("crop=142", "142", ()),
        ("crop=", "", ()),
        ("crop=145", "", ("crop=145",)),  # a subregion has no part of its own
        ("crop=zz&x=1", "", ("crop=zz", "x=1")),
        ("crop=zz&crop=002", "002", ("crop=zz",)),
        ("crop=142%20", "", ("crop=142",)),
        ("%01=2", "", ("?",)),
        ("x=" + "y" * 300, "", ("x=" + "y" * 58,)),
    ],
)
def test_parameters(asked, crop, ignored):
    query = countries.parse(QueryDict(asked))
    assert (query.crop, query.ignored) == (crop, ignored)
    assert query.query_string == (f"?crop={crop}" if crop else "")


def test_only_so_much_is_named():
    assert len(countries.parse(QueryDict("&".join(f"x{rank}=1" for rank in range(30)))).ignored) == 8
