import pytest
from bs4 import BeautifulSoup
from django.utils.translation import override

from site_cms.models import private_paths
from site_cms.publications import memo
from territories.map import region_map
from territories.regions import REGIONS
from tests.factories import english, french, region, restrict, territory, translate


def tile(code, locale=None):
    drawn = region_map((locale or french()).pk)
    tiles = {tile.region.code: tile for tile in drawn.tiles}
    return tiles[code]


def test_the_map_has_a_tile_for_each_region_even_without_pages(db):
    drawn = region_map(french().pk)
    assert len(drawn.tiles) == len(REGIONS) == 18
    assert len(drawn.overseas) == 5 and len(drawn.mainland) == 13
    assert {tile.url for tile in drawn.tiles} == {""}
    assert {tile.counts for tile in drawn.tiles} == {"aucun territoire"}


def test_no_two_tiles_lie_on_top_of_each_other(db):
    drawn = region_map(french().pk)
    assert len({(tile.x, tile.y) for tile in drawn.tiles}) == 18
    for tile in drawn.tiles:
        corners = [pair.split(",") for pair in tile.points.split()]
        assert all(0 <= float(x) <= drawn.width for x, _ in corners)
        assert all(0 <= float(y) <= drawn.height for _, y in corners)


def test_a_tile_says_what_the_public_finds_in_the_region(db):
    territory("Un", status="labelled", under=region("53", "Bretagne", slug="bretagne"))
    territory("Deux", status="labelled")
    territory("Trois", status="pilot")
    territory("Brouillon", status="pilot", live=False)
    restrict(territory("Réservé", status="pilot"))
    bretagne = tile("53")
    assert (bretagne.labelled, bretagne.pilots, bretagne.total) == (2, 1, 3)
    assert bretagne.status == "labelled"
    assert bretagne.counts == "2 territoires labellisés, 1 territoire pilote"
    assert bretagne.spoken == "Bretagne (BRE, 3)\u00a0: 2 labellisés, 1 pilote"
    assert bretagne.url == "/territoires/bretagne/"


def test_the_map_says_the_same_in_every_language(db, client):
    brest = territory("Brest", status="labelled", under=region("53", "Bretagne"))
    territory("Lens", status="pilot", under=region("32", "Nord"))
    translate(region("53"))
    for _ in range(2):
        bretagne, nord = tile("53", english()), tile("32", english())
        assert (bretagne.labelled, bretagne.pilots, bretagne.language) == (1, 0, "")
        assert (nord.labelled, nord.pilots, nord.language) == (0, 1, "fr")
        assert (bretagne.url, nord.url) == ("/en/en-territoires/en-bretagne/", "/territoires/nord/")
        translate(brest)  # it is counted once still
    assert tile("53").language == ""
    links = BeautifulSoup(client.get("/en/en-territoires/").content, "html.parser")
    links = links.select('.fi-map a[href="/territoires/nord/"]')
    assert [link["hreflang"] for link in links] == ["fr", "fr"]


def test_a_tile_with_pilots_only_is_a_pilot(db):
    territory(status="pilot")
    assert (tile("53").status, tile("94").status) == ("pilot", "none")


@pytest.mark.parametrize("hidden", ["draft", "private"])
def test_the_tile_of_a_region_that_is_not_public_leads_nowhere_and_counts_nothing(db, hidden):
    territory(status="pilot")
    page = region("53")
    restrict(page) if hidden == "private" else page.unpublish()
    assert (tile("53").url, tile("53").total) == ("", 0)


def test_the_list_beside_the_map_is_in_the_order_of_names(db):
    drawn = region_map(french().pk)
    mainland = [tile.region.name for tile in drawn.listed_mainland]
    assert mainland[:2] == ["Auvergne-Rhône-Alpes", "Bourgogne-Franche-Comté"]
    assert mainland.index("Île-de-France") == mainland.index("Hauts-de-France") + 1
    overseas = [tile.region.name for tile in drawn.listed_overseas]
    assert overseas == [tile.region.name for tile in drawn.overseas]
    with override("en"):
        labels = [tile.region.label for tile in drawn.listed_mainland]
    assert labels.index("Normandy") == labels.index("Nouvelle-Aquitaine") - 1


@pytest.fixture
def places(db):
    corse = region("94", "Corse")
    territory("Brest", status="labelled")
    territory("Vannes", status="pilot")
    territory("Bastia", status="pilot", under=corse)
    territory("Brouillon", status="pilot", under=corse, live=False)
    restrict(territory("Réservé", status="labelled", under=corse))


def drawn(client, query):
    """What the list of territories draws: {code: (address, pilots, labelled)}."""
    response = client.get(f"/territoires/{query}")
    assert response.status_code == 200
    assert "Vannes" not in response.content.decode()  # no cards beside the map
    tiles = response.context["map"].tiles
    return {t.region.code: (t.url, t.pilots, t.labelled) for t in tiles if t.total}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", {"53": ("?region=53", 1, 1), "94": ("?region=94", 1, 0)}),
        ("&region=94", {"94": ("?region=94", 1, 0)}),
        (
            "&statut=pilot",
            {"53": ("?statut=pilot&region=53", 1, 0), "94": ("?statut=pilot&region=94", 1, 0)},
        ),
        ("&region=53&statut=labelled&tri=recents", {"53": ("?statut=labelled&region=53", 0, 1)}),
        ("&statut=autre", {}),
    ],
)
def test_the_list_can_be_seen_on_the_map_and_leads_to_its_parts(client, places, query, found):
    shown = drawn(client, f"?vue=carte{query}")
    assert shown == found
    for code, (address, pilots, labelled) in shown.items():
        listed = client.get(f"/territoires/{address}").context["listing"]
        assert {page.region.code for page in listed.page} == {code}
        assert listed.total == pilots + labelled


def test_both_views_of_the_list_are_links_that_keep_its_filters(client, places):
    for query, other in (("?statut=pilot", "?statut=pilot&vue=carte"), ("?vue=carte", "?")):
        soup = BeautifulSoup(client.get(f"/territoires/{query}").content, "html.parser")
        links = {link["href"]: link.get("aria-current") for link in soup.select(".fi-views a")}
        assert len(links) == 2 and links[other] is None and links[query] == "true"
        assert len(soup.select("svg.fi-map__svg")) == (1 if "carte" in query else 0)
    plain = client.get("/territoires/").content.decode()
    assert "Vannes" in plain and plain.count("fi-map__svg") == 1


def test_the_map_is_one_query_however_many_territories(db, django_assert_num_queries):
    for number in range(4):
        territory(f"Territoire {number}")
    locale = french().pk
    region_map(locale)  # site root paths
    with memo.reading(None):
        private_paths()
        with django_assert_num_queries(1):
            region_map(locale)
