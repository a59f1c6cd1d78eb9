"""Our routing answers as Wagtail's does, in fewer queries, and never opens a private page."""

import pytest
from django.contrib.auth.models import Group
from django.http import Http404
from django.test import RequestFactory
from django.utils import translation
from wagtail.models import Page, Site

from site_cms.public.routing import route, site_tree
from site_cms.publications import memo
from tests.factories import (
    PASSWORD,
    article,
    contact,
    content,
    english_home,
    home,
    region,
    restrict,
    territory,
    user,
)

KINDS = ("password", "login", "groups")


def ask(path, host="testserver"):
    return RequestFactory().get(path, headers={"host": host})


def as_wagtail(path):
    """What Wagtail answers, without our routing having been there."""
    parts = [part for part in path.split("/") if part]
    site = Site.find_for_request(ask(path))
    try:
        return site.root_page.localized.specific.route(ask(path), parts)
    except Http404:
        return None


@pytest.fixture
def tree(db):
    """Two branches with namesakes, drafts in the middle, other kinds of pages."""
    one, two = content("Un"), content("Deux")
    for parent in (one, two):
        content("Détail", under=content("Page", under=parent))
    content("Publique", under=content("Brouillon", under=one, live=False))
    content("Un", under=two)
    article("Deux")
    territory("Un", under=region("53", "Bretagne"))
    contact()
    return Page.objects.get(depth=1)


PATHS = [
    "/",
    "/un/",
    "/deux/",
    "/un/page/",
    "/deux/page/detail/",
    "/un/page/detail/un/",
    "/un/deux/",
    "/deux/un/",
    "/page/",
    "/detail/",
    "/un/brouillon/",
    "/un/brouillon/publique/",
    "/actualites/deux/",
    "/actualites/un/",
    "/territoires/bretagne/un/",
    "/bretagne/",
    "/contact/",
    "/contact/un/",
    "/UN/",
    "/un//page/",
    "/root/",
    "/fr/",
    "/" + "un/" * 300,
]


@pytest.mark.parametrize("path", PATHS)
def test_an_address_leads_where_wagtail_says(tree, path):
    ours, theirs = route(ask(path), path), as_wagtail(path)
    # Pages are equal when their keys and their classes are.
    assert (ours and tuple(ours)) == (theirs and tuple(theirs))


def test_some_of_these_addresses_lead_somewhere(tree):
    found = {path for path in PATHS if route(ask(path), path)}
    assert found == {
        *("/", "/un/", "/deux/", "/un/page/", "/un//page/", "/deux/page/detail/", "/deux/un/"),
        *("/un/brouillon/publique/", "/actualites/deux/", "/territoires/bretagne/un/", "/contact/"),
    }


COSTS = {"/deux/page/detail/": 2, "/actualites/deux/": 2, "/": 1}


@pytest.mark.parametrize("path", COSTS)
def test_a_page_is_found_in_two_queries_however_deep(tree, path, django_assert_num_queries):
    """Once the frame of the site is known, as it is between two publications."""
    with memo.reading(None):
        site_tree(ask("/contact/"))
        request = ask(path)
        with django_assert_num_queries(COSTS[path]):
            page = route(request, path).page
            assert not page.get_view_restrictions().exists()
            assert site_tree(request).menu is not None
            assert page.locale


def test_an_address_of_thousands_of_parts_is_merely_not_found(tree):
    path = "/" + "/".join(f"p{number}" for number in range(40_000)) + "/"
    assert route(ask(path), path) is None


def test_the_menu_holds_the_live_first_level_pages_that_ask_for_it(db):
    content("Au menu", show_in_menus=True)
    content("Brouillon", show_in_menus=True, live=False)
    parent = content("Hors menu")
    content("Trop bas", under=parent, show_in_menus=True)
    tree = site_tree(ask("/hors-menu/trop-bas/"))
    assert [page.title for page in tree.menu] == ["Au menu"]
    assert [page.title for page in tree.trail] == ["Hors menu", "Trop bas"]


# --- Private pages --------------------------------------------------------------------------------


def opened(client, path):
    """Whether the reader sees the page: its summary, which nothing else prints."""
    return b"SECRET-DEFENSE" in client.get(path).content


@pytest.fixture
def secret(db):
    parent = content("Parent")
    return content("Secrète", under=parent, slug="secrete", summary="SECRET-DEFENSE")


def test_without_a_restriction_the_page_is_open(client, secret):
    assert opened(client, "/parent/secrete/")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("level", ["the page", "its parent", "the home page", "the root"])
def test_a_restriction_anywhere_above_keeps_the_page_closed(client, secret, kind, level):
    ancestors = {
        "the page": secret,
        "its parent": secret.get_parent(),
        "the home page": home(),
        "the root": Page.objects.get(depth=1),
    }
    restrict(ancestors[level], kind, Group.objects.all())
    response = client.get("/parent/secrete/")
    assert b"SECRET-DEFENSE" not in response.content
    assert "private" in response["Cache-Control"] or "no-store" in response["Cache-Control"]
    assert response.status_code == (200 if kind == "password" else 302)


@pytest.mark.parametrize("kind", KINDS)
def test_an_alias_is_as_closed_as_its_source(client, secret, kind):
    secret.create_alias(parent=home(), update_slug="copie")
    assert opened(client, "/copie/")
    restrict(secret, kind)
    assert not opened(client, "/copie/")


def test_a_page_under_an_alias_is_as_closed_as_the_source_of_that_alias(client, secret):
    source = secret.get_parent()
    alias = source.create_alias(parent=home(), update_slug="copie")
    content("Fille", under=alias, summary="SECRET-DEFENSE")
    restrict(source)
    assert not opened(client, "/copie/fille/")


def test_a_restriction_beside_the_page_leaves_it_open(client, secret):
    restrict(content("Voisine", under=secret.get_parent()))
    restrict(content("Autre"))
    assert opened(client, "/parent/secrete/")


def test_the_password_opens_the_page_to_this_reader_only(client, secret):
    restriction = restrict(secret.get_parent())
    form = client.get("/parent/secrete/")
    address = f"/_util/authenticate_with_password/{restriction.pk}/{secret.pk}/"
    assert address.encode() in form.content
    wrong = client.post(address, {"password": "ouvre", "return_url": "/parent/secrete/"})
    assert wrong.status_code == 200 and not opened(client, "/parent/secrete/")
    client.post(address, {"password": "sésame", "return_url": "/parent/secrete/"})
    response = client.get("/parent/secrete/")
    assert b"SECRET-DEFENSE" in response.content
    assert "private" in response["Cache-Control"]
    client.cookies.clear()
    assert not opened(client, "/parent/secrete/")


def test_a_logged_in_reader_sees_a_page_kept_for_accounts(client, secret):
    restrict(secret, "login")
    user("lecteur")
    client.login(username="lecteur", password=PASSWORD)
    assert opened(client, "/parent/secrete/")


def test_a_reader_of_another_group_does_not_see_a_page_kept_for_one(client, secret):
    user("lecteur", "Communication")
    restrict(secret, "groups", [Group.objects.create(name="Comité")])
    client.login(username="lecteur", password=PASSWORD)
    assert not opened(client, "/parent/secrete/")


# --- Languages and sites --------------------------------------------------------------------------


def test_english_addresses_do_not_exist_without_an_english_site(client, secret):
    assert client.get("/en/").status_code == 404
    assert client.get("/en/parent/secrete/").status_code == 404


def test_each_language_has_its_own_pages(client, secret):
    content("About", under=english_home())
    assert client.get("/en/").status_code == 200
    english = client.get("/en/about/")
    assert english.status_code == 200
    assert english["Content-Language"] == "en" and b'<html lang="en"' in english.content
    assert client.get("/about/").status_code == 404
    assert client.get("/en/parent/").status_code == 404


def test_an_english_site_in_draft_does_not_exist(client, secret):
    english_home().unpublish()
    assert client.get("/en/").status_code == 404


def test_another_site_shows_its_own_pages(db):
    root = Page.objects.get(depth=1)
    other = root.add_child(instance=type(home())(title="Autre", slug="autre", hero_title="Autre"))
    Site.objects.create(hostname="autre.example.org", root_page=other)
    content("Ici", under=other)
    content("Là")
    with translation.override("fr"):
        assert route(ask("/ici/", "autre.example.org"), "/ici/").page.title == "Ici"
        assert route(ask("/la/", "autre.example.org"), "/la/") is None
        assert route(ask("/ici/"), "/ici/") is None
        request = ask("/", "autre.example.org")
        route(request, "/")
        assert [page.title for page in site_tree(request).children] == ["Ici"]
