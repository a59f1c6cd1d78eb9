"""The home page: one for each language."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from home.blocks import HomeBlock
from site_cms.models import BasePage


class HomePage(BasePage):
    hero_title = models.CharField(
        _("titre d’accueil"), max_length=120, help_text=_("Le grand titre, en haut de l’accueil.")
    )
    hero_text = models.TextField(_("texte d’accueil"), max_length=400, blank=True)
    hero_link = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page du bouton"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    hero_link_label = models.CharField(_("intitulé du bouton"), max_length=60, blank=True)
    body = StreamField(HomeBlock(), verbose_name=_("contenu"), blank=True)

    parent_page_types = ["wagtailcore.Page"]
    max_count_per_parent = 2  # one for each language
    detail_relations = ("image", "hero_link")

    hero_panels = [
        MultiFieldPanel(
            [
                FieldPanel("hero_title"),
                FieldPanel("hero_text"),
                FieldRowPanel([FieldPanel("hero_link"), FieldPanel("hero_link_label")]),
            ],
            heading=_("Accueil"),
        )
    ]
    content_panels = [*BasePage.content_panels, *hero_panels, FieldPanel("body")]
    search_fields = BasePage.search_fields + [
        index.SearchField("hero_text"),
        index.SearchField("body"),
    ]
    api_fields = [
        *BasePage.api_fields,
        "hero_title",
        "hero_text",
        "hero_link",
        "hero_link_label",
        "body",
    ]

    class Meta:
        verbose_name = _("page d’accueil")
