"""What will go live or be taken offline, and when; whether the scheduler is at work."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.core.exceptions import PermissionDenied
from django.db.models import IntegerField, QuerySet
from django.db.models.fields.json import KT
from django.db.models.functions import Cast
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets import Button
from wagtail.models import Page, Revision, get_default_page_content_type

from site_cms.admin.desk import place_of
from site_cms.models import ScheduleFailure
from site_cms.models.page_form import NOW, put_forward
from site_cms.rights.boundary import boundary_for
from site_cms.tasks import work
from site_cms.tasks.scheduler import is_late, last_run_at
from site_cms.words.dates import format_day

PUBLISH, EXPIRE = ScheduleFailure.Action.PUBLISH, ScheduleFailure.Action.EXPIRE
# What one screen shows; beyond, the nearest ones.
LIMIT = 300


@dataclass
class Planned:
    """One thing to come, or overdue; `failure` says why it did not happen."""

    at: datetime
    action: str
    page: Page
    failure: ScheduleFailure | None = None

    @property
    def label(self) -> str:
        return ScheduleFailure.Action(self.action).label

    @property
    def day(self) -> str:
        day = timezone.localdate(self.at)
        return f"{date_format(day, 'l').capitalize()} {format_day(day)}"

    @property
    def place(self) -> str:
        return place_of(self.page)

    @property
    def is_overdue(self) -> bool:
        return self.at < timezone.now()


def planned(user) -> list[Planned]:
    """Return what is to come on an account's own pages, in the order of time."""
    own = Page.objects.filter(boundary_for(user).owned_pages())
    publications = _publications(own)
    starts = {entry.page.pk: entry.at for entry in publications if entry.action == PUBLISH}
    entries = publications + _expiries(own, starts)
    entries = sorted(entries, key=lambda entry: entry.at)[:LIMIT]
    Page.objects.annotate_parent_page([entry.page for entry in entries])
    failed = open_failures(user) if entries else ()
    failures = {(failure.action, failure.object_id): failure for failure in failed}
    for entry in entries:
        entry.failure = failures.get((entry.action, str(entry.page.pk)))
    return entries


def _publications(own):
    """Return the publications to come, each with the end it sets itself."""
    revisions = (
        Revision.page_revisions.filter(approved_go_live_at__isnull=False)
        .annotate(page_pk=Cast("object_id", IntegerField()), ends=KT("content__expire_at"))
        .filter(page_pk__in=own.values("pk"))
        .order_by("approved_go_live_at")
        .values_list("page_pk", "approved_go_live_at", "ends")[:LIMIT]
    )
    revisions = list(revisions)
    pages = Page.objects.select_related("locale").in_bulk([pk for pk, _at, _end in revisions])
    entries = [Planned(at, PUBLISH, pages[pk]) for pk, at, _end in revisions]
    # SQLite says "null" where there is no date.
    ends = [(parse_datetime(end or ""), pages[pk]) for pk, _at, end in revisions]
    return entries + [Planned(end, EXPIRE, page) for end, page in ends if end]


def _expiries(own, next_versions):
    """Return when what is online ends, unless a newer version has replaced it by then."""
    pages = own.filter(live=True, expire_at__isnull=False).select_related("locale")
    pages = pages.order_by("expire_at")[:LIMIT]
    return [
        Planned(page.expire_at, EXPIRE, page)
        for page in pages
        if page.pk not in next_versions or page.expire_at < next_versions[page.pk]
    ]


def open_failures(user) -> QuerySet:
    """Return what was due and could not be done, as far as it is the account's business."""
    failures = ScheduleFailure.objects.filter(resolved_at=None)
    boundary = boundary_for(user)
    if boundary.is_national:
        return failures
    own = Page.objects.filter(boundary.owned_pages())
    pages = failures.filter(content_type=get_default_page_content_type())
    return pages.annotate(page_pk=Cast("object_id", IntegerField())).filter(
        page_pk__in=own.values("pk")
    )


class CalendarView(WagtailAdminTemplateMixin, TemplateView):
    template_name = "site_cms/admin/calendar.html"
    page_title = _("Calendrier des publications")
    header_icon = "calendar-alt"
    choices = (("", _("Tout")), (PUBLISH, _("Mises en ligne")), (EXPIRE, _("Retraits")))

    def get_breadcrumbs_items(self):
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        chosen = self.request.GET.get("quoi", "")
        entries = planned(self.request.user)
        entries = [entry for entry in entries if chosen in ("", entry.action)]
        days = [(day, list(group)) for day, group in groupby(entries, key=lambda e: e.day)]
        context = super().get_context_data(**kwargs)
        return context | {"days": days, "choices": self.choices, "chosen": chosen}


@hooks.register("register_admin_urls")
def add_calendar():
    return [
        path("calendrier/", CalendarView.as_view(), name="schedule_calendar"),
        path("calendrier/<int:page_id>/publier/", publish_planned, name="publish_planned"),
    ]


@hooks.register("register_admin_menu_item")
def offer_calendar():
    return MenuItem(
        _("Calendrier"),
        reverse("schedule_calendar"),
        name="schedule_calendar",
        icon_name="calendar-alt",
        order=150,
    )


class PulsePanel(Component):
    """On the admin home: when scheduler and worker last ran, and what could not be done."""

    name = "pulse"
    order = 45
    template_name = "site_cms/admin/pulse.html"

    def __init__(self, request):
        super().__init__()
        self.user = request.user

    @cached_property
    def last(self):
        return last_run_at()

    @cached_property
    def worker_last(self):
        return work.last_pulse()

    def get_context_data(self, parent_context):
        return {
            "last": self.last,
            "is_late": is_late(self.last),
            "worker_last": self.worker_last,
            "worker_is_late": work.is_late(self.worker_last),
            "failures": open_failures(self.user),
            "calendar_url": reverse("schedule_calendar"),
        }


@hooks.register("construct_homepage_panels")
def show_pulse(request, panels):
    panels.append(PulsePanel(request))


# --- At once ----------------------------------------------------------------------------------


class PublishNowItem(ActionMenuItem):
    """A draft with a day to come goes online at once."""

    name = "action-publish-now"
    label = _("Publier maintenant")
    icon_name = "upload"
    template_name = "site_cms/admin/publish_now.html"

    def is_shown(self, context):
        page = context.get("page")
        if context["view"] != "edit" or context["locked_for_user"]:
            return False
        may_publish = page.permissions_for_user(context["request"].user).can_publish()
        return may_publish and bool(page.go_live_at and page.go_live_at > timezone.now())

    def get_context_data(self, parent_context):
        return {**super().get_context_data(parent_context), "value": NOW}


@hooks.register("register_page_action_menu_item")
def offer_publishing_now():
    return PublishNowItem(order=5)


@hooks.register("register_page_header_buttons")
def offer_what_is_planned(page, user, view_name, next_url=None):
    """What is planned is locked: its form has no button that would do."""
    if page.scheduled_revision and page.permissions_for_user(user).can_publish():
        url = reverse("publish_planned", args=[page.pk])
        attrs = {
            "data-controller": "w-action",
            "data-action": "w-action#post",
            "data-w-action-url-value": url,
        }
        label = PublishNowItem.label
        yield Button(label, url=url, icon_name="upload", attrs=attrs, priority=50)


@require_POST
def publish_planned(request, page_id):
    """Publish the version that is planned; its day becomes today, where it was that of the plan."""
    page = get_object_or_404(Page.objects.select_for_update(no_key=True), pk=page_id)
    version = page.scheduled_revision
    if not page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    if version:
        planned = version.as_object()
        put_forward(planned)
        new = planned.save_revision(user=request.user, previous_revision=version)
        new.publish(user=request.user, previous_revision=version)
        text = gettext("«\u00a0%(title)s\u00a0» est en ligne.")
        messages.success(request, text % {"title": planned.get_admin_display_title()})
    return redirect("wagtailadmin_pages:edit", page.pk)
