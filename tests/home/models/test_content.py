from home.models.content import SITE_MAP_LIMIT
from tests.factories import (
    article,
    content,
    english_home,
    pioneer,
    region,
    restrict,
    site_map,
    territory,
)


def titles(pages):
    return [page.title for page in pages]


def test_the_site_map_shows_sections_content_pages_and_regions_in_tree_order(db):
    parent = content("L’accélérateur")
    content("Les objectifs", under=parent)
    article("Un article")
    pioneer("Un pionnier")
    territory("Brest", under=region("53", "Bretagne"))
    found = titles(site_map().entries())
    assert found == [
        "L’accélérateur",
        "Les objectifs",
        "Actualités",
        "Pionniers",
        "Territoires",
        "Bretagne",
    ]


def test_the_site_map_leaves_out_drafts_private_pages_and_other_languages(db):
    restrict(content("Réservée"))
    content("Fille", under=content("Ouverte"))
    content("Brouillon", live=False)
    content("English page", under=english_home())
    assert titles(site_map().entries()) == ["Ouverte", "Fille"]


def test_the_site_map_stays_a_page_long(db, monkeypatch):
    monkeypatch.setattr("home.models.content.SITE_MAP_LIMIT", 3)
    assert SITE_MAP_LIMIT > 100
    for _ in range(5):
        content()
    assert len(site_map().entries()) == 3


def test_a_page_under_a_draft_does_not_name_it(client, db):
    parent = content("L’accélérateur", live=False)
    child = content("Les objectifs", under=parent)
    html = client.get(child.url).content.decode()
    assert "Les objectifs" in html and "accélérateur<" not in html
    assert f'"{parent.url}"' not in html
