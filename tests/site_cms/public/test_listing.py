import pytest
from django.http import Http404, QueryDict
from django.test import RequestFactory

from site_cms.models import Theme
from site_cms.public.listing import Filter, Listing, Order, View
from tests.factories import theme

NAMES = ("Âge", "Eau", "Mer")
FILTERS = [Filter("nom", "Nom", [("age", "Âge"), ("eau", "Eau"), ("mer", "Mer")], "slug")]


class ShortListing(Listing):
    page_size = 2


@pytest.fixture
def listing(db):
    for name in NAMES:
        theme(name)

    def make(**query):
        request = RequestFactory().get("/", query)
        return ShortListing(request, Theme.objects.all(), FILTERS, ("themes",))

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
    assert [bound.chosen_labels for bound in found.active] == [["Eau"]]
    assert [option["selected"] for option in found.filters[0].options] == [False, True, False]


@pytest.mark.parametrize("value", ["air", "EAU", " eau", "eau' OR 1=1 --", "é" * 10_000])
def test_an_unknown_value_gives_an_empty_list_and_never_the_whole(listing, value):
    found = listing(nom=value)
    assert shown(found) == []
    assert found.filters[0].unknown
    assert found.query == ""


def test_values_of_one_filter_add_up_and_one_unknown_value_empties_the_list(listing):
    found = listing(nom=["mer", "eau", "mer", ""])
    assert shown(found) == ["Eau", "Mer"]
    assert found.query == "nom=mer&nom=eau&"
    assert found.address(but=("nom", "mer")) == "?nom=eau"
    assert found.filters[0].chosen == [("mer", "Mer"), ("eau", "Eau")]
    assert shown(listing(nom=["mer", "air"])) == []
    assert shown(listing(nom=["mer", "eau", "age", *map(str, range(900))])) == []


def test_each_value_is_counted_as_if_no_other_of_its_filter_were_chosen(db, listing):
    request = RequestFactory().get("/", {"nom": "eau"})
    by_slug = Filter("nom", "Nom", [("eau", "Eau"), ("mer", "Mer"), ("air", "Air")], "slug")
    by_name = Filter("titre", "Titre", [("Mer", "Mer"), ("Eau", "Eau")], "name")
    filters = Listing(request, Theme.objects.all(), [by_slug, by_name], ("themes",)).counted_filters
    counts = [{o["value"]: o["count"] for o in bound.options} for bound in filters]
    assert counts == [{"eau": 1, "mer": 1, "air": 0}, {"Mer": 0, "Eau": 1}]


def test_the_order_and_the_view_are_the_first_unless_the_address_names_another(db):
    for name in NAMES:
        theme(name)
    orders = [Order("a", "A", ("slug",)), Order("z", "Z", ("-slug",))]
    views = [View("liste", "Liste"), View("carte", "Carte")]

    def listing(query):
        request = RequestFactory().get(f"/?{query}")
        kind = type("Sorted", (Listing,), {"orders": orders, "views": views})
        return kind(request, Theme.objects.all(), FILTERS, ("themes",))

    varied = listing("tri=z&vue=carte&nom=eau&nom=mer")
    assert [varied.order.value, varied.view.value, varied.is_varied] == ["z", "carte", True]
    assert [item.slug for item in varied.page] == ["mer", "eau"]
    assert varied.query == "nom=eau&nom=mer&tri=z&vue=carte&"
    assert varied.view_links[0][1] == "?nom=eau&nom=mer&tri=z"
    for query in ("", "tri=a&vue=liste", "tri=-pk&vue=x", "tri=%00&vue=%00"):
        plain = listing(query)
        assert [item.slug for item in plain.page] == ["age", "eau", "mer"]
        assert (plain.query, plain.is_varied) == ("", False)


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
    assert Listing(request, Theme.objects.all(), filters, ("themes",)).query == "nom=a%26b%3Dc&"


def test_a_long_list_ends_and_says_so(db, rf, monkeypatch):
    """A database walks to where it begins reading: nobody reads three hundred pages of cards."""
    kind = type("Short", (Listing,), {"page_size": 2, "most_pages": 2})
    for name in "abcde":
        theme(name)

    def shown(number):
        listing = kind(rf.get("/", {"page": number}), Theme.objects.order_by("slug"), (), ("x",))
        return listing, listing.page

    (first, _page), (last, page) = shown(1), shown(2)
    assert (first.total, first.is_cut, last.is_cut) == (5, False, True)
    assert [one.name for one in page.object_list] == ["c", "d"]
    with pytest.raises(Http404):
        shown(3)
