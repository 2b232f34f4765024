"""Static pictures that are made from others are up to date (`make pictures`)."""

import importlib.util
import re

import pytest
from django.conf import settings
from django_countries.data import COUNTRIES
from PIL import Image, ImageChops

FOLDER = settings.BASE_DIR / "static"


@pytest.fixture(scope="module")
def pictures():
    spec = importlib.util.spec_from_file_location("pictures", settings.BASE_DIR / ".ci" / "pictures.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_sprite_has_every_flag_as_it_is(pictures):
    written = (FOLDER / "flags/sprite.svg").read_text(encoding="utf-8")
    assert written == pictures.sprite()
    assert set(re.findall(r'<symbol id="(\w\w)" viewBox="', written)) == {
        code.lower() for code in (*COUNTRIES, "XK")
    }


def test_icons_are_the_logo(pictures):
    for name, image in pictures.icons().items():
        with Image.open(FOLDER / "img" / name) as written:
            assert written.size == image.size
            difference = ImageChops.difference(written.convert("RGB"), image)
        assert max(high for _low, high in difference.getextrema()) < 32, name


def test_an_icon_keeps_clear_of_masks(pictures):
    """A mask shows at least the circle of four fifths (Web App Manifest, maskable)."""
    icon = pictures.icons()["icon-512.png"]
    edge = 512 // 10
    ground = Image.new("RGB", icon.size, icon.getpixel((0, 0)))
    left, top, right, bottom = ImageChops.difference(icon, ground).getbbox()
    assert min(left, top) > edge
    assert max(right, bottom) < 512 - edge
