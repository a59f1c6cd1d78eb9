from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.search import index

from site_cms.models import BasePage


class WorkshopPage(BasePage):
    tools = RichTextField(_("outils"), blank=True)

    parent_page_types = ["home.HomePage"]
    subpage_types = []
    content_panels = [*BasePage.content_panels, FieldPanel("tools")]
    search_fields = [*BasePage.search_fields, index.SearchField("tools")]
    api_fields = [*BasePage.api_fields, "tools"]

    class Meta:
        verbose_name = _("atelier")
