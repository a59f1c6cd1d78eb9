"""The map of pioneers: what the list finds, by region."""

from django.test import RequestFactory

from pioneers.map import pioneer_map
from pioneers.models import PioneerIndexPage
from tests.factories import pioneer, region, section, theme


def test_the_map_leads_to_those_it_cannot_place(client, db):
    pioneer("Quelque part", region=region("53"))
    nowhere = pioneer("Sans région")
    html = client.get(f"{section(PioneerIndexPage).url}?vue=carte").content.decode()
    assert "1 pionnier n’est rattaché à aucune région" in html
    assert f'<a href="{nowhere.url}">Sans région</a>' in html and "Quelque part" not in html


def test_the_map_counts_what_the_list_finds_and_leads_to_it(db):
    pioneer("Seul", themes=[theme("Mer")], region=region("94"))
    pioneer("Double", themes=[theme("Mer"), theme("Eau")], region=region("53"))
    pioneer("Autre", region=region("53"))
    pioneer("Sans région", themes=[theme("Mer")])
    pioneer("Brouillon", live=False, region=region("94"))

    def drawn(**query):
        listing = section(PioneerIndexPage).listing(RequestFactory().get("/", query))
        found = pioneer_map(listing)
        return {t.region.code: (t.total, t.url) for t in found.tiles if t.total}, found.elsewhere

    assert drawn() == ({"94": (1, "?region=94"), "53": (2, "?region=53")}, 1)
    mer = {"94": (1, "?theme=mer&region=94"), "53": (1, "?theme=mer&region=53")}
    assert drawn(theme="mer") == (mer, 1)
    assert drawn(region=["94", "11"]) == ({"94": (1, "?region=94")}, 0)
    assert drawn(region=["94", "2A"]) == ({}, 0)
    assert drawn(theme="feu") == ({}, 0)
