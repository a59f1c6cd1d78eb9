"""What searches must find, as written down in search_queries/ before the search was tuned."""

import csv
from io import StringIO
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.conf import settings as django_settings
from django.core.management import call_command
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from wagtail.models import Page

from home.management.commands import demo as command
from home.models import ContentPage
from tests.factories import add, content, english_home

QUERIES = Path(__file__).with_name("search_queries")
TOP = 3


def rows(name):
    with (QUERIES / f"{name}.csv").open(newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker, tmp_path_factory):
    """The demo site and, beside it, English pages of the tests' own."""
    folder = tmp_path_factory.mktemp("demo")
    with (
        django_db_blocker.unblock(),
        pytest.MonkeyPatch.context() as patch,
        transaction.atomic(),
    ):
        patch.setattr(django_settings, "MEDIA_ROOT", str(folder))
        patch.setattr(command, "PASSWORDS", folder / "logins.json")
        call_command("demo", stdout=StringIO())
        make_english_pages()
        yield
        transaction.set_rollback(True)


def make_english_pages():
    root = english_home()
    sections = {name: content(name.title(), under=root, slug=name) for name in ("pioneers", "news")}
    for row in rows("en_pages"):
        add(
            ContentPage,
            sections[row["section"]],
            row["title"],
            slug=row["slug"],
            summary=row["summary"],
            body=[("paragraph", f"<p>{row['text']}</p>")],
        )


def found(client, language, query):
    with translation.override(language):
        address = reverse("search")
    response = client.get(address, {"q": query})
    assert response.status_code == 200
    soup = BeautifulSoup(response.content, "html.parser")
    return [link["href"] for link in soup.select(".fi-results a")]


@pytest.mark.parametrize("row", rows("fr"), ids=lambda row: row["query"])
def test_a_french_search_finds_the_page_its_reader_expects(client, loaded, db, row):
    assert row["expected"] in found(client, "fr", row["query"])[:TOP]


@pytest.mark.parametrize("row", rows("en"), ids=lambda row: row["query"])
def test_an_english_search_finds_the_page_its_reader_expects(client, loaded, db, row):
    assert row["expected"] in found(client, "en", row["query"])[:TOP]


def test_every_expected_page_exists(loaded, db):
    known = {page.url for page in Page.objects.filter(depth__gt=1)}
    assert {row["expected"] for name in ("fr", "en") for row in rows(name)} <= known
