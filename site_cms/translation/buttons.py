"""What the editor offers to do with translations: what the account may, and no more."""

from django.core.exceptions import PermissionDenied
from django.urls import reverse
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


@hooks.register("construct_page_action_menu")
def leave_out_what_is_refused(menu_items, request, context):
    """An alias would show French text as English; a translation is for those who may translate."""
    left_out = {"localize-convert-to-alias"}
    page = context.get("page")
    if not (page and page.pk and may_translate(request.user, page)):
        left_out.add(RESTART)
    menu_items[:] = [item for item in menu_items if item.name not in left_out]


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
