"""Organisations are filed under the titles that readers of each language see."""

import datetime
import importlib

import pytest
from django.apps import apps

from members import collation
from members.actions import organisations
from members.models import Filing, OrganisationName
from members.search import filing, index
from tests import factories

pytestmark = pytest.mark.django_db


def filed(organisation) -> dict[str, bytes]:
    rows = Filing.objects.filter(organisation=organisation)
    return {language: bytes(key) for language, key in rows.values_list("language", "key")}


def test_under_the_name_in_each_language_else_the_official_one():
    selvi = factories.make_organisation("Selvi Vakfı", names=[("وقف سلفي", "translation", "ar")])
    assert filed(selvi) == {
        language: collation.title_key("وقف سلفي" if language == "ar" else "Selvi Vakfı", language)
        for language in ("en", "ar", "fa", "fr", "es", "tr", "id", "ur")
    }


def test_every_change_of_names_files_anew():
    selvi = factories.make_organisation("Selvi Vakfı")
    by = {"by": None, "reason": "Letter."}
    organisations.change_official_name(
        selvi, value="Yeni Vakıf", language="tr", on=datetime.date(2020, 1, 1), **by
    )
    assert filed(selvi)["tr"] == collation.title_key("Yeni Vakıf", "tr")
    organisations.add_name(selvi, value="New Foundation", kind="translation", language="en", by=None)
    assert filed(selvi)["en"] == collation.title_key("New Foundation", "en")
    selvi.names.filter(language="en").delete()
    organisations.names_changed(selvi, by=None)
    assert filed(selvi)["en"] == collation.title_key("Yeni Vakıf", "en")


def test_without_a_name_it_is_filed_all_the_same():
    selvi = factories.make_organisation("Selvi Vakfı")
    OrganisationName.objects.update(valid_until="2020-01-01")
    filing.update([selvi.pk])
    assert filed(selvi)["tr"] == collation.title_key("", "tr")


def test_a_rebuilt_index_files_everything(monkeypatch):
    rows = [factories.make_organisation(f"Vakıf {rank}") for rank in range(5)]
    before = [filed(row) for row in rows]
    Filing.objects.filter(organisation=rows[0]).delete()
    Filing.objects.filter(organisation=rows[1]).update(key=b"x")
    monkeypatch.setattr(filing, "BATCH", 2)
    index.rebuild()
    assert [filed(row) for row in rows] == before


def test_the_migration_files_what_is_there():
    selvi = factories.make_organisation("Selvi Vakfı")
    before = filed(selvi)
    Filing.objects.all().delete()
    importlib.import_module("members.migrations.0005_filing").forwards(apps, None)
    assert filed(selvi) == before


def test_a_deleted_organisation_leaves_no_entry():
    selvi = factories.make_organisation("Selvi Vakfı")
    selvi.names.all().delete()
    selvi.delete()
    assert not Filing.objects.exists()
