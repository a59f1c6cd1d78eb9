"""Choosing a word of a vocabulary: whoever may add one makes it there, by its name alone."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm, SearchFilterMixin
from wagtail.models import Locale, TranslatableMixin
from wagtail.search.index import class_is_indexed
from wagtail.snippets.views import chooser

from site_cms.rights.reader import language_at_work
from site_cms.words.sorting import NameKey

_BY_NAME = (NameKey("name"), "pk")


def in_order(words, request):
    """By name; what is searched comes by rank, and the index knows no order but by columns."""
    is_searched = request.GET.get("q") and class_is_indexed(words.model)
    return words if is_searched else words.order_by(*_BY_NAME)


class WordForm(forms.ModelForm):
    """A new word by its name: of the language of the page at work; its address follows."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if isinstance(self.instance, TranslatableMixin):
            default = Locale.get_default().pk
            self.instance.locale_id = language_at_work() or default


class _Search(SearchFilterMixin, BaseFilterForm):
    """Without a choice of language: a page takes words of its own."""


class _OfferedMixin:
    """What may be chosen, as a reader of French looks for it."""

    def get_filter_form_class(self):
        return _Search if class_is_indexed(self.model) else BaseFilterForm

    def get_object_list(self):
        words, locale = super().get_object_list(), language_at_work()
        if locale and issubclass(self.model, TranslatableMixin):
            words = words.filter(locale_id=locale)
        return words

    def apply_object_list_ordering(self, words):
        return in_order(words, self.request)

    @property
    def columns(self):
        return [self.title_column]


class _ChooseView(_OfferedMixin, chooser.ChooseView):
    pass


class _ResultsView(_OfferedMixin, chooser.ChooseResultsView):
    pass


class _MakeView(chooser.SnippetCreateView):
    def get_creation_form_class(self):
        return forms.modelform_factory(self.model, form=WordForm, fields=["name"])


class WordChooser(chooser.SnippetChooserViewSet):
    choose_view_class = _ChooseView
    choose_results_view_class = _ResultsView
    create_view_class = _MakeView
    form_fields = ["name"]
    creation_tab_label = _("Ajouter")
    create_action_label = _("Ajouter")
