"""Members of staff with rights of different width, and a browser for each."""

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from members.actions import documents
from members.models import Document, User
from tests.factories import make_member


def make_user(name: str, *rights: str, **facts) -> User:
    """A member of staff with these rights, as "view_organisation"."""
    user = User.objects.create_user(name, password="a long enough password", is_staff=True, **facts)
    found = Permission.objects.filter(codename__in=rights, content_type__app_label="members")
    assert found.count() == len(set(rights))
    user.user_permissions.set(found)
    return user


def browser_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def chief(db):
    return User.objects.create_superuser("chief", password="a long enough password")


@pytest.fixture
def browser(chief):
    """Everything is allowed here."""
    return browser_of(chief)


@pytest.fixture
def viewer(db):
    """Sees organisations and their names, changes nothing, knows nobody."""
    return browser_of(make_user("viewer", "view_organisation", "view_organisationname"))


@pytest.fixture
def member(db):
    return make_member()


PDF = b"%PDF-1.7 invented"


@pytest.fixture
def document(member):
    """A stored file of the member."""
    file = SimpleUploadedFile("Tüzük 2019.pdf", PDF, "application/pdf")
    document = Document(organisation=member, kind="statute", title="Statute of 2019", file=file)
    documents.describe(document, by=None)
    document.save()
    return document
