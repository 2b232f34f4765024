"""Union's settings with two bare pages to compare with. For benchmarks/pages.py only."""

import os
from pathlib import Path

from union import settings

globals().update({name: getattr(settings, name) for name in dir(settings) if name.isupper()})
ROOT_URLCONF = "benchmarks.urls"
STATIC_ROOT = os.environ.get("BENCHMARK_STATIC_ROOT", settings.STATIC_ROOT)
[_engine] = settings.TEMPLATES
TEMPLATES = [{**_engine, "DIRS": [*_engine["DIRS"], Path(__file__).parent / "templates"]}]
if os.environ.get("BENCHMARK_CACHE") == "none":  # every page is made anew, with all its numbers
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
