"""Calls for projects, and the page that lists them."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, IntegerField, Q, Value, When
from django.forms import Select
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.forms.models import FormSubmission
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from pioneers import structured_data
from pioneers.call_status import CLOSING_SOON, CallStatus, call_status
from site_cms.blocks import DocumentBlock, SourceBlock, StoryBlock
from site_cms.models import (
    SEARCH_KINDS,
    BasePage,
    BasePageManager,
    FormField,
    IndexPage,
    PublicFormPage,
    PublicPageQuerySet,
)
from site_cms.public.listing import Filter, Listing
from site_cms.publications.moments import first_after, register_moments
from site_cms.validators import validate_local_time
from site_cms.words.durations import kept_since
from site_cms.words.sorting import BY_TITLE
from territories.models import territory_picker

from .extension import ExtensionPanel

INSTANT = timedelta(microseconds=1)
STATUS_STYLES = {
    CallStatus.ANNOUNCED: "fr-badge--info fr-badge--no-icon",
    CallStatus.UPCOMING: "fr-badge--info fr-badge--no-icon",
    CallStatus.OPEN: "fr-badge--success fr-badge--no-icon",
    CallStatus.PERMANENT: "fr-badge--info fr-badge--no-icon",
    CallStatus.CLOSING_SOON: "fr-badge--warning fr-badge--no-icon",
    CallStatus.CLOSED: "",
}
SEARCH_KIND = SEARCH_KINDS.register("appel", _("Appels"), rank=30)


class CallQuerySet(PublicPageQuerySet):
    def published(self):
        """Return the calls the public may see: those one can answer first, then by deadline."""
        return (
            self.visible()
            .annotate(
                rank=Case(
                    When(self.answerable_at(timezone.now()), then=Value(0)),
                    default=Value(1),
                    output_field=IntegerField(),
                )
            )
            .select_related("image")
            .order_by("rank", models.F("closes_at").desc(nulls_last=True), *BY_TITLE)
        )

    def answerable(self):
        """Keep the calls one can answer now."""
        return self.filter(self.answerable_at(timezone.now()))

    @staticmethod
    def answerable_at(now) -> Q:
        """The database's word for CallPage.is_answerable."""
        begun = Q(opens_at__isnull=True) | Q(opens_at__lte=now)
        permanent = Q(opens_at__lte=now, closes_at__isnull=True)
        return (begun & Q(closes_at__gte=now)) | permanent


class CallIndexPage(IndexPage):
    parent_page_types = ["home.HomePage"]
    subpage_types = ["pioneers.CallPage"]

    class Meta:
        verbose_name = _("liste des appels")

    def listing(self, request):
        filters = [Filter("nature", _("Nature"), CallPage.Kind.choices, "kind")]
        calls = CallPage.objects.published().in_language(self.locale_id)
        return Listing(request, calls, filters, ("calls", self.locale_id))


class CallPage(PublicFormPage):
    class Kind(models.TextChoices):
        PROJECTS = "aap", _("Appel à projets")
        CANDIDATES = "aac", _("Appel à candidatures")
        INTEREST = "ami", _("Appel à manifestation d’intérêt")

    class Channel(models.TextChoices):
        NONE = "none", _("Pas de dépôt sur ce site")
        ONLINE = "online", _("Formulaire sur cette page")
        OUTSIDE = "outside", _("Lien vers un autre site")

    kind = models.CharField(_("nature"), max_length=3, choices=Kind, default=Kind.PROJECTS)
    opens_at = models.DateTimeField(
        _("ouverture"), null=True, blank=True, help_text=_("Heure de Paris.")
    )
    closes_at = models.DateTimeField(
        _("date limite"),
        null=True,
        blank=True,
        help_text=_(
            "Heure de Paris, comprise. La page reste en ligne après la date limite : seul son "
            "statut change."
        ),
    )
    period = models.CharField(
        _("période annoncée"),
        max_length=60,
        blank=True,
        help_text=_("Tant que les dates exactes ne sont pas connues : « mars 2018 »."),
    )
    region = models.ForeignKey(
        "territories.RegionPage",
        verbose_name=_("région"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Si l’appel est réservé à une région ; à laisser vide pour toute la France."),
    )
    who_may_apply = RichTextField(
        _("qui peut répondre"), blank=True, features=["bold", "italic", "ol", "ul", "link"]
    )
    body = StreamField(StoryBlock(), verbose_name=_("présentation"), blank=True)
    documents = StreamField(
        [("document", DocumentBlock())], verbose_name=_("documents"), blank=True, max_num=20
    )
    channel = models.CharField(
        _("dépôt des candidatures"), max_length=8, choices=Channel, default=Channel.NONE
    )
    outside_url = models.URLField(_("adresse du dépôt"), blank=True)
    results_text = RichTextField(
        _("résultats"),
        blank=True,
        features=["bold", "italic", "ol", "ul", "link"],
        help_text=_("Les lauréats s’ajoutent d’eux-mêmes depuis leur profil de pionnier."),
    )
    labelled_territories = ParentalManyToManyField(
        "territories.TerritoryPage",
        verbose_name=_("territoires labellisés à l’issue de l’appel"),
        blank=True,
        related_name="calls",
    )
    sources = StreamField([("source", SourceBlock())], verbose_name=_("sources"), blank=True)

    parent_page_types = ["pioneers.CallIndexPage"]
    subpage_types = []
    detail_relations = ("image", "region")
    search_kind = SEARCH_KIND
    told_by = (_("Qui suit le calendrier des appels."),)
    kept_as = "applications"
    sent_label = _("Candidature envoyée")
    ends = (*PublicFormPage.ends, "closes_at")
    objects = BasePageManager.from_queryset(CallQuerySet)()

    date_panels = [
        MultiFieldPanel(
            [
                FieldPanel("kind"),
                FieldRowPanel([FieldPanel("opens_at"), FieldPanel("closes_at")]),
                FieldPanel("period"),
            ],
            heading=_("Nature et dates"),
        ),
        ExtensionPanel("extensions", heading=_("Prolongations"), label=_("prolongation")),
    ]
    apply_panels = [
        MultiFieldPanel(
            [FieldPanel("channel"), FieldPanel("outside_url")], heading=_("Comment répondre")
        )
    ]
    result_panels = [
        MultiFieldPanel(
            [
                FieldPanel("results_text"),
                FieldPanel("labelled_territories", widget=territory_picker()),
            ],
            heading=_("Résultats"),
        )
    ]
    content_panels = [
        *PublicFormPage.content_panels,
        *date_panels,
        FieldPanel("region", widget=Select),
        FieldPanel("who_may_apply"),
        FieldPanel("body"),
        FieldPanel("documents"),
        *apply_panels,
        *PublicFormPage.form_panels,
        *result_panels,
        FieldPanel("sources"),
    ]
    search_fields = BasePage.search_fields + [
        index.SearchField("who_may_apply"),
        index.SearchField("body"),
        index.FilterField("kind"),
    ]
    api_fields = [
        *BasePage.api_fields,
        "kind",
        "status",
        "opens_at",
        "closes_at",
        "period",
        "who_may_apply",
        "body",
        "documents",
        "channel",
        "outside_url",
        "extensions",
        "results_text",
        "labelled_territories",
        "sources",
    ]

    class Meta:
        verbose_name = _("appel")
        verbose_name_plural = _("appels")

    def clean(self):
        super().clean()
        errors = {}
        for name in ("opens_at", "closes_at"):
            if message := validate_local_time(getattr(self, name)):
                errors[name] = message
        if self.opens_at and self.closes_at and self.closes_at <= self.opens_at:
            errors["closes_at"] = _(
                "La date limite doit suivre l’ouverture : corrigez l’une ou l’autre."
            )
        if self.channel == self.Channel.OUTSIDE and not self.outside_url:
            errors["outside_url"] = _("Indiquez l’adresse du site où se dépose la candidature.")
        if self.channel == self.Channel.ONLINE and not self.closes_at:
            errors["closes_at"] = _("Un dépôt en ligne a besoin d’une date limite.")
        if errors:
            raise ValidationError(errors)

    def structured_data(self, shown):
        return structured_data.call(self, shown)

    @property
    def status(self) -> CallStatus:
        return call_status(self.opens_at, self.closes_at)

    @property
    def is_answerable(self) -> bool:
        """Whether one can apply today, here or elsewhere."""
        return self.status in (CallStatus.OPEN, CallStatus.CLOSING_SOON, CallStatus.PERMANENT)

    @property
    def is_answered_elsewhere(self) -> bool:
        """Whether one can apply today, without this page saying where."""
        return self.is_answerable and self.channel == self.Channel.NONE

    @property
    def has_deadline_ahead(self) -> bool:
        return bool(self.closes_at) and self.closes_at > timezone.now()

    def has_online_form(self) -> bool:
        return self.channel == self.Channel.ONLINE

    @classmethod
    def outdated_answers(cls) -> models.QuerySet:
        """What a jury may need is kept from the closing on."""
        old = kept_since(cls.kept_as)
        answers = FormSubmission.objects.filter(submit_time__lt=old)
        open_since = cls.objects.filter(closes_at__gte=old).values("pk")
        return answers.filter(page__in=cls.objects.values("pk")).exclude(page__in=open_since)

    def closed_message(self) -> str:
        return _(
            "Cet appel n’est pas ouvert\u00a0: votre candidature n’a pas été envoyée. "
            "Copiez votre texte avant de quitter la page."
        )

    def accepts_submissions(self) -> bool:
        return self.channel == self.Channel.ONLINE and self.is_answerable

    @property
    def card_badges(self) -> list[tuple[str, str]]:
        return [(self.status.label, STATUS_STYLES[self.status])]

    @property
    def card_detail(self) -> str:
        return self.get_kind_display()

    @cached_property
    def laureates(self):
        """The pioneers who name this call as their way in: kept on their own pages only."""
        return list(self.public_related("pioneers", untranslated=True).prefetch_related(None))

    @cached_property
    def published_territories(self):
        return list(self.public_related("labelled_territories"))


class CallFormField(FormField):
    page = ParentalKey(CallPage, on_delete=models.CASCADE, related_name="form_fields")


@register_moments
def first_change_of_a_call(after):
    """A call opens, is about to close, and closes: a deadline is still part of it."""
    calls = CallPage.objects.live()
    soon = first_after(calls, "closes_at", after + CLOSING_SOON)
    # A database knows no instant just after a deadline; a process does.
    closing = first_after(calls, "closes_at", after - INSTANT)
    moments = (
        first_after(calls, "opens_at", after),
        soon and soon - CLOSING_SOON,
        closing and closing + INSTANT,
    )
    return min(filter(None, moments), default=None)
