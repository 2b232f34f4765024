"""The words of schema.org in which pages speak to search engines, and how they are written out."""

from django.conf import settings

from members.models import OrganisationName

# Things without a page of their own that several pages speak of.
UNION, SITE = "/#union", "/#site"


def absolute(path: str) -> str:
    return f"{settings.SITE_URL}{path}"


def thing(kind: str, identity: str = "", **facts) -> dict:
    """A thing of that kind; `identity` is the path by which other things speak of it. Facts that are not
    known are left out."""
    known = {name: value for name, value in facts.items() if value not in (None, "", [], {})}
    return {"@type": kind, **({"@id": absolute(identity)} if identity else {}), **known}


def known(identity: str) -> dict:
    """A thing that is described elsewhere."""
    return {"@id": absolute(identity)}


def named(name: OrganisationName | None) -> dict | str:
    """A name with its language, where that is known."""
    if name is None:
        return ""
    return {"@value": name.value, "@language": name.language} if name.language else name.value


def numbered(things: list[dict], first: int = 1) -> list[dict]:
    """Items of a list, each a dict of facts."""
    return [thing("ListItem", position=place, **facts) for place, facts in enumerate(things, first)]


def trail(*steps: tuple[str, str]) -> dict:
    """The way to a page from the front page: (name, path) of each step, the page last."""
    items = [{"name": name, "item": absolute(path)} for name, path in steps]
    return thing("BreadcrumbList", itemListElement=numbered(items))
