"""Every page of the staff site opens, for those who may see it and for nobody else."""

import datetime

import pytest
from django.contrib import admin
from django.urls import reverse
from django.utils import timezone

from members import audit
from members.models import ImportRow, ImportRun, Page, PageText, Union
from tests.admin.conftest import browser_of, make_user
from tests.factories import end, make_focus_area, make_member, make_objective, make_representative, suspend

pytestmark = pytest.mark.django_db


@pytest.fixture
def register(chief, document):
    """One row of everything."""
    member = make_member(works_in=["TR", "DE"], focus=["education"], names=[("Selvi", "acronym", "")])
    suspend(member, by=chief)
    make_representative(member, by=chief)
    former = make_member("Göl Derneği", since=datetime.date(2011, 1, 1))
    end(former)
    make_focus_area()
    Union.objects.get_or_create(pk=1)
    page = Page.objects.create(slug="about", kind="about")
    PageText.objects.create(page=page, language="en", title="About", body="Text.")
    make_objective()
    run = ImportRun.objects.create(
        file_name="list.csv", sha256="0" * 64, started_at=timezone.now(), counts={"new": 1}
    )
    ImportRow.objects.create(run=run, row_number=1, outcome="new", organisation=member, messages=["Fine."])
    audit.record("delete", member, by=chief, reason="For this test.")
    return member


MODELS = sorted(admin.site._registry, key=lambda model: model._meta.model_name)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.model_name)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_list_page_history_and_deletion(register, browser, chief, model, language):
    chief.language = language
    chief.save()
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    response = browser.get(reverse(f"{name}_changelist"), follow=True)
    assert response.status_code == 200
    row = model._default_manager.first()
    if row is None:
        pytest.skip("no row of this kind")
    response = browser.get(reverse(f"{name}_change", args=[row.pk]))
    assert response.status_code == 200
    assert f'lang="{language}"' in response.content.decode()
    assert f'dir="{"rtl" if language == "ar" else "ltr"}"' in response.content.decode().split("<head>")[0]
    assert browser.get(reverse(f"{name}_history", args=[row.pk])).status_code == 200
    assert browser.get(reverse(f"{name}_delete", args=[row.pk])).status_code in {200, 403}
    assert browser.get(reverse(f"{name}_add")).status_code in {200, 403}


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.model_name)
def test_without_rights_nothing_opens(register, model):
    nobody = browser_of(make_user("nobody"))
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    row = model._default_manager.first()
    pages = [reverse(f"{name}_changelist"), reverse(f"{name}_add")]
    pages += (
        [reverse(f"{name}_{page}", args=[row.pk]) for page in ("change", "history", "delete")] if row else []
    )
    for page in pages:
        response = nobody.get(page)
        if response.status_code == 302:  # the union's list is its only row
            response = nobody.get(response.url)
        assert response.status_code == 403, page
        assert nobody.post(page, {"post": "yes", "reason": "x"}).status_code in {302, 403}


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.model_name)
def test_a_row_that_is_not_there(browser, model):
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    for key in ("999999", "x'y", str(2**70), "_00"):
        for page in ("change", "history", "delete"):
            status = browser.get(reverse(f"{name}_{page}", args=[key])).status_code
            assert status == 404 or (page, status) == ("delete", 403), (page, key)


def test_home_shows_the_work_and_no_log(register, browser, viewer):
    page = browser.get(reverse("admin:index")).content.decode()
    assert "Not confirmed for 12 months" in page
    assert "Country names to be chosen" in page
    assert "Recent actions" not in page
    page = viewer.get(reverse("admin:index")).content.decode()
    assert "Country names to be chosen" not in page


def test_the_shortcut_to_any_row_is_gone(browser):
    assert browser.get("/admin/r/1/1/").status_code == 404
