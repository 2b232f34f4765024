"""Answers of a large register that are kept until the next public change or the next day."""

import hashlib
from collections.abc import Callable

from django.core.cache import cache

from members.reports.selection import Selection

# With fewer organisations asking is quicker than a cache is worth.
KEPT_FROM = 5_000
KEPT_FOR = 24 * 60 * 60  # seconds; a new revision or a new day has a new key


def kept(what: str, selection: Selection, revision: int, make: Callable, is_large: Callable):
    """What `make` answers for a selection, or answered before. It depends on nothing that is private, nor on
    the language; `is_large` says of an answer whether keeping it is worth while."""
    ticks = sorted((facet, sorted(values)) for facet, values in selection.ticks.items() if values)
    digest = hashlib.sha256(repr(ticks).encode()).hexdigest()
    key = f"{what}:{revision}:{selection.on.isoformat()}:{digest}"
    answer = cache.get(key)
    if answer is None:
        answer = make()
        if is_large(answer):
            cache.set(key, answer, KEPT_FOR)
    return answer
