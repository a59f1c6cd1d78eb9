"""The accessibility statement that the law asks for, computed from an audit."""

from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.template.defaultfilters import floatformat
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField

from site_cms.models import BasePage
from site_cms.translation.fields import same_everywhere
from site_cms.validators import validate_date
from site_cms.words.dates import format_day

AUDIT_VALID_YEARS = 3
PARTIAL_RATE = 50
FULL_RATE = 100
TEXT = ["bold", "italic", "ol", "ul", "link"]


class Compliance(models.TextChoices):
    FULL = "totalement conforme", _("totalement conforme")
    PARTIAL = "partiellement conforme", _("partiellement conforme")
    NONE = "non conforme", _("non conforme")


class AccessibilityStatementPage(BasePage):
    """The RGAA declaration, field by field, in the order its fixed format asks for.

    The state of compliance is never typed: it is computed from the audit, and without a valid
    audit it is "non conforme", as the law has it.
    """

    scope = models.CharField(
        _("périmètre"), max_length=250, help_text=_("Le site auquel s’applique la déclaration.")
    )
    commitment = RichTextField(_("engagement"), features=TEXT)
    multi_year_plan = RichTextField(_("schéma pluriannuel"), features=TEXT, blank=True)
    action_plan = RichTextField(_("plan d’actions de l’année"), features=TEXT, blank=True)
    audited_on = models.DateField(
        _("date de l’audit"),
        null=True,
        blank=True,
        validators=[validate_date],
        help_text=_("Un audit vaut trois ans. Sans audit, le site est « non conforme »."),
    )
    auditor = models.CharField(_("auditeur"), max_length=200, blank=True)
    rate = models.DecimalField(
        _("taux de conformité (%)"),
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
    )
    non_conformities = RichTextField(_("non-conformités"), features=TEXT, blank=True)
    derogations = RichTextField(
        _("dérogations pour charge disproportionnée"), features=TEXT, blank=True
    )
    exempt_content = RichTextField(
        _("contenus non soumis à l’obligation"), features=TEXT, blank=True
    )
    established_on = models.DateField(
        _("déclaration établie le"), default=timezone.localdate, validators=[validate_date]
    )
    technologies = models.TextField(_("technologies utilisées"), help_text=_("Une par ligne."))
    environment = models.TextField(
        _("environnement de test"), blank=True, help_text=_("Une combinaison par ligne.")
    )
    tools = models.TextField(_("outils d’évaluation"), blank=True, help_text=_("Un par ligne."))
    tested_pages = models.TextField(
        _("pages vérifiées"), blank=True, help_text=_("Une adresse par ligne.")
    )
    contact = RichTextField(_("retour d’information et contact"), features=TEXT)
    remedies = RichTextField(_("voies de recours"), features=TEXT)

    parent_page_types = ["home.HomePage"]
    subpage_types = []
    max_count_per_parent = 1
    override_translatable_fields = BasePage.override_translatable_fields + same_everywhere(
        "auditor"
    )

    audit_panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("audited_on"), FieldPanel("rate")]),
                FieldPanel("auditor"),
                FieldPanel("non_conformities"),
                FieldPanel("derogations"),
                FieldPanel("exempt_content"),
            ],
            heading=_("Résultats de l’audit"),
        )
    ]
    statement_panels = [
        MultiFieldPanel(
            [
                FieldPanel("established_on"),
                FieldPanel("technologies"),
                FieldPanel("environment"),
                FieldPanel("tools"),
                FieldPanel("tested_pages"),
            ],
            heading=_("Établissement de la déclaration"),
        )
    ]
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("scope"),
        FieldPanel("commitment"),
        FieldPanel("multi_year_plan"),
        FieldPanel("action_plan"),
        *audit_panels,
        *statement_panels,
        FieldPanel("contact"),
        FieldPanel("remedies"),
    ]
    api_fields = [
        *BasePage.api_fields,
        "scope",
        "commitment",
        "multi_year_plan",
        "action_plan",
        "audited_on",
        "auditor",
        "rate",
        "compliance",
        "non_conformities",
        "derogations",
        "exempt_content",
        "established_on",
        "technologies",
        "environment",
        "tools",
        "tested_pages",
        "contact",
        "remedies",
    ]

    class Meta:
        verbose_name = _("déclaration d’accessibilité")

    def clean(self):
        super().clean()
        if bool(self.audited_on) != (self.rate is not None):
            raise ValidationError(
                {"rate": _("Un audit a une date et un taux : remplissez les deux, ou aucun.")}
            )
        if self.audited_on and self.audited_on > timezone.localdate():
            raise ValidationError({"audited_on": _("Un audit ne peut pas être daté du futur.")})

    @property
    def has_valid_audit(self) -> bool:
        if not self.audited_on or self.rate is None:
            return False
        return timezone.localdate() < _years_after(self.audited_on, AUDIT_VALID_YEARS)

    @property
    def compliance(self) -> Compliance:
        """The state the footer and the declaration both print."""
        if not self.has_valid_audit or self.rate < PARTIAL_RATE:
            return Compliance.NONE
        return Compliance.FULL if self.rate == FULL_RATE else Compliance.PARTIAL

    @property
    def compliance_sentence(self) -> str:
        """The state of compliance, in the words of the RGAA's model declaration."""
        standard = _("le référentiel général d’amélioration de l’accessibilité (RGAA), version 4.1")
        if self.compliance == Compliance.FULL:
            return _("Ce site est totalement conforme avec %(standard)s.") % {"standard": standard}
        return _("Ce site est %(state)s avec %(standard)s, en raison %(reason)s.") % {
            "state": self.compliance.label,
            "standard": standard,
            "reason": self._reason(),
        }

    def _reason(self):
        if not self.has_valid_audit:
            return _("de l’absence d’audit de conformité en cours de validité")
        if self.derogations:
            return _("des non-conformités et des dérogations énumérées ci-dessous")
        return _("des non-conformités énumérées ci-dessous")

    @property
    def result_sentence(self) -> str:
        """What the audit found, or that there is none."""
        if not self.audited_on or self.rate is None:
            return _("Le site n’a pas encore été audité.")
        found = _(
            "L’audit de conformité réalisé le %(day)s par %(auditor)s révèle que %(rate)s\u00a0%% "
            "des critères du RGAA version 4.1 sont respectés."
        ) % {
            "day": format_day(self.audited_on),
            "auditor": self.auditor or _("l’éditeur du site"),
            "rate": floatformat(self.rate, -2),
        }
        expired = _("Cet audit a plus de trois ans\u00a0: il doit être refait.")
        return found if self.has_valid_audit else f"{found} {expired}"


def _years_after(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return date(day.year + years, 3, 1)
