"""What the territories bring to the admin: lists, a chooser for forms, profiles to complete."""

import django_filters
from django.db.models import Exists, OuterRef, Q
from django.forms import CheckboxSelectMultiple
from django.http import JsonResponse
from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column

from site_cms.admin.desk import DeskPanel, add_to_desk
from site_cms.admin.lists import (
    DateRangeFilter,
    ListFilterSet,
    PageList,
    columns,
    list_viewsets,
)
from site_cms.admin.lists.pickers import PickerViewSet
from site_cms.words.french import in_french
from site_cms.words.sorting import BY_TITLE
from territories.communes import begun
from territories.lists import RegionFilter, region_column
from territories.models import Partner, TerritoryPage
from territories.regions import BY_CODE


class TerritoryFilterSet(ListFilterSet):
    status = django_filters.MultipleChoiceFilter(
        label=_("Statut"), choices=TerritoryPage.Status.choices, widget=CheckboxSelectMultiple
    )
    status_date = DateRangeFilter(label=_("Depuis le"))
    region = RegionFilter()

    class Meta:
        model = TerritoryPage
        fields = []


class TerritoryList(PageList):
    model = TerritoryPage
    name = "territories"
    icon = "site"
    menu_label = _("Territoires")
    menu_order = 111
    relations = ("region",)
    filterset_class = TerritoryFilterSet
    ordering = "title"
    columns = columns(
        region_column(),
        Column("label", label=_("Statut"), accessor="get_status_display", sort_key="status"),
        Column(
            "status_date",
            label=_("Depuis"),
            accessor=lambda page: page.status_period,
            sort_key="status_date",
        ),
    )


@hooks.register("register_admin_urls")
def offer_communes():
    return [path("communes/", towns, name="communes")]


def towns(request):
    """The communes that begin so, for the field of a town."""
    found = begun(request.GET.get("q", "")[:100], request.GET.get("region", ""))
    return JsonResponse({"communes": [_told(commune) for commune in found]})


def _told(commune):
    told = {name: getattr(commune, name) for name in ("code", "name", "latitude", "longitude")}
    region = BY_CODE[commune.region].label
    return told | {"label": f"{commune.name} ({commune.department}, {region})"}


@hooks.register("register_admin_viewset")
def pick_territories():
    return PickerViewSet(
        "territory_picker",
        model=TerritoryPage,
        icon="site",
        page_title=_("Choisir des territoires"),
    )


@hooks.register("register_admin_viewset")
def list_territories():
    return list_viewsets(TerritoryList)


class IncompleteTerritoriesPanel(DeskPanel):
    name, order, icon = "incomplete_territories", 85, "group"
    heading = _("Territoires sans partenaires ou sans contact")

    def pages(self):
        partners = Partner.objects.filter(territory=OuterRef("pk"))
        without_contact = Q(contact_name="", contact_email="", contact_phone="")
        return (
            TerritoryPage.objects.live()
            # What is missing is filled in on the French page.
            .filter(self.boundary.owned_pages(), in_french())
            .annotate(has_partners=Exists(partners))
            .filter(Q(has_partners=False) | without_contact)
            .order_by(*BY_TITLE)
        )

    def detail(self, page):
        missing = []
        if not page.has_partners:
            missing.append(_("partenaires"))
        if not (page.contact_name or page.contact_email or page.contact_phone):
            missing.append(_("contact"))
        return _("Manque : %(what)s") % {"what": ", ".join(map(str, missing))}


@hooks.register("construct_homepage_panels")
def add_panels(request, panels):
    add_to_desk(request, panels, IncompleteTerritoriesPanel)
