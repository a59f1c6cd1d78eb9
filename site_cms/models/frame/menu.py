"""Which pages the menu and the footer show, in what order: one list of each, for all languages."""

from uuid import UUID

from django import forms
from django.db import models
from django.db.models import Q
from django.db.models.signals import post_save
from django.dispatch import receiver
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, HelpPanel, InlinePanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Orderable, Page

from site_cms.publications.memo import remembered
from site_cms.words.french import in_french

from ..publisher import PublisherSettings

FIRST_LEVEL = 3
# The pages of the publisher's settings that the footer owes, in the order it owes them.
OWED = (
    *("sitemap_page", "accessibility_page", "legal_page"),
    *("privacy_page", "cookies_page", "contact_page"),
)


def first_level():
    return Q(depth=FIRST_LEVEL) & in_french()


def _entry_page():
    return models.ForeignKey(
        Page,
        verbose_name=_("page"),
        on_delete=models.CASCADE,
        related_name="+",
        limit_choices_to=first_level,
    )


@register_setting(icon="list-ul", order=10)
class SiteMenu(ClusterableModel, BaseSiteSetting):
    """The menu and the footer, once somebody has opened their screen.

    Until then the menu has the pages that were made for it (`show_in_menus`), in the tree's order.
    """

    panels = [
        HelpPanel(
            _(
                "L’anglais suit le même ordre, avec les pages traduites. L’aperçu, en bas de "
                "l’écran, montre ce qui sera en ligne dès l’enregistrement."
            )
        ),
        InlinePanel("menu_entries", heading=_("Menu principal"), label=_("Page du menu")),
        InlinePanel(
            "footer_entries",
            heading=_("Bas de page"),
            label=_("Page du bas de page"),
            help_text=_(
                "Les pages obligatoires qui n’y sont pas viennent à la suite. "
                "On les choisit dans «\u00a0Éditeur et pied de page\u00a0»."
            ),
        ),
        HelpPanel(template="site_cms/admin/menu_preview_panel.html", heading=_("Aperçu")),
    ]

    class Meta:
        verbose_name = _("menu et bas de page")

    def __str__(self):
        return str(self._meta.verbose_name)


class MenuEntry(Orderable):
    menu = ParentalKey(SiteMenu, on_delete=models.CASCADE, related_name="menu_entries")
    page = _entry_page()

    panels = [FieldPanel("page", widget=forms.Select)]

    class Meta(Orderable.Meta):
        verbose_name = _("page du menu")
        verbose_name_plural = _("pages du menu")

    def __str__(self):
        return self.page.title


class FooterEntry(Orderable):
    menu = ParentalKey(SiteMenu, on_delete=models.CASCADE, related_name="footer_entries")
    page = _entry_page()

    panels = [FieldPanel("page", widget=forms.Select)]

    class Meta(Orderable.Meta):
        verbose_name = _("page du bas de page")
        verbose_name_plural = _("pages du bas de page")

    def __str__(self):
        return self.page.title


@receiver(post_save, sender=SiteMenu)
def write_down_what_there_is(instance, created, raw=False, **kwargs):
    """The screen begins with the menu and the footer as they are."""
    if not created or raw:
        return
    pages = Page.objects.child_of(instance.site.root_page).filter(in_french())
    marked = pages.filter(show_in_menus=True, live=True).order_by("path")
    owed = PublisherSettings.for_site(instance.site)
    keys = [getattr(owed, f"{name}_id") for name in OWED]
    known = pages.in_bulk(filter(None, keys))
    footer = [known[key] for key in keys if key in known]
    for model, entries in ((MenuEntry, marked), (FooterEntry, footer)):
        model.objects.bulk_create(
            model(menu=instance, page=page, sort_order=order) for order, page in enumerate(entries)
        )


def entry_keys(site_key) -> tuple[tuple[UUID, ...], tuple[UUID, ...]]:
    """Return the translation keys of the pages of the menu, and of the footer, in their order."""
    return tuple(
        tuple(
            model.objects.filter(menu__site=site_key)
            .order_by("sort_order", "pk")
            .values_list("page__translation_key", flat=True)
        )
        for model in (MenuEntry, FooterEntry)
    )


@remembered
def _menu_keys() -> frozenset[UUID]:
    return frozenset(MenuEntry.objects.values_list("page__translation_key", flat=True))


def is_in_menu(page: Page) -> bool:
    """Whether the menu leads to a page, in whatever language, once the public may see it."""
    keys = _menu_keys()
    return page.translation_key in keys if keys else page.show_in_menus
