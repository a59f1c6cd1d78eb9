"""Choosing pages in a form: several of a kind, in the language of the page at work."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm, SearchFilterMixin
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView
from wagtail.admin.viewsets.chooser import ChooserViewSet

from site_cms.rights.reader import language_at_work
from site_cms.words.sorting import BY_TITLE


class _Search(SearchFilterMixin, BaseFilterForm):
    """Without a choice of language: a page takes pages of its own."""


def _state(page):
    return _("En ligne") if page.live else _("Hors ligne")


class _OfferedMixin:
    filter_form_class = _Search
    is_multiple_choice = True
    # As in Wagtail's own chooser of pages: rights/hooks.py cuts it down to what may be seen.
    construct_queryset_hook_name = "construct_page_chooser_queryset"

    def get_object_list(self):
        pages = super().get_object_list()
        locale = language_at_work()
        return pages.filter(locale_id=locale) if locale else pages

    def apply_object_list_ordering(self, pages):
        # What is searched comes by rank, and the search index knows no order but by columns.
        return pages if self.request.GET.get("q") else pages.order_by(*BY_TITLE)

    @property
    def columns(self):
        state = Column("state", label=_("État"), classname="page-picker__state", accessor=_state)
        return [self.title_column, state]


class _ChooseView(_OfferedMixin, ChooseView):
    pass


class _ResultsView(_OfferedMixin, ChooseResultsView):
    pass


class PickerViewSet(ChooserViewSet):
    """The chooser of a PagePicker: several pages of a kind, in the language of the page at work,
    within its team's boundary. It makes none."""

    choose_view_class = _ChooseView
    choose_results_view_class = _ResultsView
    register_widget = False
    per_page = 20

    def get_urlpatterns(self):
        return [
            path("", self.choose_view, name="choose"),
            path("results/", self.choose_results_view, name="choose_results"),
            path("chosen-multiple/", self.chosen_multiple_view, name="chosen_multiple"),
        ]
