"""Numbers of pages under a list."""

GAP = None
AROUND = 1


def numbers(current: int, last: int) -> list[int | None]:
    """The first page, the last, those around the current one, and a gap (None) where pages are left out.

    A gap never stands for a single page: 1 2 3 … 9, but 1 2 3 4 5.
    """
    shown = sorted({1, last, *range(max(1, current - AROUND), min(last, current + AROUND) + 1)})
    found: list[int | None] = []
    for before, page in zip([0, *shown], shown, strict=False):
        if page - before == 2:  # noqa: PLR2004
            found.append(page - 1)
        elif page - before > 2:  # noqa: PLR2004
            found.append(GAP)
        found.append(page)
    return found
