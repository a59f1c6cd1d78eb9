import re
from pathlib import Path
from urllib.parse import quote

import pytest
from django.test import Client
from wagtail.models import Page

from site_cms.models import SiteDocument, SiteImage
from tests.factories import (
    PASSWORD,
    article,
    content,
    document,
    english_home,
    image,
    restrict,
    user,
)

# --- Files ----------------------------------------------------------------------------------------


@pytest.fixture
def photo(db):
    photo = image("photo.jpg")
    document("secret.pdf", b"SECRET-DEFENSE")
    return photo


def test_a_rendition_is_served_for_good(client, photo):
    rendition = photo.get_rendition("width-40")
    response = client.get(rendition.url)
    assert b"".join(response.streaming_content) == rendition.file.open().read()
    assert response["Content-Type"] == "image/jpeg"
    assert "immutable" in response["Cache-Control"]


def test_the_folder_a_rendition_is_in_is_not_listed(client, photo):
    photo.get_rendition("width-40")
    for path in ("/media/images/", "/media/images", "/media/"):
        assert client.get(path).status_code == 404


@pytest.mark.parametrize("model", [SiteImage, SiteDocument])
@pytest.mark.parametrize(
    "way",
    [
        "/media/{}",
        "/media/images/../{}",
        "/media/images/./../{}",
        "/media/images/x/../../{}",
        "/media//{}",
        "/media/images//../{}",
        "/media/images/%2e%2e/{}",
        "/media/images%2f..%2f{}",
        "/media/images/..\\{}",
    ],
)
def test_originals_and_documents_cannot_be_had_as_files(client, photo, way, model):
    photo.get_rendition("width-40")
    file = model.objects.get().file
    assert Path(file.path).exists()
    assert client.get(way.format(file.name)).status_code in (404, 400)


@pytest.mark.parametrize("path", ["../../etc/passwd", "images/../../../etc/passwd", "images//etc"])
def test_nothing_outside_the_media_folder_is_served(client, photo, path):
    photo.get_rendition("width-40")
    for form in (path, quote(path, safe="")):
        assert client.get(f"/media/{form}").status_code in (404, 400)


def test_a_document_is_served_to_be_saved_by_the_view_that_checks_rights(client, photo):
    page = document("dossier.pdf", b"%PDF-1.4 public")
    response = client.get(page.url)
    assert b"".join(response.streaming_content) == b"%PDF-1.4 public"
    assert response["X-Content-Type-Options"] == "nosniff"


# --- Search ---------------------------------------------------------------------------------------


@pytest.fixture
def search(client, django_capture_on_commit_callbacks, db):
    def find(query, **params):
        response = client.get("/recherche/", {"q": query, **params})
        assert response.status_code == 200
        return re.sub("</?mark>", "", response.content.decode())

    return find


def test_a_search_finds_what_is_public_and_nothing_else(search):
    article("Brouette publique")
    article("Brouette brouillon", live=False)
    hidden = content("Brouette cachée")
    content("Brouette enfant", under=hidden)
    hidden.create_alias(parent=Page.objects.get(slug="actualites"), update_slug="copie")
    content("English brouette", under=english_home())
    restrict(hidden)
    html = search("brouette")
    assert "Brouette publique" in html
    for secret in ("brouillon", "cachée", "enfant", "English"):
        assert f"Brouette {secret}" not in html and f"{secret} brouette" not in html


HOSTILE = [
    "",
    " ",
    '"',
    "'",
    '"brouette',
    "brouette*",
    "brouette AND",
    "NOT NEAR(",
    "a:b",
    "-brouette",
    "brou-ette’s l'eau",
    "(((",
    "%",
    "_",
    "\\",
    "<script>alert(1)</script>",
    "brouette " * 2_000,
    "é" * 10_000,
    "🦆",
    "' OR 1=1 --",
    "&|!:*",
    "\u202e\u200b",
    "{{ 7|add:7 }}",
]


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_no_query_breaks_the_search(search, query):
    article("Brouette publique")
    html = search(query)
    assert "<script>alert" not in html
    assert "{{" not in html or query in html


@pytest.mark.parametrize("page", ["0", "-1", "x", "99999999999999999999", "", "1.5"])
def test_no_page_number_breaks_the_search(client, db, page):
    article("Brouette publique")
    assert client.get("/recherche/", {"q": "brouette", "page": page}).status_code in (200, 404)


def test_a_search_result_page_is_not_for_engines(search):
    assert 'content="noindex' in search("brouette")


# --- Errors ---------------------------------------------------------------------------------------


def test_what_does_not_exist_is_said_in_the_site_s_own_way(client, db):
    content("Au menu", show_in_menus=True)
    response = client.get("/nulle/part/")
    assert response.status_code == 404
    html = response.content.decode()
    assert "Au menu" in html and '<html lang="fr"' in html


@pytest.mark.parametrize("path", ["/%00/", "/?q=%00", "/actualites/?theme=%00", "/?x=%ed%a0%80"])
def test_an_address_no_page_can_have_is_not_found(client, db, path):
    assert client.get(path).status_code == 404


def test_the_error_page_needs_no_database(db, monkeypatch, django_assert_num_queries):
    def fail(*args):
        raise RuntimeError

    monkeypatch.setattr("site_cms.public.views.route", fail)
    client = Client(raise_request_exception=False)
    with django_assert_num_queries(0):
        response = client.get("/")
    assert response.status_code == 500
    html = response.content.decode()
    assert '<html lang="fr"' in html and "RuntimeError" not in html


def test_a_request_nobody_can_read_is_answered_in_words(client, db, django_assert_num_queries):
    for path, language, told in (
        ("/", "fr", "Rien n’a été enregistré"),
        ("/en/", "en", "Nothing was saved"),
    ):
        with django_assert_num_queries(0):
            response = client.get(path, headers={"host": "ailleurs.invalid"})
        assert response.status_code == 400
        html = response.content.decode()
        assert f'<html lang="{language}"' in html and told in html
        assert "ailleurs.invalid" not in html


def test_an_account_does_not_change_what_an_error_page_says(client, db):
    user("camille", "Communication")
    client.login(username="camille", password=PASSWORD)
    assert client.get("/nulle/part/").status_code == 404
