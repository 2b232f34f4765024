"""The UN's regions (M49) and the countries in each, as data.

Source: United Nations Statistics Division, "Standard country or area codes for statistical use (M49)".
Where M49 has intermediate regions (Africa, Latin America) these are used, being the names people know.
M49 has no row for TW and XK; they stand with their neighbours and carry no M49 code.
"""

from functools import lru_cache

from babel import Locale

# region -> subregion -> ISO 3166-1 alpha-2 codes
M49: dict[str, dict[str, str]] = {
    "002": {
        "015": "DZ EG EH LY MA SD TN",
        "014": "BI DJ ER ET IO KE KM MG MU MW MZ RE RW SC SO SS TF TZ UG YT ZM ZW",
        "017": "AO CD CF CG CM GA GQ ST TD",
        "018": "BW LS NA SZ ZA",
        "011": "BF BJ CI CV GH GM GN GW LR ML MR NE NG SH SL SN TG",
    },
    "019": {
        "029": "AG AI AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI",
        "013": "BZ CR GT HN MX NI PA SV",
        "005": "AR BO BR BV CL CO EC FK GF GS GY PE PY SR UY VE",
        "021": "BM CA GL PM US",
    },
    "142": {
        "143": "KG KZ TJ TM UZ",
        "030": "CN HK JP KP KR MN MO TW",
        "035": "BN ID KH LA MM MY PH SG TH TL VN",
        "034": "AF BD BT IN IR LK MV NP PK",
        "145": "AE AM AZ BH CY GE IL IQ JO KW LB OM PS QA SA SY TR YE",
    },
    "150": {
        "151": "BG BY CZ HU MD PL RO RU SK UA",
        "154": "AX DK EE FI FO GB GG IE IM IS JE LT LV NO SE SJ",
        "039": "AD AL BA ES GI GR HR IT ME MK MT PT RS SI SM VA XK",
        "155": "AT BE CH DE FR LI LU MC NL",
    },
    "009": {
        "053": "AU CC CX HM NF NZ",
        "054": "FJ NC PG SB VU",
        "057": "FM GU KI MH MP NR PW UM",
        "061": "AS CK NU PF PN TK TO TV WF WS",
    },
}
WITHOUT_M49 = frozenset({"TW", "XK"})
# Usage differs between bodies for these; the union chooses its own wording.
WORDING_OPEN = frozenset({"EH", "FK", "GS", "HK", "MK", "MO", "PS", "TW", "XK"})

PLACE_OF = {
    code: (region, subregion)
    for region, subregions in M49.items()
    for subregion, codes in subregions.items()
    for code in codes.split()
}
SUBREGIONS_OF = {region: tuple(subregions) for region, subregions in M49.items()}
REGION_OF = {subregion: region for region, subregions in M49.items() for subregion in subregions}


def is_region(code: str) -> bool:
    return code in SUBREGIONS_OF or code in REGION_OF


@lru_cache(maxsize=512)
def region_name(code: str, language: str) -> str:
    """CLDR's name of an M49 region or subregion, "Western Asia" for "145" in English."""
    return Locale.parse(language, sep="-").territories.get(code, code)
