import io
import re

import pytest
from django.contrib.auth import authenticate
from django.core.management import call_command
from django.core.management.base import CommandError

from members.models import AuditEvent, User

pytestmark = pytest.mark.django_db


def output(*arguments) -> str:
    out = io.StringIO()
    call_command("create_staff", *arguments, stdout=out)
    return out.getvalue()


def test_the_printed_password_opens_the_account_and_is_kept_nowhere():
    said = output()
    password = re.search(r"Password: +(\S+)", said)[1]
    user = authenticate(username="admin", password=password)
    assert user.is_superuser
    assert user.is_staff
    assert len(password) >= 24
    assert said.count(password) == 1
    assert password not in User.objects.get().password
    event = AuditEvent.objects.get(verb="create_staff")
    assert password not in f"{event.facts}{event.reason}"


def test_every_password_is_another():
    assert output() != output("--username", "second").replace("second", "admin")


def test_with_if_none_it_does_nothing_when_there_is_staff():
    User.objects.create_user("someone", password="x", is_staff=True)
    assert output("--if-none") == "There is a staff account already; none was made.\n"
    assert User.objects.count() == 1


@pytest.mark.parametrize("facts", [{"is_staff": False}, {"is_staff": True, "is_active": False}])
def test_with_if_none_an_account_that_cannot_sign_in_as_staff_does_not_count(facts):
    User.objects.create_user("someone", password="x", **facts)
    assert "User name: admin" in output("--if-none")


def test_an_existing_name_is_refused_in_any_case_and_keeps_its_password():
    user = User.objects.create_user("Admin", password="x")
    with pytest.raises(CommandError, match="already"):
        output()
    assert User.objects.get().password == user.password
