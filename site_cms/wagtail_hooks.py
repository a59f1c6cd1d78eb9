from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.tables import LocaleColumn
from wagtail.models import Site
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from site_cms import (  # noqa: F401 (they register their hooks)
    admin_reader,
    boundary_hooks,
    comparisons,
    desk_panels,
    edit_conflicts,
    form_screens,
    guide,
    listings,
    redirect_screens,
    reviews,
    rich_text,
    schedule_screen,
    search_screen,
    trace_screen,
    translation_board,
    translation_cascade,
    translation_screens,
    workflow_mail,
    writing_hooks,
)
from site_cms.models import Person, PublisherSettings, Theme


@hooks.register("insert_global_admin_css")
def add_styles():
    href = versioned_static("site_cms/admin/admin.css")
    return format_html('<link rel="stylesheet" href="{}">', href)


class ThemeViewSet(SnippetViewSet):
    model = Theme
    icon = "tag"
    list_display = ["name", LocaleColumn(label=_("Langue")), "slug"]


class PersonViewSet(SnippetViewSet):
    model = Person
    icon = "user"


class VocabularyGroup(SnippetViewSetGroup):
    menu_label = _("Vocabulaires")
    menu_icon = "tag"
    menu_order = 250
    items = (ThemeViewSet, PersonViewSet)


register_snippet(VocabularyGroup)


class MissingFactsPanel(Component):
    """On the admin home: what the legal pages still print as "à compléter"."""

    name = "missing_facts"
    template_name = "site_cms/admin/missing_facts.html"
    order = 50

    def __init__(self, site, missing):
        super().__init__()
        self.site = site
        self.missing = missing

    def get_context_data(self, parent_context):
        url = reverse("wagtailsettings:edit", args=["site_cms", "publishersettings", self.site.pk])
        return {"missing": self.missing, "url": url}


@hooks.register("construct_homepage_panels")
def add_missing_facts(request, panels):
    if not request.user.has_perm("site_cms.change_publishersettings"):
        return
    site = Site.find_for_request(request)
    missing = PublisherSettings.for_site(site).missing() if site else []
    if missing:
        panels.append(MissingFactsPanel(site, missing))
