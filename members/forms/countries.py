"""The parameter of the countries page: which part of the map. What is not understood is ignored and named."""

from dataclasses import dataclass

from django.http import QueryDict

from members import dotmap, text

# So many ignored parameters, of so many characters each, are named.
MOST_IGNORED, LONGEST_IGNORED = 8, 60


@dataclass(frozen=True)
class MapQuery:
    """`crop` is a region of M49 that the map can show, or empty for the world."""

    crop: str = ""
    ignored: tuple[str, ...] = ()

    @property
    def query_string(self) -> str:
        return f"?crop={self.crop}" if self.crop else ""


def parse(data: QueryDict) -> MapQuery:
    crop, ignored = "", []
    for name, values in data.lists():
        for value in values:
            if name == "crop" and value in dotmap.REGIONS:
                crop = value
            elif value.strip() and len(ignored) < MOST_IGNORED:
                ignored.append(_printable(f"{name}={value}") or "?")
    return MapQuery(crop, tuple(ignored))


def _printable(value: str) -> str:
    try:
        return text.normalise(value)[:LONGEST_IGNORED].strip()
    except text.TextError:
        return ""
