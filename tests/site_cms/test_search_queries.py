"""What French searches must find, as written in search_queries/ before the search was tuned."""

import csv
from io import StringIO
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.conf import settings as django_settings
from django.core.management import call_command
from django.db import transaction
from wagtail.models import Page

from home.management.commands import demo as command

QUERIES = Path(__file__).with_name("search_queries") / "fr.csv"
TOP = 3


def rows():
    with QUERIES.open(newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker, tmp_path_factory):
    """The demo site for all searches of this module."""
    folder = tmp_path_factory.mktemp("demo")
    with (
        django_db_blocker.unblock(),
        pytest.MonkeyPatch.context() as patch,
        transaction.atomic(),
    ):
        patch.setattr(django_settings, "MEDIA_ROOT", str(folder))
        patch.setattr(command, "PASSWORDS", folder / "logins.json")
        call_command("demo", stdout=StringIO())
        yield
        transaction.set_rollback(True)


def found(client, query):
    response = client.get("/recherche/", {"q": query})
    assert response.status_code == 200
    soup = BeautifulSoup(response.content, "html.parser")
    return [link["href"] for link in soup.select(".fi-results a")]


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["query"])
def test_a_french_search_finds_the_page_its_reader_expects(client, loaded, db, row):
    assert row["expected"] in found(client, row["query"])[:TOP]


def test_every_expected_page_exists(loaded, db):
    known = {page.url for page in Page.objects.filter(depth__gt=1)}
    assert {row["expected"] for row in rows()} <= known
