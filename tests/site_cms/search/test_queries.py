"""What French searches must find, as written in queries/ before the search was tuned."""

import csv
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from wagtail.models import Page

QUERIES = Path(__file__).with_name("queries") / "fr.csv"
TOP = 3


def rows():
    with QUERIES.open(newline="") as file:
        return list(csv.DictReader(file))


def found(client, query):
    response = client.get("/recherche/", {"q": query})
    assert response.status_code == 200
    soup = BeautifulSoup(response.content, "html.parser")
    return [link["href"] for link in soup.select(".fi-results a")]


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["query"])
def test_a_french_search_finds_the_page_its_reader_expects(client, demo, db, row):
    assert row["expected"] in found(client, row["query"])[:TOP]


def test_every_expected_page_exists(demo, db):
    known = {page.url for page in Page.objects.filter(depth__gt=1)}
    assert {row["expected"] for row in rows()} <= known
