"""The admin's home: what needs the account that reads it, and nothing about anybody else's pages.

Each panel is one question and a bounded number of queries, however many pages there are. A panel
with nothing to say is not shown; when none has, a kind word stands in their place. The panels are
in panels.py, beside the screens they lead to (forms.py), and in the rooms whose pages they are
about; each room adds its own.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Case, When
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.views.generic import TemplateView
from wagtail.admin.ui.components import Component
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from site_cms.publications.memo import since_publication
from site_cms.rights.boundary import boundary_for
from site_cms.words.french import is_french

# What a panel shows of a longer list, and what its own screen does.
LIMIT = 8
WHOLE = 500
# The kinds of panels by their names.
KINDS: dict[str, type["DeskPanel"]] = {}


@dataclass(frozen=True)
class Entry:
    """One line: where to go, in which part of the site, why it is here, in which other language."""

    title: str
    url: str
    place: str = ""
    detail: str = ""
    language: str = ""


class DeskPanel(Component):
    """A question and its answers. Subclasses say `pages()` or, more freely, `find()`."""

    template_name = "site_cms/admin/desk_panel.html"
    name = heading = help_text = ""
    icon = "doc-full"
    more = None  # the URL name of a screen that shows the whole list better than ours
    limit = LIMIT
    # What the account must be able to do somewhere, or there is nothing it could do about it.
    action = "change"

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        if cls.name:
            KINDS[cls.name] = cls

    def __init__(self, request, limit=LIMIT):
        super().__init__()
        self.limit = limit
        self.request = request
        self.boundary = boundary_for(request.user)

    def pages(self):
        """Return the queryset of pages the panel is about."""
        raise NotImplementedError

    def detail(self, page) -> str:
        return ""

    def find(self) -> Iterable[Entry]:
        pages = list(self.pages().select_related("locale")[: self.limit + 1])
        Page.objects.annotate_parent_page(pages)
        return [self.entry(page, self.detail(page)) for page in pages]

    def entry(self, page, detail) -> Entry:
        # Who only reviews may not open the form of what is not submitted to it.
        screen = "wagtailadmin_pages:edit" if self.may_change else "wagtailadmin_explore"
        url = reverse(screen, args=[page.pk])
        title = page.get_admin_display_title()
        return Entry(title, url, place_of(page), detail, other_language(page))

    @cached_property
    def may_change(self) -> bool:
        return page_permission_policy.user_has_permission(self.request.user, "change")

    @cached_property
    def entries(self) -> list[Entry]:
        may_act = page_permission_policy.user_has_permission(self.request.user, self.action)
        return list(self.find()) if may_act else []

    def get_context_data(self, parent_context):
        return {
            "panel": self,
            "entries": self.entries[: self.limit],
            "has_more": len(self.entries) > self.limit,
            "more_url": self.more_url(),
        }

    def more_url(self) -> str:
        if self.limit == WHOLE:
            return ""
        return reverse(self.more) if self.more else reverse("desk_list", args=[self.name])


class PublishedPanel(DeskPanel):
    """A question that only publications and the clock answer otherwise: asked once in between.

    Subclasses say `found()`: the pages, in their order, of which the first ones are shown.
    """

    def found(self):
        raise NotImplementedError

    def pages(self):
        name = (type(self), self.limit, self.boundary.is_national, *self.boundary.own_pages)
        keys = since_publication(name, lambda: list(self.found()[: self.limit + 1]))
        rank = Case(*[When(pk=key, then=at) for at, key in enumerate(keys)], default=len(keys))
        return self.loaded().filter(pk__in=keys).order_by(rank)

    def loaded(self):
        """What the lines are written from."""
        return Page.objects.all()


def place_of(page) -> str:
    """Return the title of the page above, once `annotate_parent_page` has found it."""
    parent = getattr(page, "_parent_page", None)
    return parent.title if parent and parent.depth > 1 else ""


def other_language(page) -> str:
    """Return the language of a page whose original, of the same name maybe, is French."""
    return "" if is_french(page.locale.language_code) else str(page.locale)


def add_to_desk(request, panels, *kinds):
    """Add the panels that have something to say."""
    panels += [panel for kind in kinds if (panel := kind(request)).entries]


class DeskListView(WagtailAdminTemplateMixin, TemplateView):
    """One panel with all it has to say."""

    template_name = "site_cms/admin/desk_list.html"

    def get_context_data(self, name, **kwargs):
        if not (kind := KINDS.get(name)):
            raise Http404
        panel = kind(self.request, limit=WHOLE)
        self.page_title, self.header_icon = panel.heading, panel.icon
        return super().get_context_data(**kwargs) | {"panel": panel}

    def get_breadcrumbs_items(self):
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]


def format_moment(moment) -> str:
    """Return "12 mars 2026, 14 h 30", by the clock in Paris."""
    return date_format(timezone.localtime(moment), "j F Y, G\u00a0\\h\u00a0i")
