"""One small register with every state that a public page knows: for tests that walk through all pages."""

import datetime

from members.actions import organisations
from members.choices import Audience, HowEnded
from members.models import MembershipClass, Organisation, Union
from tests.factories.contents import make_objective, make_text, make_union_logo
from tests.factories.membership import change_class, end, make_member, make_membership, suspend
from tests.factories.organisations import make_organisation
from tests.factories.people import make_representative

LONG = (
    "International Coordinating Council of Independent Voluntary Associations for Intergenerational "
    "Education, Emergency Relief, Rural Water Supply and the Social Inclusion of Displaced Communities "
)
# More than a page of the directory holds.
OTHERS = 15


def make_register() -> dict[str, Organisation]:
    """The register, by the state for which each organisation stands."""
    Union.objects.update(
        names={"en": "Union of NGOs", "ar": "اتحاد المنظمات غير الحكومية"},
        contact_email="secretariat@union.example.org",
        founded_year=2001,
    )
    found = {"full": _full(), **_standing(), **_hard_to_set(), **_not_shown()}
    for rank in range(OTHERS):
        make_member(f"Vakfı {rank}", focus=["education"], to="observer" if rank % 3 else "full")
    make_union_logo()
    for language in ("en", "ar"):
        make_text(language=language, adopted_on=datetime.date(2001, 5, 1), is_authentic=language == "ar")
    make_text("statute", "en", 2, adopted_on=datetime.date(2024, 5, 1))
    make_text("about", "en", title="About the union")
    make_text("checks", "en", title="How we check entries")
    make_text("draft", "en", kind="rules", title="Draft rules", published_on=None)
    make_objective()
    merged = make_member("Selvi Köy Okulları Derneği", since=datetime.date(2010, 1, 1))
    end(merged, datetime.date(2015, 6, 30), how=HowEnded.MERGED)
    Organisation.objects.filter(pk=merged.pk).update(merged_into=found["full"])
    return {name: Organisation.objects.get(pk=row.pk) for name, row in {**found, "merged": merged}.items()}


def _full() -> Organisation:
    """With all there is to say, and representatives named, unnamed and gone."""
    selvi = make_member(
        "Selvi Irmağı Eğitim ve Dayanışma Vakfı",
        names=[
            ("Selvi River Education and Solidarity Foundation", "translation", "en"),
            ("وقف نهر سلفي للتعليم والتضامن", "translation", "ar"),
            ("SIEDV", "acronym", ""),
            ("Selvi Köy Okulları", "former", "tr"),
        ],
        texts={
            "tr": ("Köy okulları yürütür.", "Uzun metin.\n\nİkinci bölüm."),
            "en": ("Runs village schools.", "A longer text.\n\nA second part."),
        },
        focus=["education", "youth"],
        works_in=["TR", "SN", "BA"],
        city="Çanakkale",
        founded_year=1998,
        legal_number="17-482/1998",
        legal_register="Vakıflar",
        website="https://selvi.example.org/",
        email="info@selvi.example.org",
        email_audience=Audience.PUBLIC,
        phone="+902860000000",
        phone_audience=Audience.PUBLIC,
        address="Sahil Yolu 1\nÇanakkale",
        address_audience=Audience.PUBLIC,
        confirmed_on=datetime.date(2026, 3, 12),
        checked_on=datetime.date(2026, 4, 3),
    )
    make_representative(selvi, "Elif Karaca", is_public=True)
    make_representative(selvi, "Mert Yalın", rank="alternate", ends_on=datetime.date(2098, 1, 1))
    make_representative(selvi, "Can Demir", function="head", ends_on=datetime.date(2025, 1, 1))
    return selvi


def _standing() -> dict[str, Organisation]:
    """Suspended, former, back again in another class, and with nothing but a name."""
    urdu = make_member(
        "انجمنِ فروغِ تعلیم و ہنر، ٹھٹہ",
        language="ur",
        country="PK",
        names=[("AFTH", "acronym", ""), ("Anjuman-e Farogh-e Talim", "romanised", "ur-Latn")],
        focus=["youth"],
        website="https://afth.example.org/",
    )
    suspend(urdu)
    former = make_member("Udruženje „Sedam mostova“", language="bs", country="BA")
    end(former)
    back = make_member("Réseau du Littoral", language="fr", country="SN", since=datetime.date(2005, 1, 1))
    end(back, datetime.date(2012, 12, 31), how=HowEnded.LAPSED)
    make_membership(back, to="observer", since=datetime.date(2014, 5, 1))
    change_class(back, to="full", on=datetime.date(2016, 5, 1))
    bare = make_member("دانه", language="fa", country="IR", kind="", since=None)
    return {"suspended": urdu, "former": former, "back": back, "bare": bare}


def _hard_to_set() -> dict[str, Organisation]:
    """Names that are long, unbreakable, mixed in direction or look like markup."""
    long = make_member((LONG * 2)[:240] + "A" * 60, language="en", country="BA", city="S" * 60)
    mixed = make_member("مؤسسة ABC للتنمية (ABCD-2030) – فرع الشمال", language="ar", country="JO")
    quotes = make_member(
        "O'Dara's \"Mill\" & </script><script>alert(1)</script>", language="en", country="GB",
        texts={"en": ("Wells & fountains </script> in <five> parishes.", "")},
    )  # fmt: skip
    return {"long": long, "mixed": mixed, "quotes": quotes}


def _not_shown() -> dict[str, Organisation]:
    """Hidden, never admitted, and in a class that is not public. Each is alone in its country."""
    hidden = make_member("Druk Phensum", language="dz", country="BT", focus=["education"])
    Organisation.objects.filter(pk=hidden.pk).update(is_listed=False)
    applicant = make_organisation("Fale o Tagata", language="en", country="WS")
    MembershipClass.objects.get_or_create(
        slug="secret", defaults={"names": {"en": "Secret class"}, "is_public": False}
    )
    secret = make_member("Bwebwe", language="", country="KI", to="secret")
    organisations.add_name(secret, value="Te Bwebwe", kind="alias", language="", by=None)
    return {"hidden": hidden, "applicant": applicant, "secret": secret}
