"""The tile map: each region a hexagon, about where it lies, with what it counts.

Everything the template draws is computed here, in the units of the SVG's view box.
"""

from dataclasses import dataclass, field
from math import sqrt

from django.conf import settings
from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from site_cms.public.listing import Listing
from site_cms.publications.memo import remembered
from site_cms.words.sorting import name_key

from .models import RegionPage, TerritoryPage
from .regions import REGIONS, Region

TILE_WIDTH = 100
SIZE = TILE_WIDTH / sqrt(3)  # from the centre to a corner
GAP = 3
ROW_STEP = SIZE * 1.5
LEFT, TOP = TILE_WIDTH / 2 + 4, SIZE + 4
OVERSEAS_TOP = TOP + 7 * ROW_STEP + 4
WIDTH = round(5 * TILE_WIDTH + 8)
HEIGHT = round(OVERSEAS_TOP + SIZE + 4)
HEADING_Y = round(OVERSEAS_TOP - SIZE - 18)
LINE_HEIGHT = 14

# How a name is broken over the lines of a tile, also where a reader spaces letters by 0.12 em;
# the other names fit on one.
NAME_LINES = {
    "11": ("Île-de-", "France"),
    "24": ("Centre-", "Val de Loire"),
    "27": ("Bourgogne-", "Franche-", "Comté"),
    "32": ("Hauts-de-", "France"),
    "52": ("Pays de", "la Loire"),
    "75": ("Nouvelle-", "Aquitaine"),
    "84": ("Auvergne-", "Rhône-Alpes"),
    "93": ("Provence-", "Alpes-", "Côte d’Azur"),
}


@dataclass(frozen=True)
class Tile:
    """One region on the map. `url` is "" where there is nothing to lead to.

    What it counts is said by its kinds: `total`, `status` for colour and pattern, `counts` in
    words as the list says them, and `short_counts` in as few words as a tile holds.
    """

    region: Region
    url: str
    # Of the page it leads to, where that is not the language of the map.
    language: str = field(default="", kw_only=True)

    @property
    def spoken(self) -> str:
        """All that is written on the tile at any width: some speak to a link by what they read."""
        return _("%(region)s (%(short)s, %(total)s)\u00a0: %(counts)s") % {
            "region": self.region.label,
            "short": self.region.short,
            "total": self.total,
            "counts": ", ".join(self.short_counts),
        }

    @property
    def x(self) -> float:
        shift = 0 if self.region.overseas else self.region.row % 2 / 2
        return round(LEFT + (self.region.column + shift) * TILE_WIDTH, 1)

    @property
    def y(self) -> float:
        top = OVERSEAS_TOP if self.region.overseas else TOP
        return round(top + self.region.row * ROW_STEP, 1)

    @property
    def points(self) -> str:
        """The corners of the hexagon, clockwise from the top."""
        tall, wide = SIZE - GAP, (TILE_WIDTH / 2) - GAP
        corners = (
            (0, -tall),
            (wide, -tall / 2),
            (wide, tall / 2),
            (0, tall),
            (-wide, tall / 2),
            (-wide, -tall / 2),
        )
        return " ".join(f"{self.x + dx:.1f},{self.y + dy:.1f}" for dx, dy in corners)

    @property
    def lines(self) -> list[dict]:
        """The name, then the counts, each line with its height on the map."""
        names = NAME_LINES.get(self.region.code, (self.region.label,))
        texts = [("name", text) for text in names]
        texts += [("count", text) for text in self.short_counts]
        first = self.y - (len(texts) - 1) * LINE_HEIGHT / 2 + 4
        return [
            {"kind": kind, "text": text, "y": round(first + rank * LINE_HEIGHT, 1)}
            for rank, (kind, text) in enumerate(texts)
        ]

    @property
    def code_y(self) -> float:
        return round(self.y - 6, 1)

    @property
    def number_y(self) -> float:
        return round(self.y + 24, 1)


@dataclass(frozen=True)
class TerritoryTile(Tile):
    """A region and its territories."""

    pilots: int = 0
    labelled: int = 0

    @property
    def total(self) -> int:
        return self.pilots + self.labelled

    @property
    def status(self) -> str:
        """The highest standing of its territories."""
        if self.labelled:
            return "labelled"
        return "pilot" if self.pilots else "none"

    @property
    def counts(self) -> str:
        parts = []
        if self.labelled:
            text = ngettext(
                "%(count)s territoire labellisé",
                "%(count)s territoires labellisés",
                self.labelled,
            )
            parts.append(text % {"count": self.labelled})
        if self.pilots:
            text = ngettext(
                "%(count)s territoire pilote", "%(count)s territoires pilotes", self.pilots
            )
            parts.append(text % {"count": self.pilots})
        return ", ".join(parts) or _("aucun territoire")

    @property
    def short_counts(self) -> list[str]:
        labelled = ngettext("%(count)s labellisé", "%(count)s labellisés", self.labelled)
        pilots = ngettext("%(count)s pilote", "%(count)s pilotes", self.pilots)
        pairs = ((labelled, self.labelled), (pilots, self.pilots))
        return [text % {"count": count} for text, count in pairs if count] or [_("aucun")]


@dataclass(frozen=True)
class RegionMap:
    """The eighteen tiles, and the frame they are drawn in."""

    tiles: list[Tile]
    legend: str = "territories/components/legend.html"
    width: int = WIDTH
    height: int = HEIGHT
    heading_y: int = HEADING_Y

    @property
    def mainland(self) -> list[Tile]:
        return [tile for tile in self.tiles if not tile.region.overseas]

    @property
    def overseas(self) -> list[Tile]:
        return [tile for tile in self.tiles if tile.region.overseas]

    @property
    def listed_mainland(self) -> list[Tile]:
        """The tiles in the order a reader looks a name up."""
        return sorted(self.mainland, key=lambda tile: name_key(tile.region.label))

    @property
    def listed_overseas(self) -> list[Tile]:
        """In the order they are drawn, side by side: that of their codes."""
        return self.overseas


@remembered
def region_map(locale_id: int) -> RegionMap:
    """Return the map of one language, in one query."""
    pages = RegionPage.objects.published().in_language(locale_id).with_counts(locale_id)
    by_code = {page.code: page for page in pages}
    return RegionMap([_tile(region, by_code.get(region.code), locale_id) for region in REGIONS])


def listing_map(listing: Listing) -> RegionMap:
    """Return the map of what a list of territories has found, in one query."""
    counts = listing.once("map", lambda: _territories_by_region(listing.queryset))
    return RegionMap([_listed_tile(region, counts, listing) for region in REGIONS])


def _territories_by_region(territories):
    found = territories.order_by().values_list("region__code", "status")
    return {(code, status): count for code, status, count in found.annotate(count=Count("pk"))}


def _listed_tile(region, counts, listing):
    """A region leads to its own part of the list."""
    status = TerritoryPage.Status
    pilots = counts.get((region.code, status.PILOT), 0)
    labelled = counts.get((region.code, status.LABELLED), 0)
    url = listing.part("region", region.code) if pilots or labelled else ""
    return TerritoryTile(region, url, pilots=pilots, labelled=labelled)


def _tile(region, page, locale_id):
    if page is None:
        return TerritoryTile(region, url="")
    return TerritoryTile(
        region,
        page.url,
        pilots=page.pilots,
        labelled=page.labelled,
        language="" if page.locale_id == locale_id else settings.LANGUAGE_CODE,
    )
