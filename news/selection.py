"""Which articles of the regions enter the national lists: communication decides, on this screen or
on the article itself, and the region's text stays the region's."""

import django_filters
from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import ExpressionWrapper, F, OuterRef, Subquery
from django.forms import RadioSelect
from django.http import HttpRequest
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.reports import ReportView
from wagtail.log_actions import log

from territories.models import RegionPage
from territories.regions import REGION_CHOICES

from .models import NationalSelection, NewsPage

SELECT, RELEASE = "news.national.select", "news.national.release"


def may_select(user) -> bool:
    return user.has_perm("news.change_nationalselection")


def regional_articles():
    """Return the articles that stand under a region, with `place` and `place_code`."""
    outer_path = ExpressionWrapper(OuterRef("path"), output_field=models.CharField())
    regions = RegionPage.objects.annotate(outer_path=outer_path)
    regions = regions.filter(outer_path__startswith=F("path"))
    return NewsPage.objects.annotate(
        place=Subquery(regions.values("title")[:1]),
        place_code=Subquery(regions.values("code")[:1]),
    ).filter(place_code__isnull=False)


@require_POST
def choose(request: HttpRequest, page_id: int, verb: str):
    """Let an article of a region into the national lists, or take it out; twice is as once."""
    if not may_select(request.user):
        raise PermissionDenied
    article = get_object_or_404(regional_articles(), pk=page_id)
    if verb == "select":
        changed = _select(article, request.user)
        text = _("« %(title)s » entre dans les actualités nationales.")
    else:
        changed = NationalSelection.objects.filter(article=article).delete()[0]
        text = _("« %(title)s » sort des actualités nationales.")
    if changed:
        log(article, SELECT if verb == "select" else RELEASE)
    messages.success(request, text % {"title": article.get_admin_display_title()})
    return redirect(get_valid_next_url_from_request(request) or "national_selection")


def _select(article, user):
    _selection, created = NationalSelection.objects.get_or_create(
        article=article, defaults={"selected_by": user}
    )
    return created


class SelectionFilterSet(WagtailFilterSet):
    place = django_filters.ChoiceFilter(
        label=gettext_lazy("Région"), choices=REGION_CHOICES, field_name="place_code"
    )
    live = django_filters.ChoiceFilter(
        label=gettext_lazy("État"),
        choices=[("True", gettext_lazy("En ligne")), ("False", gettext_lazy("Hors ligne"))],
        widget=RadioSelect,
    )
    chosen = django_filters.ChoiceFilter(
        label=gettext_lazy("Actualités nationales"),
        choices=[("yes", gettext_lazy("Retenus")), ("no", gettext_lazy("Non retenus"))],
        method="filter_chosen",
        widget=RadioSelect,
    )

    def filter_chosen(self, articles, name, value):
        return articles.filter(national_selection__isnull=value == "no")

    class Meta:
        model = NewsPage
        fields = []


class SelectionView(ReportView):
    page_title = gettext_lazy("Articles des régions")
    header_icon = "globe"
    results_template_name = "news/admin/selection_results.html"
    index_url_name = "national_selection"
    index_results_url_name = "national_selection_results"
    filterset_class = SelectionFilterSet
    export_headings = {
        "title": gettext_lazy("Titre"),
        "place": gettext_lazy("Région"),
        "published_on": gettext_lazy("Publié le"),
        "live": gettext_lazy("En ligne"),
        "selected_at": gettext_lazy("Retenu le"),
        "selected_by": gettext_lazy("Retenu par"),
        "full_url": gettext_lazy("Adresse"),
    }
    list_export = list(export_headings)

    def dispatch(self, request, *args, **kwargs):
        if not may_select(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self):
        articles = regional_articles().annotate(
            selected_at=F("national_selection__selected_at"),
            selected_by=F("national_selection__selected_by__username"),
        )
        articles = articles.select_related("national_selection__selected_by", "locale")
        return articles.order_by("-published_on", "-pk")

    def get_filename(self):
        return "articles-des-regions"
