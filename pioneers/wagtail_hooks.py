"""What the pioneers bring to the admin: lists, a chooser for forms, calls that close soon."""

from datetime import timedelta

import django_filters
from django.forms import CheckboxSelectMultiple
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogFormatter

from pioneers.call_status import format_instant
from pioneers.extensions import EXTEND, ExtendView, may_extend
from pioneers.models import CallPage, PioneerPage
from site_cms.admin.desk import DeskPanel, Entry, add_to_desk, other_language
from site_cms.admin.lists import (
    DateRangeFilter,
    ListFilterSet,
    PageList,
    columns,
    list_viewsets,
)
from site_cms.admin.lists.pickers import PickerViewSet
from territories.lists import RegionFilter, region_column

CLOSING_SOON = timedelta(days=21)


class PioneerFilterSet(ListFilterSet):
    entry = django_filters.MultipleChoiceFilter(
        label=_("Entrée dans le programme"),
        choices=PioneerPage.Entry.choices,
        widget=CheckboxSelectMultiple,
    )
    region = RegionFilter(_("Région du siège"))

    class Meta:
        model = PioneerPage
        fields = []


class PioneerList(PageList):
    model = PioneerPage
    name = "pioneers"
    icon = "pick"
    menu_label = _("Pionniers")
    menu_order = 112
    relations = ("region",)
    filterset_class = PioneerFilterSet
    ordering = "title"
    columns = columns(
        Column("entry", label=_("Entrée"), accessor="get_entry_display", sort_key="entry"),
        Column("headquarters", label=_("Ville du siège"), sort_key="headquarters"),
        region_column(),
    )


class CallFilterSet(ListFilterSet):
    kind = django_filters.MultipleChoiceFilter(
        label=_("Nature"), choices=CallPage.Kind.choices, widget=CheckboxSelectMultiple
    )
    closes_at = DateRangeFilter(label=_("Date limite"))

    class Meta:
        model = CallPage
        fields = []


def _deadline(page):
    return format_instant(page.closes_at) if page.closes_at else ""


class CallList(PageList):
    model = CallPage
    name = "calls"
    icon = "form"
    menu_label = _("Appels")
    menu_order = 113
    filterset_class = CallFilterSet
    ordering = "-closes_at"
    columns = columns(
        Column("kind", label=_("Nature"), accessor="get_kind_display", sort_key="kind"),
        Column("closes_at", label=_("Date limite"), accessor=_deadline, sort_key="closes_at"),
        Column("call_status", label=_("Statut"), accessor=lambda page: page.status.label),
    )


@hooks.register("register_admin_viewset")
def pick_pioneers():
    return PickerViewSet(
        "pioneer_picker", model=PioneerPage, icon="pick", page_title=_("Choisir des pionniers")
    )


@hooks.register("register_admin_viewset")
def list_pioneers_and_calls():
    return [*list_viewsets(PioneerList), *list_viewsets(CallList)]


@hooks.register("register_admin_urls")
def add_extension():
    return [path("calls/<int:page_id>/extend/", ExtendView.as_view(), name="call_extend")]


@hooks.register("register_page_header_buttons")
def offer_extension(page, user, view_name, next_url=None):
    if isinstance(page, CallPage) and may_extend(page, user):
        url = reverse("call_extend", args=[page.pk])
        yield Button(_("Prolonger"), url=url, icon_name="time", priority=55)


class ExtensionFormatter(LogFormatter):
    label = _("Prolonger")

    def format_message(self, log_entry):
        return gettext("Prolongé\u00a0: %(what)s") % {"what": log_entry.data["changes"][0]}


@hooks.register("register_log_actions")
def register_actions(actions):
    actions.register_action(EXTEND)(ExtensionFormatter)


class ClosingCallsPanel(DeskPanel):
    """Of interest to every team: a region's actors may still answer."""

    name, order, icon = "closing_calls", 65, "time"
    heading = _("Appels bientôt clos")

    def find(self):
        soon = timezone.now() + CLOSING_SOON
        calls = CallPage.objects.visible().answerable().filter(closes_at__lte=soon)
        calls = calls.select_related("locale").order_by("closes_at")
        return [self._entry(call) for call in calls[: self.limit + 1]]

    def _entry(self, call):
        own = self.boundary.owns_page(call)
        url = reverse("wagtailadmin_pages:edit", args=[call.pk]) if own else call.url
        kind, until = call.get_kind_display(), format_instant(call.closes_at)
        return Entry(call.title, url, kind, until, other_language(call))


@hooks.register("construct_homepage_panels")
def add_panels(request, panels):
    add_to_desk(request, panels, ClosingCallsPanel)
