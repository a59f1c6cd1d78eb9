"""The screens of vocabularies and people: with one more act, to merge two of them."""

from django import forms
from django.contrib.admin.utils import quote
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.ui.menus import MenuItem
from wagtail.admin.ui.tables import LocaleColumn
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.widgets import Button
from wagtail.models import ReferenceIndex, TranslatableMixin
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import (
    DeleteView,
    EditView,
    IndexView,
    SnippetViewSet,
    SnippetViewSetGroup,
)

from site_cms.admin.vocabularies.choosing import WordChooser, in_order
from site_cms.admin.vocabularies.merging import LacksLanguage, merge
from site_cms.models import Person, Theme

MERGE_LABEL = _("Fusionner avec…")


class WithMerging:
    """Leads to the screen of merging, for whoever may delete."""

    merge_url_name = None

    def merge_url(self, instance):
        return reverse(self.merge_url_name, args=[quote(instance.pk)])


class VocabularyIndexView(WithMerging, IndexView):
    def get_list_more_buttons(self, instance):
        buttons = super().get_list_more_buttons(instance)
        if self.get_delete_url(instance):
            url = self.merge_url(instance)
            buttons.append(MenuItem(MERGE_LABEL, url=url, icon_name="copy", priority=25))
        return buttons


class VocabularyEditView(WithMerging, EditView):
    @property
    def header_more_buttons(self):
        buttons = super().header_more_buttons
        if self.can_delete:
            url = self.merge_url(self.object)
            buttons.append(Button(MERGE_LABEL, url=url, icon_name="copy", priority=15))
        return buttons


class VocabularyDeleteView(WithMerging, DeleteView):
    template_name = "site_cms/admin/delete_word.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(merge_url=self.merge_url(self.object), **kwargs)


class MergeView(PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView):
    """Choose what is to stand wherever this one does now."""

    template_name = "site_cms/admin/merge.html"
    page_title = MERGE_LABEL
    permission_required = "delete"
    model = None
    permission_policy = None
    header_icon = ""
    index_url_name = edit_url_name = None

    @cached_property
    def object(self):
        return get_object_or_404(self.model, pk=self.kwargs["pk"])

    def get_page_subtitle(self):
        return str(self.object)

    def get_breadcrumbs_items(self):
        here = {"url": "", "label": self.page_title, "sublabel": self.get_page_subtitle()}
        return [*super().get_breadcrumbs_items(), here]

    def get_form(self, form_class=None):
        others = self.model.objects.exclude(pk=self.object.pk).order_by("name")
        if isinstance(self.object, TranslatableMixin):
            others = others.filter(locale_id=self.object.locale_id)
        form = forms.Form(**self.get_form_kwargs())
        form.fields["into"] = forms.ModelChoiceField(others, label=gettext("Ce qui reste"))
        return form

    def form_valid(self, form):
        name, stays = str(self.object), form.cleaned_data["into"]
        try:
            pages = merge(self.object, stays)
        except LacksLanguage as error:
            text = gettext("«\u00a0%(name)s\u00a0» n’existe pas en\u00a0: %(languages)s.")
            form.add_error("into", text % {"name": stays, "languages": error})
            return self.form_invalid(form)
        done = gettext("«\u00a0%(old)s\u00a0» est remplacé par «\u00a0%(new)s\u00a0».")
        said = ngettext("Une page a suivi.", "%(count)s pages ont suivi.", pages)
        text = f"{done % {'old': name, 'new': stays}} {said % {'count': pages}}"
        messages.success(self.request, text)
        return HttpResponseRedirect(reverse(self.index_url_name))

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            used=ReferenceIndex.get_grouped_references_to(self.object).count(),
            named=self.object,
            in_all_languages=isinstance(self.object, TranslatableMixin),
            **kwargs,
        )


class VocabularyViewSet(SnippetViewSet):
    """Of what can be merged; in French order, and with a chooser in which one is made."""

    chooser_viewset_class = WordChooser
    chooser_per_page = 25
    index_view_class = VocabularyIndexView
    edit_view_class = VocabularyEditView
    delete_view_class = VocabularyDeleteView

    def get_queryset(self, request):
        return in_order(self.model._default_manager.all(), request)

    def _with_merging(self, kwargs):
        return {**kwargs, "merge_url_name": self.get_url_name("merge")}

    def get_index_view_kwargs(self, **kwargs):
        return self._with_merging(super().get_index_view_kwargs(**kwargs))

    def get_edit_view_kwargs(self, **kwargs):
        return self._with_merging(super().get_edit_view_kwargs(**kwargs))

    def get_delete_view_kwargs(self, **kwargs):
        kwargs = self._with_merging(super().get_delete_view_kwargs(**kwargs))
        return {**kwargs, "template_name": VocabularyDeleteView.template_name}

    def get_urlpatterns(self):
        view = MergeView.as_view(
            model=self.model,
            permission_policy=self.permission_policy,
            header_icon=self.icon,
            index_url_name=self.get_url_name("list"),
            edit_url_name=self.get_url_name("edit"),
        )
        return [*super().get_urlpatterns(), path("merge/<int:pk>/", view, name="merge")]


class ThemeViewSet(VocabularyViewSet):
    model = Theme
    icon = "tag"
    list_display = ["name", LocaleColumn(label=_("Langue")), "slug"]


class PersonViewSet(VocabularyViewSet):
    model = Person
    icon = "user"


class VocabularyGroup(SnippetViewSetGroup):
    menu_label = _("Vocabulaires")
    menu_icon = "tag"
    menu_order = 250
    items = (ThemeViewSet, PersonViewSet)


register_snippet(VocabularyGroup)
