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

from site_cms.publications.memo import shared
from site_cms.words.sorting import BY_TITLE

PAGE_SIZE = 12
# 2,400 cards: who reads on wants a filter, or the open data.
MOST_PAGES = 200


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

    `about` names what the list is made of: what is counted of it, and its first page, are then
    computed once per publication. A list ends after `most_pages`: farther back, one narrows it.
    """

    # How many stand on a page of it.
    page_size = PAGE_SIZE
    most_pages = MOST_PAGES
    orders: Sequence[Order] = ()
    views: Sequence[View] = ()

    def __init__(
        self,
        request: HttpRequest,
        queryset: QuerySet,
        filters: Sequence[Filter],
        about: tuple,
    ):
        self.filters = [BoundFilter(f, request.GET) for f in filters]
        self.order = _one_of(self.orders, request.GET.get("tri"))
        self.view = _one_of(self.views, request.GET.get("vue"))
        self._queryset, self._about = queryset, about
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
        counts = self.once("counts", self._count_choices)
        for bound in self.filters:
            for option in bound.options:
                option["count"] = counts.get((bound.filter.name, option["value"]), 0)
        return self.filters

    def _count_choices(self):
        first, *others = [_counts(self._narrowed(but=b), b.filter) for b in self.filters]
        return {(name, value): count for name, value, count in first.union(*others, all=True)}

    @cached_property
    def page(self):
        paginator = _Paginator(self.queryset, self.page_size, self.total, self.most_pages)
        try:
            page = paginator.page(self._page_number)
        except InvalidPage as error:
            raise Http404("no such page of the list") from error
        if page.number == 1:
            page.object_list = self.once("first", lambda: list(page.object_list))
        return page

    @cached_property
    def total(self) -> int:
        return self.once("total", self._narrowed().order_by().count)

    @property
    def is_cut(self) -> bool:
        """Whether this page is the last that is shown, and not the last there is."""
        paginator = self.page.paginator
        return self.page.number == self.most_pages < paginator.whole_count

    def once(self, part, compute):
        """What is computed of the list, once per publication."""
        chosen = tuple((bound.filter.name, *bound.values) for bound in self.active)
        order = self.order.value if self.order else ""
        return shared((*self._about, part, chosen, order), compute)

    @property
    def name(self) -> str:
        """What tells the list, as one chose it, from all others; its pages have it in common."""
        chosen = [(b.filter.name, b.values, b.chosen_labels) for b in self.active]
        return repr((self._about, chosen, self._manner()))

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


class Directory(Listing):
    """A list of pages by their names, that can be shown on a map."""

    orders = PAGE_ORDERS
    views = LIST_AND_MAP


class _Paginator(Paginator):
    """With the count known, and a bound: a database walks all of a list to its end."""

    def __init__(self, queryset, page_size, total, most_pages):
        super().__init__(queryset, page_size)
        self.count, self._most = total, most_pages

    @property
    def whole_count(self) -> int:
        return super().num_pages

    @cached_property
    def num_pages(self) -> int:
        return min(self.whole_count, self._most)

    def page(self, number):
        """Of a page farther back the keys come first: what stands before it is not read whole."""
        page = super().page(number)
        if page.number > 1:
            keys = list(page.object_list.values_list("pk", flat=True))
            found = self.object_list.in_bulk(keys)
            page.object_list = [found[key] for key in keys if key in found]
        return page


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
