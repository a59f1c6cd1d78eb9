"""The age of the mirror, for those whom it concerns."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from site_cms.admin.keeping import mirror
from tests import factories


@pytest.fixture
def read(client, home_page, settings, tmp_path):
    settings.MIRROR_DIR = tmp_path
    call_command("permissions", verbosity=0)

    def read(**fields):
        client.force_login(factories.user("quelquun", "Communication", **fields))
        html = client.get(reverse("wagtailadmin_home")).content.decode()
        return html.partition("Copie de secours")[2][:1500]

    return read


def test_that_there_is_none_or_an_old_one_is_told(read, monkeypatch):
    assert "Aucune copie" in read()


def test_an_old_one_is_told(read, monkeypatch):
    monkeypatch.setattr(mirror, "last_mirror_at", lambda: timezone.now() - timedelta(days=2))
    assert "plus récente" in read()


def test_a_young_one_is_the_business_of_the_technical_administration(read, monkeypatch):
    monkeypatch.setattr(mirror, "last_mirror_at", timezone.now)
    assert "Dernière copie entière" in read(is_superuser=True)


def test_where_none_is_kept_nothing_is_said(read, settings):
    settings.MIRROR_DIR = None
    assert read() == ""
