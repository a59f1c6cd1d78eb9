"""Where pages stood: the addresses of all that was below them lead on, whatever came after."""

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from site_cms.models import FormerPlace
from site_cms.public import former
from tests.factories import article, content, english_home, home, restrict
from tests.site_cms.public.test_redirects import leads


def renamed(page, slug):
    page = Page.objects.get(pk=page.pk).specific
    page.slug = slug
    page.save_revision().publish()


def moved(page, under):
    Page.objects.get(pk=page.pk).specific.move(Page.objects.get(pk=under.pk), pos="last-child")


@pytest.fixture
def part(db):
    """A page with one below it, and one below that."""
    part = content("Partie")
    content("Feuille", under=content("Branche", under=part))
    return part


def branch():
    return Page.objects.get(slug="branche")


def test_one_row_stands_for_all_that_is_below(client, part):
    renamed(part, "nouvelle")
    assert leads(client, "/partie/branche/feuille/") == "/nouvelle/branche/feuille/"
    assert leads(client, "/partie/branche/") == "/nouvelle/branche/"
    assert leads(client, "/partie/") == "/nouvelle/"
    assert FormerPlace.objects.count() == 1 and not Redirect.objects.exists()


def test_what_came_after_the_renaming_is_found_as_well(client, part):
    renamed(part, "nouvelle")
    content("Récente", under=part)
    assert leads(client, "/partie/recente/") == "/nouvelle/recente/"
    assert client.get("/partie/nulle-part/").status_code == 404


def test_a_page_renamed_twice_is_found_at_both_addresses(client, part):
    renamed(part, "deux")
    renamed(part, "trois")
    for address in ("/partie/branche/", "/deux/branche/"):
        assert leads(client, address) == "/trois/branche/"


def test_a_page_renamed_back_turns_nobody_in_circles(client, part):
    renamed(part, "deux")
    renamed(part, "partie")
    assert client.get("/partie/branche/").status_code == 200
    assert leads(client, "/deux/branche/") == "/partie/branche/"
    assert client.get("/partie/nulle-part/").status_code == 404
    branch().specific.unpublish()
    for address in ("/partie/branche/", "/deux/branche/"):
        assert client.get(address).status_code == 404


def test_each_page_on_the_way_may_have_been_renamed_or_moved(client, part):
    renamed(part, "deux")
    renamed(branch(), "rameau")
    moved(part, under=content("Ailleurs"))
    renamed(part, "trois")
    renamed(Page.objects.get(slug="feuille"), "fleur")
    for first in ("partie", "deux", "ailleurs/deux", "ailleurs/trois"):
        for second in ("branche", "rameau"):
            for third in ("feuille", "fleur"):
                address = f"/{first}/{second}/{third}/"
                if address != "/ailleurs/trois/rameau/fleur/":
                    assert leads(client, address) == "/ailleurs/trois/rameau/fleur/"


def test_a_page_that_left_before_the_next_renaming_is_found(client, part):
    """Its former address has a part above it that bore another name then."""
    renamed(part, "deux")
    moved(branch(), under=home())
    renamed(part, "trois")
    for first in ("partie", "deux", "trois"):
        assert leads(client, f"/{first}/branche/feuille/") == "/branche/feuille/"


def test_pages_that_change_places_with_each_other_turn_nobody_in_circles(client, part):
    other = content("Autre")
    renamed(part, "attente")
    renamed(other, "partie")
    renamed(part, "autre")
    assert client.get("/partie/").status_code == client.get("/autre/").status_code == 200
    assert leads(client, "/partie/branche/") == "/autre/branche/"
    assert leads(client, "/attente/branche/") == "/autre/branche/"
    moved(other, under=part)
    moved(part, under=content("Ailleurs"))
    assert leads(client, "/autre/partie/") == "/ailleurs/autre/partie/"
    assert leads(client, "/partie/") == "/ailleurs/autre/partie/"


# --- What has taken the place ---------------------------------------------------------------------


def test_a_new_page_goes_before_one_that_was_there(client, part):
    renamed(part, "deux")
    new = content("Partie")
    content("Branche", under=new)
    assert client.get("/partie/branche/").status_code == 200
    # What it has not, the former one may have.
    assert leads(client, "/partie/branche/feuille/") == "/deux/branche/feuille/"


def test_of_several_that_were_there_the_last_goes_first(client, part):
    renamed(part, "edition-2018")
    second = content("Partie")
    content("Branche", under=second)
    renamed(second, "edition-2019")
    assert leads(client, "/partie/") == "/edition-2019/"
    assert leads(client, "/partie/branche/") == "/edition-2019/branche/"
    assert leads(client, "/partie/branche/feuille/") == "/edition-2018/branche/feuille/"
    renamed(part, "partie")
    renamed(part, "premiere")
    assert leads(client, "/partie/branche/") == "/premiere/branche/"


def test_a_draft_at_the_address_hides_nothing(client, part):
    renamed(part, "deux")
    content("Partie", live=False)
    assert leads(client, "/partie/branche/") == "/deux/branche/"


def test_what_people_have_written_goes_first(client, part):
    renamed(part, "deux")
    Redirect.add_redirect("/partie", content("Choisie"))
    assert leads(client, "/partie/") == "/choisie/"
    assert leads(client, "/partie/branche/") == "/deux/branche/"


def test_a_redirect_of_wagtails_own_goes_last(client, part):
    """Those it made for each page, before places were noted, still lead on."""
    Redirect.add_redirect("/avant", part, automatically_created=True)
    Redirect.add_redirect("/partie", content("Ancienne"), automatically_created=True)
    renamed(part, "deux")
    assert leads(client, "/avant/") == leads(client, "/partie/") == "/deux/"


# --- What the public may not see ------------------------------------------------------------------


def hide_above(page):
    restrict(page.get_parent())


@pytest.mark.parametrize("hide", [lambda page: page.specific.unpublish(), restrict, hide_above])
def test_nobody_is_told_where_a_hidden_page_went(client, part, hide):
    renamed(part, "deux")
    renamed(branch(), "confidentiel")
    assert leads(client, "/partie/branche/") == "/deux/confidentiel/"
    hide(Page.objects.get(slug="confidentiel"))
    response = client.get("/partie/branche/")
    assert response.status_code == 404
    assert b"confidentiel" not in response.content


def test_a_page_deleted_is_not_found(client, part):
    renamed(part, "deux")
    Page.objects.get(pk=part.pk).delete()
    assert client.get("/partie/branche/").status_code == 404
    assert not FormerPlace.objects.exists()


def test_a_page_that_left_a_part_since_deleted_is_found(client, part):
    leaf, place = Page.objects.get(slug="feuille"), content("Ailleurs")
    renamed(part, "deux")
    moved(leaf, under=place)
    Page.objects.get(pk=part.pk).delete()
    for address in ("/partie/branche/feuille/", "/deux/branche/feuille/"):
        assert leads(client, address) == "/ailleurs/feuille/"
    # … also when what took its place goes in its turn.
    moved(leaf, under=home())
    Page.objects.get(pk=place.pk).delete()
    for address in ("/deux/branche/feuille/", "/ailleurs/feuille/"):
        assert leads(client, address) == "/feuille/"


def test_places_go_with_what_is_deleted_together(client, part):
    """Pages that moved about below a page that is then deleted leave nothing behind."""
    leaf = Page.objects.get(slug="feuille")
    renamed(branch(), "rameau")
    moved(leaf, under=part)
    renamed(leaf, "fleur")
    Page.objects.get(pk=part.pk).delete()
    assert not FormerPlace.objects.exists()


# --- Languages, sites, other addresses ------------------------------------------------------------


def test_each_language_has_places_of_its_own(client, part):
    english = content("Partie", under=english_home())
    content("Branche", under=english)
    renamed(part, "nouvelle")
    assert client.get("/en/partie/branche/").status_code == 200
    renamed(english, "new")
    assert leads(client, "/en/partie/branche/") == "/en/new/branche/"
    assert leads(client, "/partie/branche/") == "/nouvelle/branche/"


def test_a_site_of_another_root_leads_on_in_its_own_addresses(client, part, settings):
    settings.ALLOWED_HOSTS = ["testserver", "partie.example.org"]
    Site.objects.create(hostname="partie.example.org", root_page=part)
    renamed(branch(), "rameau")
    # The address of the site's own root is no part of any address there.
    renamed(part, "nouvelle")
    asked = client.get("/branche/feuille/", headers={"host": "partie.example.org"})
    assert asked["Location"].endswith("/rameau/feuille/")
    assert "nouvelle" not in asked["Location"]
    assert client.get("/branche/feuille/").status_code == 404
    assert leads(client, "/partie/branche/feuille/").endswith("/rameau/feuille/")


def test_renaming_the_home_page_changes_no_address(client, part):
    renamed(part, "nouvelle")
    renamed(home(), "accueil")
    assert client.get("/nouvelle/branche/").status_code == 200
    assert leads(client, "/partie/branche/") == "/nouvelle/branche/"


def test_the_rest_of_an_address_does_not_matter(client, part):
    renamed(part, "nouvelle")
    assert leads(client, "/partie/branche/?utm_source=lettre").startswith("/nouvelle/branche/?")
    assert leads(client, "/partie//branche/") == "/nouvelle/branche/"
    assert leads(client, "/partie/branche") == "/nouvelle/branche/"
    assert client.head("/partie/branche/")["Location"] == "/nouvelle/branche/"


def test_no_address_breaks_the_walk(client, part):
    renamed(part, "nouvelle")
    for rest in ("a/" * 300, "%00/", "partie/" * 15, "%ff/", "é/", "../", "branche;x/"):
        assert client.get(f"/partie/{rest}").status_code == 404


@pytest.mark.once
def test_what_never_was_costs_one_query_more_and_what_was_a_few(
    client, part, django_assert_max_num_queries, monkeypatch
):
    renamed(part, "nouvelle")
    client.get("/nulle-part/")
    asked = []
    monkeypatch.setattr(former, "_places", lambda slugs: asked.append(slugs) or [])
    client.get("/partie/branche/?x=1")
    client.get("/image.png")
    assert asked == [["partie", "branche"], []]
    monkeypatch.undo()
    article("Une autre")
    with django_assert_max_num_queries(18):
        assert leads(client, "/partie/branche/feuille/")
