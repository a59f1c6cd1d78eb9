"""Putting off the deadline of a call: one act, after which all that says the deadline follows.

The page is published with the new deadline, whatever waits in its draft; the draft gets it too. So
do its versions in other languages, but for the words of the reason.
"""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets import AdminDateInput
from wagtail.log_actions import log

from pioneers.call_status import format_instant
from pioneers.models import CallExtension, CallPage
from pioneers.models.extension import refuse_future
from site_cms.models.page_form import EndField, EndInput
from site_cms.validators import validate_date, validate_local_time

EXTEND = "pioneers.extend"


def may_extend(call, user) -> bool:
    permissions = call.permissions_for_user(user)
    is_ready = call.live and call.closes_at and not permissions.page_locked()
    return bool(is_ready and permissions.can_edit() and permissions.can_publish())


class ExtensionForm(forms.Form):
    # What the screen said: whoever else was faster has put it off already.
    known = forms.CharField(widget=forms.HiddenInput)
    closes_at = EndField(
        label=_("Nouvelle date limite"),
        widget=EndInput,
        help_text=_("Heure de Paris. Sans heure, jusqu’à la fin du jour."),
    )
    announced_on = forms.DateField(
        label=_("Annoncée le"), widget=AdminDateInput, validators=[validate_date]
    )
    reason = forms.CharField(label=_("Motif"), max_length=250, required=False)

    def __init__(self, call, **kwargs):
        super().__init__(**kwargs)
        self._call = call

    def clean_closes_at(self):
        moment = self.cleaned_data["closes_at"]
        if message := validate_local_time(moment):
            raise forms.ValidationError(message)
        if moment <= self._call.closes_at:
            text = gettext("La nouvelle date limite doit suivre l’ancienne, %(old)s.")
            raise forms.ValidationError(text % {"old": format_instant(self._call.closes_at)})
        if moment <= timezone.now():
            raise forms.ValidationError(gettext("La nouvelle date limite est déjà passée."))
        return moment

    def clean_announced_on(self):
        refuse_future(self.cleaned_data["announced_on"])
        return self.cleaned_data["announced_on"]

    def clean(self):
        if self.cleaned_data.get("known") != self._call.closes_at.isoformat():
            raise forms.ValidationError(
                gettext("Cet appel vient d’être prolongé\u00a0: relisez sa date limite.")
            )


class ExtendView(WagtailAdminTemplateMixin, FormView):
    template_name = "pioneers/admin/extend.html"
    page_title = _("Prolonger")
    header_icon = "time"
    form_class = ExtensionForm

    @cached_property
    def call(self):
        # Who comes second reads what the first has written.
        rows = CallPage.objects.select_for_update(of=("self",), no_key=True)
        return get_object_or_404(rows, pk=self.kwargs["page_id"])

    def dispatch(self, request, *args, **kwargs):
        if not may_extend(self.call, request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self):
        return self.call.get_admin_display_title()

    def get_breadcrumbs_items(self):
        here = {"url": "", "label": self.page_title, "sublabel": self.get_page_subtitle()}
        return [*super().get_breadcrumbs_items(), here]

    def get_initial(self):
        known = self.call.closes_at.isoformat()
        return {"known": known, "announced_on": timezone.localdate()}

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "call": self.call}

    def get_context_data(self, **kwargs):
        old = format_instant(self.call.closes_at)
        return super().get_context_data(call=self.call, old=old, **kwargs)

    def form_valid(self, form):
        extend(self.call, form.cleaned_data, self.request.user)
        text = gettext("«\u00a0%(title)s\u00a0» est prolongé jusqu’au %(day)s.")
        day = format_instant(form.cleaned_data["closes_at"])
        title = self.call.get_admin_display_title()
        messages.success(self.request, text % {"title": title, "day": day})
        return HttpResponseRedirect(reverse("wagtailadmin_pages:edit", args=[self.call.pk]))


def extend(call, told, user):
    """Put off the deadline of a call as the form says, in all its languages."""
    old, new = call.closes_at, told["closes_at"]
    line = CallExtension(
        announced_on=told["announced_on"],
        previous_deadline=timezone.localtime(old).date(),
        reason=told["reason"],
    )
    change = f"{format_instant(old)} → {format_instant(new)}"
    _put_off(call, new, line, user)
    log(call, EXTEND, user=user, data={"changes": [change]})
    for twin in CallPage.objects.translation_of(call).filter(live=True, alias_of=None):
        own = CallExtension(
            announced_on=line.announced_on,
            previous_deadline=line.previous_deadline,
            translation_key=line.translation_key,
        )
        _put_off(twin, new, own, user)
        log(twin, EXTEND, user=user, data={"changes": [change]})


def _put_off(call, moment, line, user):
    draft = call.get_latest_revision_as_object() if call.has_unpublished_changes else None
    _write(call, moment, line)
    call.save_revision(user=user, log_action=False).publish(user=user)
    if draft:
        [written] = CallExtension.objects.filter(call=call, translation_key=line.translation_key)
        _write(draft, moment, written)
        draft.save_revision(user=user, log_action=False)


def _write(call, moment, line):
    call.closes_at = moment
    line.locale_id = call.locale_id
    call.extensions.add(line)
