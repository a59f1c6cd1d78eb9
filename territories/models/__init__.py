from territories.teams import RegionTeam

from .index_page import TerritoryIndexPage
from .region import LISTED_LIMIT, RegionPage
from .territory import Partner, TerritoryPage, territory_picker

__all__ = [
    "LISTED_LIMIT",
    "Partner",
    "RegionPage",
    "RegionTeam",
    "TerritoryIndexPage",
    "TerritoryPage",
    "territory_picker",
]
