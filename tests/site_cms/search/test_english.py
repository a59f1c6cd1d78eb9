"""What English searches must find, as written down in queries/ before it was tuned.

On pages of their own, so that the searches stand whatever becomes of the demo site's English.
"""

import csv
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import translation

from home.models import ContentPage
from tests.factories import add, content, english_home

QUERIES = Path(__file__).with_name("queries")
TOP = 3


def rows(name):
    with (QUERIES / f"{name}.csv").open(newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def english_pages(db):
    root = english_home()
    parts = {name: content(name.title(), under=root, slug=name) for name in ("pioneers", "news")}
    for row in rows("en_pages"):
        body = [("paragraph", f"<p>{row['text']}</p>")]
        names = {name: row[name] for name in ("title", "slug", "summary")}
        add(ContentPage, parts[row["section"]], body=body, **names)


def found(client, query):
    with translation.override("en"):
        response = client.get(reverse("search"), {"q": query})
    assert response.status_code == 200
    soup = BeautifulSoup(response.content, "html.parser")
    return [link["href"] for link in soup.select(".fi-results a")]


def test_an_english_search_finds_the_page_its_reader_expects(client, english_pages):
    queries = rows("en")
    assert len(queries) == 30
    missed = {
        row["query"]: found(client, row["query"])[:TOP]
        for row in queries
        if row["expected"] not in found(client, row["query"])[:TOP]
    }
    assert missed == {}
