"""What the news bring to the admin: list, sections, the choice of national pages, desk, copies."""

import django_filters
from django.db.models import Q
from django.forms import CheckboxSelectMultiple
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.tables import Column, LocaleColumn
from wagtail.admin.widgets import Button
from wagtail.models import Page
from wagtail.permissions import page_permission_policy
from wagtail.snippets.models import register_snippet

from news import selection
from news.models import NationalSelection, NewsIndexPage, NewsPage, Section, follow_region
from site_cms.admin.desk import PublishedPanel, add_to_desk
from site_cms.admin.lists import (
    DateRangeFilter,
    ListFilterSet,
    PageList,
    columns,
    list_viewsets,
)
from site_cms.admin.vocabularies import VocabularyViewSet
from site_cms.rights.boundary import boundary_for
from site_cms.rights.reader import page_at_work
from site_cms.words.dates import format_day
from site_cms.words.french import in_french
from territories.lists import RegionFilter, region_column
from territories.models import RegionPage


@hooks.register("register_admin_urls")
def add_selection():
    view = selection.SelectionView
    return [
        path("national/", view.as_view(), name="national_selection"),
        path(
            "national/results/", view.as_view(results_only=True), name="national_selection_results"
        ),
        path(
            "national/<int:page_id>/select/",
            selection.choose,
            {"verb": "select"},
            name="national_select",
        ),
        path(
            "national/<int:page_id>/release/",
            selection.choose,
            {"verb": "release"},
            name="national_release",
        ),
    ]


class SelectionMenuItem(MenuItem):
    def is_shown(self, request):
        return selection.may_select(request.user)


@hooks.register("register_admin_menu_item")
def offer_selection():
    return SelectionMenuItem(
        _("Articles des régions"),
        reverse("national_selection"),
        name="national_selection",
        icon_name="globe",
        order=111,
    )


@hooks.register("register_page_header_buttons")
def offer_choice(page, user, view_name, next_url=None):
    """On an article of a region: let it into the national lists, or take it out."""
    if not isinstance(page, NewsPage) or not selection.may_select(user):
        return
    if not isinstance(page.get_parent().specific_deferred, RegionPage):
        return
    chosen = NationalSelection.objects.filter(article_id=page.pk).exists()
    url = reverse("national_release" if chosen else "national_select", args=[page.pk])
    yield Button(
        _("Retirer des actualités nationales") if chosen else _("Retenir au niveau national"),
        url=url,
        icon_name="globe",
        attrs={
            "data-controller": "w-action",
            "data-action": "w-action#post",
            "data-w-action-url-value": url,
        },
        priority=60,
    )


@hooks.register("register_log_actions")
def register_actions(actions):
    actions.register_action(
        selection.SELECT, _("Retenir au niveau national"), _("Retenu au niveau national")
    )
    actions.register_action(
        selection.RELEASE,
        _("Retirer du niveau national"),
        _("Retiré des actualités nationales"),
    )


class SectionViewSet(VocabularyViewSet):
    model = Section
    icon = "list-ul"
    menu_label = _("Rubriques")
    menu_order = 251
    add_to_admin_menu = True
    list_display = ["name", LocaleColumn(label=_("Langue")), "slug"]


register_snippet(SectionViewSet)


class ArticleFilterSet(ListFilterSet):
    published_on = DateRangeFilter(label=_("Publié le"))
    section = django_filters.ModelMultipleChoiceFilter(
        label=_("Rubrique"), queryset=Section.objects.all(), widget=CheckboxSelectMultiple
    )
    region = RegionFilter()

    class Meta:
        model = NewsPage
        fields = []


class ArticleList(PageList):
    model = NewsPage
    name = "articles"
    icon = "doc-full"
    menu_label = _("Articles")
    menu_order = 110
    relations = ("section", "region")
    filterset_class = ArticleFilterSet
    ordering = "-published_on"
    columns = columns(
        Column(
            "published_on",
            label=_("Publié le"),
            accessor=lambda page: format_day(page.published_on),
            sort_key="published_on",
        ),
        Column("section", label=_("Rubrique"), sort_key="section__name"),
        region_column(),
    )


@hooks.register("register_admin_viewset")
def list_articles():
    return list_viewsets(ArticleList)


class WritePanel(Component):
    """The way to a new article, for those who write some."""

    name, order, template_name = "write", 5, "news/admin/write_panel.html"

    def __init__(self, request):
        super().__init__()
        self.places = list(_places_to_write(request.user))

    def get_context_data(self, parent_context):
        return {"ways": [self._way(place) for place in self.places]}

    def _way(self, place):
        label = _("Écrire un article")
        if len(self.places) > 1:
            label = _("Écrire un article\u00a0: %(place)s") % {"place": place.title}
        return reverse("wagtailadmin_pages:add", args=["news", "newspage", place.pk]), label


def _places_to_write(user):
    """Where an account writes: among the news of the site, or on the pages of its regions."""
    boundary = boundary_for(user)
    if not page_permission_policy.user_has_permission(user, "add"):
        return Page.objects.none()
    if boundary.is_national:
        return NewsIndexPage.objects.filter(in_french()).order_by("path")
    regions = RegionPage.objects.filter(in_french(), path__in=boundary.own_pages)
    return regions.order_by("path")


class IncompleteArticlesPanel(PublishedPanel):
    name, order, icon = "incomplete_articles", 80, "image"
    heading = _("Articles en ligne sans résumé ou sans image")
    help_text = _("Les listes et les réseaux sociaux montrent l’un et l’autre.")

    def found(self):
        own = NewsPage.objects.live().filter(self.boundary.owned_pages(), alias_of=None)
        lacking = own.filter(Q(summary="") | Q(image=None)).order_by("-published_on", "-pk")
        return lacking.values_list("pk", flat=True)

    def loaded(self):
        return NewsPage.objects.all()

    def detail(self, page):
        missing = []
        if not page.summary:
            missing.append(_("résumé"))
        if not page.image_id:
            missing.append(_("image"))
        return _("Manque : %(what)s") % {"what": ", ".join(map(str, missing))}


@hooks.register("construct_homepage_panels")
def add_panels(request, panels):
    add_to_desk(request, panels, IncompleteArticlesPanel)
    if (write := WritePanel(request)).places:
        panels.append(write)


@hooks.register("construct_page_chooser_queryset")
def leave_out_the_article_itself(pages, request):
    """What to read next is not what one reads."""
    if request.GET.get("page_type") == "news.newspage" and (page := page_at_work(request)):
        return pages.exclude(pk=page.pk)
    return pages


@hooks.register("after_copy_page")
def file_the_copy(request, page, new_page):
    if isinstance(new_page.specific, NewsPage):
        follow_region(new_page, page.get_parent(), new_page.get_parent())
