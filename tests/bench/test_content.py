"""What `make bench` measures must be a site like another, or its figures say nothing."""

import pytest
from django.test import Client
from wagtail.models import Page

from bench.content import Content
from news.models import NewsPage
from pioneers.models import PioneerPage
from site_cms.models import SearchEntry
from site_cms.search.indexing import index_pages, reconcile
from site_cms.translation.board import Board
from tests.factories import article, pioneer, region, territory, theme, translate, user

SIZE = 30


@pytest.fixture(scope="module")
def grown(build):
    return build(_grow)


def _grow():
    account = user("camille", "Communication")
    for number in range(4):
        page = article(f"Crèches {number}", summary="Un kumquat.", themes=[theme()])
        page.save_revision().publish()
        translate(page)
    below = article("Chez nous", under=region("53"))
    below.save_revision().publish()
    pioneer("Un pionnier", themes=[theme()])
    territory("Un territoire", under=region("53"))
    index_pages(Page.objects.values_list("pk", flat=True))
    Content().grow(SIZE, pioneers=5, territories=3)
    return account


@pytest.fixture(autouse=True)
def _standing(grown, standing):
    """Every test here reads the same site."""


def test_the_tree_is_right():
    assert Page.find_problems() == ([], [], [], [], [])
    for page in Page.objects.filter(depth__gt=1):
        parent = page.get_parent()
        assert page.url_path == f"{parent.url_path}{page.slug}/"


def test_as_many_pages_as_asked_a_third_of_them_english():
    assert NewsPage.objects.count() == SIZE
    assert PioneerPage.objects.count() == 5
    english = NewsPage.objects.filter(locale__language_code="en")
    assert SIZE / 4 <= english.count() <= SIZE / 2
    originals = NewsPage.objects.filter(locale__language_code="fr")
    keys = set(originals.values_list("translation_key", flat=True))
    assert keys.issuperset(english.values_list("translation_key", flat=True))


def test_each_page_is_visible_and_has_what_its_original_has():
    pages = list(NewsPage.objects.visible().select_related("latest_revision"))
    assert len(pages) == SIZE
    for page in pages:
        assert page.body
        assert page.live_revision_id == page.latest_revision_id
        assert page.latest_revision.object_id == str(page.pk)
        assert page.get_latest_revision_as_object().title == page.title
    french = NewsPage.objects.filter(title__startswith="Crèches", locale__language_code="fr")
    assert not french.filter(themes=None).exists()


def test_search_finds_them_and_its_index_is_whole():
    assert SearchEntry.objects.filter(page__in=NewsPage.objects.values("pk")).count() == SIZE
    assert reconcile() == 0
    answer = Client().get("/recherche/", {"q": "kumquat"}).content.decode()
    french = NewsPage.objects.filter(title__startswith="Crèches", locale__language_code="fr")
    assert f"{french.count()} résultats" in answer.replace("\xa0", " ").replace("\u202f", " ")


def test_a_page_opens_at_its_address():
    page = NewsPage.objects.filter(locale__language_code="en").order_by("-pk").first()
    assert page.title in Client().get(page.url).content.decode()


def test_the_board_knows_that_they_are_translated(grown):
    twins = NewsPage.objects.filter(locale__language_code="en").count()
    news = [row for row in Board(grown).rows if row.title.startswith("Crèches")]
    assert sum(bool(row.cells) for row in news) >= twins


def test_what_is_added_by_hand_goes_on_from_there():
    page = article("Un de plus")
    page.save_revision().publish()
    assert Page.find_problems() == ([], [], [], [], [])
