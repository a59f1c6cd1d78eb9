"""What the editor offers to do with translations: what the account may, and no more."""

from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.models import Locale

from site_cms.translation.work import (
    ICON,
    is_original,
    known_translations,
    may_translate,
    submission_url,
)

RESTART = "localize-restart-translation"


@hooks.register("register_page_action_menu_item")
def offer_to_restart():
    """wagtail-localize's own, once its hooks are there, for those who may translate that page."""
    shipped = import_string("wagtail_localize.wagtail_hooks.RestartTranslationPageActionMenuItem")
    return type("RestartItem", (_ForTranslators, shipped), {})(order=0)


class _ForTranslators:
    def is_shown(self, context):
        page = context.get("page")
        if context["view"] != "edit" or is_original(page):
            return False
        return may_translate(context["request"].user, page) and super().is_shown(context)


@hooks.register("before_edit_page", order=-10)
def keep_translators_work(request, page):
    if RESTART in request.POST and not may_translate(request.user, page):
        raise PermissionDenied


@hooks.register("register_page_header_buttons")
def offer_to_translate(page, user, view_name, next_url=None):
    """Offer what the account may do: wagtail-localize asks for a right on the whole site."""
    if page.is_root() or not is_original(page) or not may_translate(user, page):
        return
    taken = page.get_translations(inclusive=True).filter(alias_of=None)
    if Locale.objects.exclude(pk__in=taken.values("locale_id")).exists():
        url = submission_url(page)
        yield Button(_("Traduire cette page"), url, priority=60, icon_name=ICON)
    if known := known_translations(page):
        url = reverse("wagtail_localize:update_translations", args=[known[0].source_id])
        text = _("Mettre les traductions à jour")
        yield Button(text, url, priority=60, icon_name="resubmit")
