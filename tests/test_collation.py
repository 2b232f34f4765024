"""Sort keys against the order that PostgreSQL's ICU gives, and what must hold of them for any text."""

import unicodedata
from itertools import pairwise

import pytest
from django.conf import settings
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from members import collation, text
from members.demo import names as demo

LANGUAGES = [code for code, _name in settings.LANGUAGES]
# Names in which the alphabets differ, and what stands between letters.
WORDS = """
Cami Cuma Çam Çınar Çevre Doğa Doğu Dogma Gül Ğayret Ilgaz Işık ışık İlim İyilik ilim Irmak Oba Ova
Öz Özgür Su Şafak Şule Sümbül Uçurtma Ümit Ün Zeytin Zambak Âlem Alem İzmir Isparta İçel Nanduti
Nube Ñandú Ñame Ochoa Niño Nino Ninos Año Ano Anos Cántaro Cantar Canto Llama Luz Chile Cielo côte
coté côté cote Élan Elan Élève Eleve École Ecole Œuvre Oeuvre Oasis Ça Ca Cœur Coeur Coffre naïf
naif a A á À ä aa Aa AA ae Æ Z z z- Z. 1er 10 2 2e ½ № & + – — ‘ ’ “ ” « » ( ) / | ° † €5 $5 A&B A-B
A/B A.B «A» (A) A’B أمل إحسان آمال امل الأمل الإحسان الآمال الامل ابن أب ات اب باب تاج ثمر جمعية
جمعيه جمعيات هيئة هيئه حياة حياه على علي علی كتاب کتاب مؤسسة موسسة مئة ماء مأوى مأوي مُحمَّد محمد
مَحمد القُرآن القرآن القران ؤلؤ ئيل يد ید ىد ۀ انجمن آب آبادانی اب ائتلاف امید أمید پدر پارس تهران
چراغ جهان ژاله زاله کمک كمك گل کل هنر ہنر ه ة ۀ ھ ی ي ى ئی یٔ آغا اغا بھائی بہار بت پھول پل تھر تا
ٹھٹہ ٹاٹ جھنگ جا چھت چاند دھرتی دل ڈھاکہ ڈاک رھ رات ڑ کھیل کار گھر گاؤں لھ لال مھ ماں نھ نام ں وھ
وقت ہم ھم ۃ ء یھ یار ے ۓ ۂ ؤ ئ تعلیم تعلِیم تعلَیم ذِکر ذکر Ёлка Елка Жизнь Україна Ґанок Ґудзик
Годинник Αγάπη Αγαπη Όμιλος ომი עמותה תקווה ไทย เชียง हिन्दी বাংলা ኢትዮጵያ
"""
TRICKY = WORDS.split()


def vocabulary() -> list[str]:
    """Names of the demo register in all its languages, and pairs of tricky words."""
    concepts = demo.concepts()[::11]
    languages = ["en", "ar", "fa", "ur", "fr", "es", "tr", "id", "bs", "ru", "el", "he", "hi", "vi", "pl"]
    phrases = [demo.phrase(concept, language) for concept in concepts for language in languages]
    pairs = [f"{one} {other}" for one, other in zip(TRICKY, TRICKY[::-1], strict=True)]
    return sorted({*filter(None, phrases), *TRICKY, *pairs, *(f"{word} Vakfı 2" for word in TRICKY)})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.django_db
def test_the_order_is_that_of_icu(language):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no ICU to compare with")
    names = vocabulary()
    with connection.cursor() as cursor:
        cursor.execute(
            f'SELECT name FROM unnest(%s::text[]) name ORDER BY name COLLATE "{language}-x-icu"', [names]
        )
        expected = [name for (name,) in cursor.fetchall()]
    assert len(names) > 700
    keys = [collation.sort_key(name, language) for name in expected]
    wrong = [
        pair for pair, (one, other) in zip(pairwise(expected), pairwise(keys), strict=True) if one > other
    ]
    assert not wrong


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("tr", "Cuma Çınar Dere Işık İlim Jale Oba Öz Su Şule Uğur Ümit"),
        ("en", "Çınar Cuma Dere İlim Işık Jale Oba Öz Su Şule Uğur Ümit"),
        ("es", "Nube Ñandú Ochoa"),
        ("fr", "Ñandú Nube Ochoa"),
        ("fr", "cote coté côte côté"),
        ("ar", "أمل باب تاج يد Zeytin"),
        ("fa", "آب امید پارس تهران چراغ Zeytin"),
        ("ur", "آغا بت بھائی پل پھول ٹاٹ ہم ھم یار Zeytin"),
        ("id", "Zeytin أمل"),
    ],
)
def test_alphabets(language, words):
    in_order = words.split()
    assert sorted(set(in_order), key=lambda word: collation.sort_key(word, language)) == in_order


def test_capitals_come_after_small_letters_and_accents_before_length():
    for language in LANGUAGES:
        in_order = ["role", "Role", "rôle", "roles"]
        assert sorted(in_order, key=lambda word: collation.sort_key(word, language)) == in_order


def test_titles_are_filed_without_the_marks_they_begin_with():
    assert collation.title_key("«Ağaç» Vakfı", "tr") == collation.sort_key("Ağaç» Vakfı", "tr")
    assert collation.title_key("★★", "tr") == collation.sort_key("★★", "tr")
    assert collation.title_key("", "tr") == collation.sort_key("", "tr")


def test_letters_newer_than_the_table():
    assert collation.sort_key("\u1c90", "en") == collation.sort_key("\u10d0", "en")
    assert collation.sort_key("\U0001fbff", "en")


@given(st.text(), st.text(), st.sampled_from(LANGUAGES))
def test_any_text_has_a_key(one, other, language):
    keys = collation.sort_key(one, language), collation.sort_key(other, language)
    assert all(isinstance(key, bytes) and len(key) <= collation.LONGEST_KEY for key in keys)
    if unicodedata.normalize("NFD", one) == unicodedata.normalize("NFD", other):
        assert keys[0] == keys[1]


@given(st.lists(st.sampled_from(TRICKY), min_size=1, max_size=4), st.sampled_from(LANGUAGES))
def test_a_name_comes_before_what_begins_with_it(words, language):
    name = " ".join(words)
    assert collation.sort_key(name, language) < collation.sort_key(f"{name} {name}", language)


def test_keys_are_short():
    longest = max(vocabulary(), key=len)
    assert len(collation.sort_key(longest, "tr")) < 6 * len(longest)
    assert len(collation.sort_key("É" * 300, "tr")) <= collation.LONGEST_KEY
    assert text.normalise(longest) == longest
