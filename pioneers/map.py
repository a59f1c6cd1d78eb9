"""The directory on the tile map: each region with the pioneers found that have their seat there."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from site_cms.public.listing import Listing
from territories.map import RegionMap, Tile
from territories.regions import REGIONS

NAMED_LIMIT = 30
LEGEND = "pioneers/components/map_legend.html"


@dataclass(frozen=True)
class PioneerTile(Tile):
    total: int = 0

    @property
    def status(self) -> str:
        """Drawn as the map of territories draws its two extremes."""
        return "labelled" if self.total else "none"

    @property
    def counts(self) -> str:
        text = ngettext("%(count)s pionnier", "%(count)s pionniers", self.total)
        return text % {"count": self.total} if self.total else _("aucun pionnier")

    @property
    def short_counts(self) -> list[str]:
        return [self.counts]


@dataclass(frozen=True)
class PioneerMap(RegionMap):
    """The map of one list; `elsewhere` counts what it cannot place, and `named` are the first."""

    elsewhere: int = 0
    named: Sequence = ()


def pioneer_map(listing: Listing) -> PioneerMap:
    """Return the map of what the list has found, in the query that counts its filters."""
    regions = next(bound for bound in listing.counted_filters if bound.filter.name == "region")
    # A filter is counted as if nothing in it were chosen; the map shows what was.
    shown = [o for o in regions.options if o["selected"] or not regions.values]
    counts = {option["value"]: 0 if regions.unknown else option["count"] for option in shown}
    tiles = [_tile(region, counts.get(region.code, 0), listing) for region in REGIONS]
    elsewhere = listing.total - sum(tile.total for tile in tiles)
    named = listing.queryset.filter(region=None)[:NAMED_LIMIT] if elsewhere else ()
    return PioneerMap(tiles, legend=LEGEND, elsewhere=elsewhere, named=named)


def _tile(region, total, listing):
    """A region leads to its own part of the list."""
    return PioneerTile(region, listing.part("region", region.code) if total else "", total)
