"""Blocks that name people and articles, and the latest news as a block of any page."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock


class NamedPersonBlock(blocks.StructBlock):
    person = SnippetChooserBlock("site_cms.Person", label=_("personne"))
    office = blocks.CharBlock(
        label=_("fonction"),
        max_length=250,
        help_text=_("Celle qu’elle exerçait au moment des faits."),
    )

    def get_searchable_content(self, value):
        # Choosers have no text of their own.
        return [str(value["person"] or ""), value["office"]]

    class Meta:
        icon = "user"
        label = _("Personne citée")


class RelatedArticleBlock(blocks.PageChooserBlock):
    def __init__(self, **kwargs):
        super().__init__(page_type="news.NewsPage", **kwargs)

    class Meta:
        icon = "doc-full"
        label = _("Article")


class LatestNewsBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("titre"), max_length=120, default="Actualités")

    class Meta:
        icon = "list-ul"
        label = _("Dernières actualités")
        template = "news/blocks/latest_news.html"
        preview_value = {"title": "Actualités"}
        description = _("Les trois articles les plus récents.")
