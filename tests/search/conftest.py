"""Registers of a few invented names, written past the actions because search asks only for names."""

from collections.abc import Callable, Iterable

import pytest

from members.choices import NameKind
from members.models import Organisation, OrganisationName
from members.search import index


@pytest.fixture
def fill(db) -> Callable:
    """`fill(["Selvi Vakfı", ("SV", "acronym")], ["…"])`: an organisation a list, official name first."""

    def organisations(*lists: Iterable[str | tuple[str, str]]) -> list[Organisation]:
        begin = Organisation.objects.count()
        added = Organisation.objects.bulk_create(
            Organisation(number=f"TR-{begin + position:04d}", country_id="TR")
            for position in range(1, len(lists) + 1)
        )
        names = [name for one, values in zip(added, lists, strict=True) for name in named(one, values)]
        OrganisationName.objects.bulk_create(names)
        index.bulk_update(names)
        return added

    return organisations


def named(organisation: Organisation, values: Iterable[str | tuple[str, str]]) -> Iterable[OrganisationName]:
    for position, given in enumerate(values):
        value, kind = (given, NameKind.ALIAS) if isinstance(given, str) else given
        name = OrganisationName(
            organisation=organisation, value=value, kind=NameKind.OFFICIAL if position == 0 else kind
        )
        name.set_derived()
        yield name
