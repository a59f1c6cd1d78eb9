"""What goes on below a page that was renamed or moved is said to whom it concerns."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from site_cms.rights.roles import COMMUNICATION
from site_cms.search import indexing
from site_cms.tasks import addresses
from territories.teams import apply_rights
from tests.factories import content, region, restrict, territory, user
from tests.processes import work_off
from tests.site_cms.admin.test_desk import panels

HEADING = "Changements en cours"


@pytest.fixture(autouse=True)
def few(monkeypatch):
    """As if two pages were many."""
    monkeypatch.setattr(addresses, "PART", 2)
    monkeypatch.setattr(indexing, "PART", 2)


@pytest.fixture
def part(client, db):
    """A page with three below it; somebody of the communication staff."""
    part = content("Partie")
    for title in ("Un", "Deux", "Trois"):
        content(title, under=part)
    client.force_login(user("camille", COMMUNICATION))
    return part


def said(response):
    soup = BeautifulSoup(response.content, "html.parser")
    return " ".join(found.get_text(" ", strip=True) for found in soup.select(".messages li"))


def move(client, page, place):
    address = reverse("wagtailadmin_pages:move_confirm", args=[page.pk, place.pk])
    return client.post(address, follow=True)


def test_the_desk_says_what_goes_on_until_it_is_done(client, part):
    assert HEADING not in panels(client)
    assert "suivent en arrière-plan" in said(move(client, part, content("Ailleurs")))
    assert "Encore 3 pages dont l’adresse suit" in panels(client)[HEADING]
    work_off()
    assert HEADING not in panels(client)


def test_nothing_is_said_of_what_is_done_at_once(client, part):
    alone = content("Seule")
    assert "arrière-plan" not in said(move(client, alone, part))


def test_the_search_follows_as_well(client, part):
    private = content("Privée")
    restrict(private)
    move(client, part, private)
    assert "La recherche suit" in panels(client)[HEADING]
    work_off()
    assert HEADING not in panels(client)


def test_a_region_hears_of_its_own_pages_only(client, part):
    bretagne = region("53", "Bretagne")
    for title in ("Brest", "Rennes", "Lorient"):
        territory(title, under=bretagne)
    apply_rights()
    move(client, part, content("Ailleurs"))
    client.force_login(user("morgane", "Bretagne – publication"))
    assert HEADING not in panels(client)
    bretagne.slug = "breizh"
    bretagne.save_revision().publish()
    said = panels(client)[HEADING]
    assert "Bretagne" in said and "Partie" not in said
