import pytest
from django.utils.translation import override

from territories.map import region_map
from territories.regions import REGIONS
from tests.factories import french, region, restrict, territory


def tile(code):
    tiles = {tile.region.code: tile for tile in region_map(french().pk).tiles}
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
    assert bretagne.spoken == "Bretagne\u00a0: 2 territoires labellisés, 1 territoire pilote"
    assert bretagne.url == "/territoires/bretagne/"


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


def test_the_map_is_one_query_however_many_territories(db, django_assert_num_queries):
    for number in range(4):
        territory(f"Territoire {number}")
    locale = french().pk
    region_map(locale)  # site root paths
    with django_assert_num_queries(1):
        region_map(locale)
