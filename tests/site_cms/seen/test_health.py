"""Probes: a word for everybody, more for the machine itself or who has the token."""

import pytest
from django.utils import timezone

from site_cms.models import ScheduleRun, WorkerPulse
from site_cms.seen import health
from tests.processes import wait_for

FROM_OUTSIDE = {"x-forwarded-for": "203.0.113.7"}


@pytest.fixture(autouse=True)
def fresh(monkeypatch):
    monkeypatch.setattr(health, "HOLDS", 0)


def test_alive_without_a_database_a_known_host_or_https(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    response = client.get("/healthz/live", headers={"host": "ailleurs.invalid"})
    assert (response.status_code, response.content) == (200, b"live\n")
    assert response["Cache-Control"] == "no-store" and response["X-Robots-Tag"] == "noindex"


def test_each_thing_is_said(client, transactional_db):
    # The first look loads every migration.
    wait_for(lambda: client.get("/healthz/ready").json().get("migrations") == "ok")
    found = client.get("/healthz/ready").json()
    assert found == {
        **{"ready": True, "database": "ok", "migrations": "ok", "storage": "ok"},
        **{"worker": "late", "scheduler": "late", "backup": "ok", "mirror": "ok"},
    }
    WorkerPulse.objects.create(worker_id="w", beat_at=timezone.now())
    now = timezone.now()
    ScheduleRun.objects.create(started_at=now, finished_at=now)
    found = client.get("/healthz/ready").json()
    assert found["worker"] == found["scheduler"] == "ok"


@pytest.mark.once
def test_a_late_backup_is_said_and_takes_nothing_out_of_service(
    client, transactional_db, settings, tmp_path
):
    settings.BACKUP_DIR, settings.BACKUP_DUE_HOURS = tmp_path, 26
    wait_for(lambda: client.get("/healthz/ready").json().get("backup") == "late")
    settings.MIRROR_DIR = tmp_path
    wait_for(lambda: client.get("/healthz/ready").json().get("mirror") == "late")
    assert client.get("/healthz/ready").json()["storage"] == "ok"


@pytest.mark.once
def test_what_a_server_cannot_do_without(client, transactional_db, settings, tmp_path):
    (tmp_path / "file").write_text("")
    settings.MEDIA_ROOT = str(tmp_path / "file" / "media")
    response = client.get("/healthz/ready")
    assert response.status_code == 503
    assert response.json()["storage"].startswith("cannot be written")


@pytest.mark.once
@pytest.mark.parametrize("address", ["/healthz/ready", "/metrics"])
def test_strangers_are_told_a_word_at_most(client, transactional_db, settings, address):
    def asked(**headers):
        return client.get(address, headers=FROM_OUTSIDE | headers).content

    assert b"database" not in asked()
    settings.OPERATIONS_TOKEN = "a-token"
    assert b"database" not in asked(authorization="Bearer another")
    assert b"database" in asked(authorization="Bearer a-token")
    assert b"database" in client.get(address).content


def test_metrics(client, transactional_db):
    client.get("/nulle-part/")
    text = client.get("/metrics").content.decode()
    assert 'site_answers_total{part="public",status="404"}' in text
    assert "site_mirror_seconds NaN" in text
    assert "site_database_up 1.0" in text and 'site_tasks{state="waiting"}' in text
