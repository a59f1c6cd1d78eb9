"""Former addresses: what moving pages leaves behind, what was brought in, where they lead."""

from urllib.parse import unquote_to_bytes

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from tests.factories import (
    content,
    english_home,
    home,
    region,
    restrict,
    territory,
)


def leads(client, address):
    """Where an address sends its reader; None where it sends nobody."""
    response = client.get(address)
    return response["Location"] if response.status_code in (301, 302) else None


@pytest.fixture
def rename(django_capture_on_commit_callbacks):
    """Give a page another address; Wagtail makes its redirects once that is committed."""

    def change(page, slug):
        page = Page.objects.get(pk=page.pk).specific
        page.slug = slug
        with django_capture_on_commit_callbacks(execute=True):
            page.save_revision().publish()

    return change


def former(old_path, target=None, **fields):
    return Redirect.add_redirect(old_path, target or content("Cible"), **fields)


# --- Pages that move ------------------------------------------------------------------------------


@pytest.fixture
def moved(db):
    """A page with another below it, moved with it; the former address of the one below."""
    parent, place = content("Parent"), content("Ailleurs")
    content("Fille", under=parent)
    content("Brouillon", under=parent, live=False)
    Page.objects.get(pk=parent.pk).specific.move(Page.objects.get(pk=place.pk), pos="last-child")
    return parent


def test_a_moved_page_is_found_at_its_former_address_with_all_below_it(client, moved):
    assert leads(client, "/parent/") == "/ailleurs/parent/"
    assert leads(client, "/parent/fille/") == "/ailleurs/parent/fille/"
    assert client.get("/parent/fille/").status_code == 301
    assert client.get("/parent/brouillon/").status_code == 404


def test_a_page_renamed_is_found_at_its_former_address_in_both_languages(client, db, rename):
    for under, prefix in ((home(), ""), (english_home(), "/en")):
        parent = content("Parent", under=under)
        content("Fille", under=parent)
        rename(parent, "nouveau")
        assert leads(client, f"{prefix}/parent/fille/") == f"{prefix}/nouveau/fille/"
        assert leads(client, f"{prefix}/parent/") == f"{prefix}/nouveau/"


def test_a_page_moved_there_and_back_turns_nobody_in_circles(client, moved):
    page = Page.objects.get(pk=moved.pk).specific
    page.move(Page.objects.get(pk=home().pk), pos="last-child")
    assert client.get("/parent/").status_code == 200
    assert leads(client, "/ailleurs/parent/") == "/parent/"
    page = Page.objects.get(pk=moved.pk).specific
    page.unpublish()
    for address in ("/parent/", "/ailleurs/parent/"):
        assert client.get(address).status_code == 404


def test_a_new_page_at_a_former_address_answers_there(client, moved):
    content("Autre", slug="parent")
    assert client.get("/parent/").status_code == 200


def test_a_region_moved_takes_its_territories_along(client, db, rename):
    bretagne = region("53", "Bretagne")
    territory("Brest", under=bretagne)
    rename(bretagne, "breizh")
    assert leads(client, "/territoires/bretagne/brest/") == "/territoires/breizh/brest/"


@pytest.mark.parametrize("hide", [lambda page: page.specific.unpublish(), restrict])
def test_a_former_address_does_not_tell_where_a_hidden_page_went(client, moved, rename, hide):
    rename(moved, "confidentiel")
    assert leads(client, "/parent/") == leads(client, "/ailleurs/parent/")
    assert leads(client, "/parent/") == "/ailleurs/confidentiel/"
    hide(Page.objects.get(pk=moved.pk))
    # The page below is still public where it is, if only that one was withdrawn.
    for address in ("/parent/", "/ailleurs/parent/"):
        response = client.get(address)
        assert "confidentiel" not in response.get("Location", "")
        assert b"confidentiel" not in response.content


# --- Looking up -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "asked",
    [
        "/spip.php?article123",
        "/spip.php?article123=",
        "/spip.php?article123&utm_source=lettre&utm_medium=mail",
        "/spip.php?utm_source=lettre&article123",
        "/spip.php?article123&fbclid=x&xtor=RSS-1",
        "/spip.php?lang=fr&article123",
        "/spip.php?article123&&",
    ],
)
def test_an_address_of_the_former_site_leads_on_whatever_was_added_to_it(client, db, asked):
    former("/spip.php?article123")
    former("/spip.php?article12", content("Autre"))
    assert leads(client, asked).partition("?")[0] == "/cible/"


def test_the_most_precise_redirect_goes_first(client, db):
    former("/spip.php", content("Tout"))
    former("/spip.php?article1", content("Un"))
    former("/spip.php?article1&page=2", content("Deux"))
    assert leads(client, "/spip.php?page=2&article1") == "/deux/"
    assert leads(client, "/spip.php?article1&page=3") == "/un/?page=3"
    assert leads(client, "/spip.php?article2") == "/tout/?article2"


def test_accents_and_capitals_of_an_address_count_as_written_first(client, db):
    former("/école/été.html")
    assert leads(client, "/école/été.html") == "/cible/"
    assert leads(client, "/%C3%A9cole/%C3%A9t%C3%A9.html") == "/cible/"
    # In capitals nothing was written down, but what is meant is plain.
    assert leads(client, "/École/été.html") == "/cible/"
    former("/École/été.html", content("Autre"))
    assert leads(client, "/École/été.html") == "/autre/"


def test_a_redirect_of_this_site_goes_before_one_of_all_sites(client, db):
    former("/ancien", content("Tous"))
    former("/ancien", content("Celui-ci"), site=Site.objects.get())
    assert leads(client, "/ancien/") == "/celui-ci/"


def test_a_redirect_that_leads_to_itself_is_left_alone(client, db):
    former("/boucle", "/boucle/")
    former("/boucle", "http://testserver/boucle/", site=Site.objects.get())
    assert client.get("/boucle/").status_code == 404


def test_a_temporary_redirect_stays_one(client, db):
    former("/ancien", is_permanent=False)
    assert client.get("/ancien/").status_code == 302


def test_a_redirect_keeps_the_query_it_was_asked_with(client, moved):
    former("/spip.php?article12")
    former("/liste", "/cible/?tri=date#bas")
    former("/dehors", "https://www.example.org/x?a=1")
    for asked, place in (
        ("/parent/?page=2&utm_source=a%20b", "/ailleurs/parent/?page=2&utm_source=a%20b"),
        ("/spip.php?lang=fr&article12=&utm_source=x", "/cible/?lang=fr&utm_source=x"),
        ("/liste?page=2", "/cible/?tri=date&page=2#bas"),
        ("/dehors?page=2", "https://www.example.org/x?a=1"),
    ):
        assert leads(client, asked) == place, asked


# --- Addresses as people and old programs write them ----------------------------------------------


def get_as_written(client, address):
    """Ask for an address as a server is asked for it: the test client reads a host in "//x/"."""
    path, _mark, query = address.partition("?")
    wsgi_path = unquote_to_bytes(path).decode("latin-1")
    return client.get("/", PATH_INFO=wsgi_path, QUERY_STRING=query)


@pytest.mark.parametrize(
    ("asked", "place"),
    [
        ("/Parent/", "/ailleurs/parent/"),
        ("/AILLEURS/Parent?page=2", "/ailleurs/parent/?page=2"),
        ("//ailleurs//parent//", "/ailleurs/parent/"),
        ("/Écoles-d’été/", None),
        ("/été/", "/ete/"),
        ("/%E9t%E9/", "/ete/"),
        ("/%C9T%C9", "/ete/"),
        ("/EN/Summer/", "/en/summer/"),
        ("/en//Summer/", "/en/summer/"),
        ("/RECHERCHE?q=x", "/recherche/?q=x"),
        ("//recherche//?q=x", "/recherche/?q=x"),
        ("/recherche/?q=%E9t%E9+x&page=2", "/recherche/?q=%C3%A9t%C3%A9+x&page=2"),
        ("/DONNEES/Pionniers.CSV", "/donnees/pionniers.csv"),
        ("//evil.example/", None),
        ("//evil.example/?q=%E9", "/evil.example/?q=%C3%A9"),
        ("///evil.example/%2e%2e", None),
        ("/\\evil.example/", None),
        ("/%80%FE%FF/", None),
    ],
)
def test_what_is_meant_is_found_by_one_permanent_redirect(client, moved, asked, place):
    content("Été", slug="ete")
    content("Summer", under=english_home())
    response = get_as_written(client, asked)
    assert response.get("Location") == place
    assert response.status_code == (301 if place else 404)
    if place and "evil" not in place:
        assert client.get(place).status_code == 200


def test_nothing_is_sent_elsewhere_with_what_was_written_in_it(client, moved):
    assert client.post("/Parent/", {"a": "b"}).status_code == 404


HOSTILE = [
    "'\"; DROP TABLE",
    "%ff",
    "%ed%a0%80",
    "x" * 10_000,
    "&" * 5_000,
    "=&=&",
    "(((.*",
    "a" * 300,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_address_breaks_the_looking_up(client, db, text):
    former("/spip.php")
    for address in (f"/spip.php?{text}", f"/{text}.html", f"//{text}", f"/[{text}"):
        assert client.get(address).status_code in (200, 301, 404)


def test_what_is_not_found_costs_one_more_query(client, db, django_assert_max_num_queries):
    former("/spip.php?article123")
    client.get("/nulle-part/")
    with django_assert_max_num_queries(9):
        client.get("/nulle-part.html?a&b&c&d&e&f")
