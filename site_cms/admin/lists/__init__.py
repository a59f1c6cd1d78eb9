"""Lists of pages in the admin, and what a form may choose of them."""

from .pickers import PickerViewSet
from .screens import (
    DateRangeFilter,
    ListFilterSet,
    PageList,
    columns,
    explore_root,
    list_viewsets,
)

__all__ = [
    "DateRangeFilter",
    "ListFilterSet",
    "PageList",
    "PickerViewSet",
    "columns",
    "explore_root",
    "list_viewsets",
]
