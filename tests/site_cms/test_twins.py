"""What a translation names, and what it tells its readers of its original."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from wagtail.models import Locale

from site_cms.models import Theme
from tests.factories import (
    article,
    content,
    english,
    french,
    home,
    milestone,
    pioneer,
    region,
    restrict,
    translate,
)

pytestmark = pytest.mark.django_db


def soup_of(client, page):
    response = client.get(page.url)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def switch(soup, code):
    return soup.select_one(f".fr-translate__menu a[hreflang={code}]")


def theme(name, locale, key=None):
    fields = {"translation_key": key} if key else {}
    return Theme.objects.create(name=name, slug="mobilite", locale=locale, **fields)


# --- What a translation names ---------------------------------------------------------------------


def test_a_translation_names_the_pages_and_themes_of_its_language():
    mobility = theme("Mobilité", french())
    english_theme = theme("Mobility", english(), mobility.translation_key)
    bretagne = region("53", "Bretagne")
    brittany = translate(bretagne)
    wimoov = pioneer("Wimoov", region=bretagne)
    wimoov.themes, wimoov.action_regions = [mobility], [bretagne]
    wimoov.save()
    twin = translate(wimoov)
    assert twin.region_id == brittany.pk
    assert list(twin.themes.all()) == [english_theme]
    assert list(twin.action_regions.all()) == [brittany]
    assert list(brittany.published_pioneers()) == [twin]
    assert list(bretagne.published_pioneers()) == [wimoov]


def test_what_is_translated_later_takes_its_place():
    bretagne, target = region("53", "Bretagne"), content("Cible")
    wimoov = pioneer("Wimoov", region=bretagne)
    wimoov.action_regions = [bretagne]
    wimoov.save()
    cards = content("Cartes", body=[("cards", {"title": "", "pages": [target]})])
    step = milestone("Étape", linked_page=target)
    twin, twin_cards, twin_step = translate(wimoov), translate(cards), translate(step)
    assert twin.region_id == bretagne.pk and twin_step.linked_page_id == target.pk
    brittany, english_target = translate(bretagne), translate(target)
    for page in (twin, twin_cards, twin_step):
        page.refresh_from_db()
    assert twin.region_id == brittany.pk
    assert list(twin.action_regions.all()) == [brittany]
    assert twin_step.linked_page_id == english_target.pk
    twin_cards = type(twin_cards).objects.get(pk=twin_cards.pk)
    assert [page.pk for page in twin_cards.body[0].value["pages"]] == [english_target.pk]
    cards.refresh_from_db()
    assert [page.pk for page in cards.body[0].value["pages"]] == [target.pk]


def test_a_draft_takes_no_place():
    bretagne = region("53", "Bretagne")
    wimoov = pioneer("Wimoov", region=bretagne)
    translate(bretagne, publish=False)
    assert translate(wimoov).region_id == bretagne.pk


def test_a_link_to_what_nobody_translated_says_its_language(client):
    translate(home())
    wimoov = pioneer("Wimoov", region=region("53", "Bretagne"))
    twin = translate(wimoov)
    link = soup_of(client, twin).find("a", string="Bretagne")
    assert link["href"] == "/territoires/bretagne/"
    assert (link["hreflang"], link["lang"]) == ("fr", "fr")


# --- What readers are told ------------------------------------------------------------------------


def notice(soup):
    found = soup.select_one(".fr-notice")
    return found.get_text(" ", strip=True) if found else ""


def test_a_whole_and_fresh_translation_says_nothing(client):
    twin = translate(content("Page", summary="Résumé"))
    assert notice(soup_of(client, twin)) == ""


def test_a_translation_without_all_its_words_says_so(client):
    twin = translate(content("Page", summary="Résumé"), left_out=["summary"])
    soup = soup_of(client, twin)
    assert twin.is_partly_translated
    assert "Résumé" in soup.get_text()
    assert notice(soup)
    assert soup.select_one(".fr-notice a[hreflang=fr]")["href"] == "/page/"


def test_a_translation_behind_its_original_says_so_until_it_is_brought_up_to_date(client):
    page = content("Page", summary="Résumé")
    twin = translate(page)
    page.summary = "Autre résumé"
    page.save_revision().publish()
    twin.refresh_from_db()
    assert twin.behind_since
    assert notice(soup_of(client, twin))
    twin = translate(page)
    assert twin.behind_since is None
    assert notice(soup_of(client, twin)) == ""


# --- The switch -----------------------------------------------------------------------------------


def test_the_switch_leads_to_the_same_page_or_the_nearest_and_says_so(client):
    news = article().get_parent().specific
    translated, alone = article("Traduit"), article("Pas traduit")
    twin = translate(translated)
    there = switch(soup_of(client, translated), "en")
    assert there["href"] == twin.url and not there.select(".fi-language-note")
    assert switch(soup_of(client, twin), "fr")["href"] == translated.url
    nearest = switch(soup_of(client, alone), "en")
    assert nearest["href"] == news.get_translation(english()).url
    assert f"EN {news.title}" in nearest.get_text()


def test_the_switch_keeps_the_filters_of_a_list_and_the_words_of_a_search(client):
    page = article("Traduit", published_on=date(2018, 1, 19))
    twin = translate(page.get_parent().specific)
    soup = BeautifulSoup(client.get("/actualites/?annee=2018&x=1").content, "html.parser")
    assert switch(soup, "en")["href"] == f"{twin.url}?annee=2018"
    soup = BeautifulSoup(client.get("/recherche/?q=mobilit%C3%A9").content, "html.parser")
    assert switch(soup, "en")["href"].startswith("/en/")
    assert switch(soup, "en")["href"].endswith("?q=mobilit%C3%A9")


@pytest.mark.parametrize("address", ["/nulle-part/", "/en/nowhere/"])
def test_the_switch_is_on_the_page_of_what_does_not_exist(client, address):
    translate(home())
    soup = BeautifulSoup(client.get(address).content, "html.parser")
    assert switch(soup, "en")["href"] == "/en/"
    assert switch(soup, "fr")["href"] == "/"


def test_neither_drafts_nor_private_pages_are_offered_in_another_language(client):
    draft, secret = content("Brouillon"), content("Secret")
    translate(draft, publish=False)
    restrict(translate(secret))
    for page in (draft, secret):
        soup = soup_of(client, page)
        assert switch(soup, "en")["href"] == "/en/"
        assert not soup.select("link[hreflang]")


def test_alternates_are_each_other_s_and_the_french_is_the_default(client):
    page = content("Page")
    twin = translate(page)
    found = [
        {link["hreflang"]: link["href"] for link in soup_of(client, p).select("link[hreflang]")}
        for p in (page, twin)
    ]
    assert found[0] == found[1]
    assert set(found[0]) == {"fr", "en", "x-default"}
    assert found[0]["x-default"] == found[0]["fr"] == page.full_url


def test_parts_of_a_list_have_no_alternate(client):
    page = article("Traduit")
    translate(page)
    for address in ("/actualites/?annee=2018", "/recherche/?q=a"):
        assert not BeautifulSoup(client.get(address).content, "html.parser").select(
            "link[hreflang]"
        )


# --- A third language -----------------------------------------------------------------------------


def test_a_language_is_added_by_configuration_alone(client, settings):
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [
        *settings.LANGUAGES,
        ("br", "Breton"),
    ]
    breton = Locale.objects.create(language_code="br")
    page = content("Page")
    translate(page)
    twin = translate(page, breton)
    assert twin.url == "/br/en-page/"
    soup = soup_of(client, twin)
    assert soup.html["lang"] == "br"
    assert switch(soup, "fr")["href"] == page.url
    assert {link["hreflang"] for link in soup.select("link[hreflang]")} == {
        "fr",
        "en",
        "br",
        "x-default",
    }
