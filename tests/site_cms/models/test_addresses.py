"""Where a page stands, whatever was read of it before."""

import pytest
from wagtail.models import Page

from site_cms.models.addresses import true_url_path
from tests.factories import content, home


def stands(page):
    return Page.objects.filter(pk=page.pk).values("path", "depth", "url_path", "numchild").get()


@pytest.fixture
def stale(db):
    """A page read before the one above it was moved, and another put below it."""
    above = content("Dessus")
    stale = content("Page", under=above)
    Page.objects.get(pk=above.pk).move(content("Ailleurs"), pos="last-child")
    content("Dessous", under=stale)
    return stale


def test_saving_a_page_that_was_read_before_a_move_leaves_it_where_it_is(stale):
    before = stands(stale)
    assert before["path"] != stale.path and before["numchild"] == 1
    stale.title = "Autre titre"
    stale.save()
    assert stands(stale) == before
    assert Page.find_problems() == ([], [], [], [], [])


def test_publishing_and_renaming_it_as_well(stale):
    before = stands(stale)
    stale.slug = "autre"
    stale.save_revision().publish()
    assert stands(stale) == before | {"url_path": before["url_path"].replace("/page/", "/autre/")}
    assert Page.find_problems() == ([], [], [], [], [])


def test_the_address_of_a_page_is_what_the_slugs_above_it_say(db):
    page = content("Page", under=content("Dessus"))
    assert true_url_path(page) == page.url_path
    assert true_url_path(home()) == home().url_path
    assert true_url_path(Page.get_first_root_node()) == "/"
