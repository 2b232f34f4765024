"""The words of the demo register, kept as TOML beside this module."""

import datetime
import tomllib
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"
SITE_LANGUAGES = ("en", "ar", "fa", "fr", "es", "tr", "id", "ur")
# The day as of which the demo tells its story. It is not today, so that the demo is always the same.
EPOCH = datetime.date(2026, 6, 30)


@cache
def table(name: str) -> dict:
    """The contents of `data/<name>.toml`."""
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))
