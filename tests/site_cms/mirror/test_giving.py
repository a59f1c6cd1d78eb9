"""The database is away: whom the mirror stands in for, and whom it does not."""

import pytest
from django.db import OperationalError
from django.test import Client
from django.urls import path

from site_cms.mirror.ledger import KEPT, Found, Ledger
from site_cms.urls import handler400, handler404, handler500, urlpatterns  # noqa: F401 (read by name)


def away(request, **kwargs):
    raise OperationalError("server closed the connection")


urlpatterns = [path("liste/", away), path("flux.rss", away), path("admin/x/", away), *urlpatterns]
pytestmark = [pytest.mark.urls(__name__), pytest.mark.once]
FILES = {
    "/liste/": ("liste/index.html", "text/html; charset=utf-8"),
    "/liste/?page=2": ("liste/page=2.html", "text/html; charset=utf-8"),
    "/flux.rss": ("flux.rss", "application/rss+xml; charset=utf-8"),
}


@pytest.fixture
def client(settings, tmp_path):
    copy = tmp_path / "current"
    (copy / "site" / "liste").mkdir(parents=True)
    ledger = Ledger(copy / "ledger.sqlite3")
    ledger.note(FILES)
    for address, (name, kind) in FILES.items():
        (copy / "site" / name).write_text(f"copie de {address}")
        ledger.settle(address, KEPT, Found(name, kind))
    ledger.close()
    settings.MIRROR_DIR = tmp_path
    return Client(raise_request_exception=False)


@pytest.mark.parametrize("address", FILES)
def test_readers_get_the_copy(client, address):
    response = client.get(address)
    assert (response.status_code, response["Content-Type"]) == (200, FILES[address][1])
    assert response.getvalue().decode() == f"copie de {address}"
    assert response["Cache-Control"] == "no-store"


def test_whatever_else_is_asked_of_a_list_leads_to_it(client):
    assert client.get("/liste/?theme=3").getvalue() == b"copie de /liste/"


def test_whoever_sends_something_or_has_an_account_does_not(client, settings):
    assert client.post("/liste/", {"message": "bonjour"}).status_code == 503
    assert client.get("/admin/x/").status_code == 503
    client.cookies[settings.SESSION_COOKIE_NAME] = "abc"
    assert client.get("/liste/").status_code == 503


def test_without_a_copy_it_is_said(client, settings, tmp_path):
    settings.MIRROR_DIR = tmp_path / "nowhere"
    assert client.get("/liste/").status_code == 503
    settings.MIRROR_DIR = None
    assert client.get("/liste/").status_code == 503
