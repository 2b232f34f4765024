"""How quickly search answers: `python benchmarks/search_speed.py [--rounds N]`.

Asks the register that DATABASE_URL names, through `query.find` and as the public directory does: names
drawn from it as they are, with a slip, without a word, as beginnings and as single words; and questions made
to hurt. Reads only. Prints `kind=NAME queries=N p50_ms=0.0 p95_ms=0.0 max_ms=0.0`, the slowest question of
the hostile ones, and the line `ALL`, in which the hostile ones are left out of the percentiles but not of
`max_ms`.
"""

import argparse
import os
import random
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "union.settings")

import django

django.setup()

from members.models import Organisation, OrganisationName, SearchWord
from members.search import query

LETTERS = "abcdefghijklmnopqrstuvwxyz"


WRITTEN = [
    *("a", "e", "the", "of", "of the", "university", "foundation", "national research institute", "un", "as"),
    *("inter", "international association of the university", "centre for research", "jamiyat al rahma"),
    *(
        "大",
        "大学",
        "协会",
        "一般社団法人",
        "公益財団法人日本",
        "대학교",
        "มหาวิทยาลัย",
        "ال",
        "جمعية",
        "مركز الملك",
    ),
    *("جمعية الرحمة الخيرية للتنمية الاجتماعية والثقافية " * 4, "😀" * 40, "🏳️‍🌈 ngo", "ﷺ" * 200),
    *("1", "147", "0001", "TR-0001", "12345678901234567890", "%", "_%_", "\\", "' OR 1=1 --", '"a" NEAR b*'),
    *("\x00university\x00", "\ud800university", "\u202euniversity", "(a+)+$", "a\u0301" * 100),
    "university " * 20_000,
]


def hostile(common: list[str], rng: random.Random) -> list[str]:
    """Questions short, long, common, meaningless or malformed. `common`: the register's commonest words."""

    def drawn(first: int, last: int) -> str:
        return "".join(chr(rng.randrange(first, last)) for _ in range(200))

    return [
        *WRITTEN,
        *common,
        " ".join("".join(rng.choice(LETTERS) for _ in range(7)) for _ in range(25)),
        " ".join(rng.choice(LETTERS) for _ in range(100)),
        *(drawn(0x61, 0x7B), drawn(0x4E00, 0x9FFF), drawn(0x621, 0x64A), drawn(1, 0x10FFFF)),
        " ".join(common)[:200],
        " ".join(reversed(common))[:200],
        " ".join(word[:-1] + "x" for word in common)[:200],
    ]


def with_slip(name: str, rng: random.Random) -> str:
    at = rng.randrange(len(name))
    return name[:at] + rng.choice(LETTERS) + name[at + 1 :]


def without_word(name: str, rng: random.Random) -> str:
    words = name.split()
    words.pop(rng.randrange(len(words)))
    return " ".join(words) or name


def beginning(name: str, rng: random.Random) -> str:
    return name[: rng.randrange(1, len(name) + 1)]


def one_word(name: str, rng: random.Random) -> str:
    return rng.choice(name.split())


def questions(rng: random.Random, rounds: int) -> Iterator[tuple[str, list[str]]]:
    keys = list(OrganisationName.objects.order_by("pk").values_list("pk", flat=True))
    drawn = OrganisationName.objects.filter(pk__in=rng.sample(keys, min(rounds, len(keys))))
    names = list(drawn.order_by("pk").values_list("value", flat=True))
    yield "as_it_is", names
    changes: list[Callable] = [with_slip, without_word, beginning, one_word]
    for change in changes:
        yield change.__name__, [change(name, rng) for name in names]
    common = SearchWord.objects.order_by("-frequency", "text").values_list("text", flat=True)[:30]
    yield "hostile", hostile(list(common), rng)


def timed(question: str) -> float:
    begun = time.perf_counter()
    query.find(question, among=Organisation.objects.listed())
    return (time.perf_counter() - begun) * 1000


def line(times: list[float], longest: float) -> str:
    times = sorted(times)
    p50, p95 = (times[min(int(len(times) * share), len(times) - 1)] for share in (0.5, 0.95))
    return f"queries={len(times)} p50_ms={p50:.1f} p95_ms={p95:.1f} max_ms={longest:.1f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--rounds", type=int, default=200, help="names drawn for each kind of question")
    parser.add_argument("--slowest", type=int, default=5, help="hostile questions shown")
    options = parser.parse_args()
    rng = random.Random(20)
    timed("warm up")
    ordinary, longest = [], 0.0
    for kind, asked in questions(rng, options.rounds):
        times = [timed(question) for question in asked]
        if not times:
            parser.error("the register is empty; `manage.py load_demo` fills it.")
        longest = max(longest, *times)
        print(f"kind={kind} {line(times, max(times))}", flush=True)
        if kind == "hostile":
            for took, question in sorted(zip(times, asked, strict=True), reverse=True)[: options.slowest]:
                print(f"  {took:.1f} ms {question[:60]!a}")
        else:
            ordinary += times
    print(f"ALL {line(ordinary, longest)}")


if __name__ == "__main__":
    main()
