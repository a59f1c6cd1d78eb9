"""What the screens of the newsroom ask of the database, and that it does not grow with the site."""

import html

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Locale

from site_cms.rights.roles import COMMUNICATION
from tests import factories

LIMIT = 45
FEW, MANY = 5, 50


@pytest.fixture
def page(client, db):
    """An article that names pioneers, territories and themes, in a site of two languages."""
    locale = Locale.objects.create(language_code="en")
    factories.home().copy_for_translation(locale, copy_parents=True)
    page = factories.article(
        pioneers=[factories.pioneer()],
        territories=[factories.territory()],
        themes=[factories.theme("Santé")],
    )
    page.save_revision().publish()
    client.force_login(factories.user("camille", COMMUNICATION))
    return page


SCREENS = {
    "home": lambda page: reverse("wagtailadmin_home"),
    "explorer": lambda page: reverse("wagtailadmin_explore", args=[page.get_parent().pk]),
    "edit form": lambda page: reverse("wagtailadmin_pages:edit", args=[page.pk]),
    "articles": lambda page: reverse("articles:index"),
    "board": lambda page: reverse("translation_board"),
    "to read again": lambda page: reverse("rereading_report") + "?when=any",
    "trace": lambda page: reverse("trace"),
    "picker": lambda page: reverse("pioneer_picker:choose"),
}


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_asks_the_same_of_a_small_site_and_of_a_large_one(client, page, screen):
    url = SCREENS[screen](page)
    fill(page, FEW)
    client.get(url)
    few = statements(client, url)
    fill(page, MANY)
    # What is asked once per publication is asked now.
    client.get(url)
    # The board has no words of the vocabularies on its first page any more.
    assert statements(client, url) <= few <= LIMIT


def fill(page, total):
    factories.copies(page, total)
    factories.copies(page.pioneers.first(), total)
    factories.copies(page.territories.first(), total)


def statements(client, url):
    with CaptureQueriesContext(connection) as found:
        assert client.get(url).status_code == 200
    return len(found)


def test_the_edit_form_reads_no_list_of_choices_twice(client, page):
    url = SCREENS["edit form"](page)
    client.get(url)
    with CaptureQueriesContext(connection) as found:
        client.get(url)
    asked = [query["sql"] for query in found]
    for table in ("news_section", "site_cms_theme", "territories_regionpage"):
        chosen = f'FROM "{table}" INNER JOIN "news'
        lists = [sql for sql in asked if f'FROM "{table}"' in sql and chosen not in sql]
        assert len(lists) == 1, table


@pytest.mark.once
def test_links_of_a_text_and_pages_chosen_are_read_once_each(client, page):
    targets = [factories.content(), factories.content()]
    url = SCREENS["edit form"](page)
    client.get(url)
    before = statements(client, url)
    links = "".join(f'<a linktype="page" id="{t.pk}">Un lien</a> ' for t in [*targets, targets[0]])
    page.body = [("paragraph", f"<p>{links}</p>")]
    page.save_revision().publish()
    assert statements(client, url) == before + len(targets)
    assert f'"parentId": {targets[0].get_parent().pk}' in shown(client, url)


def shown(client, url):
    return html.unescape(client.get(url).content.decode()).replace('\\"', '"')
