"""Which state of the software answers, so that no cache shows a page of the last one."""

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings

import members

READ = {".py", ".html", ".css", ".mo"}


@cache
def release() -> str:
    """A fingerprint of code, templates, style sheets and translations; the same on every machine."""
    folders = [Path(members.__file__).parent, *settings.STATICFILES_DIRS, *settings.LOCALE_PATHS]
    folders += [folder for engine in settings.TEMPLATES for folder in engine["DIRS"]]
    files = [file for folder in folders for file in Path(folder).rglob("*") if file.suffix in READ]
    digest = hashlib.sha256()
    for file in sorted(files):
        digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()[:12]
