"""Organisations with names, texts and focus areas."""

from collections.abc import Iterable, Mapping

from members.actions import organisations
from members.choices import OrganisationKind
from members.models import Country, FocusArea, Organisation, OrganisationText


def make_focus_area(slug: str = "education", **names: str) -> FocusArea:
    """The focus area of that slug, made if it is not there: `make_focus_area("education", tr="Eğitim")`."""
    names.setdefault("en", slug.replace("-", " ").capitalize())
    return FocusArea.objects.get_or_create(slug=slug, defaults={"names": names})[0]


def make_organisation(
    name: str = "Selvi Irmağı Eğitim Vakfı",
    *,
    country: str = "TR",
    language: str = "tr",
    names: Iterable[tuple[str, str, str]] = (),
    texts: Mapping[str, str | tuple[str, str]] | None = None,
    focus: Iterable[str] = (),
    works_in: Iterable[str] = (),
    kind: str = OrganisationKind.FOUNDATION,
    by=None,
    **facts,
) -> Organisation:
    """An organisation that is no member yet. `facts` are further fields.

    `names` are (value, kind, language); `texts` {language: summary or (summary, description)};
    `focus` slugs; `works_in` country codes.
    """
    organisation = organisations.register(
        country=Country.objects.get(pk=country), name=name, language=language, kind=kind, by=by, **facts
    )
    for value, name_kind, name_language in names:
        organisations.add_name(organisation, value=value, kind=name_kind, language=name_language, by=by)
    for text_language, said in (texts or {}).items():
        summary, description = (said, "") if isinstance(said, str) else said
        OrganisationText.objects.create(
            organisation=organisation, language=text_language, summary=summary, description=description
        )
    organisation.focus_areas.set([make_focus_area(slug) for slug in focus])
    organisation.works_in.set(Country.objects.filter(pk__in=list(works_in)))
    return Organisation.objects.get(pk=organisation.pk)
