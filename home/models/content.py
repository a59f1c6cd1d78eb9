"""Pages of plain content, and the map of the site."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from site_cms.blocks import BodyBlock
from site_cms.models import BasePage, visible_pages

# The site map stays a page long: lists (news, pioneers, territories) stand in it as one entry.
SITE_MAP_LIMIT = 200


class ContentPage(BasePage):
    body = StreamField(BodyBlock(), verbose_name=_("contenu"), blank=True)

    parent_page_types = ["home.HomePage", "home.ContentPage"]
    subpage_types = ["home.ContentPage"]

    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    search_fields = BasePage.search_fields + [index.SearchField("body")]
    api_fields = [*BasePage.api_fields, "body"]

    class Meta:
        verbose_name = _("page de contenu")
        verbose_name_plural = _("pages de contenu")


class SiteMapPage(BasePage):
    parent_page_types = ["home.HomePage"]
    subpage_types = []
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("plan du site")

    def entries(self):
        """The site's pages in tree order: sections, content pages and regions."""
        home = self.get_parent()
        pages = visible_pages().descendant_of(home).exclude(pk=self.pk)
        sections = pages.filter(depth=home.depth + 1)
        regions = pages.filter(regionpage__isnull=False)
        content = pages.filter(contentpage__isnull=False)
        return (sections | regions | content).distinct().order_by("path")[:SITE_MAP_LIMIT]
