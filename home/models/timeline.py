"""The calendar of the rollout, and its steps."""

from itertools import groupby

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, F, When
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from home import structured_data
from site_cms.blocks import StoryBlock
from site_cms.models import (
    SEARCH_KINDS,
    BasePage,
    BasePageManager,
    IndexPage,
    PublicPageQuerySet,
)
from site_cms.validators import validate_date
from site_cms.words.dates import Precision, first_day, format_period, last_day, place_in_time

TIMELINE_LIMIT = 100
EXCERPT_COUNT = 3
PLACES = {"past": _("Passé"), "now": _("En cours"), "next": _("À venir")}
STATUS_STYLES = {
    "planned": "fr-badge--info fr-badge--no-icon",
    "done": "fr-badge--success fr-badge--no-icon",
    "postponed": "fr-badge--warning fr-badge--no-icon",
}
SEARCH_KIND = SEARCH_KINDS.register("etape", pgettext_lazy("recherche", "Calendrier"), rank=50)


class MilestoneQuerySet(PublicPageQuerySet):
    def published(self):
        """Return the milestones the public may see, in the order of their true dates."""
        return self.visible().select_related("linked_page").order_by("sort_date", "sort_end", "pk")

    def excerpt(self):
        """Return the steps under way or ahead, then the latest past ones, in one query."""
        ahead = Case(When(sort_end__gte=timezone.localdate(), then=F("sort_date")))
        order = (F("ahead").asc(nulls_last=True), "-sort_date", "-pk")
        return self.published().annotate(ahead=ahead).order_by(*order)[:EXCERPT_COUNT]


class TimelinePage(IndexPage):
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.MilestonePage"]

    class Meta:
        verbose_name = _("calendrier du déploiement")

    def milestones(self):
        return MilestonePage.objects.published().child_of(self)[:TIMELINE_LIMIT]

    def years(self):
        """The milestones by year, as (year, [milestone, …]), oldest first."""
        by_year = groupby(self.milestones(), key=lambda milestone: milestone.sort_date.year)
        return [(year, list(milestones)) for year, milestones in by_year]


class MilestonePage(BasePage):
    class Status(models.TextChoices):
        PLANNED = "planned", _("Annoncé")
        DONE = "done", _("Réalisé")
        POSTPONED = "postponed", _("Reporté")

    start = models.DateField(
        _("date ou début"),
        validators=[validate_date],
        help_text=_("Si seul le mois est connu, choisissez n’importe quel jour de ce mois."),
    )
    end = models.DateField(
        _("fin"),
        null=True,
        blank=True,
        validators=[validate_date],
        help_text=_("Seulement si l’étape s’étend, par exemple de mai à juin."),
    )
    precision = models.CharField(
        _("précision"),
        max_length=8,
        choices=Precision,
        default=Precision.DAY,
        help_text=_("« plusieurs mois » donne « Mai–juin 2018 »."),
    )
    status = models.CharField(_("statut"), max_length=9, choices=Status, default=Status.PLANNED)
    body = StreamField(StoryBlock(), verbose_name=_("détail"), blank=True)
    linked_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page liée"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("L’article, l’appel ou le territoire qui en dit plus."),
    )
    region = models.ForeignKey(
        "territories.RegionPage",
        verbose_name=_("région"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Si l’étape ne concerne qu’une région ; à laisser vide pour toute la France."),
    )
    # The first and last day the period covers, kept on save: what lists sort by.
    sort_date = models.DateField(editable=False, db_index=True)
    sort_end = models.DateField(editable=False)

    parent_page_types = ["home.TimelinePage"]
    subpage_types = []
    detail_relations = ("image", "linked_page", "region")
    search_kind = SEARCH_KIND
    told_by = (_("Qui suit le calendrier du déploiement."),)
    objects = BasePageManager.from_queryset(MilestoneQuerySet)()

    date_panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("start"), FieldPanel("end")]),
                FieldRowPanel([FieldPanel("precision"), FieldPanel("status")]),
            ],
            heading=_("Quand"),
        )
    ]
    content_panels = [
        *BasePage.content_panels,
        *date_panels,
        FieldPanel("region"),
        FieldPanel("body"),
        FieldPanel("linked_page"),
    ]
    search_fields = BasePage.search_fields + [index.SearchField("body")]
    api_fields = [
        *BasePage.api_fields,
        "start",
        "end",
        "precision",
        "status",
        "body",
        "linked_page",
    ]

    class Meta:
        verbose_name = _("étape du calendrier")
        verbose_name_plural = _("étapes du calendrier")

    def clean(self):
        super().clean()
        if self.end and self.start and self.end < self.start:
            raise ValidationError(
                {"end": _("La fin précède le début : corrigez l’une ou l’autre date.")}
            )
        if self.precision == Precision.MONTHS and not self.end:
            raise ValidationError(
                {"end": _("Pour une étape sur plusieurs mois, indiquez un jour du dernier mois.")}
            )

    def save(self, *args, **kwargs):
        # Not in full_clean(): Wagtail saves drafts without it.
        self.sort_date = first_day(self.start, self.precision)
        self.sort_end = last_day(self.start, self.end, self.precision)
        super().save(*args, **kwargs)

    def structured_data(self, shown):
        return structured_data.milestone(self, shown)

    @property
    def period(self) -> str:
        """The date as the active language writes it: "18 janvier 2018", "mai–juin 2018"."""
        return format_period(self.start, self.end, self.precision)

    @property
    def title_detail(self) -> str:
        return self.card_detail

    @property
    def card_detail(self) -> str:
        return capfirst(self.period)

    @property
    def card_badges(self) -> list[tuple[str, str]]:
        return [(self.get_status_display(), STATUS_STYLES[self.status])]

    @property
    def place(self) -> str:
        """Where the step lies today: "past", "now" or "next"."""
        return place_in_time(self.start, self.end, self.precision)

    @property
    def place_label(self) -> str:
        return PLACES[self.place]

    @property
    def place_detail(self) -> str:
        """The period and where it lies, for the head of the step's own page."""
        return f"{capfirst(self.period)} · {self.place_label}"
