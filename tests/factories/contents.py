"""What the union says of itself: texts, objectives, a logo."""

import datetime
import hashlib
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from members import revision
from members.models import Decision, Objective, Page, PageText, Union
from members.models.logo import fitted

STATUTE = """\
First words of the statute.

## Chapter I. Name

### Article 1. Name

The name is **“Union”**.

## Chapter II. Members

### Article 2. Admission

1. One applies.
2. The Council decides, see [Article 1](#art-1).
"""


def make_text(
    slug: str = "statute",
    language: str = "en",
    number: int = 1,
    *,
    title: str = "Statute",
    body: str = STATUTE,
    kind: str = "",
    published_on: datetime.date | None = datetime.date(2024, 11, 1),
    adopted_by: Decision | None = None,
    **facts,
) -> PageText:
    """A version of a text, published unless told otherwise, and its page where there is none yet."""
    page, _is_new = Page.objects.get_or_create(slug=slug, defaults={"kind": kind or slug})
    text = PageText(
        page=page, language=language, number=number, title=title, body=body, adopted_by=adopted_by, **facts
    )
    text.published_on = published_on
    text.full_clean()
    text.save()
    revision.raised()
    return text


def make_objective(title: str = "Relief", kind: str = "objective", position: int = 1, **facts) -> Objective:
    objective = Objective(kind=kind, position=position, **{"titles": {"en": title}, **facts})
    objective.full_clean()
    objective.save()
    revision.raised()
    return objective


def make_picture(kind: str = "PNG", size: tuple[int, int] = (300, 200), colour: str = "teal", **options):
    """An upload, as a browser sends it."""
    written = BytesIO()
    Image.new("RGB", size, colour).save(written, kind, **options)
    return SimpleUploadedFile(f"logo.{kind.lower()}", written.getvalue(), f"image/{kind.lower()}")


def logo_address() -> str:
    """Where the picture of `make_picture()` is, once somebody shows it."""
    picture, suffix = fitted(make_picture())
    return f"/logo/{hashlib.sha256(picture).hexdigest()}{suffix}"


def make_union_logo() -> str:
    """Gives the union a logo and returns its address."""
    union = Union.objects.get()
    union.logo = make_picture()
    union.save()
    revision.raised()
    return union.logo.url
