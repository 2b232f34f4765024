"""Makes the static pictures that are made from others: all flags in one file, and the site's icon in pixels.

`make pictures` after a flag or the logo has changed; a test fails where this was forgotten.
"""

import os
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "union.settings")

from django_countries.data import COUNTRIES  # noqa: E402
from PIL import Image, ImageDraw  # noqa: E402

FLAGS, PICTURES = ROOT / "static" / "flags", ROOT / "static" / "img"
GROUND, DOT = "#0b3a44", "#f0f6f5"
CENTRES = ((0, -2), (1.73, -1), (1.73, 1), (0, 2), (-1.73, 1), (-1.73, -1), (0, 0))  # as in icon.svg
RADIUS, FINER = 0.78, 4
_SVG = re.compile(r"<svg([^>]*)>(.*)</svg>\s*", re.DOTALL)


def sprite() -> str:
    """All flags of countries as symbols by code, "tr"."""
    symbols = []
    for code in sorted({*COUNTRIES, "XK"}):
        file = FLAGS / f"{code.lower()}.svg"
        attributes, drawing = _SVG.fullmatch(file.read_text(encoding="utf-8")).groups()
        if " id=" in drawing:
            raise ValueError(f"{file.name} has ids, which would meet those of others in one file.")
        attributes = attributes.replace(' xmlns="http://www.w3.org/2000/svg"', "")
        symbols.append(f'<symbol id="{code.lower()}"{attributes}>{drawing}</symbol>')
    return '<svg xmlns="http://www.w3.org/2000/svg">\n' + "\n".join(symbols) + "\n</svg>\n"


def icon(size: int, share: float = 0.62) -> Image.Image:
    """The logo on the union's colour, taking that share of the square: no mask cuts into it."""
    image = Image.new("RGB", (size * FINER, size * FINER), GROUND)
    pen, unit = ImageDraw.Draw(image), size * FINER * share / (2 * (2 + RADIUS))
    for x, y in CENTRES:
        left, top = size * FINER / 2 + (x - RADIUS) * unit, size * FINER / 2 + (y - RADIUS) * unit
        pen.ellipse((left, top, left + 2 * RADIUS * unit, top + 2 * RADIUS * unit), fill=DOT)
    return image.reduce(FINER)


def icons() -> dict[str, Image.Image]:
    """By file name: for a telephone's home screen, for the manifest, for old browsers."""
    return {
        "icon-180.png": icon(180),
        "icon-192.png": icon(192),
        "icon-512.png": icon(512),
        "favicon.ico": icon(48, share=0.9),
    }


if __name__ == "__main__":
    (FLAGS / "sprite.svg").write_text(sprite(), encoding="utf-8")
    for name, image in icons().items():
        if name.endswith(".ico"):
            image.save(PICTURES / name, sizes=[(16, 16), (32, 32), (48, 48)])
        else:
            image.quantize(32).save(PICTURES / name, optimize=True)
