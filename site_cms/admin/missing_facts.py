"""On the admin home: what the legal pages still print as "à compléter"."""

from django.urls import reverse
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.models import Site

from site_cms.models import PublisherSettings


class MissingFactsPanel(Component):
    """On the admin home: what the legal pages still print as "à compléter"."""

    name = "missing_facts"
    template_name = "site_cms/admin/missing_facts.html"
    order = 50

    def __init__(self, site, missing):
        super().__init__()
        self.site = site
        self.missing = missing

    def get_context_data(self, parent_context):
        url = reverse("wagtailsettings:edit", args=["site_cms", "publishersettings", self.site.pk])
        return {"missing": self.missing, "url": url}


@hooks.register("construct_homepage_panels")
def add_missing_facts(request, panels):
    if not request.user.has_perm("site_cms.change_publishersettings"):
        return
    site = Site.find_for_request(request)
    missing = PublisherSettings.for_site(site).missing() if site else []
    if missing:
        panels.append(MissingFactsPanel(site, missing))
