"""The demo content: loaded once, true to its facts, and fit to publish."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.conf import settings as django_settings
from django.core.management import CommandError
from django.utils import translation
from wagtail.models import Page, Revision, Site
from wagtail_localize.models import TranslationSource

from home.demo.accounts import DEMO_ACCOUNTS
from home.demo.content.pages import CONTENT_PAGES
from home.demo.english_builder import OUT_OF_DATE, UNTRANSLATED, WORDS
from home.models import AccessibilityStatementPage, MilestonePage, TimelinePage
from home.start.english import words
from news.models import NewsPage
from pioneers.models import CallPage, PioneerPage
from site_cms.models import PublisherSettings, SiteImage
from site_cms.words.dates import Precision, format_period
from territories.models import RegionPage, TerritoryPage
from tests.demonstration import load_demo

ADDRESSES = {
    "/": "innovation sociale",
    "/actualites/": "Actualités",
    "/pionniers/": "ionniers",
    "/territoires/": "erritoires",
    "/territoires/bretagne/": "Bretagne",
    "/calendrier/": "alendrier",
    "/appels/": "ppels",
    "/recherche/?q=mobilite": "Recherche",
    "/mentions-legales/": "Mentions légales",
    "/accessibilite/": "ccessibilité",
    "/donnees-personnelles/": "Données personnelles",
    "/plan-du-site/": "Plan du site",
    "/contact/": "ontact",
}


@pytest.fixture
def site(demo, db):
    return Site.objects.get(is_default_site=True)


def everything():
    """What a second start must not change."""
    return {
        "pages": list(Page.objects.order_by("pk").values_list("pk", "title", "latest_revision")),
        "revisions": Revision.objects.count(),
        "images": SiteImage.objects.count(),
    }


def test_it_holds_what_the_site_opens_with(site):
    french = {"locale__language_code": "fr"}
    assert NewsPage.objects.published().filter(**french).count() >= 12
    assert RegionPage.objects.published().filter(**french).count() == 18
    assert CallPage.objects.published().filter(**french).count() == 3
    assert PioneerPage.objects.published().filter(**french).count() >= 18
    assert MilestonePage.objects.published().filter(**french).count() >= 5
    assert TerritoryPage.objects.published().filter(**french).count() >= 10
    assert not Page.objects.filter(live=False).exists()
    assert not Page.objects.filter(has_unpublished_changes=True).exists()


def test_all_is_translated_but_three_pages_and_one_is_behind(site):
    french, english = (Page.objects.filter(locale__language_code=code) for code in ("fr", "en"))
    twins = english.values("translation_key")
    missing = french.filter(depth__gt=1).exclude(translation_key__in=twins)
    assert missing.count() == len(UNTRANSLATED) == 3
    behind = [
        source.get_source_instance().slug
        for source in TranslationSource.objects.all()
        if isinstance(page := source.get_source_instance(), Page)
        and page.latest_revision_created_at > source.last_updated_at
    ]
    assert behind == [OUT_OF_DATE]


@pytest.mark.parametrize(("address", "said"), ADDRESSES.items())
def test_every_promised_address_answers_with_its_own_content(client, site, address, said):
    response = client.get(address)
    assert response.status_code == 200
    assert said in BeautifulSoup(response.content, "html.parser").h1.get_text()


def test_a_second_start_changes_nothing_and_keeps_what_editors_changed(site):
    page = NewsPage.objects.first()
    page.title = "Corrigé par la communication"
    page.save_revision().publish()
    PioneerPage.objects.first().delete()
    before = everything()
    assert "déjà" in load_demo() or "already there" in load_demo()
    assert everything() == before


def test_it_is_refused_where_nobody_asked_for_a_demonstration(site, settings):
    del settings.DEMO_CONTENT_ALLOWED
    with pytest.raises(CommandError):
        load_demo()
    settings.DEMO_CONTENT_ALLOWED = False
    with pytest.raises(CommandError):
        load_demo()


def test_production_settings_do_not_allow_it():
    source = Path(django_settings.BASE_DIR, "site_cms/settings/production.py").read_text()
    base = Path(django_settings.BASE_DIR, "site_cms/settings/base.py").read_text()
    assert "DEMO_CONTENT_ALLOWED" not in source + base


def test_the_printed_logins_work_and_are_kept(client, demo, site):
    passwords = json.loads((demo / "logins.json").read_text())
    assert set(passwords) == {account.username for account in DEMO_ACCOUNTS}
    said = (demo / "said.txt").read_text()
    for username, password in passwords.items():
        assert re.search(rf"{username} +{re.escape(password)} ", said)
        assert client.login(username=username, password=password)
        assert client.get("/admin/").status_code == 200
    assert (demo / "logins.json").stat().st_mode & 0o077 == 0
    assert all(password in load_demo() for password in passwords.values())


def test_a_password_changed_by_its_holder_is_left_alone(client, demo, site, django_user_model):
    account = django_user_model.objects.get(username="communication")
    account.set_password("choisi par Camille")
    account.save()
    assert "(changed since)" in load_demo()
    assert client.login(username="communication", password="choisi par Camille")


# --- Facts ----------------------------------------------------------------------------------------


def test_wimoov_and_iepc_were_presented_at_launch_and_are_no_laureates(site):
    french = PioneerPage.objects.filter(locale__language_code="fr")
    launch = french.filter(entry="launch")
    assert {page.slug for page in launch} == {"wimoov", "iepc"}
    assert not launch.exclude(call=None).exists()
    laureates = french.filter(entry="laureate")
    assert {page.call.slug for page in laureates} == {"pionniers-french-impact"}
    assert laureates.count() <= 22


def test_the_launch_article_has_its_two_dates(site):
    page = NewsPage.objects.get(published_on=date(2018, 1, 19), locale__language_code="fr")
    assert page.shown_modified_on == date(2018, 4, 18)


def test_the_announced_steps_are_at_their_announced_precision(client, site):
    periods = {page.period for page in MilestonePage.objects.all()}
    assert {"18\u00a0janvier 2018", "février 2018", "mai–juin 2018"} <= periods


def test_only_the_permanent_call_can_be_answered_and_every_step_is_past(client, site):
    slugs = CallPage.objects.answerable().filter(locale__language_code="fr").values_list("slug")
    assert list(slugs) == [("territoires-french-impact",)]
    html = client.get("/").content.decode()
    assert "sans date limite" in html and "Aucun appel n’est ouvert" not in html
    assert {page.place for page in MilestonePage.objects.all()} == {"past"}


def test_no_indicator_is_without_a_year_and_a_source(site):
    for page in PioneerPage.objects.all():
        for block in page.indicators:
            assert block.value["year"] and block.value["source"] and block.value["unit"], page


def test_every_article_and_pioneer_has_a_summary_and_every_article_a_source(site):
    for model in (NewsPage, PioneerPage, RegionPage, TerritoryPage, CallPage, MilestonePage):
        assert not model.objects.filter(summary="").exists(), model
    assert not [page for page in NewsPage.objects.all() if not page.sources]


def test_no_article_links_to_one_that_came_later(site):
    articles = {page.pk: page for page in NewsPage.objects.filter(locale__language_code="fr")}
    named = {
        page: re.findall(r'linktype="page" id="(\d+)"', str(page.body.get_prep_value()))
        for page in articles.values()
    }
    pairs = [(page, articles.get(int(key))) for page, keys in named.items() for key in keys]
    assert sum(other is not None for _page, other in pairs) > 10
    later = [
        (page.slug, other.slug)
        for page, other in pairs
        if other and other.published_on > (page.shown_modified_on or page.published_on)
    ]
    assert later == []


def test_what_introduces_the_timeline_ends_with_it(client, site):
    last = MilestonePage.objects.filter(locale__language_code="fr").order_by("-start").first()
    for page in TimelinePage.objects.all():
        with translation.override(page.locale.language_code):
            assert format_period(last.start, None, Precision.MONTH) in page.summary
    accelerator = client.get("/accelerateur/").content.decode()
    assert "à septembre 2020" in accelerator and "est haut-commissaire" not in accelerator


def test_the_accessibility_statement_says_once_to_what_end(client, site):
    said = {"/accessibilite/": "à cette fin", "/en/accessibility/": "to this end"}
    for address, text in said.items():
        assert client.get(address).content.decode().lower().count(text) == 1


def test_offices_and_articles_are_named_alike_in_english():
    offices = {"ministre d’État": "Minister of State", "secrétaire d’État": "Secretary of State"}
    for french, english in words(WORDS).items():
        for theirs, ours in offices.items():
            assert (theirs in french) == (ours in english), french
        assert not re.search(r"(?<!<)\ba (?:<[^>]+>)?[aei]", english), english


def test_no_card_leads_to_a_page_that_is_listed_below_it_anyway():
    for page in CONTENT_PAGES:
        below = {child["key"] for child in page.get("children", ())}
        cards = [key for kind, value in page["body"] if kind == "cards" for key in value["pages"]]
        assert not below & set(cards), page["key"]


def test_no_audit_is_claimed(client, site):
    assert {page.compliance for page in AccessibilityStatementPage.objects.all()} == {
        "non conforme"
    }
    for address in ("/", "/accessibilite/"):
        assert "Accessibilité\u00a0: non conforme" in client.get(address).content.decode()


def test_what_only_the_publisher_knows_is_to_be_filled_in(client, site):
    assert len(PublisherSettings.for_site(site).missing()) == 8
    assert "à compléter" in client.get("/mentions-legales/").content.decode().lower()


def test_covers_are_drawn_and_said_to_be_decoration_or_described(client, demo, site, settings):
    settings.MEDIA_ROOT = str(demo / "media")
    page = NewsPage.objects.published().first()
    html = BeautifulSoup(client.get(page.url).content, "html.parser")
    pictures = html.select("main picture img")
    assert pictures
    for picture in pictures:
        assert picture.has_attr("alt") and picture["width"] and picture["height"]
        assert "original_images" not in str(picture.parent)


# --- The site as it reads -------------------------------------------------------------------------


@pytest.fixture
def read(client, site):
    """Every page a reader can reach from the home page, by address, in both languages."""
    found, todo = {}, ["/"]
    while todo:
        address = todo.pop()
        response = client.get(address)
        assert response.status_code == 200, address
        assert not {"Cookie", "Accept-Language"} & set(response.get("Vary", "").split(", "))
        if not response["Content-Type"].startswith("text/html"):
            continue
        found[address] = soup = BeautifulSoup(response.content, "html.parser")
        for link in soup.select("a[href], link[rel=alternate]"):
            target = local(link["href"]).split("#")[0]
            target = address.split("?")[0] + target if target.startswith("?") else target
            is_page = target.startswith("/") and not target.startswith(("/media/", "/static/"))
            if is_page and target not in found and target not in todo:
                todo.append(target)
    return found


def local(link):
    return link.removeprefix("http://127.0.0.1:8000")


def language_of(address):
    return "en" if address.startswith("/en/") else "fr"


# Before ; : ? ! » and after «, French typography wants a space that does not break.
# So does a day before its month.
BAD_SPACE = re.compile(
    r".{0,30}(?: [;:?!»]|« |[\w)]\?(?!\w)|[^\s\u00a0\u202f]»"
    r"|\u00a0[;?!]|\u202f[:»]|\b\d{1,2}(?:er)? (?:janvier|février|juin|juillet|décembre)).{0,20}"
)
# English wants none there, and quotation marks of its own.
BAD_ENGLISH = re.compile(r".{0,30}(?:[\w)][\u00a0\u202f ][;:?!](?!\w)|[«»]).{0,20}")
STRAIGHT = re.compile(r".{0,30}\w'\w.{0,20}")


# Words of grammar that English has not: three in a text, and it is French.
FRENCH = re.compile(r"\b(?:les?|la|des|du|une?|est|sont|et|dans|pour|avec|sur|aux?|qui|cette)\b")


@pytest.mark.once
def test_all_links_lead_somewhere_every_page_is_reached_and_reads_well(read, site):
    """One walk for all that is asked of every page: a walk takes seconds."""
    pages = Page.objects.live().filter(depth__gte=site.root_page.depth)
    assert {page.url for page in pages} <= {address.split("?")[0] for address in read}
    wrong = {}
    for address, soup in read.items():
        assert len(soup.select("h1")) == 1, address
        assert not soup.select("a:not([href]):not([class])"), address
        for picture in soup("img"):
            assert picture.has_attr("alt") and picture.has_attr("width"), address
        check_languages(address, soup, read)
        check_names(address, soup, read)
        for text, language in texts(soup):
            spaces = BAD_SPACE if language == "fr" else BAD_ENGLISH
            for found in (*spaces.findall(text), *STRAIGHT.findall(text)):
                wrong.setdefault(found, address)
            if language == "en" and len(FRENCH.findall(text)) > 2:
                wrong.setdefault(text.strip(), address)
    assert "\n".join(f"{address}: {text}" for text, address in wrong.items()) == ""


def texts(soup):
    """Yield each text of a page with the language it is said to be in."""
    for text in soup.find_all(string=True):
        if text.find_parent(["script", "style"]) is None:
            yield text, text.find_parent(lang=True)["lang"] if text.find_parent(lang=True) else ""


def check_languages(address, soup, read):
    """A page says its language, its links theirs when another, and its twin says it back."""
    here = language_of(address)
    assert soup.html["lang"] == here, address
    for link in soup.select("a[href]"):
        target = local(link["href"])
        if target.startswith("/") and not target.startswith(("/media/", "/documents/", "/api/")):
            assert link.get("hreflang", here) == language_of(target), (address, target)
    for link in soup.select("nav.fr-nav .fr-nav__list a"):
        assert language_of(local(link["href"])) == here, address
    twins = alternates(soup)
    assert twins.get(here, address) == address.split("?")[0] or not twins, address
    for twin in twins.values():
        assert alternates(read[twin]) == twins, (address, twin)


def check_names(address, soup, read):
    """« La page X » links to the page of that title."""
    for link in soup.select("main p a[href]"):
        before = link.previous_sibling
        if isinstance(before, str) and before.endswith("a page ") and language_of(address) == "fr":
            assert link.get_text() == read[local(link["href"])].h1.get_text(), address


def alternates(soup):
    links = soup.select("link[rel=alternate][hreflang]")
    return {link["hreflang"]: local(link["href"]) for link in links}


def test_the_english_site_is_found_from_the_french_and_says_what_it_lacks(client, site):
    home = BeautifulSoup(client.get("/").content, "html.parser")
    assert home.select_one("a[hreflang=en]")["href"] == "/en/"
    page = PioneerPage.objects.get(slug="toit-a-moi")
    soup = BeautifulSoup(client.get(page.url).content, "html.parser")
    offered = soup.select_one("a[hreflang=en]")
    assert offered["href"] == "/en/pioneers/"
    assert offered["lang"] == "en" and "not" in offered.get_text()
