"""What every page shares: who may see it."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.models import Page

from home.models import ContentPage, MilestonePage
from news.models import NewsPage
from pioneers.models import CallPage, PioneerPage
from site_cms.models import visible_pages
from territories.models import RegionPage, TerritoryPage
from territories.teams import apply_rights
from tests import factories
from tests.factories import article, content, home, region, restrict

PUBLISHED = [NewsPage, PioneerPage, CallPage, MilestonePage, RegionPage, TerritoryPage]


def new_region(title, code="75", **fields):
    return region(code, title, **fields)


MAKERS = [
    (NewsPage, factories.article),
    (PioneerPage, factories.pioneer),
    (CallPage, factories.call),
    (MilestonePage, factories.milestone),
    (TerritoryPage, factories.territory),
    (RegionPage, new_region),
]


def titles(pages):
    return {page.title for page in pages}


def test_a_draft_is_not_visible(db):
    content("Publique")
    content("Brouillon", live=False)
    assert titles(ContentPage.objects.visible()) == {"Publique"}


def test_an_expired_page_is_not_visible(db):
    page = content("Périmée", expire_at=timezone.now() + timedelta(hours=1))
    page.save_revision().publish()
    assert titles(ContentPage.objects.visible()) == {"Périmée"}
    page.unpublish(set_expired=True)
    assert titles(ContentPage.objects.visible()) == set()


@pytest.mark.parametrize("kind", ["password", "login", "groups"])
def test_a_private_page_hides_all_that_is_below_it(db, kind):
    apply_rights()
    parent = content("Réservée")
    content("Fille", under=content("Enfant", under=parent))
    neighbour = content("Voisine")
    restrict(parent, kind, Group.objects.all())
    assert titles(ContentPage.objects.visible()) == {neighbour.title}
    assert titles(visible_pages()) == titles(Page.objects.live().public())


def test_a_private_page_does_not_hide_pages_whose_path_only_begins_alike(db):
    """Ten children and more: the first one's path must not stand for the others'."""
    pages = [content() for _ in range(40)]
    restrict(pages[0])
    assert ContentPage.objects.visible().count() == 39


def test_a_restriction_on_the_home_page_hides_everything(db):
    article()
    restrict(home())
    assert not visible_pages().exclude(depth=1).exists()


def test_an_alias_is_as_private_as_the_page_it_repeats(db):
    private = content("Réservée")
    child = content("Fille", under=private)
    open_section = content("Ouverte")
    alias = child.create_alias(parent=open_section, update_slug="fille-copie")
    assert visible_pages().filter(pk=alias.pk).exists()
    restrict(private)
    assert titles(ContentPage.objects.visible()) == {"Ouverte"}


@pytest.mark.parametrize(
    ("model", "make"), MAKERS, ids=lambda value: getattr(value, "__name__", "")
)
def test_no_list_of_a_room_shows_a_draft_or_a_private_page(db, model, make):
    make("Publique")
    others = {"code": "76"} if model is RegionPage else {}
    make("Brouillon", live=False, **others)
    others = {"code": "93"} if model is RegionPage else {}
    restrict(make("Réservée", **others))
    assert titles(model.objects.published().exclude(title__startswith="Région")) == {"Publique"}


@pytest.mark.parametrize("model", PUBLISHED)
def test_a_published_list_has_a_total_order_or_a_title_to_sort_by(db, model):
    assert model.objects.published().ordered


def test_the_description_is_the_one_written_for_engines_or_the_summary(db):
    page = content(summary="Un résumé. " * 25)
    assert page.description.startswith("Un résumé.")
    assert len(page.description) <= 200
    page.search_description = "Écrite exprès."
    assert page.description == "Écrite exprès."


def test_a_description_is_cut_between_words(db):
    page = content("Page", summary="Programmes " * 25)
    assert page.description.endswith("Programmes…") and len(page.description) <= 200
