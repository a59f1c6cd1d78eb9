"""Submitting a page to translators, and bringing its translations up to date with it.

Each view takes the address of wagtail-localize's own, with the checks that one lacks.
"""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import redirect
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page
from wagtail_localize.views import submit_translations, update_translations

from site_cms.translation.segments import fill_by_machine
from site_cms.translation.work import (
    edit_url,
    is_original,
    may_translate,
    open_locales,
    refresh,
    submit,
)


class SubmitPageForm(submit_translations.SubmitTranslationForm):
    """One page at a time: below it there may be translations that are online already."""

    def __init__(self, instance, *args, **kwargs):
        super().__init__(instance, *args, **kwargs)
        del self.fields["include_subtree"]
        self.fields["locales"].queryset = open_locales(instance)


class SubmitPageView(submit_translations.SubmitPageTranslationView):
    def dispatch(self, request, *args, **kwargs):
        page = self.get_object()
        if not may_translate(request.user, page) or not is_original(page):
            raise PermissionDenied
        if not open_locales(page).exists():
            messages.warning(request, _why_closed(page))
            return redirect("wagtailadmin_pages:edit", page.pk)
        return super().dispatch(request, *args, **kwargs)

    def get_form(self):
        if self.request.method == "POST":
            return SubmitPageForm(self.object, self.request.POST)
        wanted = self.request.GET.get("select_locale")
        chosen = open_locales(self.object).filter(language_code=wanted)
        return SubmitPageForm(self.object, initial={"locales": list(chosen)})

    @transaction.atomic
    def form_valid(self, form):
        locales = form.cleaned_data["locales"]
        submit(self.object, locales, self.request.user)
        names = ", ".join(map(str, locales))
        messages.success(self.request, self.get_success_message(names))
        return redirect(edit_url(self.object.get_translation(locales[0])))


def _why_closed(page):
    parent = page.get_parent()
    if page.get_translations().filter(alias_of=None).exists():
        return _("Cette page existe déjà dans toutes les langues ouvertes.")
    text = _("Traduisez d’abord la page qui est au-dessus\u00a0: «\u00a0%(title)s\u00a0».")
    return format_html(
        '<a href="{}">{}</a>', edit_url(parent), text % {"title": parent.get_admin_display_title()}
    )


class UpdateForm(update_translations.UpdateTranslationsForm):
    """Nothing is published from here: gaps would be filled with French."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        del self.fields["publish_translations"]


class UpdateView(update_translations.UpdateTranslationsView):
    title = gettext_lazy("Mettre les traductions à jour")

    def dispatch(self, request, *args, **kwargs):
        original = self.get_object().get_source_instance()
        if isinstance(original, Page) and not may_translate(request.user, original):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_form(self):
        return UpdateForm(self.request.POST) if self.request.method == "POST" else UpdateForm()

    @transaction.atomic
    def form_valid(self, form):
        refresh(self.object)
        translations = self.object.translations.filter(enabled=True)
        for translation in translations.select_related("source", "target_locale"):
            self.object.update_target_view_restrictions(translation.target_locale)
            if form.cleaned_data.get("use_machine_translation"):
                fill_by_machine(self.request, translation)
        messages.success(self.request, self.get_success_message())
        first = translations.first()
        target = first and first.get_target_instance_edit_url()
        return redirect(self.get_success_url() or target or self.get_default_success_url())
