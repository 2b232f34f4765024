"""Which encoding a text file is in: told by its bytes, never assumed.

UTF-8 and UTF-16 prove themselves. Of the one-byte Windows code pages the one is taken whose letters form
words of one script; when none does, the file is refused instead of being read as nonsense.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from django.utils.translation import gettext as _

from members.imports.problems import FileRefused

SAMPLE = 2_000_000
CHUNK = 1 << 20
NAMES = {
    "utf-8-sig": "UTF-8",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "cp1256": "windows-1256",
    "cp1254": "windows-1254",
    "cp1252": "windows-1252",
    "cp1251": "windows-1251",
}
_HIGH_WORD = re.compile(rb"[A-Za-z\x80-\xff]*[\x8a-\xff][A-Za-z\x80-\xff]*")
_ARABIC_WORD = re.compile("^[\u060c\u0621-\u0652\u0679-\u06d2\u200c-\u200f]+$")
_ARABIC_LETTER = re.compile("[\u0621-\u06d2]")
_CYRILLIC_WORD = re.compile("^[\u0400-\u045f\u0490\u0491]+$")
_MULTIBYTE = re.compile(rb"[\xc0-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
# Overlong characters and halves of one, which UTF-8 forbids.
_FORBIDDEN = re.compile(rb"[\xc0\xc1][\x80-\xbf]|\xed[\xa0-\xbf][\x80-\xbf]")
_TURKISH_BYTES = frozenset(b"\xd0\xdd\xde\xf0\xfd\xfe")  # Ğ İ Ş ğ ı ş; in windows-1252 Ð Ý Þ ð ý þ
_SURELY_TURKISH = frozenset(b"\xdd\xfd\xe7\xf6\xfc")  # İ ı ç ö ü
_NOT_TURKISH = frozenset("áéíóúæøåãõñàèìòùÁÉÍÓÚÆØÅÃÕÑÀÈÌÒÙ")
MOST_WORDS_ASTRAY = 0.02
MOST_UTF8_ASTRAY = 0.1


def detect(path: Path) -> str:
    """The Python name of the encoding of the file at `path`; FileRefused when it cannot be told."""
    with path.open("rb") as file:
        sample = file.read(SAMPLE)
    if sample.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        raise FileRefused(_("The file is in UTF-32, which is not read. Save it as UTF-8."))
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if b"\x00" in sample:
        return _utf16_without_mark(sample)
    if _is_utf8(path):
        return "utf-8-sig"
    if sample.startswith(b"\xef\xbb\xbf") or _is_mostly_utf8(sample):
        raise FileRefused(
            _("The file is in UTF-8 but for line %(line)d, which is damaged. Save it again.")
            % {"line": _first_bad_line(path)}
        )
    return _code_page(sample)


def _is_utf8(path: Path) -> bool:
    try:
        with path.open(encoding="utf-8") as file:
            while file.read(CHUNK):
                pass
    except UnicodeDecodeError:
        return False
    return True


def _first_bad_line(path: Path) -> int:
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            try:
                line.decode("utf-8")
            except UnicodeDecodeError:
                return number
    return 0


def _utf16_without_mark(sample: bytes) -> str:
    """In UTF-16 most second bytes of European text and all line ends have a zero beside them."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if min(even, odd) * 20 < max(even, odd) and max(even, odd) * 20 > len(sample):
        return "utf-16-le" if odd > even else "utf-16-be"
    line = sample[: sample.index(b"\x00")].count(b"\n") + 1
    raise FileRefused(
        _("Line %(line)d holds empty characters (NUL): this is no text file, or it is damaged.")
        % {"line": line}
    )


def _is_mostly_utf8(sample: bytes) -> bool:
    """Whole letters of UTF-8, several or such as it forbids, and few stray bytes: it was cut into."""
    letters = _MULTIBYTE.findall(sample)
    high = sum(1 for byte in sample if byte > 127)  # noqa: PLR2004
    is_likely = len(letters) > 2 or _FORBIDDEN.search(sample)  # noqa: PLR2004
    return bool(is_likely) and high - sum(map(len, letters)) <= MOST_UTF8_ASTRAY * high


def _code_page(sample: bytes) -> str:
    found = _HIGH_WORD.findall(sample)
    if _is_of(found, "cp1256", _ARABIC_LETTER, _ARABIC_WORD):
        return "cp1256"
    if _is_of(found, "cp1251", re.compile("[\u0400-\u045f]{3}"), _CYRILLIC_WORD):
        return "cp1251"
    turkish = _turkish_votes(found)
    page = "cp1254" if turkish > 0 else "cp1252"
    try:
        sample.decode(page)
    except UnicodeDecodeError as error:
        raise FileRefused(
            _("The encoding of the file cannot be told. Save it as UTF-8, or say --encoding.")
        ) from error
    return page


def _is_of(found: Iterable[bytes], page: str, letter: re.Pattern, word: re.Pattern) -> bool:
    """Whether the words, read in `page`, have letters of its script and do not mix it with others."""
    whole = mixed = 0
    for raw in found:
        read = raw.decode(page, "replace")
        if not letter.search(read):
            continue
        if word.match(read) and len(read) > 1:
            whole += 1
        else:
            mixed += 1
    return whole > 0 and mixed <= max(MOST_WORDS_ASTRAY * whole, 0 if whole < 20 else 1)  # noqa: PLR2004


def _turkish_votes(found: Iterable[bytes]) -> int:
    """Words with ı or ç ö ü beside ğ ş speak for Turkish; ð ý þ among á í ó speak for Icelandic twice.

    Where nothing but ğ and ş speaks, it is Turkish: here that is far the likelier.
    """
    votes, seen = 0, False
    for raw in found:
        if _TURKISH_BYTES.isdisjoint(raw):
            continue
        seen = True
        if _NOT_TURKISH & set(raw.decode("cp1252", "replace")):
            votes -= 2
        elif not _SURELY_TURKISH.isdisjoint(raw):
            votes += 1
    return votes or int(seen)
