"""The address of a page leads to the page: never to what the site answers itself."""

import pytest
from django.core.exceptions import ValidationError

from site_cms.words.letters import slug_from
from tests.factories import content, english_home, home

TAKEN = (
    *("recherche", "suivre", "acteurs", "donnees", "admin", "api", "documents", "media", "static"),
    *("partage", "en", "_util"),
)
TAKEN_IN_ENGLISH = ("search", "data", "follow", "actors")


def refusal(parent, slug):
    with pytest.raises(ValidationError) as refused:
        content("Une page", under=parent, slug=slug)
    return refused.value.message_dict["slug"]


@pytest.mark.parametrize("slug", [slug for slug in TAKEN if slug.replace("_", "a").isalnum()])
def test_what_the_site_answers_itself_is_no_address_of_a_page(db, client, slug):
    assert refusal(home(), slug)[0].startswith(
        f"Le site se sert lui-même de l’adresse « /{slug}/ »"
    )


@pytest.mark.parametrize("slug", TAKEN_IN_ENGLISH)
def test_nor_is_it_in_the_other_language(db, slug):
    assert refusal(english_home(), slug)
    content("Une page", slug=slug)


def test_below_another_page_any_address_will_do(db, client):
    page = content("Recherche", under=content("Ressources"))
    assert client.get(page.url).status_code == 200
    assert page.url == "/ressources/recherche/"


def test_every_first_address_is_reserved_or_leads_to_its_page(db, client):
    """What is free is a page's: asked of words near those that are taken."""
    for slug in ("recherches", "donnee", "medias", "data", "english", "partages"):
        assert client.get(content("Une page", slug=slug).url).status_code == 200


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Au cœur des territoires", "au-coeur-des-territoires"),
        ("ŒUVRE", "oeuvre"),
        ("Ex æquo", "ex-aequo"),
        ("L’été, déjà", "lete-deja"),
    ],
)
def test_ligatures_are_spread_in_addresses(db, title, slug):
    assert slug_from(title) == slug
    page = content(title, slug="")
    assert page.slug == slug
    assert content(title, slug="").slug == f"{slug}-1"
    assert home().get_children().filter(slug=slug).count() == 1
