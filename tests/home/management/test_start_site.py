"""The first pages of a site: lawful, without demonstration, made once."""

import re

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.test import override_settings
from wagtail.models import Page, Revision

from home.models import AccessibilityStatementPage, ContactPage
from news.models import NewsPage
from pioneers.models import CallPage, PioneerPage
from site_cms.models import PublisherSettings
from territories.models import RegionPage, TerritoryPage
from tests.start import KNOWN, start


@pytest.fixture(scope="module")
def made(build):
    with override_settings(WAGTAILADMIN_BASE_URL="https://site.example"):
        build(lambda: start(**KNOWN))


@pytest.fixture
def started(made, standing):
    """A site that was just started."""


def links_of(client, address):
    soup = BeautifulSoup(client.get(address).getvalue(), "html.parser")
    return {a["href"].partition("#")[0] for a in soup.select("a[href^='/']")}


def test_every_page_answers_in_both_languages_and_leads_nowhere_in_vain(started, client):
    seen, left = set(), {"/", "/en/"}
    while left:
        address = left.pop()
        answer = client.get(address, follow=True)
        assert answer.status_code == 200, address
        assert "<em>à compléter</em>" not in answer.getvalue().decode(), address
        seen.add(address)
        left |= {a for a in links_of(client, address) if not re.search(r"\?|\.", a)} - seen
    assert {"/contact/", "/mentions-legales/", "/accessibilite/", "/plan-du-site/"} <= seen
    assert {"/en/contact/", "/en/news/", "/territoires/la-reunion/"} <= seen


def test_it_holds_no_demonstration(started):
    for model in (NewsPage, CallPage, PioneerPage, TerritoryPage):
        assert not model.objects.exists()


def test_both_languages_have_all_of_it_online(started):
    french, english = (Page.objects.filter(locale__language_code=code) for code in ("fr", "en"))
    assert french.filter(depth__gt=1).count() == english.count() == 29
    assert not Page.objects.filter(depth__gt=1, live=False).exists()
    assert RegionPage.objects.published().filter(locale__language_code="fr").count() == 18


def test_groups_are_there(started):
    assert Group.objects.filter(name="Bretagne – publication").exists()
    assert Group.objects.filter(name__in=["Communication", "Relecture"]).count() == 2


def test_what_the_publisher_knows_is_told(started, client, site):
    assert PublisherSettings.for_site(site).missing() == []
    legal = client.get("/mentions-legales/").content.decode()
    assert "1 rue de la Paix<br>75000 Paris" in legal
    assert {page.to_address for page in ContactPage.objects.all()} == {"equipe@example.org"}
    assert site.hostname == "site.example"


def test_no_audit_is_claimed(started):
    for statement in AccessibilityStatementPage.objects.all():
        assert statement.compliance == "non conforme"


def test_a_second_run_changes_nothing(started, site):
    before = (Page.objects.count(), Revision.objects.count())
    assert "Pages made: 0" in start()
    assert (Page.objects.count(), Revision.objects.count()) == before


def test_a_second_run_makes_what_is_missing_and_leaves_what_was_changed(started):
    contact = ContactPage.objects.get(locale__language_code="fr")
    contact.title, contact.slug = "Nous écrire", "nous-ecrire"
    contact.save_revision().publish()
    Page.objects.get(slug="gestion-des-cookies").delete()
    RegionPage.objects.get(code="06", locale__language_code="fr").delete()
    assert "Pages made: 2" in start(host_name="Un autre")
    contact.refresh_from_db()
    assert contact.title == "Nous écrire"
    assert ContactPage.objects.count() == 2
    assert PublisherSettings.objects.get().host_name == "Un autre"
