"""A public list: filters that live in the address, and pages of a bounded length."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.core.paginator import InvalidPage, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.utils.functional import cached_property

PAGE_SIZE = 12


@dataclass(frozen=True)
class Filter:
    """One filter: its GET parameter, label, (value, label) choices and the field it compares."""

    name: str
    label: str
    choices: Sequence[tuple[str, str]]
    lookup: str


@dataclass
class BoundFilter:
    """A filter with what the reader chose; `unknown` when that is not one of its choices."""

    filter: Filter
    value: str
    options: list[dict] = field(init=False)

    def __post_init__(self):
        self.options = [
            {"value": str(value), "label": label, "selected": str(value) == self.value}
            for value, label in self.filter.choices
        ]

    @property
    def unknown(self) -> bool:
        return bool(self.value) and not self.chosen_label

    @property
    def chosen_label(self) -> str:
        return next((str(o["label"]) for o in self.options if o["selected"]), "")


class Listing:
    """A filtered, paginated queryset, as templates/components/listing.html shows it.

    An unknown filter value gives an empty list, never an error and never the whole list; a page
    number that does not exist raises Http404.
    """

    def __init__(
        self,
        request: HttpRequest,
        queryset: QuerySet,
        filters: Sequence[Filter] = (),
        page_size: int = PAGE_SIZE,
    ):
        self.filters = [BoundFilter(f, request.GET.get(f.name, "")) for f in filters]
        self._queryset = queryset
        self._page_number = request.GET.get("page") or "1"
        self._page_size = page_size

    @property
    def active(self) -> list[BoundFilter]:
        return [bound for bound in self.filters if bound.value]

    @cached_property
    def queryset(self) -> QuerySet:
        queryset = self._queryset
        for bound in self.active:
            if bound.unknown:
                return queryset.none()
            queryset = queryset.filter(**{bound.filter.lookup: bound.value})
        return queryset

    @cached_property
    def page(self):
        try:
            return Paginator(self.queryset, self._page_size).page(self._page_number)
        except InvalidPage as error:
            raise Http404("no such page of the list") from error

    @property
    def total(self) -> int:
        return self.page.paginator.count

    @cached_property
    def query(self) -> str:
        """The filters as a query string ending in "&", for links that add a page number."""
        chosen = [(b.filter.name, b.value) for b in self.active if not b.unknown]
        return f"{urlencode(chosen)}&" if chosen else ""

    @property
    def page_range(self):
        return self.page.paginator.get_elided_page_range(
            self.page.number, on_each_side=1, on_ends=1
        )
