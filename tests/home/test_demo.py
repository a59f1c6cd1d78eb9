"""The demo content: loaded once, true to its facts, and fit to publish."""

import json
import re
from datetime import date
from html import unescape
from io import StringIO
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.conf import settings as django_settings
from django.core.management import CommandError, call_command
from django.db import transaction
from wagtail.models import Page, Revision, Site

from home.management.commands import demo as command
from home.models import AccessibilityStatementPage, MilestonePage
from news.models import NewsPage
from pioneers.models import CallPage, PioneerPage
from site_cms.models import PublisherSettings, SiteImage
from site_cms.permissions import DEMO_ACCOUNTS
from territories.models import RegionPage, TerritoryPage

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


def load():
    said = StringIO()
    call_command("permissions", stdout=said)
    call_command("demo", stdout=said)
    return said.getvalue()


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker, tmp_path_factory):
    """The demo site for all tests of this module; each of them sees it as it was loaded."""
    folder = tmp_path_factory.mktemp("demo")
    with (
        django_db_blocker.unblock(),
        pytest.MonkeyPatch.context() as patch,
        transaction.atomic(),
    ):
        patch.setattr(django_settings, "MEDIA_ROOT", str(folder))
        patch.setattr(command, "PASSWORDS", folder / "logins.json")
        said = load()
        yield folder, said
        transaction.set_rollback(True)


@pytest.fixture
def site(loaded, db):
    return Site.objects.get(is_default_site=True)


def everything():
    """What a second start must not change."""
    return {
        "pages": list(Page.objects.order_by("pk").values_list("pk", "title", "latest_revision")),
        "revisions": Revision.objects.count(),
        "images": SiteImage.objects.count(),
    }


def test_it_holds_what_the_site_opens_with(site):
    assert NewsPage.objects.published().count() >= 12
    assert RegionPage.objects.published().count() == 18
    assert CallPage.objects.published().count() == 3
    assert PioneerPage.objects.published().count() >= 18
    assert MilestonePage.objects.published().count() >= 5
    assert TerritoryPage.objects.published().count() >= 10
    assert not Page.objects.filter(live=False).exists()
    assert not Page.objects.filter(has_unpublished_changes=True).exists()


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
    assert "déjà" in load() or "already there" in load()
    assert everything() == before


def test_it_is_refused_where_nobody_asked_for_a_demonstration(site, settings):
    del settings.DEMO_CONTENT_ALLOWED
    with pytest.raises(CommandError):
        load()
    settings.DEMO_CONTENT_ALLOWED = False
    with pytest.raises(CommandError):
        load()


def test_production_settings_do_not_allow_it():
    source = Path(django_settings.BASE_DIR, "site_cms/settings/production.py").read_text()
    base = Path(django_settings.BASE_DIR, "site_cms/settings/base.py").read_text()
    assert "DEMO_CONTENT_ALLOWED" not in source + base


def test_the_printed_logins_work_and_are_kept(client, loaded, site):
    folder, said = loaded
    passwords = json.loads((folder / "logins.json").read_text())
    assert set(passwords) == {account.username for account in DEMO_ACCOUNTS}
    for username, password in passwords.items():
        assert re.search(rf"{username} +{re.escape(password)} ", said)
        assert client.login(username=username, password=password)
        assert client.get("/admin/").status_code == 200
    assert (folder / "logins.json").stat().st_mode & 0o077 == 0
    assert all(password in load() for password in passwords.values())


def test_a_password_changed_by_its_holder_is_left_alone(client, loaded, site, django_user_model):
    account = django_user_model.objects.get(username="communication")
    account.set_password("choisi par Camille")
    account.save()
    assert "(changed since)" in load()
    assert client.login(username="communication", password="choisi par Camille")


# --- Facts ----------------------------------------------------------------------------------------


def test_wimoov_and_iepc_were_presented_at_launch_and_are_no_laureates(site):
    launch = PioneerPage.objects.filter(entry="launch")
    assert {page.slug for page in launch} == {"wimoov", "iepc"}
    assert not launch.exclude(call=None).exists()
    laureates = PioneerPage.objects.filter(entry="laureate")
    assert {page.call.slug for page in laureates} == {"pionniers-french-impact"}
    assert laureates.count() <= 22


def test_the_launch_article_has_its_two_dates(site):
    page = NewsPage.objects.get(published_on=date(2018, 1, 19))
    assert page.shown_modified_on == date(2018, 4, 18)


def test_the_announced_steps_are_at_their_announced_precision(client, site):
    periods = {page.period for page in MilestonePage.objects.all()}
    assert {"18 janvier 2018", "février 2018", "mai–juin 2018"} <= periods


def test_no_call_of_those_years_can_be_answered_and_every_step_is_past(site):
    assert not CallPage.objects.answerable().exists()
    assert {page.place for page in MilestonePage.objects.all()} == {"past"}


def test_no_indicator_is_without_a_year_and_a_source(site):
    for page in PioneerPage.objects.all():
        for block in page.indicators:
            assert block.value["year"] and block.value["source"] and block.value["unit"], page


def test_every_article_and_pioneer_has_a_summary_and_every_article_a_source(site):
    for model in (NewsPage, PioneerPage, RegionPage, TerritoryPage, CallPage, MilestonePage):
        assert not model.objects.filter(summary="").exists(), model
    assert not [page for page in NewsPage.objects.all() if not page.sources]


def test_no_audit_is_claimed(client, site):
    assert AccessibilityStatementPage.objects.get().compliance == "non conforme"
    for address in ("/", "/accessibilite/"):
        assert "Accessibilité\u00a0: non conforme" in client.get(address).content.decode()


def test_what_only_the_publisher_knows_is_to_be_filled_in(client, site):
    assert len(PublisherSettings.for_site(site).missing()) == 8
    assert "à compléter" in client.get("/mentions-legales/").content.decode().lower()


def test_covers_are_drawn_and_said_to_be_decoration_or_described(client, loaded, site, settings):
    folder, _ = loaded
    settings.MEDIA_ROOT = str(folder)
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
    """Every page a reader can reach from the home page, by address."""
    found, todo = {}, ["/"]
    while todo:
        address = todo.pop()
        response = client.get(address)
        assert response.status_code == 200, address
        found[address] = html = response.content.decode()
        for link in re.findall(r'<a\b[^>]* href="([^"]*)"', html):
            link = unescape(link).split("#")[0]
            link = address.split("?")[0] + link if link.startswith("?") else link
            is_page = link.startswith("/") and not link.startswith(("/media/", "/static/"))
            if is_page and link not in found and link not in todo:
                todo.append(link)
    return found


# Before ; : ? ! » and after «, French typography wants a space that does not break.
BAD_SPACE = re.compile(r".{0,30}(?: [;:?!»]|« |[\w)]\?(?!\w)|[^\s\u00a0\u202f]»).{0,20}")
STRAIGHT = re.compile(r".{0,30}\w'\w.{0,20}")


def test_all_links_lead_somewhere_every_page_is_reached_and_reads_well(read, site):
    """One walk for all that is asked of every page: a walk takes seconds."""
    pages = Page.objects.live().filter(path__startswith=site.root_page.path)
    assert {page.url for page in pages} <= {address.split("?")[0] for address in read}
    wrong = {}
    for address, html in read.items():
        soup = BeautifulSoup(html, "html.parser")
        assert len(soup.select("h1")) == 1, address
        assert not soup.select("a:not([href]):not([class])"), address
        for picture in soup("img"):
            assert picture.has_attr("alt") and picture.has_attr("width"), address
        for element in soup(["script", "style"]):
            element.extract()
        for text in soup.find_all(string=True):
            for found in (*BAD_SPACE.findall(text), *STRAIGHT.findall(text)):
                wrong.setdefault(found, address)
    assert wrong == {}
