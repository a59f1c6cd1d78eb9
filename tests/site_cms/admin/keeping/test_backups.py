"""The age of the last backup, for those whom it concerns."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from site_cms.admin.keeping import backups
from tests import factories


@pytest.fixture
def read(client, home_page, settings, tmp_path):
    settings.BACKUP_DIR, settings.BACKUP_DUE_HOURS = tmp_path, 26
    call_command("permissions", verbosity=0)

    def read(*groups, **fields):
        client.force_login(factories.user("quelquun", *groups, **fields))
        html = client.get(reverse("wagtailadmin_home")).content.decode()
        return html.partition("Sauvegardes")[2][:1500]

    return read


def test_without_any_backup_national_staff_is_told(read):
    assert "Aucune sauvegarde" in read("Communication")


def test_a_young_one_is_said_to_the_technical_administration(read, monkeypatch):
    monkeypatch.setattr(backups, "last_backup_at", timezone.now)
    said = read(is_superuser=True)
    assert "Dernière sauvegarde" in said and "plus récente" not in said


def test_a_young_one_is_nobody_elses_business(read, monkeypatch):
    monkeypatch.setattr(backups, "last_backup_at", timezone.now)
    assert read("Communication") == ""


def test_an_old_one_is_told(read, monkeypatch):
    monkeypatch.setattr(backups, "last_backup_at", lambda: timezone.now() - timedelta(days=2))
    assert "plus récente" in read("Communication")


def test_where_the_host_makes_them_nothing_is_said(read, settings):
    settings.BACKUP_DUE_HOURS = None
    assert read("Communication") == ""
