"""Lists of the admin, cut down to what an account may see; menus, to what it may open; moves, to
what may go where."""

from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.widgets import Button
from wagtail.models import Page

from site_cms.rights.boundary import boundary_for
from site_cms.rights.reader import worker
from site_cms.rights.rules import NATIONAL, TECHNICAL
from site_cms.rights.table import rule_for
from site_cms.rights.transfers import check_move


@hooks.register("construct_page_chooser_queryset")
def choose_among_known_pages(pages, request):
    # By key: search engines do not know the fields the condition asks about.
    visible = Page.objects.filter(worker().known_pages())
    return pages.filter(pk__in=visible.values_list("pk", flat=True))


@hooks.register("construct_image_chooser_queryset")
@hooks.register("construct_document_chooser_queryset")
def choose_among_the_files_of_the_page(files, request):
    return files.filter(worker().visible_files())


@hooks.register("construct_main_menu")
@hooks.register("construct_reports_menu")
def show_what_can_be_opened(request, items):
    if not request.user.is_superuser:
        closed = (TECHNICAL,) if boundary_for(request.user).is_national else (NATIONAL, TECHNICAL)
        items[:] = [item for item in items if _rule(item) not in closed]


def _rule(item):
    try:
        return rule_for(resolve(item.url).view_name)
    except Resolver404:
        # A submenu, or a link out of the admin.
        return None


@hooks.register("before_move_page", order=-10)
def keep_teams_apart(request, page, destination):
    return _refusal(request, [page], destination)


@hooks.register("before_bulk_action", order=-10)
def keep_teams_apart_in_bulk(request, action_type, objects, action):
    if action_type != "move" or not objects:
        return None
    return _refusal(request, objects, action.cleaned_form.cleaned_data["chooser"])


def _refusal(request, pages, destination):
    try:
        check_move(request.user, pages, destination)
    except ValidationError as error:
        messages.error(request, error.messages[0])
        return redirect("wagtailadmin_explore", pages[0].get_parent().pk)
    return None


@hooks.register("register_page_listing_more_buttons")
@hooks.register("register_page_header_buttons")
def offer_the_way_back(page, user, next_url=None, view_name=""):
    """Who may withdraw a page but not edit it would find no button to put it online again."""
    if page.live or not page.first_published_at:
        return
    rights = page.permissions_for_user(user)
    if rights.can_edit() or not rights.can_publish():
        return
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    chosen = {"id": page.pk, "next": next_url or reverse("wagtailadmin_home")}
    yield Button(
        _("Remettre en ligne"), url=f"{url}?{urlencode(chosen)}", icon_name="upload", priority=45
    )
