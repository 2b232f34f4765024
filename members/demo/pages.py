"""The union of the demo register: its names, classes, focus areas and pages."""

import datetime

from members import audit, revision
from members.demo.vocabulary import DATA, table
from members.models import FocusArea, MembershipClass, Page, PageText, Union
from members.models.register import SINGLE

PUBLISHED_ON = datetime.date(2024, 11, 1)
ADOPTED_ON = datetime.date(2024, 10, 15)
AUTHENTIC = {"en", "ar"}
REASON = "Demo register"


def write_union() -> None:
    """Names and texts of the union, its further classes, its focus areas and its pages."""
    facts = table("union")
    union = Union.objects.get(pk=SINGLE)
    for name in ("names", "taglines", "founded_year", "contact_email"):
        setattr(union, name, facts[name])
    _save(union)
    for slug, options in facts["classes"].items():
        _save(MembershipClass(slug=slug, **options))
    for position, (slug, area) in enumerate(table("focus").items(), start=1):
        _save(FocusArea(slug=slug, names=area["names"], position=position))
    for position, kind in enumerate(("about", "statute", "rules"), start=1):
        _write_page(kind, position)
    revision.raised()


def _write_page(kind: str, position: int) -> None:
    page = _save(Page(slug=kind, kind=kind, position=position))
    for path in sorted((DATA / "pages").glob(f"{kind}.*.md")):
        language = path.suffixes[0].removeprefix(".")
        title, _blank, body = path.read_text(encoding="utf-8").partition("\n\n")
        _save(
            PageText(
                page=page,
                language=language,
                title=title.removeprefix("# "),
                body=body.strip(),
                is_authentic=kind == "statute" and language in AUTHENTIC,
                adopted_on=None if kind == "about" else ADOPTED_ON,
                published_on=PUBLISHED_ON,
            )
        )


def _save(row):
    row.full_clean()
    audit.because(row, by=None, reason=REASON)
    row.save()
    return row
