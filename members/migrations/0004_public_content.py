"""What the union publishes of itself: objectives, logo and contacts, texts that stay as published."""

import django.core.validators
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import members.models.constraints
import members.models.fields
import members.models.logo
import members.validators


class Migration(migrations.Migration):
    dependencies = [
        ("members", "0003_search"),
    ]

    operations = [
        migrations.CreateModel(
            name="HistoricalObjective",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
                (
                    "kind",
                    models.CharField(
                        choices=[("objective", "Objective"), ("strategy", "Strategy")],
                        default="objective",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=1, help_text="The order in its list, from 1.", verbose_name="position"
                    ),
                ),
                ("titles", members.models.fields.TranslatedField(default=dict, verbose_name="title")),
                (
                    "texts",
                    members.models.fields.TranslatedProseField(blank=True, default=dict, verbose_name="text"),
                ),
                ("history_change_reason", models.TextField(null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField()),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
            ],
            options={
                "verbose_name": "historical objective or strategy",
                "verbose_name_plural": "historical objectives and strategies",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Objective",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="version")),
                (
                    "kind",
                    models.CharField(
                        choices=[("objective", "Objective"), ("strategy", "Strategy")],
                        default="objective",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=1, help_text="The order in its list, from 1.", verbose_name="position"
                    ),
                ),
                ("titles", members.models.fields.TranslatedField(default=dict, verbose_name="title")),
                (
                    "texts",
                    members.models.fields.TranslatedProseField(blank=True, default=dict, verbose_name="text"),
                ),
            ],
            options={
                "verbose_name": "objective or strategy",
                "verbose_name_plural": "objectives and strategies",
                "ordering": ["kind", "position", "pk"],
            },
        ),
        migrations.AddField(
            model_name="historicalunion",
            name="address",
            field=members.models.fields.ProseField(
                blank=True, max_length=600, verbose_name="postal address of the secretariat"
            ),
        ),
        migrations.AddField(
            model_name="historicalunion",
            name="logo",
            field=models.TextField(
                blank=True,
                help_text="PNG, JPEG or WebP, at most 2 MB.",
                max_length=100,
                validators=[members.validators.logo],
                verbose_name="logo",
            ),
        ),
        migrations.AddField(
            model_name="historicalunion",
            name="phone",
            field=members.models.fields.LineField(
                blank=True,
                max_length=20,
                validators=[members.validators.phone],
                verbose_name="telephone of the secretariat",
            ),
        ),
        migrations.AddField(
            model_name="historicalunion",
            name="website",
            field=members.models.fields.LineField(
                blank=True,
                help_text="Only where the union has one beside this register.",
                max_length=500,
                validators=[members.validators.public_link],
                verbose_name="website",
            ),
        ),
        migrations.AddField(
            model_name="union",
            name="address",
            field=members.models.fields.ProseField(
                blank=True, max_length=600, verbose_name="postal address of the secretariat"
            ),
        ),
        migrations.AddField(
            model_name="union",
            name="logo",
            field=members.models.logo.LogoField(
                blank=True,
                help_text="PNG, JPEG or WebP, at most 2 MB.",
                upload_to="logos",
                validators=[members.validators.logo],
                verbose_name="logo",
            ),
        ),
        migrations.AddField(
            model_name="union",
            name="phone",
            field=members.models.fields.LineField(
                blank=True,
                max_length=20,
                validators=[members.validators.phone],
                verbose_name="telephone of the secretariat",
            ),
        ),
        migrations.AddField(
            model_name="union",
            name="website",
            field=members.models.fields.LineField(
                blank=True,
                help_text="Only where the union has one beside this register.",
                max_length=500,
                validators=[members.validators.public_link],
                verbose_name="website",
            ),
        ),
        migrations.AlterField(
            model_name="decision",
            name="kind",
            field=models.CharField(
                choices=[
                    ("admission", "Admission"),
                    ("readmission", "Readmission"),
                    ("class_change", "Change of class"),
                    ("suspension", "Suspension"),
                    ("reinstatement", "Reinstatement"),
                    ("ending", "End of membership"),
                    ("recorded", "Recorded from an earlier list"),
                    ("adoption", "Adoption of a text"),
                ],
                max_length=16,
                verbose_name="kind",
            ),
        ),
        migrations.AlterField(
            model_name="historicalpage",
            name="kind",
            field=models.CharField(
                choices=[
                    ("about", "About the union"),
                    ("statute", "Statute"),
                    ("rules", "Rules"),
                    ("checks", "How we check entries"),
                ],
                max_length=10,
                verbose_name="kind",
            ),
        ),
        migrations.AlterField(
            model_name="historicalpagetext",
            name="published_on",
            field=models.DateField(blank=True, editable=False, null=True, verbose_name="published on"),
        ),
        migrations.AlterField(
            model_name="historicalunion",
            name="contact_email",
            field=members.models.fields.LineField(
                blank=True,
                max_length=254,
                validators=[
                    django.core.validators.EmailValidator(
                        "Write an e-mail address such as office@example.org."
                    )
                ],
                verbose_name="e-mail of the secretariat",
            ),
        ),
        migrations.AlterField(
            model_name="historicalunion",
            name="founded_year",
            field=models.PositiveSmallIntegerField(
                blank=True, null=True, validators=[members.validators.year_has_come], verbose_name="founded"
            ),
        ),
        migrations.AlterField(
            model_name="organisation",
            name="logo",
            field=members.models.logo.LogoField(
                blank=True,
                help_text="PNG, JPEG or WebP, at most 2 MB.",
                upload_to="logos",
                validators=[members.validators.logo],
                verbose_name="logo",
            ),
        ),
        migrations.AlterField(
            model_name="page",
            name="kind",
            field=models.CharField(
                choices=[
                    ("about", "About the union"),
                    ("statute", "Statute"),
                    ("rules", "Rules"),
                    ("checks", "How we check entries"),
                ],
                max_length=10,
                verbose_name="kind",
            ),
        ),
        migrations.AlterField(
            model_name="pagetext",
            name="published_on",
            field=models.DateField(blank=True, editable=False, null=True, verbose_name="published on"),
        ),
        migrations.AlterField(
            model_name="union",
            name="contact_email",
            field=members.models.fields.LineField(
                blank=True,
                max_length=254,
                validators=[
                    django.core.validators.EmailValidator(
                        "Write an e-mail address such as office@example.org."
                    )
                ],
                verbose_name="e-mail of the secretariat",
            ),
        ),
        migrations.AlterField(
            model_name="union",
            name="founded_year",
            field=models.PositiveSmallIntegerField(
                blank=True, null=True, validators=[members.validators.year_has_come], verbose_name="founded"
            ),
        ),
        migrations.AddConstraint(
            model_name="pagetext",
            constraint=members.models.constraints.Forbid(
                events=("UPDATE",),
                name="page_text_published_as_it_is",
                violation_error_message="What was published is not altered. Write a new version.",
                when=(
                    "OLD.published_on IS NOT NULL AND (NEW.page_id <> OLD.page_id"
                    " OR NEW.language <> OLD.language OR NEW.number <> OLD.number"
                    " OR NEW.title <> OLD.title OR NEW.body <> OLD.body"
                    " OR NEW.published_on IS NULL OR NEW.published_on <> OLD.published_on)"
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="pagetext",
            constraint=members.models.constraints.Forbid(
                events=("DELETE",),
                name="page_text_published_stays",
                violation_error_message="What was published is not deleted.",
                when="OLD.published_on IS NOT NULL",
            ),
        ),
        migrations.AddConstraint(
            model_name="union",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("founded_year", None), ("founded_year__range", (1000, 2200)), _connector="OR"
                ),
                name="union_founded_in_range",
                violation_error_message="Write the year with four digits.",
            ),
        ),
        migrations.AddField(
            model_name="historicalobjective",
            name="history_user",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="objective",
            constraint=models.CheckConstraint(
                condition=models.Q(("titles", {}), _negated=True),
                name="objective_has_title",
                violation_error_message="Write the title in one language at least.",
            ),
        ),
        migrations.AddConstraint(
            model_name="objective",
            constraint=models.CheckConstraint(
                condition=models.Q(("position__gte", 1)),
                name="objective_position_from_one",
                violation_error_message="Positions are counted from 1.",
            ),
        ),
    ]
