"""A public list: filters, order and view that live in the address, pages of a bounded length."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.core.paginator import InvalidPage, Paginator
from django.db.models import CharField, Count, F, QuerySet, Value
from django.db.models.functions import Cast
from django.http import Http404, HttpRequest, QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from site_cms.words.sorting import BY_TITLE

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
    """A filter with the values a reader chose; `unknown` when one of them is not a choice of it."""

    filter: Filter
    parameters: QueryDict
    values: list[str] = field(init=False)
    options: list[dict] = field(init=False)

    def __post_init__(self):
        given = dict.fromkeys(v for v in self.parameters.getlist(self.filter.name) if v)
        # More values than there are choices: one is unknown, and no further one tells more.
        self.values = list(given)[: len(self.filter.choices) + 1]
        self.options = [
            {"value": str(value), "label": label, "selected": str(value) in given}
            for value, label in self.filter.choices
        ]

    @property
    def unknown(self) -> bool:
        return len(self.values) > len(self.chosen_labels)

    @property
    def chosen_labels(self) -> list[str]:
        return [str(option["label"]) for option in self.options if option["selected"]]

    @property
    def chosen(self) -> list[tuple[str, str]]:
        """What was chosen as (value, label); an unknown value is its own label."""
        labels = {option["value"]: option["label"] for option in self.options}
        return [(value, labels.get(value, value)) for value in self.values]

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """What was chosen, as the address says it."""
        return [(self.filter.name, value) for value in self.values]

    def narrow(self, queryset: QuerySet) -> QuerySet:
        """Keep what has any of the values; each once, even if it has several of them."""
        if self.unknown:
            return queryset.none()
        if not self.values:
            return queryset
        rows = queryset.model._base_manager.filter(**{f"{self.filter.lookup}__in": self.values})
        return queryset.filter(pk__in=rows.values("pk"))


@dataclass(frozen=True)
class Order:
    """One way to sort: the value of its parameter, its label, and what it sorts by."""

    value: str
    label: str
    fields: tuple


@dataclass(frozen=True)
class View:
    """One way to show the list."""

    value: str
    label: str


# How a directory of pages can be sorted; what is first holds unless the address says otherwise.
PAGE_ORDERS = (
    Order("nom", _("Nom"), BY_TITLE),
    Order("recents", _("Derniers ajouts"), (F("first_published_at").desc(nulls_last=True), "-pk")),
)
MAP_VIEW = "carte"
LIST_AND_MAP = (View("liste", _("Liste")), View(MAP_VIEW, _("Carte")))


class Listing:
    """A filtered, sorted, paginated queryset, as templates/components/listing.html shows it.

    Values of one filter add up, filters narrow each other. An unknown filter value gives an empty
    list, never an error and never the whole list; an unknown order or view is the first one; a page
    number that does not exist raises Http404.
    """

    # How many stand on a page of it.
    page_size = PAGE_SIZE

    def __init__(
        self,
        request: HttpRequest,
        queryset: QuerySet,
        filters: Sequence[Filter] = (),
        *,
        orders: Sequence[Order] = (),
        views: Sequence[View] = (),
    ):
        self.filters = [BoundFilter(f, request.GET) for f in filters]
        self.orders, self.views = orders, views
        self.order = _one_of(orders, request.GET.get("tri"))
        self.view = _one_of(views, request.GET.get("vue"))
        self._queryset = queryset
        self._page_number = request.GET.get("page") or "1"

    @property
    def active(self) -> list[BoundFilter]:
        return [bound for bound in self.filters if bound.values]

    @property
    def is_varied(self) -> bool:
        """Whether this is not the list as one finds it first."""
        return bool(self.active or self._manner())

    @property
    def choices_in_words(self) -> list[str]:
        """What makes this another list than the one that is found first."""
        chosen = [label for bound in self.active for label in bound.chosen_labels]
        manners = ((self.order, self.orders), (self.view, self.views))
        return chosen + [str(one.label) for one, among in manners if one and one != among[0]]

    @cached_property
    def queryset(self) -> QuerySet:
        queryset = self._narrowed()
        return queryset.order_by(*self.order.fields) if self.order else queryset

    def _narrowed(self, but=None):
        queryset = self._queryset
        for bound in self.filters:
            if bound is not but:
                queryset = bound.narrow(queryset)
        return queryset

    @cached_property
    def counted_filters(self) -> list[BoundFilter]:
        """The filters with the `count` of each option, as if nothing of that filter were chosen.

        All in one query.
        """
        first, *others = [_counts(self._narrowed(but=b), b.filter) for b in self.filters]
        counts = {(name, value): count for name, value, count in first.union(*others, all=True)}
        for bound in self.filters:
            for option in bound.options:
                option["count"] = counts.get((bound.filter.name, option["value"]), 0)
        return self.filters

    @cached_property
    def page(self):
        try:
            return Paginator(self.queryset, self.page_size).page(self._page_number)
        except InvalidPage as error:
            raise Http404("no such page of the list") from error

    @property
    def total(self) -> int:
        return self.page.paginator.count

    @cached_property
    def query(self) -> str:
        """The list as a query string ending in "&", for links that add a page number."""
        chosen = [pair for b in self.active if not b.unknown for pair in b.pairs]
        return _query([*chosen, *self._manner()])

    def address(self, but: tuple[str, str] | None = None, view: View | None = None) -> str:
        """The address of the same list, less one chosen value, or in another view."""
        chosen = [pair for bound in self.active for pair in bound.pairs if pair != but]
        return "?" + _query([*chosen, *self._manner(view)]).removesuffix("&")

    def part(self, name: str, value: str) -> str:
        """The address of what the list shows of one value of a filter, whatever is chosen of it."""
        others = [b for b in self.active if b.filter.name != name]
        return "?" + urlencode([*(pair for b in others for pair in b.pairs), (name, value)])

    @property
    def view_links(self) -> list[tuple[View, str]]:
        return [(view, self.address(view=view)) for view in self.views]

    def _manner(self, view=None):
        """The order and the view as the address says them, where they are not the first ones."""
        named = (("tri", self.order, self.orders), ("vue", view or self.view, self.views))
        return [(name, one.value) for name, one, among in named if one and one != among[0]]

    @property
    def page_range(self):
        return self.page.paginator.get_elided_page_range(
            self.page.number, on_each_side=1, on_ends=1
        )


def _one_of(among, value):
    return next((one for one in among if one.value == value), among[0] if among else None)


def _counts(queryset, filter_):
    rows = queryset.order_by().annotate(
        _filter=Value(filter_.name, CharField()), _value=Cast(F(filter_.lookup), CharField())
    )
    rows = rows.values("_filter", "_value").annotate(_count=Count("pk"))
    return rows.values_list("_filter", "_value", "_count")


def _query(pairs):
    return f"{urlencode(pairs)}&" if pairs else ""
