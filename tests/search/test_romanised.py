"""A romanised question finds the name in Arabic script: invented names, regularly romanised."""

import itertools
import random

from members.search import query

KINDS = [
    ("جمعية", "Jamiyat"), ("مؤسسة", "Muassasat"), ("مركز", "Markaz"), ("دار", "Dar"), ("وقف", "Waqf"),
    ("رابطة", "Rabitat"),
]  # fmt: skip
PROPER = [
    ("الرحمة", "al-Rahma"), ("النور", "al-Nour"), ("الأمل", "al-Amal"), ("الهدى", "al-Huda"),
    ("الإحسان", "al-Ihsan"), ("السلام", "as-Salam"), ("الفلاح", "al-Falah"), ("الزيتون", "al-Zaytoun"),
    ("المستقبل", "al-Mustaqbal"), ("الكرامة", "al-Karama"), ("الوفاء", "al-Wafaa"), ("البركة", "al-Baraka"),
    ("الحياة", "al-Hayat"), ("التضامن", "at-Tadamun"), ("الشباب", "ash-Shabab"), ("المعرفة", "al-Maarifa"),
    ("الإغاثة", "al-Ighatha"), ("العطاء", "al-Ataa"), ("الصحراء", "as-Sahra"), ("البحيرة", "al-Buhayra"),
    ("القلم", "al-Qalam"), ("النبراس", "an-Nibras"), ("الواحة", "al-Waha"), ("الجسر", "al-Jisr"),
]  # fmt: skip
PURPOSES = [
    ("الخيرية", "al-Khayriya"), ("للتنمية", "lil-Tanmiya"), ("للتعليم", "lil-Taalim"),
    ("النسائية", "an-Nisaiya"), ("للثقافة", "lil-Thaqafa"),
]  # fmt: skip


def test_nearly_every_romanised_name_is_first(fill):
    rng = random.Random(4)
    names = [
        tuple(map(" ".join, zip(*parts, strict=True))) for parts in itertools.product(KINDS, PROPER, PURPOSES)
    ]
    chosen = rng.sample(names, 400)
    fill(*[[arabic] for arabic, _latin in chosen])
    asked = chosen[:100]
    places = [[hit.name for hit in query.find(latin).hits].index(arabic) for arabic, latin in asked]
    assert sum(place == 0 for place in places) >= 0.98 * len(asked)
    assert sum(place < 5 for place in places) == len(asked)


LATIN = [
    "Al-Amal College", "Jamiat Trust", "Hayat University", "Al Huda School", "Nour Clinic", "Dar Waqf House",
    "Karama Centre", "Markaz Foundation", "Wafaa Hospital", "Rabitat Union", "Muassasat Press",
    "Khayriya Fund", "Tanmiya Fund", "Taalim Fund", "Nisaiya Fund", "Thaqafa Fund", "Jamiyat Fund",
]  # fmt: skip


def test_latin_names_with_a_word_of_the_question_do_not_hide_the_arabic_one(fill):
    names = [
        tuple(map(" ".join, zip(*parts, strict=True))) for parts in itertools.product(KINDS, PROPER, PURPOSES)
    ]
    chosen = random.Random(4).sample(names, 200)
    fill(*[[arabic] for arabic, _latin in chosen], *[[latin] for latin in LATIN])
    asked = chosen[:60]
    first = [[hit.name for hit in query.find(latin).hits][:1] == [arabic] for arabic, latin in asked]
    assert sum(first) >= 0.98 * len(asked)


def test_and_the_other_way_round(fill):
    [organisation, _other] = fill(["Jamiyat al-Rahma"], ["Markaz as-Salam"])
    assert query.find("جمعية الرحمة").organisation_ids[0] == organisation.pk
