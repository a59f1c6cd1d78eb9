"""How many acts the works of every day take, besides typing their words: done in a browser.

An act is a click, a choice, a day or a file that is given; login and reading are none.
"""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from home.models import MilestonePage
from news.models import NationalSelection, NewsPage
from site_cms.models import Banner
from site_cms.rights.roles import COMMUNICATION
from tests import factories

SUMMARY = "Les tiers-lieux accueillent un public plus large qu’on ne le croit."


class Hand:
    """Works in a page, and counts its acts."""

    def __init__(self, page):
        self.page, self.acts = page, 0

    def click(self, where):
        self.acts += 1
        (self.page.locator(where) if isinstance(where, str) else where).first.click()

    def choose(self, where, label):
        self.acts += 1
        self.page.locator(where).select_option(label=label)

    def give(self, where, value):
        """A day: typed, but no words."""
        self.acts += 1
        self.page.locator(where).fill(value)

    def write(self, where, words):
        """What is typed anyway is no act."""
        self.page.locator(where).click()
        self.page.locator(where).fill(words)

    def publish(self):
        # What is saved by itself meanwhile is another test's subject.
        self.page.wait_for_load_state("networkidle")
        self.click("footer [data-w-dropdown-target='toggle'], footer .w-dropdown__toggle")
        self.click("button[name=action-publish]")
        expect(self.page.locator(".messages .success")).to_be_visible(timeout=20_000)


@pytest.fixture
def hand(transactional_db, page):
    """Communication staff at its desk; the site has its sections, an image, news of a region."""
    factories.article("Premier article")
    factories.milestone("Première étape")
    picture = factories.image("tiers-lieu.jpg")
    picture.title = "Un atelier partagé"
    picture.save()
    factories.article("Une nouvelle de Bretagne", under=factories.region(title="Bretagne"))
    factories.user("camille", COMMUNICATION)
    page.goto("/admin/login/?next=/admin/")
    page.locator("#id_login").fill("camille")
    page.locator("#id_password").fill(factories.PASSWORD)
    page.locator("button[type=submit]").first.click()
    page.wait_for_url("**/admin/")
    return Hand(page)


def test_an_article_is_written_illustrated_and_published(hand):
    hand.click(hand.page.get_by_role("link", name="Écrire un article"))
    hand.write("#id_title", "Les tiers-lieux s’ouvrent")
    hand.choose("#id_section", "Actualité")
    hand.write("#id_summary", SUMMARY)
    hand.click("#id_image-chooser [data-chooser-action-choose]:visible")
    hand.click(hand.page.locator(".modal-content a", has_text="Un atelier partagé"))
    hand.write("#id_image_alt", "Un atelier où l’on répare des vélos.")
    hand.click("#panel-child-contenu-corps-content [title*='Insérer'], .c-sf-add-button")
    hand.click(hand.page.get_by_role("option", name="Texte", exact=True))
    hand.page.locator("[data-contentpath=body] [contenteditable=true]").first.click()
    hand.page.keyboard.type("Ils étaient douze en 2018.")
    hand.publish()
    assert NewsPage.objects.get(title="Les tiers-lieux s’ouvrent").live
    assert hand.acts <= 12, hand.acts


def test_a_milestone_is_published(hand):
    hand.click(hand.page.locator(".sidebar").get_by_role("link", name="Étapes"))
    hand.click(hand.page.locator("header").get_by_role("link", name="Ajouter"))
    hand.write("#id_title", "Deuxième étape")
    # The calendar lies over what stands below until one writes elsewhere.
    hand.give("#id_start", "15/03/2019")
    hand.write("#id_summary", SUMMARY)
    hand.publish()
    assert MilestonePage.objects.get(title="Deuxième étape").live
    assert hand.acts <= 6, hand.acts


def test_a_banner_is_up_within_a_second_of_its_saving(hand):
    hand.page.request.get("/")
    hand.click(hand.page.locator(".sidebar").get_by_role("link", name="Bandeaux d’alerte"))
    hand.click(hand.page.locator("header").get_by_role("link", name="Ajouter"))
    hand.write("#id_title", "Le dépôt est suspendu.")
    hand.choose("#id_kind", "Urgence")
    tomorrow = timezone.localdate() + timedelta(days=1)
    hand.give("#id_ends_at", f"{tomorrow:%d/%m/%Y}")
    hand.write("#id_title_en", "Applications are suspended.")
    hand.click("footer button[type=submit]")
    expect(hand.page.locator(".messages .success")).to_be_visible(timeout=20_000)
    assert timezone.localtime(Banner.objects.get().ends_at).strftime("%H:%M") == "23:59"
    assert hand.acts <= 5, hand.acts
    assert "Le dépôt est suspendu" in reader(hand.page).get("/").text()
    closes_for_this_window_without_a_cookie(hand.page)


def reader(page):
    """Somebody else, who has no session."""
    return page.context.browser.new_context(base_url=page.url.partition("/admin")[0]).request


def closes_for_this_window_without_a_cookie(page):
    context = page.context.browser.new_context(base_url=page.url.partition("/admin")[0])
    window = context.new_page()
    window.goto("/")
    window.get_by_role("button", name="Masquer le message").click()
    expect(window.locator("[data-banner]")).to_have_count(0)
    window.goto("/actualites/")
    expect(window.locator("[data-banner]")).to_have_count(0)
    assert context.cookies() == []
    context.close()


def test_a_regional_article_is_let_in(hand):
    hand.click(hand.page.locator(".sidebar").get_by_role("link", name="Articles des régions"))
    hand.click(hand.page.get_by_role("button", name="Retenir"))
    expect(hand.page.locator(".messages .success")).to_be_visible(timeout=20_000)
    assert NationalSelection.objects.count() == 1
    assert hand.acts <= 2, hand.acts
