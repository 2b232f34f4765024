import io

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from members.demo import build
from members.models import FocusArea, Organisation
from tests.factories import make_organisation


def test_it_says_how_many_organisations_there_are_now(monkeypatch):
    monkeypatch.setattr(build, "load", lambda: 347)
    out = io.StringIO()
    call_command("load_demo", stdout=out)
    assert out.getvalue() == "Demo register loaded: 347 organisations.\n"


@pytest.mark.django_db
def test_it_refuses_a_register_that_holds_an_organisation_and_changes_nothing():
    make_organisation("Selvi Irmağı Eğitim Vakfı")
    with pytest.raises(CommandError, match="an empty one only"):
        call_command("load_demo")
    assert Organisation.objects.count() == 1
    assert not FocusArea.objects.exists()
