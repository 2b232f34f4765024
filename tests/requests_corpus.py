"""Requests that a reader, a robot or a prowler may send to the public site: for tests that replay them all.

`EXAMPLES` has the paths of every public route, as `members/policy.py` names them; a route without an example
fails `tests/views/test_two_worlds.py`. `{…}` are organisations of `tests.factories.register` by their state:
the path of the profile, and with `.number` the register number. Paths of `members:` stand under a language.
"""

import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from django.conf import settings
from django.utils.translation import override

from members.models import Organisation
from tests.factories import logo_address

SHOWN = ("full", "suspended", "former", "back", "bare", "long", "mixed", "quotes")
NOT_SHOWN = ("hidden", "applicant", "secret", "merged")
COUNTRIES = ("TR", "BA", "SN", "PK", "IR", "JO", "GB", "BT", "KI")
EXAMPLES: dict[str, list[str]] = {
    "neutral:home": ["/"],
    "neutral:organisation": [
        "/id/TR-9999",
        "/id/tr-0001/",
        *[f"/id/{{{state}.number}}" for state in SHOWN + NOT_SHOWN],
    ],
    "neutral:healthz": ["/healthz"],
    "neutral:readyz": ["/readyz"],
    "neutral:robots": ["/robots.txt"],
    "neutral:sitemap": ["/sitemap.xml"],
    "neutral:logo": [logo_address(), f"/logo/{'0' * 64}.png"],
    "members:home": ["/"],
    "members:directory": ["/members/", "/members/?sort=new", "/members/?page=2"],
    "members:organisation": ["/members/{full.number}/"],
    "members:organisation-detail": ["{full}?on=2014-01-01", *[f"{{{state}}}" for state in SHOWN]],
    "members:countries": ["/countries/", "/countries/?crop=142"],
    "members:country-detail": [f"/countries/{code}/" for code in COUNTRIES],
    "members:country-picture": ["/countries/TR/share.png", "/countries/BT/share.png"],
    "members:site-picture": ["/share.png"],
    "members:manifest": ["/manifest.webmanifest"],
    "members:about": ["/about/"],
    "members:page": ["/about/statute/"],
    "members:page-version": ["/about/statute/1/", "/about/statute/2/"],
    "members:new-members": ["/members/new.atom"],
    "members:sitemap": ["/sitemap.xml"],
    "members:sitemap-profiles": ["/sitemap-1.xml"],
}
# What leads elsewhere or nowhere, for the same reasons in every language.
ASTRAY = [
    "/nothing/", "/{hidden.number}", "/{full.number}/more/", "/media/logos/x.png", "/members/x/y/z/",
    "/members", "/members/TR-9999/", "/members/TR-9999/x/", "/members/{suspended.number}/wrong/",
    *[f"{{{state}}}" for state in NOT_SHOWN], *[f"/members/{{{state}.number}}/" for state in NOT_SHOWN],
    "/countries/tr/", "/countries/QQ/", "/countries/QQ/share.png", "/about/draft/", "/about/nothing/",
    "/about/statute/3/", "/sitemap-0.xml", "/sitemap-2.xml", f"/sitemap-{9**20}.xml",
]  # fmt: skip
# Values of parameters, of the directory and of none. `{private}` are texts that only one world has.
VALUES: dict[str, list[str]] = {
    "q": [
        "selvi", "vakfi", "egitm", "okul", "zq", "TR-0001", "tr 9", "BT-0001", "جمعية", "مؤسسة abc", "wadi",
        "druk phensum", "fale o tagata", "bwebwe", "Karaca", "Mert Yalın", "hidden", "", "{private}",
    ],
    "country": ["TR", "SN", "BA", "BT", "KI", "zz", "{private}"],
    "works_in": ["SN", "BT"],
    "region": ["145", "002", "034", "009"],
    "focus": ["education", "youth", "nothing"],
    "class": ["full", "observer", "secret"],
    "kind": ["foundation", "association"],
    "status": ["member", "suspended", "former", "none"],
    "since": ["2005-2009", "2005", "9999"],
    "name_lang": ["ar", "tr", "dz"],
    "on": ["2010-06-30", "2016-01-01", "2999-01-01"],
    "sort": ["name", "new", "country", "relevance", "email", "-note"],
    "page": ["1", "2", "3", "99"],
    "email": ["{private}"],
    "note": ["{private}"],
    "fields": ["email"],
    "format": ["json"],
}  # fmt: skip
LANGUAGES = [code for code, _name in settings.LANGUAGES]


@dataclass(frozen=True)
class Ask:
    """One request."""

    path: str
    method: str = "get"
    headers: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.method} {self.path} {dict(self.headers) or ''}"


class _State(str):
    """The path of a profile that knows the register number too."""

    def __new__(cls, row: Organisation):
        path = super().__new__(cls, row.get_absolute_url())
        path.number = row.number
        return path


def paths(
    register: Mapping[str, Organisation], templates: Iterable[str], language: str = ""
) -> Iterator[str]:
    """The paths of examples in a language, or under none."""
    with override(language or "en"):
        states = {state: _State(row) for state, row in register.items()}
    prefix = f"/{language}" if language else ""
    for template in templates:
        path = template.format_map(states)
        yield path if template.startswith("{") else prefix + path


def every_page(register: Mapping[str, Organisation]) -> list[str]:
    """Every example in every language, each once."""
    found = []
    for route, templates in EXAMPLES.items():
        for language in LANGUAGES if route.startswith("members:") else [""]:
            found += paths(register, templates, language)
    for language in ("en", "ar"):
        found += paths(register, ASTRAY, language)
    return list(dict.fromkeys(found))


def generated(register: Mapping[str, Organisation], *, private: list[str], lists: int) -> list[Ask]:
    """All examples and so many lists of the directory; of short paths each in three languages that a browser
    may ask for."""
    chance = random.Random(7)
    pages = every_page(register)
    pages += [f"/{chance.choice(LANGUAGES)}/members/{_query(chance, private)}" for _list in range(lists)]
    asks = []
    for path in pages:
        asks.append(Ask(path))
        if path.count("/") == 1:
            asks += [Ask(path, headers={"Accept-Language": language}) for language in ("ar", "id", "de")]
    return asks


def follow_ups(ask: Ask, etag: str) -> list[Ask]:
    """What caches ask about a page that they have, and about one that they have not."""
    known = [etag, f"W/{etag}", '"0", "1"', "*"]
    asks = [Ask(ask.path, headers={**ask.headers, "If-None-Match": value}) for value in known]
    return [Ask(ask.path, "head", ask.headers), *asks]


def _query(chance: random.Random, private: list[str]) -> str:
    names = [chance.choice(sorted(VALUES)) for _pair in range(chance.randint(1, 4))]
    values = [chance.choice(VALUES[name]).format(private=chance.choice(private)) for name in names]
    return "?" + "&".join(f"{name}={value}" for name, value in zip(names, values, strict=True))
