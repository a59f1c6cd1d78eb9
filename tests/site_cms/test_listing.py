import pytest
from django.http import Http404, QueryDict
from django.test import RequestFactory

from site_cms.listing import Filter, Listing
from site_cms.models import Theme
from tests.factories import theme

NAMES = ("Âge", "Eau", "Mer")
FILTERS = [Filter("nom", "Nom", [("age", "Âge"), ("eau", "Eau"), ("mer", "Mer")], "slug")]


@pytest.fixture
def listing(db):
    for name in NAMES:
        theme(name)

    def make(**query):
        request = RequestFactory().get("/", query)
        return Listing(request, Theme.objects.all(), FILTERS, page_size=2)

    return make


def shown(listing):
    return [item.name for item in listing.page]


def test_without_a_filter_the_whole_list_is_paginated(listing):
    assert shown(listing()) == ["Eau", "Mer"] or len(shown(listing())) == 2
    assert listing().total == 3
    assert len(shown(listing(page="2"))) == 1


def test_a_filter_keeps_what_it_names(listing):
    found = listing(nom="eau")
    assert shown(found) == ["Eau"]
    assert [bound.chosen_label for bound in found.active] == ["Eau"]
    assert [option["selected"] for option in found.filters[0].options] == [False, True, False]


@pytest.mark.parametrize("value", ["air", "EAU", " eau", "eau' OR 1=1 --", "é" * 10_000])
def test_an_unknown_value_gives_an_empty_list_and_never_the_whole(listing, value):
    found = listing(nom=value)
    assert shown(found) == []
    assert found.filters[0].unknown
    assert found.query == ""


@pytest.mark.parametrize("page", ["0", "-1", "3", "x", "1.5", "9" * 5_000, "١" * 30, "\0", "1;2"])
def test_a_page_that_does_not_exist_is_not_found(listing, page):
    with pytest.raises(Http404):
        _ = listing(page=page).page


def test_an_empty_page_number_is_the_first_page(listing):
    assert listing(page="").page.number == 1


def test_the_query_keeps_the_filters_and_leaves_the_page_out(listing):
    assert QueryDict(listing(nom="eau", page="1", autre="x").query.rstrip("&")).dict() == {
        "nom": "eau"
    }
    assert listing(page="2").query == ""


def test_the_query_escapes_what_a_slug_may_hold(db):
    filters = [Filter("nom", "Nom", [("a&b=c", "A & B")], "slug")]
    request = RequestFactory().get("/", {"nom": "a&b=c"})
    assert Listing(request, Theme.objects.all(), filters).query == "nom=a%26b%3Dc&"
