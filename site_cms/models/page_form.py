"""What the editor's form of every page makes sure of besides rights: addresses, ends of days."""

import re
from datetime import datetime, time
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import from_current_timezone
from django.utils import timezone
from wagtail.admin.widgets import AdminAutoHeightTextInput, AdminDateTimeInput

from .slugs import refuse_reserved_slug

LAST_MINUTE = time(23, 59)
# The name of a form that makes a page: see admin/first_save.py.
FORM_NAME = "form_name"
# What the button of publishing sends when the day it is planned for does not matter any more.
NOW = "now"


class WrappedLine(AdminAutoHeightTextInput):
    """One line that is read whole, however narrow the screen."""

    def value_from_datadict(self, data, files, name):
        value = super().value_from_datadict(data, files, name)
        return re.sub(r"\s*[\r\n]+\s*", " ", value) if value else value


class EndInput(AdminDateTimeInput):
    """Wagtail's calendar, in which a day that is chosen without an hour is meant to its end."""

    def get_config(self):
        # What is typed without an hour is left as it is, for the field to read.
        own = {"defaultTime": f"{LAST_MINUTE:%H:%M}", "validateOnBlur": False}
        return {**super().get_config(), **own}


class EndField(forms.DateTimeField):
    """A moment at which something ends: a day without an hour is a whole day."""

    widget = EndInput

    def to_python(self, value):
        if isinstance(value, str) and (day := _day_alone(value)):
            return from_current_timezone(datetime.combine(day, LAST_MINUTE))
        return super().to_python(value)


def _day_alone(text):
    try:
        return forms.DateField(required=False).to_python(text.strip())
    except ValidationError:
        return None


class PageFormMixin:
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if title := self.fields.get("title"):
            title.widget = WrappedLine(attrs=title.widget.attrs)
        for name in self.instance.ends:
            if name in self.fields:
                self.fields[name] = to_the_end(self.fields[name])
        if not self.instance.pk:
            hidden = forms.CharField(widget=forms.HiddenInput, required=False, initial=uuid4)
            self.fields[FORM_NAME] = hidden

    def clean(self):
        cleaned_data = super().clean()
        if self.data.get("action-publish") == NOW and "go_live_at" in cleaned_data:
            cleaned_data["go_live_at"] = None
        self._follow_publication(cleaned_data)
        try:
            refuse_reserved_slug(cleaned_data.get("slug", ""), self.parent_page)
        except ValidationError as refusal:
            self.add_error(None, refusal)
        return cleaned_data

    def _follow_publication(self, cleaned_data):
        """Until a page is published its day is that of the publication, unless another is typed."""
        name = self.instance.published_day
        if name not in cleaned_data or self.instance.first_published_at:
            return
        planned = cleaned_data.get("go_live_at")
        if cleaned_data[name] in self._days_not_typed():
            cleaned_data[name] = timezone.localdate(planned) if planned else timezone.localdate()

    def _days_not_typed(self):
        """What stands there by itself: today, the day it was begun, the day it was planned for."""
        first = self.instance.pk and self.instance.revisions.order_by("created_at").first()
        moments = (first and first.created_at, self.initial.get("go_live_at"), timezone.now())
        return {timezone.localdate(moment) for moment in moments if moment}


def put_forward(page):
    """Make a page that is planned one to publish at once."""
    name, planned = page.published_day, page.go_live_at
    if name and planned and getattr(page, name) == timezone.localdate(planned):
        setattr(page, name, timezone.localdate())
    page.go_live_at = None


def to_the_end(field):
    """Return the field of a moment as one at which something ends."""
    overlay = field.widget.js_overlay_parent_selector
    widget = EndInput(attrs=field.widget.attrs, js_overlay_parent_selector=overlay)
    return EndField(
        label=field.label, help_text=field.help_text, required=field.required, widget=widget
    )
