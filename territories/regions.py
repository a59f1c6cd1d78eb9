"""The eighteen regions: INSEE code, ISO 3166-2 code, seat, and place on the tile map.

Codes: Code officiel géographique, edition 2026 (INSEE codes are strings: "01" is Guadeloupe).
A tile's place is (column, row) on a grid of pointy-topped hexagons whose odd rows are shifted
right by half a tile; overseas regions stand in a row of their own, counted apart.
"""

from dataclasses import dataclass

from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_noop as _

from site_cms.public.listing import Filter
from site_cms.words.sorting import by_label, name_key


@dataclass(frozen=True)
class Region:
    code: str
    name: str
    iso: str
    seat: str
    short: str
    column: int
    row: int
    overseas: bool = False

    @property
    def label(self) -> str:
        """Its name in the active language: "Bretagne" or "Brittany"."""
        return gettext(self.name)


REGIONS = (
    Region("32", _("Hauts-de-France"), "FR-HDF", "Lille", "HDF", 3, 0),
    Region("28", _("Normandie"), "FR-NOR", "Rouen", "NOR", 1, 1),
    Region("11", _("Île-de-France"), "FR-IDF", "Paris", "IDF", 2, 1),
    Region("44", _("Grand Est"), "FR-GES", "Strasbourg", "GES", 3, 1),
    Region("53", _("Bretagne"), "FR-BRE", "Rennes", "BRE", 0, 1),
    Region("52", _("Pays de la Loire"), "FR-PDL", "Nantes", "PDL", 1, 2),
    Region("24", _("Centre-Val de Loire"), "FR-CVL", "Orléans", "CVL", 2, 2),
    Region("27", _("Bourgogne-Franche-Comté"), "FR-BFC", "Dijon", "BFC", 3, 2),
    Region("75", _("Nouvelle-Aquitaine"), "FR-NAQ", "Bordeaux", "NAQ", 1, 3),
    Region("84", _("Auvergne-Rhône-Alpes"), "FR-ARA", "Lyon", "ARA", 2, 3),
    Region("76", _("Occitanie"), "FR-OCC", "Toulouse", "OCC", 2, 4),
    Region("93", _("Provence-Alpes-Côte d’Azur"), "FR-PAC", "Marseille", "PAC", 3, 4),
    Region("94", _("Corse"), "FR-20R", "Ajaccio", "COR", 3, 5),
    Region("01", _("Guadeloupe"), "FR-971", "Basse-Terre", "GUA", 0, 0, overseas=True),
    Region("02", _("Martinique"), "FR-972", "Fort-de-France", "MTQ", 1, 0, overseas=True),
    Region("03", _("Guyane"), "FR-973", "Cayenne", "GUY", 2, 0, overseas=True),
    Region("04", _("La Réunion"), "FR-974", "Saint-Denis", "REU", 3, 0, overseas=True),
    Region("06", _("Mayotte"), "FR-976", "Mamoudzou", "MAY", 4, 0, overseas=True),
)
BY_CODE = {region.code: region for region in REGIONS}
# In the order of their French names; `by_label` puts them in that of the reader's language.
REGION_CHOICES = [
    (region.code, gettext_lazy(region.name))
    for region in sorted(REGIONS, key=lambda region: name_key(region.name))
]
# Where France is: south, west, north, east of each part, a little wide.
_PARTS = (
    (41.2, -5.3, 51.2, 9.7),  # mainland and Corsica
    (15.8, -61.9, 16.6, -60.9),  # Guadeloupe
    (14.3, -61.3, 15.0, -60.7),  # Martinique
    (2.1, -54.7, 5.8, -51.5),  # Guyane
    (-21.5, 55.1, -20.8, 55.9),  # La Réunion
    (-13.1, 44.9, -12.5, 45.4),  # Mayotte
)


def is_in_france(latitude, longitude) -> bool:
    return any(
        south <= latitude <= north and west <= longitude <= east
        for south, west, north, east in _PARTS
    )


def region_filter() -> Filter:
    """The filter of a list by region, the same in every room."""
    return Filter("region", gettext_lazy("Région"), by_label(REGION_CHOICES), "region__code")
