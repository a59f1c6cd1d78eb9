"""Menu and footer: as the site was made, then as their screen says, in every language."""

import re

import pytest
from wagtail.models import Locale

from site_cms.models import MenuEntry, PublisherSettings, SiteMenu
from site_cms.rights.roles import COMMUNICATION
from tests import factories


@pytest.fixture
def pages(home_page):
    made = [factories.content(title, show_in_menus=True) for title in ("Un", "Deux")]
    return [*made, factories.content("Trois")]


def menu(client, url="/"):
    html = client.get(url).text.partition('id="fr-navigation"')[2]
    return re.findall(r'fr-nav__link"\s+href="([^"]+)"', html)


def footer(client, url="/"):
    html = client.get(url).text.partition("fr-footer__bottom-list")[2]
    return re.findall(r'fr-footer__bottom-link"[^>]*>([^<]+)<', html)


def choose(site, menu_pages=(), footer_pages=()):
    chosen = SiteMenu.for_site(site)
    for name, pages in (("menu_entries", menu_pages), ("footer_entries", footer_pages)):
        entries = getattr(chosen, name)
        entries.set([entries.model(page=page) for page in pages])
    chosen.save()
    return chosen


def test_the_screen_begins_with_the_menu_and_the_footer_as_they_are(site, pages, client):
    factories.content("Hors ligne", show_in_menus=True, live=False)
    owed = PublisherSettings.for_site(site)
    owed.sitemap_page = pages[2]
    owed.save()
    before = menu(client), footer(client)
    begun = SiteMenu.for_site(site)
    assert [str(entry) for entry in begun.menu_entries.all()] == ["Un", "Deux"]
    assert [str(entry) for entry in begun.footer_entries.all()] == ["Trois"]
    assert (menu(client), footer(client)) == before


def test_the_menu_has_the_chosen_pages_in_their_order_in_every_language(site, pages, client):
    english = Locale.objects.create(language_code="en")
    for page in (site.root_page.specific, *pages[1:]):
        page.copy_for_translation(english).save_revision().publish()
    choose(site, [pages[2], pages[0], pages[1]])
    assert menu(client) == ["/trois/", "/un/", "/deux/"]
    assert menu(client, "/en/") == ["/en/trois/", "/en/deux/"]


def test_the_explorer_marks_what_the_menu_leads_to(site, pages, client):
    client.force_login(factories.user("camille", COMMUNICATION))
    explorer = f"/admin/pages/{site.root_page_id}/"
    assert client.get(explorer).text.count("Au menu") == 2
    choose(site, pages[2:])
    assert client.get(explorer).text.count("Au menu") == 1


def test_what_the_public_may_not_see_is_no_entry(site, pages, client):
    choose(site, pages)
    factories.restrict(pages[0])
    pages[1].unpublish()
    assert menu(client) == ["/trois/"]


def test_the_footer_keeps_what_it_owes(site, pages, client):
    owed = PublisherSettings.for_site(site)
    owed.legal_page, owed.privacy_page = pages[0], pages[1]
    owed.save()
    choose(site, footer_pages=[pages[2], pages[1]])
    assert footer(client)[:4] == [
        *("Trois", "Données personnelles"),
        *("Accessibilité\u00a0: non conforme", "Mentions légales"),
    ]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_preview_shows_what_the_form_holds(site, pages, client, language):
    factories.translate(pages[0])
    client.force_login(factories.user("camille", COMMUNICATION))
    words = f"menu={pages[2].pk}&menu={pages[0].pk}&menu=x&menu=0&footer={pages[0].pk}"
    expected = {"fr": ["/trois/", "/un/"], "en": ["/en/en-un/"]}
    assert menu(client, f"/admin/menu/{language}/?{words}") == expected[language]
    assert not MenuEntry.objects.exists()
