"""The union of the demo register: its names, classes, focus areas, objectives and pages."""

import datetime
from pathlib import Path

from members import audit, revision
from members.actions import decisions
from members.choices import DecisionBody, DecisionKind, ObjectiveKind, PageKind
from members.demo.vocabulary import DATA, table
from members.models import Decision, FocusArea, MembershipClass, Objective, Page, PageText, Union
from members.models.register import SINGLE

KINDS = (PageKind.ABOUT, PageKind.STATUTE, PageKind.RULES, PageKind.CHECKS)
# Versions of each kind with the day of their adoption by the General Assembly; None: nobody adopts it.
ADOPTED_ON = {
    PageKind.ABOUT: {1: None},
    PageKind.STATUTE: {1: datetime.date(2001, 4, 15), 2: datetime.date(2024, 10, 15)},
    PageKind.RULES: {1: datetime.date(2024, 10, 15)},
    PageKind.CHECKS: {1: None},
}
PUBLISHED_ON = datetime.date(2024, 11, 1)
AUTHENTIC = {"en", "ar"}
REASON = "Demo register"


def write_union() -> None:
    """Names and texts of the union, its further classes, its focus areas, its objectives and its pages."""
    facts = table("union")
    union = Union.objects.get(pk=SINGLE)
    for name in ("names", "taglines", "founded_year", "contact_email", "address"):
        setattr(union, name, facts[name])
    _save(union)
    for slug, options in facts["classes"].items():
        _save(MembershipClass(slug=slug, **options))
    for position, (slug, area) in enumerate(table("focus").items(), start=1):
        _save(FocusArea(slug=slug, names=area["names"], position=position))
    for kind in ObjectiveKind:
        for position, words in enumerate(table("objectives")[kind], start=1):
            _save(Objective(kind=kind, position=position, **words))
    for position, kind in enumerate(KINDS, start=1):
        _write_page(kind, position)
    revision.raised()


def _write_page(kind: PageKind, position: int) -> None:
    page = _save(Page(slug=kind.value, kind=kind, position=position))
    for number, adopted_on in ADOPTED_ON[kind].items():
        decision = _adoption(kind, adopted_on) if adopted_on else None
        for language, path in _files(kind, number):
            title, _blank, body = path.read_text(encoding="utf-8").partition("\n\n")
            _save(
                PageText(
                    page=page,
                    language=language,
                    number=number,
                    title=title.removeprefix("# "),
                    body=body.strip(),
                    is_authentic=kind == PageKind.STATUTE and language in AUTHENTIC,
                    adopted_on=adopted_on,
                    adopted_by=decision,
                    published_on=PUBLISHED_ON,
                )
            )


def _files(kind: PageKind, number: int) -> list[tuple[str, Path]]:
    """Languages and files of a version: `statute.1.fr.md`, or `statute.fr.md` for the newest."""
    is_newest = number == max(ADOPTED_ON[kind])
    name = kind.value if is_newest else f"{kind.value}.{number}"
    found = [(path.suffixes[-2].removeprefix("."), path) for path in (DATA / "pages").glob(f"{name}.*.md")]
    return sorted((language, path) for language, path in found if path.name == f"{name}.{language}.md")


def _adoption(kind: PageKind, on: datetime.date) -> Decision:
    return decisions.record(
        by=None,
        kind=DecisionKind.ADOPTION,
        decided_on=on,
        effective_on=on + datetime.timedelta(days=1),
        body=DecisionBody.ASSEMBLY,
        reference=f"A/{on.year}/{KINDS.index(kind)}",
        reasons="Adopted by the General Assembly.",
    )


def _save(row):
    row.full_clean()
    audit.because(row, by=None, reason=REASON)
    row.save()
    return row
