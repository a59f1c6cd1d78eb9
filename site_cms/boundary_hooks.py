"""Lists of the admin, cut down to what an account may see; menus, to what it may open."""

from django.urls import Resolver404, resolve
from wagtail import hooks
from wagtail.models import Page

from site_cms.admin_access import NATIONAL, TECHNICAL, rule_for
from site_cms.boundary import boundary_for


@hooks.register("construct_page_chooser_queryset")
def choose_among_visible_pages(pages, request):
    # By key: search engines do not know the fields the condition asks about.
    visible = Page.objects.filter(boundary_for(request.user).visible_pages())
    return pages.filter(pk__in=visible.values_list("pk", flat=True))


@hooks.register("construct_main_menu")
@hooks.register("construct_reports_menu")
@hooks.register("construct_settings_menu")
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
