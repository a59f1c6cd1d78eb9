"""The admin's own list of the timeline's steps."""

import django_filters
from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column

from home.models import MilestonePage
from site_cms.admin.lists import (
    DateRangeFilter,
    ListFilterSet,
    PageList,
    columns,
    list_viewsets,
)


class MilestoneFilterSet(ListFilterSet):
    sort_date = DateRangeFilter(label=_("Date de l’étape"))
    status = django_filters.MultipleChoiceFilter(
        label=_("Statut"), choices=MilestonePage.Status.choices, widget=CheckboxSelectMultiple
    )

    class Meta:
        model = MilestonePage
        fields = []


class MilestoneList(PageList):
    model = MilestonePage
    name = "milestones"
    icon = "date"
    menu_label = _("Étapes")
    menu_order = 114
    filterset_class = MilestoneFilterSet
    ordering = "-sort_date"
    columns = columns(
        Column("period", label=_("Date"), accessor="card_detail", sort_key="sort_date"),
        Column("label", label=_("Statut"), accessor="get_status_display", sort_key="status"),
    )


@hooks.register("register_admin_viewset")
def list_milestones():
    return list_viewsets(MilestoneList)
