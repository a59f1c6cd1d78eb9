"""Pages that lead to all of one kind: the articles, the calls, the territories."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.search import index

from .pages import BasePage


class IndexPage(BasePage):
    """One to a home page; each room says which pages stand in its list, and below it."""

    intro = RichTextField(_("introduction"), blank=True, features=["bold", "italic", "link"])

    max_count_per_parent = 1

    content_panels = BasePage.content_panels + [FieldPanel("intro")]

    search_fields = BasePage.search_fields + [index.SearchField("intro")]
    api_fields = [*BasePage.api_fields, "intro"]

    class Meta:
        abstract = True

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return context | {"listing": self.listing(request)}

    def listing(self, request):
        """Return the list the reader asked for; None where all is shown at once."""
