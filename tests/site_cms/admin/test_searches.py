"""What readers look for in vain: counted, read by communication, and nothing of who looked."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from site_cms.models import PromotedResult, SearchMiss
from site_cms.search import misses
from tests.factories import PASSWORD, content, user


@pytest.fixture(autouse=True)
def unhurried(monkeypatch):
    """Let every search in vain be written at once."""
    monkeypatch.setattr(misses, "INTERVAL", 0)
    misses._waiting.clear()


def look_for(client, query, address="/recherche/"):
    assert client.get(address, {"q": query}).status_code == 200


def kept():
    return dict(SearchMiss.objects.values_list("words", "count"))


def test_words_that_found_nothing_are_counted_by_day(client, db):
    content("Brouette")
    for query in ("Écôle bleue", "ecole  BLEUE", "brouettes", ""):
        look_for(client, query)
    assert kept() == {"ecole bleue": 2}
    assert SearchMiss.objects.get().day == timezone.localdate()


def test_a_search_that_finds_writes_nothing(client, db):
    content("Brouette")
    look_for(client, "brouette")
    with CaptureQueriesContext(connection) as queries:
        look_for(client, "brouette")
    reading = ("SELECT", "WITH")
    assert [q["sql"] for q in queries if not q["sql"].lstrip("(").startswith(reading)] == []


@pytest.mark.parametrize(
    "query",
    [
        "camille.durand@example.org",
        "06 12 34 56 78",
        "2 84 05 75 056 123 45",
        "je suis camille durand et je cherche un logement",
    ],
)
def test_what_may_tell_of_somebody_is_not_kept(client, db, query):
    look_for(client, query)
    assert kept() == {}


def test_a_table_of_misses_knows_words_and_days_only():
    assert {field.name for field in SearchMiss._meta.get_fields()} == {
        "id",
        "day",
        "language",
        "words",
        "count",
    }


def test_it_does_not_grow_for_ever(client, db, monkeypatch):
    old = timezone.localdate() - timedelta(days=91)
    SearchMiss.objects.create(day=old, language="fr", words="ancien", count=1)
    misses.forget_old()
    monkeypatch.setattr(misses, "DAY_LIMIT", 2)
    for query in ("un truc", "deux trucs", "trois trucs", "deux trucs"):
        look_for(client, query)
    assert kept() == {"un truc": 1, "deux trucs": 2}


def test_a_busy_database_costs_the_reader_nothing_and_the_count_is_kept(client, db, monkeypatch):
    write = misses._write

    def refuse(batch):
        raise DatabaseError("database is locked")

    monkeypatch.setattr(misses, "_write", refuse)
    look_for(client, "brouette")
    monkeypatch.setattr(misses, "_write", write)
    look_for(client, "charrette")
    assert kept() == {"brouette": 1, "charrette": 1}


def test_many_searches_at_once_are_one_write(client, db, monkeypatch):
    monkeypatch.setattr(misses, "INTERVAL", 3600)
    monkeypatch.setattr(misses, "_written_at", float("-inf"))
    for _time in range(5):
        look_for(client, "brouette")
    assert kept() == {"brouette": 1}
    assert misses._waiting.total() == 4


def test_communication_reads_the_report_and_regions_do_not(client, db):
    user("camille", "Communication")
    user("relecture", "Relecture")
    user("maelle", "Bretagne – publication")
    look_for(client, "Brouettes roses")
    look_for(client, "=1+1")
    for username, reads in (("camille", True), ("relecture", False), ("maelle", False)):
        client.login(username=username, password=PASSWORD)
        html = client.get("/admin/reports/recherches/").content.decode()
        assert ("brouettes roses" in html) == reads, username
    client.login(username="camille", password=PASSWORD)
    sheet = client.get("/admin/reports/recherches/", {"export": "csv"})
    assert "brouettes roses" in b"".join(sheet.streaming_content).decode()


def test_a_search_in_vain_is_promoted_in_one_click(client, db):
    user("camille", "Communication")
    look_for(client, "Brouettes & roses")
    client.login(username="camille", password=PASSWORD)
    html = BeautifulSoup(client.get("/admin/reports/recherches/").content, "html.parser")
    [link] = html.select("table a")
    form = BeautifulSoup(client.get(link["href"]).content, "html.parser")
    assert form.select_one("[name=searches]").get_text().strip() == "brouettes roses"
    assert form.select_one("[name=language] [selected]")["value"] == "fr"
    data = {"searches": "brouettes roses", "language": "fr", "page": content("Page").pk}
    client.post(link["href"], data | {"reason": ""})
    client.logout()
    assert "Page" in client.get("/recherche/", {"q": "rose brouette"}).content.decode()
    assert PromotedResult.objects.get().searches == "brouettes roses"


def test_communication_promotes_pages_and_regions_do_not(client, db):
    page = content("Page")
    user("camille", "Communication")
    user("maelle", "Bretagne – publication")
    data = {"searches": "brouette", "language": "fr", "page": page.pk, "reason": ""}
    for username, made in (("maelle", 0), ("camille", 1)):
        client.login(username=username, password=PASSWORD)
        client.post("/admin/snippets/site_cms/promotedresult/add/", data)
        assert PromotedResult.objects.count() == made
