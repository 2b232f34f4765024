"""What machines hear."""

import pytest
from django.db import OperationalError
from django.db.migrations.recorder import MigrationRecorder

from members.views import health


def test_alive_without_a_database(client):
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok\n")


@pytest.mark.django_db
def test_ready(client):
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (200, b"ok\n")
    assert response["Content-Type"].startswith("text/plain")


@pytest.mark.django_db
def test_not_ready_with_a_pending_migration(client):
    MigrationRecorder.Migration.objects.filter(app="members").order_by("name").last().delete()
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (503, b"not ready\n")


def test_not_ready_without_a_database(client, monkeypatch):
    def refuse(*_args):
        raise OperationalError("could not connect to host db.internal")

    monkeypatch.setattr(health, "MigrationExecutor", refuse)
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (503, b"not ready\n")
