"""The list of the territories, above the pages of the regions."""

from django.utils.translation import gettext_lazy as _

from site_cms.models import IndexPage
from site_cms.public.listing import Directory, Filter
from territories.regions import region_filter

from .territory import TerritoryPage


class TerritoryIndexPage(IndexPage):
    parent_page_types = ["home.HomePage"]
    subpage_types = ["territories.RegionPage"]

    class Meta:
        verbose_name = _("liste des territoires")

    def listing(self, request):
        filters = [
            region_filter(),
            Filter("statut", _("Statut"), TerritoryPage.Status.choices, "status"),
        ]
        territories = TerritoryPage.objects.published().in_language(self.locale_id)
        about = ("territories", self.locale_id)
        return Directory(request, territories, filters, about)
