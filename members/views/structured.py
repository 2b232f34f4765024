"""What each page says to search engines: nothing but what it shows to readers anyway, without a query."""

import datetime
from collections.abc import Iterable

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from members.models import Country, Organisation
from members.reports.profile import Profile
from members.reports.register import Register
from members.views.entries import Entry
from members.views.schema import SITE, UNION, absolute, known, named, numbered, thing, trail


def home(register: Register, name: str) -> list[dict]:
    """The union and its site."""
    front, search = reverse("members:home"), absolute(reverse("members:directory"))
    union = thing(
        "Organization",
        UNION,
        name=name,
        url=absolute(front),
        foundingDate=str(register.union.founded_year or ""),
        email=register.union.contact_email,
        sameAs=[register.union.website] if register.union.website else [],
        logo=_logo(register.union.logo) or absolute(static("img/icon-512.png")),
    )
    target = thing("EntryPoint", urlTemplate=f"{search}?q={{search_term_string}}")
    found = {"query-input": "required name=search_term_string"}
    site = thing(
        "WebSite",
        SITE,
        name=name,
        url=absolute(front),
        inLanguage=[code for code, _name in settings.LANGUAGES],
        publisher=known(UNION),
        potentialAction=thing("SearchAction", target=target, **found),
    )
    return [union, site]


def directory(view, entries: Iterable[Entry], *, first: int, total: int) -> list[dict]:
    """A page of the directory; `first` is the place of its first row in the whole list."""
    return [_collection(view, _rows(entries, first), total), _trail(_members())]


def country(view, country: Country, entries: Iterable[Entry], *, total: int) -> list[dict]:
    about = thing("Country", name=country.name, identifier=country.pk)
    page = _collection(view, _rows(entries), total, about=about)
    return [page, _trail(_countries(), (country.name, country.get_absolute_url()))]


def countries(view, shown: Iterable[Country], name: str, *, total: int) -> list[dict]:
    """The countries with members, of which there are `total`, and the register as a set of data."""
    rows = numbered([{"name": one.name, "url": absolute(one.get_absolute_url())} for one in shown])
    data = thing(
        "Dataset",
        name=_("Register of members: %(union)s") % {"union": name},
        description=_(
            "Names in all languages, country, type, focus areas and membership of every member organisation."
        ),
        url=absolute(reverse("members:directory")),
        creator=_union(name),
        inLanguage=[code for code, _name in settings.LANGUAGES],
        isAccessibleForFree=True,
        dateModified=_iso(view.register.changed_on),
    )
    return [_collection(view, rows, total), data, _trail(_countries())]


def profile(view, shown: Profile, entry: Entry, union: str) -> list[dict]:
    """The page of one organisation, and the organisation itself. Its newest day is one that it shows."""
    organisation, place = shown.organisation, shown.organisation.country
    days = [organisation.confirmed_on, organisation.checked_on, *(event.on for event in shown.history)]
    page = thing(
        "ProfilePage",
        organisation.get_absolute_url(),
        url=absolute(organisation.get_absolute_url()),
        name=view.title,
        inLanguage=get_language(),
        isPartOf=known(SITE),
        dateModified=_iso(max(filter(None, days), default=None)),
        mainEntity=_organisation(view, shown, entry, union),
    )
    here = (organisation.title or organisation.number, organisation.get_absolute_url())
    return [page, _trail(_members(), (place.name, place.get_absolute_url()), here)]


def _organisation(view, shown: Profile, entry: Entry, union: str) -> dict:
    organisation, official = shown.organisation, shown.organisation.official_name
    languages = {said.language for said in view.texts} | {official.language if official else ""}
    member = thing(
        "ProgramMembership", membershipNumber=organisation.number, hostingOrganization=_union(union)
    )
    return thing(
        "NGO",
        reverse("neutral:organisation", args=[organisation.number]),
        name=named(entry.title),
        legalName=named(official),
        alternateName=[named(name) for name in entry.names if name not in (entry.title, official)],
        identifier=_numbers(organisation),
        foundingDate=str(organisation.founded_year or ""),
        areaServed=[thing("Country", name=one.name, identifier=one.pk) for one in shown.works_in],
        knowsLanguage=sorted(languages - {""}),
        address=thing(
            "PostalAddress",
            addressCountry=organisation.country_id,
            addressLocality=organisation.city,
            streetAddress=organisation.public_address,
        ),
        logo=_logo(organisation.logo),
        sameAs=[view.website] if view.website else [],
        memberOf={} if view.is_former else member,
    )


def _logo(logo) -> str:
    return absolute(logo.url) if logo else ""


def _numbers(organisation: Organisation) -> list[dict]:
    numbers = [(_("Register number"), organisation.number)]
    if organisation.legal_number:
        numbers.append((organisation.legal_register or _("Legal number"), organisation.legal_number))
    return [thing("PropertyValue", propertyID=kind, value=number) for kind, number in numbers]


def _collection(view, items: list[dict], total: int, **facts) -> dict:
    """A page that is a list."""
    address = view.request.path + view.canonical
    return thing(
        "CollectionPage",
        address,
        url=absolute(address),
        name=view.title,
        description=view.description,
        inLanguage=get_language(),
        isPartOf=known(SITE),
        mainEntity=thing("ItemList", numberOfItems=total, itemListElement=items),
        **facts,
    )


def _rows(entries: Iterable[Entry], first: int = 1) -> list[dict]:
    rows = [
        {"name": named(entry.title), "url": absolute(entry.organisation.get_absolute_url())}
        for entry in entries
    ]
    return numbered(rows, first)


def _trail(*steps: tuple[str, str]) -> dict:
    return trail((_("Home"), reverse("members:home")), *steps)


def _members() -> tuple[str, str]:
    return (_("Members"), reverse("members:directory"))


def _countries() -> tuple[str, str]:
    return (_("Countries"), reverse("members:countries"))


def _union(name: str) -> dict:
    return thing("Organization", UNION, name=name)


def _iso(day: datetime.date | None) -> str:
    return day.isoformat() if day else ""
