"""The profiles of the pioneers, and their directory."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.forms import CheckboxSelectMultiple, Select
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.images import get_image_model_string
from wagtail.search import index

from pioneers import structured_data
from pioneers.blocks import IndicatorBlock
from pioneers.map import pioneer_map
from site_cms.blocks import SourceBlock, StoryBlock
from site_cms.models import (
    SEARCH_KINDS,
    BasePage,
    BasePageManager,
    IndexPage,
    PublicPageQuerySet,
    Theme,
    WordPanel,
)
from site_cms.public.listing import MAP_VIEW, Directory, Filter
from site_cms.publications.memo import remembered
from site_cms.translation.fields import same_everywhere
from site_cms.words.sorting import BY_TITLE, by_label, by_name
from territories.regions import region_filter

# What a profile shows of a longer list.
LISTED_LIMIT = 6
SEARCH_KIND = SEARCH_KINDS.register("pionnier", _("Pionniers"), rank=20)


class PioneerQuerySet(PublicPageQuerySet):
    def published(self):
        """Return the pioneers the public may see, by name, loaded for cards."""
        return (
            self.visible()
            .select_related("logo", "region", "call")
            .prefetch_related("themes")
            .order_by(*BY_TITLE)
        )


@remembered
def theme_choices(locale_id) -> list[tuple[str, str]]:
    return list(Theme.objects.filter(locale_id=locale_id).values_list("slug", "name"))


class PioneerIndexPage(IndexPage):
    parent_page_types = ["home.HomePage"]
    subpage_types = ["pioneers.PioneerPage"]

    class Meta:
        verbose_name = _("annuaire des pionniers")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        listing = context["listing"]
        return (
            context | {"map": pioneer_map(listing)} if listing.view.value == MAP_VIEW else context
        )

    def listing(self, request):
        themes = theme_choices(self.locale_id)
        filters = [
            Filter("theme", _("Thème"), by_label(themes), "themes__slug"),
            region_filter(),
            Filter("entree", _("Entrée dans le programme"), PioneerPage.Entry.choices, "entry"),
        ]
        pioneers = PioneerPage.objects.published().in_language(self.locale_id)
        about = ("pioneers", self.locale_id)
        return Directory(request, pioneers, filters, about)


class PioneerPage(BasePage):
    class LegalForm(models.TextChoices):
        ASSOCIATION = "association", _("Association")
        SCIC = "scic", _("Société coopérative d’intérêt collectif (SCIC)")
        SCOP = "scop", _("Société coopérative et participative (Scop)")
        COOPERATIVE = "cooperative", _("Coopérative")
        COMPANY = "sas", _("Société commerciale")
        FOUNDATION = "fondation", _("Fondation")

    class Entry(models.TextChoices):
        LAUNCH = "launch", _("Présenté au lancement")
        LAUREATE = "laureate", _("Lauréat d’un appel")

    entry = models.CharField(
        _("entrée dans le programme"), max_length=8, choices=Entry, default=Entry.LAUREATE
    )
    call = models.ForeignKey(
        "pioneers.CallPage",
        verbose_name=_("appel remporté"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="pioneers",
        help_text=_("Obligatoire pour un lauréat ; à laisser vide sinon."),
    )
    legal_form = models.CharField(
        _("forme juridique"), max_length=12, choices=LegalForm, blank=True
    )
    founded = models.PositiveSmallIntegerField(
        _("année de création"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1800), MaxValueValidator(2100)],
    )
    headquarters = models.CharField(_("ville du siège"), max_length=100, blank=True)
    region = models.ForeignKey(
        "territories.RegionPage",
        verbose_name=_("région du siège"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="pioneers",
    )
    action_regions = ParentalManyToManyField(
        "territories.RegionPage",
        verbose_name=_("régions d’action"),
        blank=True,
        related_name="active_pioneers",
    )
    themes = ParentalManyToManyField(
        Theme, verbose_name=_("thèmes"), blank=True, related_name="pioneers"
    )
    logo = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Affiché dans l’annuaire et sur le profil, sans être recadré."),
    )
    website = models.URLField(pgettext_lazy("adresse", "site"), blank=True)
    indicators = StreamField(
        [("indicator", IndicatorBlock())], verbose_name=_("indicateurs d’impact"), blank=True
    )
    body = StreamField(StoryBlock(), verbose_name=_("histoire"), blank=True)
    sources = StreamField([("source", SourceBlock())], verbose_name=_("sources"), blank=True)

    parent_page_types = ["pioneers.PioneerIndexPage"]
    subpage_types = []
    override_translatable_fields = BasePage.override_translatable_fields + same_everywhere(
        "headquarters"
    )
    detail_relations = ("image", "logo", "region", "call")
    search_kind = SEARCH_KIND
    detail_is_written = True
    objects = BasePageManager.from_queryset(PioneerQuerySet)()

    entry_panels = [
        MultiFieldPanel(
            [FieldPanel("entry"), FieldPanel("call", widget=Select)],
            heading=_("Entrée dans le programme"),
        )
    ]
    organisation_panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("legal_form"), FieldPanel("founded")]),
                FieldRowPanel([FieldPanel("headquarters"), FieldPanel("region", widget=Select)]),
                FieldPanel("action_regions", widget=CheckboxSelectMultiple),
                WordPanel("themes", widget=CheckboxSelectMultiple),
                FieldRowPanel([FieldPanel("logo"), FieldPanel("website")]),
            ],
            heading=_("L’organisation"),
        )
    ]
    content_panels = [
        *BasePage.content_panels,
        *entry_panels,
        *organisation_panels,
        FieldPanel("indicators"),
        FieldPanel("body"),
        FieldPanel("sources"),
    ]
    search_fields = BasePage.search_fields + [
        index.SearchField("headquarters"),
        index.SearchField("body"),
        index.FilterField("entry"),
    ]
    api_fields = [
        *BasePage.api_fields,
        "entry",
        "call",
        "legal_form",
        "founded",
        "headquarters",
        "region",
        "action_regions",
        "themes",
        "logo",
        "website",
        "indicators",
        "body",
        "sources",
    ]

    class Meta:
        verbose_name = _("profil de pionnier")
        verbose_name_plural = _("profils de pionnier")

    def clean(self):
        super().clean()
        if self.entry == self.Entry.LAUREATE and not self.call_id:
            raise ValidationError(
                {
                    "call": _(
                        "Un lauréat l’est d’un appel : choisissez lequel, ou indiquez que ce "
                        "pionnier a été présenté au lancement."
                    )
                }
            )
        if self.entry == self.Entry.LAUNCH and self.call_id:
            raise ValidationError(
                {"call": _("Seul un lauréat a remporté un appel : videz ce champ.")}
            )

    def structured_data(self, shown):
        return structured_data.pioneer(self, shown)

    @property
    def public_themes(self):
        return self.themes.all()

    @property
    def card_badges(self) -> list[tuple[str, str]]:
        style = "fr-badge--green-menthe" if self.entry == self.Entry.LAUREATE else ""
        return [(self.get_entry_display(), style)]

    @property
    def card_detail(self) -> str:
        return " · ".join(theme.name for theme in by_name(self.themes.all()))

    def published_action_regions(self):
        return self.public_related("action_regions")

    def published_articles(self):
        return self.public_related("articles")[:LISTED_LIMIT]
