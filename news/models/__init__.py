from .filing import FILING_FILTERS, filing_filters
from .pages import NewsIndexPage, NewsPage
from .regions import articles_of_regions, follow_region
from .section import Section
from .selection import NationalSelection

__all__ = [
    "FILING_FILTERS",
    "NationalSelection",
    "NewsIndexPage",
    "NewsPage",
    "Section",
    "articles_of_regions",
    "filing_filters",
    "follow_region",
]
