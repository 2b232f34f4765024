"""The order of names in each language's alphabet, and what each public change was about."""

import django.db.models.deletion
from django.db import migrations, models

from members.search import filing


def forwards(apps, schema_editor):
    names = apps.get_model("members", "OrganisationName").objects
    if names.exists():
        filing.rebuild(names)


class Migration(migrations.Migration):
    dependencies = [
        ("members", "0004_public_content"),
    ]

    operations = [
        migrations.CreateModel(
            name="PublicChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveBigIntegerField(db_index=True)),
                ("about", models.BigIntegerField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Filing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("language", models.CharField(max_length=12)),
                ("key", models.BinaryField()),
                (
                    "organisation",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="members.organisation",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["language", "key", "organisation"], name="filing_in_order")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisation", "language"), name="filing_once_a_language"
                    )
                ],
            },
        ),
        migrations.RunPython(forwards, migrations.RunPython.noop),
    ]
