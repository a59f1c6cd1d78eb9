"""The trace in the admin: searched, filtered, exported; each account reads what concerns it."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, IntegerField, OuterRef, Q, Value
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.filters import ContentTypeFilter
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.reports.audit_logging import LogEntriesView, SiteHistoryReportFilterSet
from wagtail.log_actions import registry

from site_cms.admin.trace import entries_for
from site_cms.models import User
from site_cms.words.cells import by_the_clock

SEARCHED = ("label", "user__username", "user__first_name", "user__last_name")


def _entries(user):
    """Return the entries an account may read, by kind of log."""
    return [entries_for(user, model).order_by() for model in registry.get_log_entry_models()]


def _used(user, things, column):
    """Return those things that a column of these entries names: one look for each thing."""
    named = [Exists(found.filter(**{column: OuterRef("pk")})) for found in _entries(user)]
    return things.filter(Q.create(named, connector=Q.OR))


class TraceFilterSet(SiteHistoryReportFilterSet):
    """Wagtail's, whose choices would name people of the whole site."""

    # The search box looks for names.
    label = None
    object_type = ContentTypeFilter(
        label=_("Type"),
        field_name="content_type",
        queryset=lambda request: _used(
            request.user, ContentType.objects.order_by("model"), "content_type"
        ),
    )

    def get_action_choices(self):
        entries = [found.values_list("action", flat=True) for found in _entries(self.request.user)]
        used = {action for found in entries for action in found.distinct()}
        return [(action, label) for action, label in registry.get_choices() if action in used]

    def get_users_queryset(self):
        return _used(self.request.user, User.objects.order_by(User.USERNAME_FIELD), "user")


class TraceView(LogEntriesView):
    page_title = _("Trace")
    results_template_name = "site_cms/admin/trace_results.html"
    filterset_class = TraceFilterSet
    is_searchable = True
    index_url_name = "trace"
    index_results_url_name = "trace_results"
    export_headings = {
        "moment": _("Date et heure (Paris)"),
        "user_display_name": _("Qui"),
        "action": _("Action"),
        "message": _("Détail"),
        "content_type": _("Type"),
        "label": _("Nom"),
        "object_id": _("Identifiant"),
    }
    list_export = list(export_headings)

    def get_filtered_queryset(self):
        # As Wagtail's: one query per kind of log, told apart by its rank among `log_models`.
        self.log_models = sorted(registry.get_log_entry_models(), key=lambda m: m._meta.label)
        first, *others = [self._entries(rank, model) for rank, model in enumerate(self.log_models)]
        return first.union(*others, all=True).order_by("-timestamp", "-pk")

    def _entries(self, rank, model):
        entries = entries_for(self.request.user, model).values("pk", "timestamp")
        entries = entries.annotate(log_model_index=Value(rank, output_field=IntegerField()))
        if self.search_query:
            matches = [Q(**{f"{field}__icontains": self.search_query}) for field in SEARCHED]
            entries = entries.filter(Q.create(matches, connector=Q.OR))
        return self.filter_queryset(entries).order_by()

    def decorate_paginated_queryset(self, queryset):
        entries = super().decorate_paginated_queryset(queryset)
        for entry in entries:
            entry.moment = by_the_clock(entry.timestamp)
        return entries

    def get_filename(self):
        return f"trace-{timezone.localdate():%Y-%m-%d}"


@hooks.register("register_admin_urls")
def add_trace():
    return [
        path("reports/trace/", TraceView.as_view(), name="trace"),
        path("reports/trace/results/", TraceView.as_view(results_only=True), name="trace_results"),
    ]


@hooks.register("register_reports_menu_item")
def offer_trace():
    return MenuItem(_("Trace"), reverse("trace"), name="trace", icon_name="history", order=50)


@hooks.register("construct_reports_menu")
def replace_site_history(request, items):
    """The trace says the same, and more."""
    items[:] = [item for item in items if item.name != "site-history"]
