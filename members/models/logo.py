"""Logos: made small, freed of what cameras and programs wrote into them, named by what they show."""

import hashlib
from io import BytesIO
from pathlib import PurePosixPath

from django.core.files.base import ContentFile, File
from django.db import models
from django.db.models.fields.files import ImageFieldFile
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps

from members import validators

FOLDER = "logos"
LARGEST = 512  # pixels a side: sharp at four times the size at which pages show it


def fitted(file: File) -> tuple[bytes, str]:
    """The validated picture, at most LARGEST pixels a side and without metadata, and its extension."""
    file.seek(0)
    with Image.open(file, formats=list(validators.LOGO_FORMATS)) as picture:
        kind = picture.format
        small = ImageOps.exif_transpose(picture.convert("RGB" if kind == "JPEG" else "RGBA"))
    small.thumbnail((LARGEST, LARGEST))
    small.info.clear()
    written = BytesIO()
    small.save(written, kind, quality=90, optimize=True)
    return written.getvalue(), validators.LOGO_FORMATS[kind]


class LogoFile(ImageFieldFile):
    @property
    def url(self) -> str:
        """Where pages find it: never by its path."""
        return reverse("neutral:logo", args=[PurePosixPath(self.name).name])

    def save(self, name, content, save=True):
        """Stores the fitted picture under the hash of its content; the same picture is stored once."""
        picture, suffix = fitted(content)
        path = f"{FOLDER}/{hashlib.sha256(picture).hexdigest()}{suffix}"
        if not self.storage.exists(path):
            self.storage.save(path, ContentFile(picture))
        self.name, self.file, self._committed = path, ContentFile(picture, path), True
        setattr(self.instance, self.field.attname, path)
        if save:
            self.instance.save()

    save.alters_data = True


class LogoField(models.ImageField):
    """An uploaded logo. Pages show it by the address of `members.views.logos`, never by its path."""

    attr_class = LogoFile

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("upload_to", FOLDER)
        kwargs.setdefault("blank", True)
        kwargs.setdefault("validators", [validators.logo])
        kwargs.setdefault("help_text", _("PNG, JPEG or WebP, at most 2 MB."))
        super().__init__(*args, **kwargs)
