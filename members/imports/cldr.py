"""Names of countries and languages out of CLDR, read past Babel's cache.

Babel keeps every locale it opens whole; the three hundred that an import asks would take 250 MB.
"""

import pickle
from pathlib import Path

from babel import localedata


def identifiers() -> list[str]:
    """Languages, and languages with a script; regional variants seldom add a name."""
    return [
        identifier
        for identifier in localedata.locale_identifiers()
        if all(part.istitle() for part in identifier.split("_")[1:])
    ]


def section(identifier: str, name: str) -> dict[str, str]:
    """`territories` or `languages` of one locale: code to name."""
    with Path(localedata.resolve_locale_filename(identifier)).open("rb") as file:
        return pickle.load(file).get(name, {})  # noqa: S301 -- a file of the library itself
