"""How the deadlines of calls were put off."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.forms import BaseChildFormSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import Orderable, TranslatableMixin

from site_cms.validators import validate_date


def refuse_future(day):
    if day > timezone.localdate():
        raise ValidationError(_("Une prolongation s’annonce au plus tôt le jour même."))


class CallExtension(TranslatableMixin, Orderable):
    """One line of the deadline's history; `closes_at` always holds the current deadline.

    pioneers/extensions.py writes it in one act with the new deadline.
    """

    call = ParentalKey("pioneers.CallPage", on_delete=models.CASCADE, related_name="extensions")
    announced_on = models.DateField(_("annoncée le"), validators=[validate_date])
    previous_deadline = models.DateField(_("ancienne date limite"), validators=[validate_date])
    reason = models.CharField(_("motif"), max_length=250, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("announced_on"), FieldPanel("previous_deadline")]),
        FieldPanel("reason"),
    ]
    api_fields = ["announced_on", "previous_deadline", "reason"]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("prolongation")


class ExtensionFormSet(BaseChildFormSet):
    """The history as an editor corrects it: each deadline was put off once, and not tomorrow."""

    def clean(self):
        super().clean()
        put_off = set()
        for form in self.forms:
            told = getattr(form, "cleaned_data", {})
            if not told.get("DELETE"):
                self._check(form, told, put_off)

    def _check(self, form, told, put_off):
        day, deadline = told.get("announced_on"), told.get("previous_deadline")
        try:
            if day and "announced_on" in form.changed_data:
                refuse_future(day)
        except ValidationError as refusal:
            form.add_error("announced_on", refusal)
        if deadline in put_off:
            form.add_error("previous_deadline", _("Cette prolongation est déjà annoncée."))
        put_off.update(filter(None, [deadline]))


class ExtensionPanel(InlinePanel):
    def get_form_options(self):
        options = super().get_form_options()
        options["formsets"][self.relation_name]["formset"] = ExtensionFormSet
        return options
