"""Pages to read again: those whose date has passed, and those nobody has published for long."""

from datetime import datetime

import django_filters
from django.forms import RadioSelect
from django.http import QueryDict
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.filters import ContentTypeFilter, WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.reports import PageReportView
from wagtail.models import Page, get_page_content_types

from site_cms.admin.desk import place_of
from site_cms.admin.rereading.due import Pages
from site_cms.words.cells import by_the_clock


class RereadingFilterSet(WagtailFilterSet):
    when = django_filters.ChoiceFilter(
        label=_("Échéance"),
        choices=[
            ("due", _("À relire maintenant")),
            ("soon", _("Dans les deux mois")),
            ("undated", _("Sans date de relecture")),
            ("any", _("Toutes les pages")),
        ],
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

    def filter_queryset(self, pages):
        when, kind = self.form.cleaned_data["when"], self.form.cleaned_data["content_type"]
        return pages.keep(when, kind and kind.model_class())


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
        return Pages(self.request.user)

    def decorate_paginated_queryset(self, object_list):
        # A spreadsheet is written while pages are read, some hundreds at a time.
        lines = map(_as_line, object_list)
        return lines if self.is_export else list(lines)

    def stream_csv(self, queryset):
        return _spoken(get_language(), super().stream_csv(queryset))

    def get_filename(self):
        return f"pages-a-relire-{timezone.localdate():%Y-%m-%d}"


def _as_line(page):
    page.place = place_of(page)
    page.kind = page.page_type_display_name
    page.is_late = bool(page.due_on) and page.due_on <= timezone.localdate()
    return page


def _spoken(language, lines):
    """Make lines in the language of a request that is over by then."""
    with override(language):
        yield from lines


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
