"""What is answered when the database, or room for files, is gone."""

import errno

import psycopg
import pytest
from django.db import DatabaseError, OperationalError
from django.test import Client
from django.urls import path

from site_cms.seen.overdue import RequestTooLong
from site_cms.templatetags.footer_tags import last_links
from site_cms.urls import handler400, handler404, handler500, urlpatterns  # noqa: F401 (read by name)


def failing(error):
    def view(request):
        request.POST  # noqa: B018 (read, as views do)
        raise error

    return view


ERRORS = {
    "away": OperationalError("server closed the connection"),
    "full": OSError(errno.ENOSPC, "No space left on device"),
    "read-only": OSError(errno.EROFS, "Read-only file system"),
    "database-full": psycopg.errors.DiskFull("could not extend file"),
    "too-long": RequestTooLong(),
    "broken": DatabaseError("no such table"),
    "file": OSError(errno.ENOENT, "No such file"),
}
STATUS = {"away": 503, "too-long": 503, "full": 507, "read-only": 507, "database-full": 507}
urlpatterns = [
    *(path(f"{prefix}{name}/", failing(ERRORS[name])) for name in ERRORS for prefix in ("", "en/")),
    *urlpatterns,
]
pytestmark = [pytest.mark.urls(__name__), pytest.mark.once]


@pytest.fixture
def client():
    return Client(raise_request_exception=False)


@pytest.mark.parametrize("name", ERRORS)
def test_what_is_gone_is_said_by_a_page_that_needs_no_database(client, name):
    response = client.get(f"/{name}/")
    assert response.status_code == STATUS.get(name, 500)
    html = response.content.decode()
    assert '<html lang="fr"' in html and "fr-header" in html
    assert str(ERRORS[name]) not in html or not str(ERRORS[name])
    if name in STATUS:
        assert response["Retry-After"] == "20" and response["Cache-Control"] == "no-store"
        assert "legifrance.gouv.fr" in html and "Accessibilité" in html


def test_in_the_language_of_the_address(client):
    html = client.get("/en/away/").content.decode()
    assert '<html lang="en"' in html and "Service unavailable" in html


def test_the_links_owed_to_readers_are_those_of_before(client, monkeypatch):
    monkeypatch.setitem(last_links, "fr", [("Mentions légales", "/mentions-legales/")])
    assert 'href="/mentions-legales/">Mentions légales' in client.get("/away/").content.decode()


class TestForms:
    TEXT = 'Un « texte »\r\n<b>sur deux lignes</b> & "plus"'

    def test_what_was_sent_is_in_the_page_whole_to_be_sent_again(self, client):
        response = client.post("/away/?a=1", {"title": self.TEXT, "tags": ["un", "deux"]})
        assert response.status_code == 503
        html = response.content.decode()
        assert "Rien n’est enregistré, et rien n’est perdu" in html and "Renvoyer" in html
        assert html.count('name="tags"') == 2
        assert "&lt;b&gt;sur deux lignes&lt;/b&gt; &amp; &quot;plus&quot;" in html
        assert '<form method="post" enctype="multipart/form-data">' in html

    @pytest.mark.parametrize(
        ("fields", "headers"),
        [
            ({"username": "a", "password": "b"}, {}),
            ({"title": "x"}, {"sec-fetch-site": "cross-site"}),
        ],
    )
    def test_no_password_and_nothing_of_another_site_is(self, client, fields, headers):
        html = client.post("/away/", fields, headers=headers).content.decode()
        assert "Renvoyer" not in html and "<input" not in html

    def test_the_editor_that_saves_by_itself_is_told_in_words(self, client):
        response = client.post("/away/", {"title": "x"}, headers={"accept": "application/json"})
        assert response.status_code == 503
        told = response.json()
        assert told["success"] is False and "ne la fermez pas" in told["error_message"]
