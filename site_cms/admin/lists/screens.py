"""Lists of pages in the admin: the columns and filters of each kind of page.

A kind of page has two lists with the same columns: all its pages, from the menu, and the pages
under one, in the explorer. `list_viewsets` makes both.
"""

from datetime import datetime

import django_filters
from django.conf import settings
from django.db.models import IntegerField
from django.db.models.functions import Cast
from django.forms import ModelChoiceField, RadioSelect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from wagtail import hooks
from wagtail.admin.auth import require_admin_access
from wagtail.admin.filters import DateRangePickerWidget, LocaleFilter, WagtailFilterSet
from wagtail.admin.forms.pages import ParentChooserForm
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.views.mixins import SpreadsheetExportMixin
from wagtail.admin.views.pages.choose_parent import ChooseParentView
from wagtail.admin.views.pages.listing import (
    ExplorableIndexView,
    GenericPageFilterSet,
    IndexView,
)
from wagtail.admin.viewsets.pages import PageListingViewSet, PageViewSet
from wagtail.coreutils import get_content_languages
from wagtail.models import Page, Revision

from site_cms.admin.lists.paging import KeysFirst
from site_cms.models.answers import in_words
from site_cms.models.frame import is_in_menu
from site_cms.rights.boundary import boundary_for
from site_cms.words.french import in_french
from site_cms.words.sorting import NameKey

# Columns of names.
NAMES = {"title", "section__name", "headquarters"}
# What the search index can sort by.
SEARCHABLE_ORDERS = {"title", "latest_revision_created_at", "live"}
# Filters whose choices name people, or that have one choice only.
_NATIONAL_FILTERS = ("owner", "edited_by", "site")


class StatusFilter(django_filters.ChoiceFilter):
    """Online, online with changes, scheduled or draft."""

    def __init__(self, **kwargs):
        choices = [
            ("live", _("En ligne")),
            ("changed", _("En ligne, avec des modifications")),
            ("scheduled", _("Programmée")),
            ("draft", _("Hors ligne")),
        ]
        super().__init__(label=_("État"), choices=choices, widget=RadioSelect, **kwargs)

    def filter(self, queryset, value):
        if value == "scheduled":
            planned = Revision.page_revisions.filter(approved_go_live_at__isnull=False)
            return queryset.filter(pk__in=planned.values(key=Cast("object_id", IntegerField())))
        conditions = {
            "live": {"live": True},
            "changed": {"live": True, "has_unpublished_changes": True},
            "draft": {"live": False},
        }
        return queryset.filter(**conditions.get(value, {}))


class DateRangeFilter(django_filters.DateFromToRangeFilter):
    def __init__(self, **kwargs):
        super().__init__(widget=DateRangePickerWidget, **kwargs)


class LanguageFilter(LocaleFilter):
    """Pages of one language; of French, where a list says nothing else."""

    ALL = "all"

    def __init__(self, **kwargs):
        choices = [*get_content_languages().items(), (self.ALL, _("Toutes les langues"))]
        super().__init__(
            label=_("Langue"), choices=choices, empty_label=None, widget=RadioSelect, **kwargs
        )

    def filter(self, queryset, value):
        return queryset if value == self.ALL else super().filter(queryset, value)


class PageFilterSet(GenericPageFilterSet):
    """Wagtail's; a regional account is not told who works elsewhere."""

    state = StatusFilter()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not boundary_for(self.request.user).is_national:
            for name in _NATIONAL_FILTERS:
                del self.filters[name]


class ListFilterSet(WagtailFilterSet):
    """A base for the filters of one kind of page."""

    state = StatusFilter()
    locale = LanguageFilter()


class _ListMixin:
    """What both kinds of lists share. `relations` are fetched for all rows at once."""

    relations = ()
    paginator_class = KeysFirst

    @property
    def has_conditions(self):
        return self.is_filtering

    def annotate_queryset(self, pages):
        return super().annotate_queryset(pages).prefetch_related(*self.relations)

    def filter_queryset(self, queryset):
        # As a condition on the key: the search index knows few of the fields we filter by.
        if not self.has_conditions:
            return queryset
        chosen = super().filter_queryset(self.model._default_manager.all())
        return queryset.filter(pk__in=chosen.values("pk"))

    def order_queryset(self, queryset):
        """By name as French readers sort, accents and all; the databases do not."""
        order = self.ordering
        field = order.removeprefix("-") if isinstance(order, str) else ""
        if field not in NAMES or self.is_searching:
            return super().order_queryset(queryset)
        key = NameKey(field)
        return queryset.order_by(key.desc() if order.startswith("-") else key.asc(), "pk")

    def get_valid_orderings(self):
        orders = super().get_valid_orderings()
        if not self.is_searching:
            return orders
        return [order for order in orders if order.removeprefix("-") in SEARCHABLE_ORDERS]


class PageListView(_ListMixin, IndexView):
    """All pages of a kind: the French ones, unless another language is asked for."""

    # Even when nothing is asked for.
    has_conditions = True

    @property
    def show_locale_labels(self):
        return self.request.GET.get("locale") == LanguageFilter.ALL

    def get_locale(self):
        # Wagtail knows no word for all of them.
        if self.request.GET.get("locale") == LanguageFilter.ALL:
            return None
        return super().get_locale()

    def get_filterset_kwargs(self):
        data = self.request.GET.copy()
        data.setdefault("locale", settings.LANGUAGE_CODE)
        return super().get_filterset_kwargs() | {"data": data}

    @cached_property
    def filters(self):
        filters = super().filters
        # What nobody has asked for is not shown as a choice that one could take back.
        filters.form.fields["locale"].initial = settings.LANGUAGE_CODE
        return filters


class ExplorerView(_ListMixin, ExplorableIndexView):
    """National staff see all that stands below a page: nothing is asked of each of them."""

    @property
    def _shows_all(self):
        is_whole = not self.is_searching and not self.is_filtering
        return is_whole and boundary_for(self.request.user).is_national

    def get_base_queryset(self):
        if not self._shows_all:
            return super().get_base_queryset()
        return self.annotate_queryset(self.model.objects.child_of(self.parent_page))

    def get_paginator(self, queryset, per_page, **kwargs):
        if self._shows_all:
            # The tree has counted them.
            kwargs |= {"plain": self._children(), "total": self.parent_page.numchild}
        return super().get_paginator(queryset, per_page, **kwargs)

    def _children(self):
        """What stands below, without its own tables unless the order needs them."""
        is_of_pages = self.ordering.removeprefix("-") in (*SEARCHABLE_ORDERS, self.sort_order_field)
        model = Page if is_of_pages else self.model
        return self.order_queryset(model.objects.child_of(self.parent_page))


def columns(*own: Column) -> list:
    """Return a listing's columns: those every page has around its own."""
    return [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label=_("Titre"), sort_key="title", classname="title"),
        *own,
        DateColumn(
            "latest_revision_created_at",
            label=_("Modifiée"),
            sort_key="latest_revision_created_at",
        ),
        PageStatusColumn("status", label=_("État"), sort_key="live"),
    ]


class ParentForm(ParentChooserForm):
    """A list of the few places there are, the uppermost chosen, instead of a search for them."""

    def __init__(self, parents, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["parent_page"]
        self.fields["parent_page"] = ModelChoiceField(
            queryset=parents.order_by("depth", "title"),
            initial=_uppermost(parents),
            label=field.label,
            help_text=field.help_text,
        )


def _uppermost(parents):
    first = list(parents.order_by("depth")[:2])
    is_alone = len(first) == 1 or (first[1:] and first[0].depth < first[1].depth)
    return first[0] if is_alone else None


class ParentView(ChooseParentView):
    """Pages are written in French, and translated: no page of another language is a parent."""

    def get_valid_parent_pages(self, user):
        return super().get_valid_parent_pages(user).filter(in_french())

    def get_form(self):
        parents = self.get_valid_parent_pages(self.request.user)
        return ParentForm(parents, self.model, self.request.user, self.request.POST or None)


class _RelationsMixin:
    relations = ()

    def get_index_view_kwargs(self, **kwargs):
        return super().get_index_view_kwargs(**{"relations": self.relations, **kwargs})


class PageList(_RelationsMixin, PageListingViewSet):
    """The list of all pages of a kind, in the menu."""

    index_view_class = PageListView
    choose_parent_view_class = ParentView
    add_to_admin_menu = True


class KindExplorer(_RelationsMixin, PageViewSet):
    """The explorer below a page where one kind stands alone."""

    index_view_class = ExplorerView


def list_viewsets(page_list: type[PageList]) -> list:
    """Return the viewsets of a kind of page: its list, and its explorer with the same columns."""
    shared = ("model", "icon", "columns", "filterset_class", "relations")
    explorer = KindExplorer(**{name: getattr(page_list, name) for name in shared})
    return [page_list(), explorer]


def _place_in_menu(page):
    return _("Au menu") if is_in_menu(page) else ""


class EveryPageView(ExplorerView):
    """Pages of all kinds, and which of them the menu leads to."""

    base_columns = [
        *ExplorerView.base_columns[:-1],
        Column("in_menu", label=_("Menu"), accessor=_place_in_menu),
        ExplorerView.base_columns[-1],
    ]


class EveryPage(PageViewSet):
    """The explorer, where pages of several kinds stand together."""

    model = Page
    icon = "doc-empty-inverse"
    index_view_class = EveryPageView
    filterset_class = PageFilterSet


_every_page = EveryPage()


@hooks.register("register_admin_viewset", order=0)
def explore_every_page():
    return _every_page


# Wagtail's view at the root of the explorer asks no viewset: site_cms/urls.py puts this before it.
explore_root = never_cache(require_admin_access(_every_page.index_view))


# --- Files of lists -----------------------------------------------------------------------------


def _in_paris(moment):
    return timezone.make_naive(moment) if timezone.is_aware(moment) else moment


# What every list of the admin, Wagtail's own too, writes for a kind of value: "True" is a word of
# Python's, and a moment is told by the clock in Paris.
SpreadsheetExportMixin.custom_value_preprocess |= {
    bool: dict.fromkeys(SpreadsheetExportMixin.FORMATS, in_words),
    datetime: {SpreadsheetExportMixin.FORMAT_XLSX: _in_paris},
}
