"""Page numbers with gaps."""

import pytest

from members.views.pages import numbers


@pytest.mark.parametrize(
    ("current", "last", "shown"),
    [
        (1, 1, [1]),
        (1, 2, [1, 2]),
        (1, 9, [1, 2, None, 9]),
        (2, 9, [1, 2, 3, None, 9]),
        (3, 9, [1, 2, 3, 4, None, 9]),
        (4, 9, [1, 2, 3, 4, 5, None, 9]),
        (5, 9, [1, None, 4, 5, 6, None, 9]),
        (6, 9, [1, None, 5, 6, 7, 8, 9]),
        (9, 9, [1, None, 8, 9]),
        (3, 5, [1, 2, 3, 4, 5]),
    ],
)
def test_numbers(current, last, shown):
    assert numbers(current, last) == shown
