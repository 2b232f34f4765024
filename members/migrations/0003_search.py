"""The words by which names are found, and what PostgreSQL needs to find misspelt ones."""

import django.db.models.deletion
from django.db import migrations, models

from members.search import schema


def forwards(apps, schema_editor):
    schema.forwards(schema_editor.connection)


def backwards(apps, schema_editor):
    schema.backwards(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [
        ("members", "0002_countries"),
    ]

    operations = [
        migrations.CreateModel(
            name="SearchPosting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("word", models.CharField(max_length=60)),
                ("size", models.PositiveSmallIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="SearchWord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.CharField(max_length=60)),
                ("skeleton", models.CharField(blank=True, max_length=120)),
                ("frequency", models.PositiveIntegerField(default=0)),
            ],
        ),
        migrations.AddIndex(
            model_name="organisationname",
            index=models.Index(fields=["folded"], name="name_folded", opclasses=["varchar_pattern_ops"]),
        ),
        migrations.AddField(
            model_name="searchposting",
            name="name",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="members.organisationname"
            ),
        ),
        migrations.AddField(
            model_name="searchposting",
            name="organisation",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="members.organisation",
            ),
        ),
        migrations.AddIndex(
            model_name="searchword",
            index=models.Index(fields=["text"], name="search_word_text", opclasses=["varchar_pattern_ops"]),
        ),
        migrations.AddIndex(
            model_name="searchword",
            index=models.Index(
                fields=["skeleton"], name="search_word_skeleton", opclasses=["varchar_pattern_ops"]
            ),
        ),
        migrations.AddIndex(
            model_name="searchposting",
            index=models.Index(
                fields=["word", "size", "organisation", "name"],
                name="search_posting_word",
                opclasses=["varchar_pattern_ops", "int2_ops", "int8_ops", "int8_ops"],
            ),
        ),
        migrations.RunPython(forwards, backwards),
    ]
