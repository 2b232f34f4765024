"""Organisations whose names are hard on a page: very long, unbreakable, mixed in direction, full of marks."""

from members.choices import DecisionKind, NameKind
from members.demo.courses import FULL, SUSPENDED
from members.demo.names import Name

_OFFICIAL, _TRANSLATION, _ROMANISED = NameKind.OFFICIAL, NameKind.TRANSLATION, NameKind.ROMANISED
_OBSERVER = ((DecisionKind.ADMISSION, "observer"),)

CASES = [
    {
        "country": "BA", "city": "Sarajevo", "kind": "network", "course": FULL,
        "host": "long-name.example.org",
        "themes": ["education", "relief", "water", "rural", "children"],
        "names": [
            Name(
                "International Coordinating Council of Independent Voluntary Associations for "
                "Intergenerational Education, Emergency Relief, Rural Water Supply and the Social "
                "Inclusion of Displaced Communities (ICCIVAIEERRWSSIDC)",
                _OFFICIAL, "en",
            ),
            Name("Međunarodno koordinacijsko vijeće nezavisnih dobrovoljnih udruženja", _TRANSLATION, "bs"),
            Name("ICCIVAIEERRWSSIDC", NameKind.ACRONYM),
        ],
        "texts": {"en": "Coordinates the programmes of voluntary associations in several countries."},
    },
    {
        "country": "JO", "city": "Irbid", "kind": "foundation", "course": FULL,
        "host": "abcd-2030.example.org", "themes": ["education"],
        "names": [Name("مؤسسة ABC للتنمية (ABCD-2030) – فرع الشمال", _OFFICIAL, "ar")],
        "texts": {"ar": "تقدّم دورات تدريبية للشباب في شمال البلاد."},
    },
    {
        "country": "PK", "city": "Quetta", "kind": "association", "course": SUSPENDED,
        "host": "hunar-o-rozgar.example.org", "themes": ["livelihoods"],
        "names": [
            Name(
                "ادارۂ فروغِ ہنر و روزگار برائے خواتین و نوجوانانِ بلوچستان، کوئٹہ (رجسٹرڈ)", _OFFICIAL, "ur"
            ),
            Name(
                "Idara-e Farogh-e Hunar o Rozgar barae Khawatin o Naujawanan-e Balochistan, Quetta",
                _ROMANISED, "ur-Latn",
            ),
        ],
        "texts": {"ur": "خواتین اور نوجوانوں کو ہنر سکھاتا ہے۔"},
    },
    {
        "country": "ID", "city": "Donaudampfschifffahrtsgesellschaft", "kind": "institute",
        "course": _OBSERVER, "host": "p.example.org", "themes": ["health"],
        "names": [Name("Perkumpulan", _OFFICIAL, "id"), Name("P", _TRANSLATION, "en")],
        "texts": {"en": "Trains staff of day centres for older people."},
    },
    {
        "country": "GB", "city": "Stoke-on-Trent", "kind": "association", "course": FULL,
        "host": "quotes.example.org", "themes": ["water"],
        "names": [
            Name(
                "The “Women’s Well” Society & Friends’ Circle of O’Dara’s Field, 'Old' \"Mill\" <Lane>",
                _OFFICIAL, "en",
            ),
            Name("Société « L’Eau d’aujourd’hui » & Cie", _TRANSLATION, "fr"),
        ],
        "texts": {"en": "Maintains public wells & drinking fountains in five parishes."},
    },
    {
        "country": "IR", "city": "Yazd", "kind": "association", "course": FULL,
        "host": "golha-ye-dasht.example.org", "themes": ["education"],
        "names": [
            Name("انجمن آموزش و همیاری گل‌های نیم‌روزِ دشت", _OFFICIAL, "fa"),
            Name("Midday Flowers of the Plain Education and Mutual Aid Society", _TRANSLATION, "en"),
        ],
        "texts": {"fa": "کتابخانه‌های سیار و حلقه‌های کتاب‌خوانی را در شهرهای کویری اداره می‌کند."},
    },
    {
        "country": "TR", "city": "Iğdır", "kind": "association", "course": FULL,
        "host": "isikli-irmak.example.org", "themes": ["youth"],
        "names": [
            Name("IŞIKLI IRMAK İYİLİK VE DAYANIŞMA DERNEĞİ", _OFFICIAL, "tr"),
            Name("IIİDD", NameKind.ACRONYM),
        ],
        "texts": {"tr": "Gençler için meslek kursları ve gönüllü değişimleri düzenler."},
    },
]  # fmt: skip
