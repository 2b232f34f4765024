"""What the union says of itself, as far as published: its pages, and what its statute says it is for."""

from collections import Counter
from dataclasses import dataclass, field

from django.db.models import F, Func, JSONField, QuerySet, TextField, Value
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.translation import get_language

from members import text
from members.choices import PageKind
from members.models import Objective, PageText
from members.models.fields import in_language


@dataclass(frozen=True)
class PageTerm:
    """A page with a published version: what it is called, in the languages in which there is one."""

    slug: str
    kind: str
    titles: dict[str, str]
    is_only_one: bool = True

    @property
    def title(self) -> str:
        """In the page's language; without one, what pages of its kind are called."""
        label = str(PageKind(self.kind).label) if self.is_only_one else in_language(self.titles)[0]
        return self.titles.get(get_language()) or label

    @property
    def url(self) -> str:
        if self.kind == PageKind.ABOUT and self.is_only_one:
            return reverse("members:about")
        return reverse("members:page", args=[self.slug])

    @property
    def languages(self) -> list[str]:
        return list(self.titles)


@dataclass(frozen=True)
class Said:
    """A few words, and the language they are really in."""

    words: str
    language: str

    @property
    def is_foreign(self) -> bool:
        return bool(self.words) and self.language != get_language()

    @property
    def direction(self) -> str:
        return text.direction_of(self.words)


@dataclass(frozen=True)
class Aim:
    """An objective or a strategy."""

    titles: dict[str, str]
    texts: dict[str, str] = field(default_factory=dict)

    @property
    def heading(self) -> Said:
        return Said(*in_language(self.titles))

    @property
    def text(self) -> Said:
        return Said(*in_language(self.texts))


class Packed(Func):
    """Columns as one JSON object: Packed(kind="page__kind"). Django's own, JSONObject, would first ask each
    connection to SQLite in three queries whether it knows JSON."""

    function = "JSON_OBJECT"
    output_field = JSONField()

    def __init__(self, **columns):
        keys = [Cast(Value(key), TextField()) for key in columns]
        pairs = zip(keys, map(F, columns.values()), strict=True)
        super().__init__(*(expression for pair in pairs for expression in pair))

    def as_postgresql(self, compiler, connection, **extra):
        return self.as_sql(compiler, connection, function="JSONB_BUILD_OBJECT", **extra)


def page_rows(*rest) -> QuerySet:
    """Published texts without bodies, as rows of `register.current()`; `rest` fills its last columns."""
    facts = Packed(language="language", title="title", number="number", kind="page__kind")
    texts = PageText.objects.published().order_by()
    return texts.values_list(Value("page"), F("page__slug"), F("page__position"), facts, facts, *rest)


def objective_rows(*rest) -> QuerySet:
    rows = Objective.objects.order_by()
    return rows.values_list(Value("objective"), F("kind"), F("position"), F("titles"), F("texts"), *rest)


def pages(rows: list) -> dict[str, PageTerm]:
    """By slug, in the union's order; titles are those of the newest version in each language."""
    newest_last = sorted(rows, key=lambda row: (row[1], row[0], row[2]["number"]))
    titles, kinds = {}, {}
    for slug, _position, facts, *_rest in newest_last:
        titles.setdefault(slug, {})[facts["language"]] = facts["title"]
        kinds[slug] = facts["kind"]
    of_kind = Counter(kinds.values())
    return {slug: PageTerm(slug, kind, titles[slug], of_kind[kind] == 1) for slug, kind in kinds.items()}


def aims(rows: list, kind: str) -> list[Aim]:
    in_order = sorted((row for row in rows if row[0] == kind), key=lambda row: (row[1], str(row[2])))
    return [Aim(titles, texts) for _kind, _position, titles, texts, *_rest in in_order]
