"""The search of the admin, which stands on the database's own engine."""

import pytest
from django.db import connection
from wagtail.models import Page

from tests.factories import PASSWORD, content, user

HOSTILE = [
    '"',
    '"brouette',
    "brouette*",
    "NOT NEAR(",
    "a:b",
    "-",
    "^",
    "'",
    "\\",
    "&|!:*",
    "x" * 10_000,
]


@pytest.fixture
def camille(client, db):
    user("camille", "Communication")
    client.login(username="camille", password=PASSWORD)
    content("Brouette rouge")


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_no_query_breaks_the_search_of_the_admin(client, camille, query):
    for address in ("/admin/pages/search/", "/admin/choose-page/search/"):
        assert client.get(address, {"q": query}).status_code == 200
    assert len(Page.objects.search(query)) <= 1
    assert len(Page.objects.autocomplete(query)) <= 1


def test_the_admin_finds_pages_by_words_of_their_texts_too(client, camille):
    words = [("paragraph", "<p>Un tombereau de charrettes anglaises.</p>")]
    content("Page verte", body=words)
    content("Tombereau")
    content("Brouillon", body=words, live=False)
    for query in ("tombereau charrettes", "charrettes", "charret"):
        html = client.get("/admin/pages/search/", {"q": query}).content.decode()
        assert "Page verte" in html and "Brouillon" in html, query
        assert "Brouette rouge" not in html
    ranked = [page.title for page in Page.objects.autocomplete("tombereau")]
    assert set(ranked) == {"Tombereau", "Page verte", "Brouillon"}
    assert connection.vendor == "sqlite" or ranked[0] == "Tombereau"


@pytest.mark.parametrize("query", ["brouette", '"brouette" (rouge)', "- brouette -"])
def test_the_admin_finds_words_whatever_stands_around_them(client, camille, query):
    assert "Brouette rouge" in client.get("/admin/pages/search/", {"q": query}).content.decode()
