"""What only the publisher of the site can know: settings that communication fills in."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel, PageChooserPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from site_cms.validators import validate_hashtag, validate_phone


def _footer_page(label: str) -> models.ForeignKey:
    return models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=label,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )


@register_setting(icon="clipboard-list")
class PublisherSettings(BaseSiteSetting):
    """What only the publisher can know, and the pages the footer must link to.

    Legal pages print these fields through the "publisher details" block, so that each fact
    stands in one place. `missing()` names what is still to be filled in.
    """

    publisher_name = models.CharField(_("nom de l’éditeur"), max_length=200, blank=True)
    publisher_address = models.TextField(_("adresse de l’éditeur"), blank=True)
    publisher_phone = models.CharField(
        _("téléphone de l’éditeur"), max_length=40, blank=True, validators=[validate_phone]
    )
    publication_director = models.CharField(
        _("directrice ou directeur de la publication"), max_length=200, blank=True
    )
    host_name = models.CharField(_("nom de l’hébergeur"), max_length=200, blank=True)
    host_address = models.TextField(_("adresse de l’hébergeur"), blank=True)
    host_phone = models.CharField(
        _("téléphone de l’hébergeur"), max_length=40, blank=True, validators=[validate_phone]
    )
    dpo_contact = models.TextField(
        _("délégué à la protection des données"),
        blank=True,
        help_text=_("Nom ou service, adresse postale et adresse électronique."),
    )
    hashtag = models.CharField(
        _("mot-dièse"),
        max_length=40,
        blank=True,
        validators=[validate_hashtag],
        help_text=_("Sans le signe #. Proposé au partage des articles qui n’en ont pas."),
    )

    legal_page = _footer_page(_("mentions légales"))
    privacy_page = _footer_page(_("données personnelles"))
    cookies_page = _footer_page(_("gestion des cookies"))
    accessibility_page = _footer_page(_("déclaration d’accessibilité"))
    sitemap_page = _footer_page(_("plan du site"))
    contact_page = _footer_page(_("contact"))

    REQUIRED = (
        "publisher_name",
        "publisher_address",
        "publisher_phone",
        "publication_director",
        "host_name",
        "host_address",
        "host_phone",
        "dpo_contact",
    )
    DETAILS = {
        "publisher": (
            "publisher_name",
            "publisher_address",
            "publisher_phone",
            "publication_director",
        ),
        "host": ("host_name", "host_address", "host_phone"),
        "dpo": ("dpo_contact",),
    }

    # One query brings the settings and every page the footer names.
    select_related = [
        "legal_page",
        "privacy_page",
        "cookies_page",
        f"accessibility_page__{settings.ACCESSIBILITY_STATEMENT.split('.')[1].lower()}",
        "sitemap_page",
        "contact_page",
    ]

    panels = [
        HelpPanel(
            content=_(
                "Ces informations paraissent dans les mentions légales, la page « données "
                "personnelles » et le pied de page. Un champ vide s’affiche « à compléter »."
            )
        ),
        MultiFieldPanel([FieldPanel(name) for name in DETAILS["publisher"]], _("Éditeur")),
        MultiFieldPanel([FieldPanel(name) for name in DETAILS["host"]], _("Hébergeur")),
        MultiFieldPanel([FieldPanel("dpo_contact")], _("Données personnelles")),
        MultiFieldPanel([FieldPanel("hashtag")], _("Réseaux sociaux")),
        MultiFieldPanel(
            [
                PageChooserPanel("sitemap_page"),
                PageChooserPanel("accessibility_page", settings.ACCESSIBILITY_STATEMENT),
                PageChooserPanel("legal_page"),
                PageChooserPanel("privacy_page"),
                PageChooserPanel("cookies_page"),
                PageChooserPanel("contact_page"),
            ],
            _("Pages du pied de page"),
        ),
    ]

    class Meta:
        verbose_name = _("éditeur et pied de page")

    def missing(self) -> list[str]:
        """Return the labels of the required facts that nobody has filled in yet."""
        return [self._label(name) for name in self.REQUIRED if not getattr(self, name).strip()]

    def details(self, kind: str) -> list[tuple[str, str]]:
        """Return (label, value) pairs of one group: "publisher", "host" or "dpo"."""
        return [(self._label(name), getattr(self, name).strip()) for name in self.DETAILS[kind]]

    def _label(self, name):
        return self._meta.get_field(name).verbose_name
