"""What a translation names, and what it tells its readers of its original."""

import json
from datetime import date
from importlib import import_module

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from wagtail.models import Locale
from wagtail_localize.fields import get_translatable_fields
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    String,
    StringSegment,
    StringTranslation,
    TranslationSource,
)
from wagtail_localize.strings import StringValue

from site_cms.models import Theme, page_types
from site_cms.translation.work import translation_of
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


# --- The address of a translation -----------------------------------------------------------------


def entitle(twin, text):
    """Write the title of a translation anew, as its editor does, and save the draft."""
    StringTranslation.objects.filter(
        context__path="title", context__object_id=twin.translation_key, locale=twin.locale
    ).update(data=text)
    translation_of(twin).save_target(publish=False)
    twin.refresh_from_db()
    return twin.slug


def draft_of(page):
    return translate(page, publish=False)


def type_address(twin, text):
    segment = OverridableSegment.objects.get(
        context__object_id=twin.translation_key, context__path="slug"
    )
    SegmentOverride.objects.update_or_create(
        locale=twin.locale, context=segment.context, defaults={"data_json": json.dumps(text)}
    )


def test_an_address_follows_the_title_until_the_first_publication():
    page = content("La page française")
    twin = draft_of(page)
    assert twin.slug == "en-la-page-francaise"
    assert entitle(twin, "A café for everyone") == "a-cafe-for-everyone"
    twin.get_latest_revision().publish()
    assert entitle(twin, "Another title") == "a-cafe-for-everyone"
    twin.refresh_from_db()
    twin.unpublish()
    assert entitle(twin, "A third title") == "a-cafe-for-everyone"


def test_two_titles_alike_have_two_addresses():
    first, second = draft_of(content("Une")), draft_of(content("Deux"))
    assert entitle(first, "Same") == "same"
    assert entitle(second, "Same") == "same-1"


def test_an_address_typed_by_hand_is_kept_and_made_plain():
    twin = draft_of(content("Une page"))
    type_address(twin, "Très court")
    assert entitle(twin, "A long title") == "tres-court"
    twin.get_latest_revision().publish()
    assert entitle(twin, "A longer title") == "tres-court"
    SegmentOverride.objects.all().delete()
    assert entitle(twin, "Again") == "tres-court"
    type_address(twin, "autre")
    assert entitle(twin, "Again") == "autre", "typed anew, it changes"


@pytest.mark.parametrize("typed", ["", "日本", "..."])
def test_an_address_of_no_letters_counts_as_none(typed):
    twin = draft_of(content("Une page"))
    type_address(twin, typed)
    assert entitle(twin, "A title") == "a-title"


def test_a_change_of_the_french_address_leaves_the_english_alone():
    page = content("Une page")
    twin = translate(page)
    page.refresh_from_db()
    page.slug = "ailleurs"
    page.save_revision().publish()
    source = TranslationSource.objects.get(object_id=page.translation_key)
    source.update_from_db()
    assert entitle(twin, "Elsewhere") == "en-une-page"


@pytest.mark.parametrize("model", page_types(), ids=lambda model: model.__name__)
def test_the_address_of_no_kind_of_page_is_a_text_to_translate(model):
    fields = {field.field_name: field for field in get_translatable_fields(model)}
    assert fields["slug"].overridable


def test_the_address_is_not_asked_of_translators_nor_of_machines():
    source = TranslationSource.objects.get(object_id=draft_of(content("Page")).translation_key)
    assert StringSegment.objects.filter(source=source).exists()
    assert not StringSegment.objects.filter(source=source, context__path="slug").exists()


def test_addresses_written_as_texts_stand_as_typed_by_hand():
    twin = draft_of(content("Une page"))
    address = OverridableSegment.objects.get(
        context__object_id=twin.translation_key, context__path="slug"
    )
    string = String.from_value(french(), StringValue.from_plaintext("une-page"))
    StringSegment.objects.create(
        source=address.source, context=address.context, order=1, string=string
    )
    StringTranslation.objects.create(
        translation_of=string, context=address.context, locale=twin.locale, data="short"
    )
    address.delete()
    migration = import_module("site_cms.migrations.0008_addresses_of_translations")
    migration.no_longer_words(apps, None)
    assert entitle(twin, "A long title") == "short"
    assert not StringSegment.objects.filter(context__path="slug").exists()
    assert OverridableSegment.objects.get(context=address.context).data == "une-page"
