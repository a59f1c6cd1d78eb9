"""The banners, in the admin: what is up, what will be, what was."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from site_cms.admin.desk import format_moment
from site_cms.models import Banner


def _moment(name):
    """Wagtail's column of dates says how long ago they were, of those to come as well."""
    return lambda one: format_moment(moment) if (moment := getattr(one, name)) else ""


def _part(banner):
    return banner.part or _("Tout le site")


class BannerViewSet(SnippetViewSet):
    model = Banner
    icon = "warning"
    menu_label = _("Bandeaux d’alerte")
    menu_order = 255
    add_to_admin_menu = True
    ordering = ["-ends_at"]
    list_display = [
        "title",
        Column("kind", label=_("Genre"), accessor="get_kind_display"),
        Column("state", label=_("État")),
        Column("starts_at", label=_("À partir du"), accessor=_moment("starts_at")),
        Column("ends_at", label=_("Jusqu’au"), accessor=_moment("ends_at")),
        Column(
            "part", label=_("Partie du site"), accessor=lambda one: one.part or _("Tout le site")
        ),
    ]

    def get_queryset(self, request):
        return Banner.objects.select_related("part")


register_snippet(BannerViewSet)
