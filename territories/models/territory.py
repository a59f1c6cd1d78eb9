"""The territories, and their partners."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.dispatch import receiver
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable
from wagtail.search import index
from wagtail.signals import post_page_move

from site_cms.blocks import SourceBlock, StoryBlock
from site_cms.models import BasePage, BasePageManager, PagePicker, PublicPageQuerySet
from site_cms.translation.fields import same_everywhere
from site_cms.validators import validate_date, validate_phone
from site_cms.words.dates import Precision, format_period
from site_cms.words.sorting import BY_TITLE
from territories.blocks import ChallengeBlock
from territories.regions import is_in_france

from .region import LISTED_LIMIT, SEARCH_KIND, RegionPage
from .seat import TerritoryForm, TownInput


class TerritoryQuerySet(PublicPageQuerySet):
    def published(self):
        """Return the territories the public may see, by name, with their region."""
        return self.visible().select_related("image", "region").order_by(*BY_TITLE)


class TerritoryPage(BasePage):
    class Status(models.TextChoices):
        PILOT = "pilot", _("Territoire pilote")
        LABELLED = "labelled", _("Territoire labellisé")

    # Kept equal to the parent page, so that lists and counts need no tree arithmetic.
    region = models.ForeignKey(
        RegionPage,
        verbose_name=_("région"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="territories",
    )
    status = models.CharField(_("statut"), max_length=10, choices=Status, default=Status.PILOT)
    status_date = models.DateField(
        _("depuis le"), null=True, blank=True, validators=[validate_date]
    )
    status_precision = models.CharField(
        _("précision de la date"),
        max_length=10,
        choices=[(p.value, p.label) for p in (Precision.DAY, Precision.MONTH, Precision.YEAR)],
        default=Precision.DAY,
    )
    seat = models.CharField(
        _("ville principale"), max_length=100, blank=True, help_text=_("Par exemple « Roubaix ».")
    )
    seat_code = models.CharField(
        _("code INSEE de la ville"),
        max_length=5,
        blank=True,
        validators=[
            RegexValidator(
                r"^(\d{5}|2[AB]\d{3})$",
                _("Cinq caractères, par exemple 59512. Ce n’est pas le code postal."),
            )
        ],
        help_text=_("« 59512 » pour Roubaix : ce n’est pas le code postal."),
    )
    latitude = models.DecimalField(
        _("latitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        help_text=_("De la ville principale, en degrés : « 50,69 » pour Roubaix."),
    )
    longitude = models.DecimalField(
        _("longitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        help_text=_("En degrés, négative à l’ouest de Greenwich : « 3,18 » pour Roubaix."),
    )
    lead_organisation = models.CharField(
        _("structure porteuse"),
        max_length=200,
        blank=True,
        help_text=_("L’organisation qui anime le territoire et répond de son label."),
    )
    challenges = StreamField(
        [("challenge", ChallengeBlock())], verbose_name=_("défis"), blank=True, max_num=6
    )
    body = StreamField(StoryBlock(), verbose_name=_("présentation"), blank=True)
    sources = StreamField([("source", SourceBlock())], verbose_name=_("sources"), blank=True)
    contact_name = models.CharField(_("équipe ou personne"), max_length=160, blank=True)
    contact_email = models.EmailField(_("adresse électronique"), blank=True)
    contact_phone = models.CharField(
        _("téléphone"), max_length=40, blank=True, validators=[validate_phone]
    )

    base_form_class = TerritoryForm
    parent_page_types = ["territories.RegionPage"]
    subpage_types = []
    detail_relations = ("image", "region")
    search_kind = SEARCH_KIND
    override_translatable_fields = BasePage.override_translatable_fields + same_everywhere(
        "contact_phone", "seat", "seat_code"
    )
    detail_is_written = True
    objects = BasePageManager.from_queryset(TerritoryQuerySet)()

    town_panel = FieldPanel(
        "seat",
        widget=TownInput,
        help_text=_("Choisissez une commune : son code et sa position suivent."),
    )
    status_panels = [
        MultiFieldPanel(
            [
                FieldPanel("status"),
                FieldRowPanel([FieldPanel("status_date"), FieldPanel("status_precision")]),
                FieldPanel("lead_organisation"),
            ],
            heading=_("Label"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([town_panel, FieldPanel("seat_code")]),
                FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
            ],
            heading=_("Ville principale"),
        ),
    ]
    partner_panels = [
        InlinePanel("partners", heading=_("Partenaires de l’écosystème"), label=_("partenaire"))
    ]
    content_panels = [
        *BasePage.content_panels,
        *status_panels,
        FieldPanel("challenges"),
        FieldPanel("body"),
        *partner_panels,
        *RegionPage.contact_panels,
        FieldPanel("sources"),
    ]
    search_fields = BasePage.search_fields + [
        index.SearchField("lead_organisation"),
        index.SearchField("seat"),
        index.SearchField("challenges"),
        index.SearchField("body"),
        index.RelatedFields("partners", [index.SearchField("name")]),
        index.FilterField("status"),
    ]
    api_fields = [
        *BasePage.api_fields,
        "region",
        "status",
        "status_date",
        "status_precision",
        "seat",
        "seat_code",
        "latitude",
        "longitude",
        "lead_organisation",
        "challenges",
        "body",
        "partners",
        "sources",
    ]

    class Meta:
        verbose_name = _("page de territoire")
        verbose_name_plural = _("pages de territoire")

    def clean(self):
        super().clean()
        if (self.latitude is None) != (self.longitude is None):
            raise ValidationError(
                {"longitude": _("Une position a deux nombres : remplissez les deux, ou aucun.")}
            )
        if self.latitude is not None and not is_in_france(self.latitude, self.longitude):
            raise ValidationError(
                {
                    "latitude": _(
                        "Cette position n’est pas en France : vérifiez l’ordre et le signe des "
                        "deux nombres."
                    )
                }
            )

    def save(self, *args, **kwargs):
        self.region_id = self.get_parent().pk
        super().save(*args, **kwargs)

    @property
    def status_period(self) -> str:
        """Return the date of the status as the active language writes it, or ""."""
        if not self.status_date:
            return ""
        return format_period(self.status_date, None, self.status_precision)

    @property
    def card_badges(self) -> list[tuple[str, str]]:
        style = "fr-badge--success" if self.status == self.Status.LABELLED else "fr-badge--info"
        return [(self.get_status_display(), f"{style} fr-badge--no-icon")]

    @property
    def title_detail(self) -> str:
        return self.get_status_display()

    @property
    def card_detail(self) -> str:
        return self.region.title if self.region else ""

    def published_articles(self):
        return self.public_related("articles")[:LISTED_LIMIT]

    def published_calls(self):
        return self.public_related("calls", untranslated=True)

    def partners_by_kind(self) -> list[tuple[str, list]]:
        """The partners as (label of the kind, partners), in the order the kinds are declared."""
        partners = list(self.partners.all())
        groups = [(kind.label, [p for p in partners if p.kind == kind]) for kind in Partner.Kind]
        return [(label, group) for label, group in groups if group]


@receiver(post_page_move, sender=TerritoryPage)
def follow_parent(instance, parent_page_after, **kwargs):
    """Moving a page saves its place in the tree only."""
    TerritoryPage.objects.filter(pk=instance.pk).update(region_id=parent_page_after.pk)


class Partner(Orderable):
    class Kind(models.TextChoices):
        AUTHORITY = "collectivite", _("Collectivité ou service public")
        BUSINESS = "entreprise", _("Entreprise")
        SOCIAL_ECONOMY = "ess", _("Acteur de l’économie sociale et solidaire")
        FUNDER = "financeur", _("Financeur")
        RESEARCH = "recherche", _("Recherche et formation")
        ASSOCIATION = "association", _("Association")

    territory = ParentalKey(TerritoryPage, on_delete=models.CASCADE, related_name="partners")
    name = models.CharField(_("nom"), max_length=160)
    kind = models.CharField(_("nature"), max_length=14, choices=Kind)
    url = models.URLField(pgettext_lazy("adresse", "site"), blank=True)

    panels = [FieldPanel("name"), FieldRowPanel([FieldPanel("kind"), FieldPanel("url")])]
    api_fields = ["name", "kind", "url"]

    class Meta(Orderable.Meta):
        verbose_name = _("partenaire")

    def __str__(self):
        return self.name


def territory_picker():
    """Return the widget of a field that names territories."""
    return PagePicker("territory_picker", _("Ajouter des territoires"))
