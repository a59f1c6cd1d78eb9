"""Pages to read again: those whose date has passed, and those nobody has published for long."""

from datetime import datetime, timedelta

import django_filters
from django.apps import apps
from django.db.models import DateField, F, Q, QuerySet
from django.db.models.functions import Coalesce
from django.forms import RadioSelect
from django.http import QueryDict
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.filters import ContentTypeFilter, WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.reports import PageReportView
from wagtail.models import Page, get_page_content_types

from site_cms.admin.desk import place_of
from site_cms.models import BasePage
from site_cms.rights.boundary import boundary_for
from site_cms.words.cells import by_the_clock

# A page without a date of its own is due once nobody has published it for so long.
UNREAD_AFTER = timedelta(days=365)
SOON = timedelta(days=60)


def public_pages(user) -> QuerySet:
    """Return an account's own pages that the public reads, with `due_on` and `archived`."""
    return (
        _own(Page, user)
        .annotate(due_on=_of_any_type("review_by"), archived=_of_any_type("archived_on"))
        .order_by(F("due_on").asc(nulls_last=True), "last_published_at", "pk")
    )


def _own(model, user) -> QuerySet:
    own = boundary_for(user).owned_pages()
    return model.objects.filter(own, live=True, alias_of=None, depth__gt=1)


def most_due(user, count: int) -> list[int]:
    """Return the keys of the first of due_for_rereading(), without a join of all types of pages."""
    passed = Q(review_by__lte=timezone.localdate())
    dated = [_own(kind, user).filter(passed).order_by() for kind in _kinds()]
    first, *others = [pages.values_list("pk", "review_by", "last_published_at") for pages in dated]
    rows = [(due, at is None, at, key) for key, due, at in first.union(*others, all=True)]
    keys = [key for *_order, key in sorted(rows)[:count]]
    forgotten = _own(Page, user).filter(_forgotten()).order_by("last_published_at", "pk")
    return keys + list(forgotten.values_list("pk", flat=True)[: count - len(keys)])


def due_for_rereading(user) -> QuerySet:
    return public_pages(user).filter(is_due())


def is_due() -> Q:
    """Return the condition for what to read again now. What is archived may grow old in peace."""
    return _where(review_by__lte=timezone.localdate()) | _forgotten()


def _forgotten() -> Q:
    long_ago = timezone.now() - UNREAD_AFTER
    spared = _where(review_by__isnull=False) | _where(archived_on__isnull=False)
    return Q(last_published_at__lte=long_ago) & ~spared


def _kinds():
    return [model for model in apps.get_models() if issubclass(model, BasePage)]


def _where(**condition) -> Q:
    """The condition on fields of BasePage, asked of each table: joined, all pages are read."""
    first, *others = [kind.objects.order_by().filter(**condition).values("pk") for kind in _kinds()]
    return Q(pk__in=first.union(*others, all=True))


def _of_any_type(name):
    """The field of BasePage, which each type keeps in a table of its own."""
    return Coalesce(
        *[f"{kind._meta.model_name}__{name}" for kind in _kinds()], output_field=DateField()
    )


class RereadingFilterSet(WagtailFilterSet):
    when = django_filters.ChoiceFilter(
        label=_("Échéance"),
        choices=[
            ("due", _("À relire maintenant")),
            ("soon", _("Dans les deux mois")),
            ("undated", _("Sans date de relecture")),
            ("any", _("Toutes les pages")),
        ],
        method="filter_when",
        widget=RadioSelect,
        empty_label=None,
    )
    content_type = ContentTypeFilter(
        label=_("Type"),
        queryset=lambda request: get_page_content_types(include_base_page_type=False),
    )

    class Meta:
        model = Page
        fields = []

    def __init__(self, data=None, *args, **kwargs):
        # What is due, unless something else is asked for.
        data = data.copy() if data else QueryDict(mutable=True)
        data.setdefault("when", "due")
        super().__init__(data, *args, **kwargs)

    def filter_when(self, pages, name, value):
        today = timezone.localdate()
        soon = Q(due_on__gt=today, due_on__lte=today + SOON)
        conditions = {"due": is_due(), "soon": soon, "undated": Q(due_on=None)}
        return pages.filter(conditions.get(value, Q()))


class RereadingReportView(PageReportView):
    page_title = _("Pages à relire")
    header_icon = "time"
    filterset_class = RereadingFilterSet
    index_url_name = "rereading_report"
    index_results_url_name = "rereading_report_results"
    results_template_name = "site_cms/admin/rereading_results.html"
    any_permission_required = ["add", "change", "publish"]
    custom_value_preprocess = PageReportView.custom_value_preprocess | {
        datetime: dict.fromkeys(PageReportView.FORMATS, by_the_clock)
    }
    export_headings = {
        "title": _("Titre"),
        "place": _("Rubrique ou région"),
        "kind": _("Type"),
        "due_on": _("À relire avant le"),
        "archived": _("Archivée le"),
        "last_published_at": _("Dernière publication"),
        "full_url": _("Adresse"),
    }
    list_export = list(export_headings)

    def get_queryset(self):
        return public_pages(self.request.user).select_related("content_type", "locale")

    def decorate_paginated_queryset(self, object_list):
        pages = list(object_list)
        Page.objects.annotate_parent_page(pages)
        today = timezone.localdate()
        for page in pages:
            page.place = place_of(page)
            page.kind = page.page_type_display_name
            page.is_late = bool(page.due_on) and page.due_on <= today
        return pages

    def get_filename(self):
        return f"pages-a-relire-{timezone.localdate():%Y-%m-%d}"


@hooks.register("register_admin_urls")
def add_report():
    view = RereadingReportView
    return [
        path("reports/a-relire/", view.as_view(), name="rereading_report"),
        path(
            "reports/a-relire/results/",
            view.as_view(results_only=True),
            name="rereading_report_results",
        ),
    ]


@hooks.register("register_reports_menu_item")
def offer_report():
    return MenuItem(
        _("Pages à relire"),
        reverse("rereading_report"),
        name="rereading_report",
        icon_name="time",
        order=40,
    )


@hooks.register("construct_reports_menu")
def leave_out_aging_pages(request, items):
    """The report above says the same, and knows the dates."""
    items[:] = [item for item in items if item.name != "aging-pages"]
