"""Search in the admin: pages put forward, and what readers looked for in vain."""

from urllib.parse import urlencode

from django.db.models import Max, Sum
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet

from site_cms.models import PromotedResult, SearchMiss
from site_cms.search.misses import LENGTH_LIMIT

RIGHT = "site_cms.change_promotedresult"
PROMOTE = "wagtailsnippets_site_cms_promotedresult:add"


class PromoteView(CreateView):
    """The form, with the words of a search that the report leads from."""

    def get_initial_form_instance(self):
        asked, language = self.request.GET.get("searches", ""), self.request.GET.get("language")
        known = language in dict(PromotedResult._meta.get_field("language").choices)
        return PromotedResult(searches=asked[:LENGTH_LIMIT], language=language if known else "fr")


class PromotedResultViewSet(SnippetViewSet):
    model = PromotedResult
    add_view_class = PromoteView
    icon = "pick"
    menu_label = _("Résultats mis en avant")
    menu_order = 260
    add_to_admin_menu = True
    list_display = ["__str__", "page", "language"]


register_snippet(PromotedResultViewSet)


class SearchReportView(ReportView):
    page_title = _("Recherches sans résultat")
    header_icon = "search"
    index_url_name = "search_report"
    index_results_url_name = "search_report_results"
    results_template_name = "site_cms/admin/search_report_results.html"
    permission_policy = ModelPermissionPolicy(PromotedResult)
    permission_required = "change"
    is_searchable = False
    export_headings = {
        "words": _("Mots cherchés"),
        "language": _("Langue"),
        "total": _("Nombre de fois"),
        "last": _("Dernière fois"),
    }
    list_export = list(export_headings)

    def get_queryset(self):
        by_words = SearchMiss.objects.values("words", "language")
        totals = by_words.annotate(total=Sum("count"), last=Max("day"))
        return totals.order_by("-total", "-last", "words", "language")

    def decorate_paginated_queryset(self, rows):
        rows = list(rows)
        for row in rows:
            query = urlencode({"searches": row["words"], "language": row["language"]})
            row["promote"] = f"{reverse(PROMOTE)}?{query}"
            row["language"] = get_language_info(row["language"])["name_local"]
        return rows

    def to_row_dict(self, item):
        return {name: item[name] for name in self.list_export}

    def get_filename(self):
        return f"recherches-sans-resultat-{timezone.localdate():%Y-%m-%d}"


@hooks.register("register_admin_urls")
def add_report():
    view = SearchReportView
    return [
        path("reports/recherches/", view.as_view(), name="search_report"),
        path(
            "reports/recherches/results/",
            view.as_view(results_only=True),
            name="search_report_results",
        ),
    ]


class SearchReportItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm(RIGHT)


@hooks.register("register_reports_menu_item")
def offer_report():
    return SearchReportItem(
        _("Recherches sans résultat"),
        reverse("search_report"),
        name="search_report",
        icon_name="search",
        order=60,
    )
