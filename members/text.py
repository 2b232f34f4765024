"""Pure functions on strings: what is stored, what is compared, what is sorted.

Nothing here knows the database. Every function takes any ``str`` whatsoever, of any length, and
either returns a ``str`` (or a list of them) or raises `TextError`, which only `normalise` does.
"""

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from functools import lru_cache

from anyascii import anyascii
from django.utils.translation import gettext_lazy as _

# ``fold`` and ``skeleton`` may be longer than what they are made from (one ligature, ﷺ, becomes
# eighteen letters), and PostgreSQL refuses a B-tree entry of more than 2,704 bytes: 600 × 4 fits.
LONGEST_FOLDED = 600
LONGEST_WORD = 60
LONGEST_SLUG = 80


class TextError(ValueError):
    """A text that may not be stored; `code` is for machines, `message` for the person who typed it."""

    messages = {
        "null_character": _("This text holds an empty character (NUL). Please type it again."),
        "broken_character": _("This text holds half a character. Please type it again."),
        "control_character": _(
            "This text holds a control character that cannot be printed. Please type it again."
        ),
        "private_character": _(
            "This text holds a character that only one computer or font knows. Please replace it."
        ),
        "too_many_marks": _("This text heaps too many accents on one letter. Please type it again."),
    }

    def __init__(self, code: str):
        self.code = code
        self.message = self.messages[code]
        super().__init__(code)

    def __str__(self) -> str:
        return str(self.message)


# -- what is stored ---------------------------------------------------------------------------

_PLANE_ENDS = "".join(chr(plane + 0xFFFE) + chr(plane + 0xFFFF) for plane in range(0, 0xF0000, 0x10000))
_REFUSED = {
    "null_character": re.compile("\x00"),
    "broken_character": re.compile("[\ud800-\udfff]"),
    "control_character": re.compile("[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]"),
    "private_character": re.compile(f"[\ue000-\uf8ff\U000f0000-\U0010ffff\ufdd0-\ufdef{_PLANE_ENDS}]"),
}
# Characters that show nothing or turn the direction of what follows: soft hyphen, grapheme joiner,
# Arabic letter mark, Hangul fillers, zero-width space, marks, embeddings, overrides, isolates,
# word joiner and invisible operators, byte order mark, interlinear marks, variation selectors,
# musical and shorthand format controls, tag characters.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
# Scripts spelt with the joiners U+200C and U+200D: Arabic and its kin, Indic, Myanmar, Khmer, Mongolian.
_JOINING = [*range(0x600, 0x860), *range(0x870, 0xE00), *range(0x1000, 0x10A0), *range(0x1780, 0x18B0)]
_JOINING_LETTERS = "".join(c for c in map(chr, _JOINING) if unicodedata.category(c) in {"Lo", "Lm"})
_JOINING_MARKS = "".join(c for c in map(chr, _JOINING) if unicodedata.category(c) in {"Mn", "Mc"})
_VIRAMA, _NUKTA = 9, 7  # canonical combining classes
_VIRAMAS = "".join(c for c in _JOINING_MARKS if unicodedata.combining(c) == _VIRAMA)
# Kept: a joiner between two such letters, and U+200D after a virama (the Malayalam chillu at a word's end).
_JOINER = re.compile(
    f"([{_JOINING_LETTERS}][{_JOINING_MARKS}]*(?:[\u200c\u200d](?=[{_JOINING_LETTERS}])|(?<=[{_VIRAMAS}])\u200d))"
    "|[\u200c\u200d]"
)
_LINE_ENDS = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_MOST_MARKS = 4


def normalise(value: str, *, multiline: bool = False) -> str:
    """The text as it is stored: NFC, trimmed, without invisible or direction-turning characters.

    In one-line text every run of white space, pasted line ends and tabs included, becomes one
    space. In multi-line text lines end in ``\\n``, lose their trailing blanks and keep their indent.
    The zero-width (non-)joiner survives where a script is spelt with it. Nothing is ever cut, so
    the length is for the field to judge. Applying it twice changes nothing more.

    Raises `TextError` for NUL, lone surrogates, other control characters, private-use characters
    and non-characters, and more than four accents on one letter.
    """
    for code, pattern in _REFUSED.items():
        if pattern.search(value):
            raise TextError(code)
    if not value.isascii():
        value = _INVISIBLE.sub("", value).replace("\u2800", " ")
        value = unicodedata.normalize("NFC", _JOINER.sub(lambda match: match[1] or "", value))
        _refuse_heaped_marks(value)
    if not multiline:
        return " ".join(value.split())
    lines = _LINE_ENDS.sub("\n", value).split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n")


def _refuse_heaped_marks(value: str) -> None:
    marks = 0
    for character in value:
        is_mark = unicodedata.combining(character) or unicodedata.category(character) == "Me"
        marks = marks + 1 if is_mark else 0
        if marks > _MOST_MARKS:
            raise TextError("too_many_marks")


# -- what is compared -------------------------------------------------------------------------

_LETTERS = dict(zip("ıøłđðħŋĸƒəɛɔŧɓɗƙƴɖɣʋɨʉґ", "iolddhnkfeeotbdkydgviuг", strict=True))
_LETTERS |= {"æ": "ae", "œ": "oe", "þ": "th", "™": " ", "℠": " "}
# One letter for what Arabic, Persian, Urdu, Kurdish and Pashto keyboards type for the same sound
# and shape (docs/ux.md 1.4). پ چ ژ گ stay apart here: they are letters of their own, and the
# skeleton brings them together with what an Arabic keyboard offers instead.
_LETTERS |= dict(zip("ٱىیېےکڪةۃہھەۀۂۓٹڈڑںۆۇ", "اييييككهههههههيتدرنوو", strict=True))
_NOTHING = set("ءـʼʻʾʿʹʺˈ")
_ACCENTS = [
    (0x300, 0x36F), (0x483, 0x489), (0x591, 0x5C7), (0x610, 0x61A), (0x64B, 0x65F), (0x670, 0x670),
    (0x6D6, 0x6ED), (0x711, 0x711), (0x730, 0x74A), (0x8CA, 0x8FF), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF),
    (0x20D0, 0x20FF), (0xFE20, 0xFE2F),
]  # fmt: skip


class _Folding(dict):
    """Code point → what it is compared as. Filled as letters turn up, so never more than Unicode has."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        category = unicodedata.category(character)
        if character in _NOTHING or (category in {"Mn", "Me"} and self._is_accent(code)):
            folded = ""
        elif category == "Nd":
            folded = str(unicodedata.decimal(character))
        elif category[0] in "LMN":
            folded = _LETTERS.get(character, character)
        else:
            return " "
        self[code] = folded
        return folded

    @staticmethod
    def _is_accent(code: int) -> bool:
        is_nukta = unicodedata.combining(chr(code)) == _NUKTA
        return is_nukta or any(first <= code <= last for first, last in _ACCENTS)


_FOLDING = _Folding()
_DOTTED = re.compile(r"(?<!\w)(?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?")
_ARABIC = re.compile("[\u0621-\u06d3]")
_ARTICLE = re.compile(r"\b(?:(?:وال|بال|كال|فال|ولل)(?=\w{3})|لل(?=\w{2})|ال(?=\w{2})(?!له\b))+")
_SERVANT_OF = re.compile(r"\bعبد(?=ال\w{2})")


def fold(value: str) -> str:
    """What search and matching compare: lower case, no accents, one spelling per sound, words by spaces.

    Case is Turkish-safe (İ, I, ı and i are one), letters such as ß, æ, ø, ł, þ are spelt out,
    Arabic, Persian and Urdu variants become one letter, harakat, tatweel and the Arabic article go,
    digits of all scripts become ASCII, everything that is neither letter nor digit becomes a space,
    and dotted initials close up (U.S.A. → usa). Idempotent up to `LONGEST_FOLDED` characters, where it cuts.
    """
    value = value[:LONGEST_FOLDED]
    if "." in value:
        value = _DOTTED.sub(lambda match: match[0].replace(".", ""), value)
    if value.isascii():
        return " ".join(value.lower().translate(_FOLDING).split())
    value = value.replace("™", " ").replace("℠", " ")
    value = unicodedata.normalize("NFKD", value).casefold().translate(_FOLDING)
    value = unicodedata.normalize("NFC", value)
    if _ARABIC.search(value):
        value = _ARTICLE.sub("", _SERVANT_OF.sub("عبد ", value))  # عبدالحميد and عبد الحميد are one name
    return " ".join(value.split())[:LONGEST_FOLDED].rstrip()


# Written without spaces, or (Hangul) with optional ones: Thai, Lao, Myanmar, Khmer, kana, Han, Hangul.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u31f0-\u31ff\u3400-\u9fff"
    "\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
)
_HAS_UNSPACED = re.compile(f"[{_UNSPACED}]")
_RUNS = re.compile(f"[{_UNSPACED}]+|[^{_UNSPACED}]+")


def words(folded: str) -> list[str]:
    """The words of a folded text, in order, each at most `LONGEST_WORD` characters.

    Text of scripts that put no spaces between words is cut into overlapping pairs of characters.
    """
    found = []
    for chunk in folded.split():
        if not _HAS_UNSPACED.search(chunk):
            found.append(chunk[:LONGEST_WORD])
            continue
        for run in _RUNS.findall(chunk):
            if _HAS_UNSPACED.match(run) and len(run) > 1:
                found.extend(run[at : at + 2] for at in range(len(run) - 1))
            else:
                found.append(run[:LONGEST_WORD])
    return found


# -- the consonant skeleton -------------------------------------------------------------------

# Vowels, ع, و and ي carry nothing across scripts; the rest meets the Latin digraphs below.
_ARABIC_CONSONANTS = str.maketrans(
    "بپتثجچحخدذرزژسشصضطظغفقكگلمنه" "اعوي",
    "bbtsjshkdzrzzsssdtzgfkkklmnh" "aaaa",
)  # fmt: skip
_DIGRAPHS = re.compile("sch|[skgdtpzc]h|[qcvwpx]")
_DIGRAPH_SOUNDS = {
    "sch": "s", "sh": "s", "ch": "s", "kh": "k", "gh": "g", "th": "s", "dh": "z", "zh": "z", "ph": "f",
    "q": "k", "c": "k", "v": "", "w": "", "p": "b", "x": "ks",
}  # fmt: skip
_VOWELS = re.compile(r"[aeiouy]|h\b")
_NOT_ASCII = re.compile("[^a-z0-9]")
_DOUBLED = re.compile(r"(.)\1+")
ROMANISED_ARTICLES = {*"al el ul ad an ar as ash at az wa wal bil lil li".split()}  # noqa: SIM905


def skeleton(value: str) -> str:
    """The consonants of each word in Latin letters, so that «Jamiyat al-Rahma» meets «جمعية الرحمة».

    Rules after docs/ux.md 1.4. Scripts without rules of their own go through their romanisation.
    Words that have no consonant, and romanised Arabic articles, leave nothing.
    """
    bones = (word_skeleton(word) for word in fold(value).split() if word not in ROMANISED_ARTICLES)
    return " ".join(bone for bone in bones if bone)[:LONGEST_FOLDED].rstrip()


@lru_cache(maxsize=50_000)
def word_skeleton(word: str) -> str:
    """The skeleton of one folded word; empty when it has no consonant."""
    if _ARABIC.search(word):
        letters = re.sub("ه$", "a", word).translate(_ARABIC_CONSONANTS)
    else:
        letters = word if word.isascii() else anyascii(word).lower()
        letters = _DIGRAPHS.sub(lambda match: _DIGRAPH_SOUNDS[match[0]], letters)
    return _DOUBLED.sub(r"\1", _NOT_ASCII.sub("", _VOWELS.sub("", letters)))


# -- what is sorted, shown and linked ---------------------------------------------------------


def sort_key(value: str) -> str:
    """By what a name is filed: folded, without a leading “The”; the text itself if nothing is left."""
    folded = fold(value)
    return folded.removeprefix("the ") or value[:LONGEST_FOLDED]


# Where each script begins, in hexadecimal; a hyphen: letters of none or of several.
_SCRIPTS = (
    "41 Latn, 2B0 -, 370 Grek, 400 Cyrl, 530 Armn, 590 Hebr, 600 Arab, 700 Syrc, 750 Arab, 780 Thaa, "
    "7C0 Nkoo, 800 Samr, 860 Syrc, 870 Arab, 900 Deva, 980 Beng, A00 Guru, A80 Gujr, B00 Orya, B80 Taml, "
    "C00 Telu, C80 Knda, D00 Mlym, D80 Sinh, E00 Thai, E80 Laoo, F00 Tibt, 1000 Mymr, 10A0 Geor, "
    "1100 Hang, 1200 Ethi, 13A0 -, 1780 Khmr, 1800 Mong, 18B0 -, 1C80 Cyrl, 1C90 Geor, 1CC0 -, "
    "1E00 Latn, 1F00 Grek, 2000 -, 2C60 Latn, 2C80 -, 2D00 Geor, 2D30 Tfng, 2D80 Ethi, 2DE0 -, 2E00 -, "
    "3005 Hani, 3041 Kana, 3100 -, 3130 Hang, 31F0 Kana, 3200 -, 3400 Hani, A000 -, A640 Cyrl, A6A0 -, "
    "A720 Latn, A800 -, AC00 Hang, D7FC -, F900 Hani, FB00 Latn, FB13 Armn, FB1D Hebr, FB50 Arab, "
    "FE00 -, FE70 Arab, FF00 Latn, FF66 Kana, FFA0 Hang, FFE0 -, 1E900 Adlm, 1E960 -, 20000 Hani, "
    "40000 -"
)
_SCRIPT_STARTS = [int(entry.split()[0], 16) for entry in _SCRIPTS.split(", ")]
_SCRIPT_CODES = [entry.split()[1].strip("-") for entry in _SCRIPTS.split(", ")]
_RIGHT_TO_LEFT = frozenset({"Adlm", "Arab", "Hebr", "Nkoo", "Samr", "Syrc", "Thaa"})


def script_of(value: str) -> str:
    """ISO 15924 code of the script most letters are in, of the first one if two tie; '' without letters.

    Any kana makes Han characters Japanese (Jpan); Hangul is Korean (Kore); Han alone is Hani.
    """
    counts = Counter(_script_of_letter(character) for character in value if character.isalpha())
    del counts[""]
    if counts["Kana"]:
        counts["Jpan"] = counts.pop("Kana") + counts.pop("Hani", 0)
    if counts["Hang"]:
        counts["Kore"] = counts.pop("Hang") + counts.pop("Hani", 0)
    return max(counts, key=counts.get) if counts.total() else ""


def _script_of_letter(letter: str) -> str:
    return _SCRIPT_CODES[bisect_right(_SCRIPT_STARTS, ord(letter)) - 1]


def direction_of(value: str) -> str:
    """The `dir` of a name in HTML: rtl, ltr, or auto when it has no letters."""
    script = script_of(value)
    if not script:
        return "auto"
    return "rtl" if script in _RIGHT_TO_LEFT else "ltr"


def slugify_name(value: str) -> str:
    """The decorative end of an address: romanised, ASCII, at most `LONGEST_SLUG` long, never empty."""
    romanised = re.sub("[`']", "", anyascii(value[:LONGEST_FOLDED])).lower()
    return "-".join(re.findall("[a-z0-9]+", romanised))[:LONGEST_SLUG].rstrip("-") or "organisation"
