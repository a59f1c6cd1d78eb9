"""Work on the segments of a translation: a file of words, a machine, the two pages side by side.

Each view takes the address of wagtail-localize's own, so that the segment editor, which knows those
addresses, leads here.
"""

import contextlib

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from requests import RequestException
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page
from wagtail_localize.models import Translation
from wagtail_localize.views import edit_translation

from site_cms.translation.po_files import read_po
from site_cms.translation.work import ICON, edit_url, untranslated


def workable_translation(request, translation_id):
    """Return a translation the account may work on."""
    translation = get_object_or_404(Translation, pk=translation_id)
    with contextlib.suppress(ObjectDoesNotExist):
        twin = translation.get_target_instance()
        if edit_translation.user_can_edit_instance(request.user, twin):
            return translation
    raise PermissionDenied


def _back(request, translation):
    return redirect(translation.get_target_instance_edit_url())


@require_POST
def upload_words(request, translation_id):
    """Take the translations of a PO file; say what cannot be used of it."""
    translation = workable_translation(request, translation_id)
    try:
        words = read_po(request.FILES.get("file"), translation)
    except ValidationError as error:
        messages.error(request, error.message)
        return _back(request, translation)
    unused = translation.import_po(words, user=request.user, tool_name="PO")
    taken = len([one for one in words if one.msgstr and not one.obsolete]) - len(unused)
    messages.success(request, _("Textes repris du fichier\u00a0: %(count)s.") % {"count": taken})
    if unused:
        text = _("Textes laissés de côté, parce qu’ils ne sont plus dans la page\u00a0: %(count)s.")
        messages.warning(request, text % {"count": len(unused)})
    return _back(request, translation)


@require_POST
def translate_by_machine(request, translation_id):
    translation = workable_translation(request, translation_id)
    fill_by_machine(request, translation)
    return _back(request, translation)


def fill_by_machine(request, translation):
    """Fill the gaps with a machine's words. They are a draft until somebody publishes them."""
    machine = edit_translation.get_machine_translator()
    if machine is None:
        raise Http404
    try:
        is_changed = edit_translation.apply_machine_translation(
            translation.pk, request.user, machine
        )
    except (RequestException, KeyError, TypeError, ValueError):
        messages.error(
            request,
            _("Le service de traduction ne répond pas. Rien n’a été traduit\u00a0: réessayez."),
        )
        return
    if is_changed:
        messages.success(
            request, _("Les textes manquants sont traduits par machine\u00a0: relisez-les.")
        )
    else:
        messages.info(request, _("Il ne restait rien à traduire."))


@require_POST
def stop(request, translation_id):
    """Hand the page over to the ordinary editor, once no French is left in it."""
    translation = workable_translation(request, translation_id)
    if untranslated(translation.target_locale_id).filter(source=translation.source).exists():
        messages.error(
            request,
            _("Traduisez d’abord tous les textes\u00a0: la page garderait du français."),
        )
        return _back(request, translation)
    return edit_translation.stop_translation(request, translation_id)


class SideBySideView(WagtailAdminTemplateMixin, TemplateView):
    """The French page and its translation as they will be, next to each other."""

    template_name = "site_cms/admin/side_by_side.html"
    header_icon = ICON

    def get_context_data(self, translation_id, **kwargs):
        translation = workable_translation(self.request, translation_id)
        original, twin = translation.source.get_source_instance(), translation.get_target_instance()
        if not isinstance(original, Page):
            raise Http404
        self.page_title = _("Côte à côte")
        self.page_subtitle = twin.get_admin_display_title()
        preview = reverse("wagtail_localize:preview_translation", args=[translation.pk])
        views = [
            (original, reverse("wagtailadmin_pages:view_draft", args=[original.pk])),
            (twin, preview),
        ]
        return super().get_context_data(**kwargs) | {"views": views, "edit_url": edit_url(twin)}
