"""Every country of ISO 3166-1 and Kosovo, with its place in the UN's regions, and the register's own rows."""

from django.db import migrations
from django_countries import countries

from members.regions import PLACE_OF, WITHOUT_M49, WORDING_OPEN

CLASSES = [
    ("full", 1, True, 1, {
        "en": "Full member", "ar": "عضو كامل العضوية", "fa": "عضو اصلی", "fr": "Membre de plein droit",
        "es": "Miembro de pleno derecho", "tr": "Asıl üye", "id": "Anggota penuh", "ur": "مکمل رکن",
    }),
    ("observer", 0, False, 2, {
        "en": "Observer", "ar": "مراقب", "fa": "ناظر", "fr": "Observateur", "es": "Observador",
        "tr": "Gözlemci", "id": "Pengamat", "ur": "مبصر",
    }),
]  # fmt: skip


def seed(apps, schema_editor):
    Country = apps.get_model("members", "Country")
    NumberSeries = apps.get_model("members", "NumberSeries")
    rows = []
    for code, _name in countries:
        region, subregion = PLACE_OF.get(code, ("", ""))
        numeric = countries.numeric(code, padded=True)
        rows.append(
            Country(
                code=code,
                alpha3=countries.alpha3(code) or "XKX",
                m49="" if code in WITHOUT_M49 else numeric or "",
                region=region,
                subregion=subregion,
                is_wording_open=code in WORDING_OPEN,
            )
        )
    Country.objects.bulk_create(rows)
    NumberSeries.objects.bulk_create([NumberSeries(country_id=row.code) for row in rows])
    MembershipClass = apps.get_model("members", "MembershipClass")
    for slug, votes, is_default, position, names in CLASSES:
        MembershipClass.objects.create(
            slug=slug, votes=votes, is_default=is_default, position=position, names=names
        )
    apps.get_model("members", "Union").objects.create(id=1)
    apps.get_model("members", "Revision").objects.create(id=1)


class Migration(migrations.Migration):
    dependencies = [("members", "0001_initial")]
    operations = [migrations.RunPython(seed, migrations.RunPython.noop)]
