"""What the editor's form of every page makes sure of besides rights: addresses, ends of days."""

import re
from datetime import datetime, time

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import from_current_timezone
from wagtail.admin.widgets import AdminAutoHeightTextInput, AdminDateTimeInput

from .slugs import refuse_reserved_slug

LAST_MINUTE = time(23, 59)


class WrappedLine(AdminAutoHeightTextInput):
    """One line that is read whole, however narrow the screen."""

    def value_from_datadict(self, data, files, name):
        value = super().value_from_datadict(data, files, name)
        return re.sub(r"\s*[\r\n]+\s*", " ", value) if value else value


class EndInput(AdminDateTimeInput):
    """Wagtail's calendar, in which a day that is chosen without an hour is meant to its end."""

    def get_config(self):
        return {**super().get_config(), "defaultTime": f"{LAST_MINUTE:%H:%M}"}


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
                self.fields[name] = _to_the_end(self.fields[name])

    def clean(self):
        cleaned_data = super().clean()
        try:
            refuse_reserved_slug(cleaned_data.get("slug", ""), self.parent_page)
        except ValidationError as refusal:
            self.add_error(None, refusal)
        return cleaned_data


def _to_the_end(field):
    overlay = field.widget.js_overlay_parent_selector
    widget = EndInput(attrs=field.widget.attrs, js_overlay_parent_selector=overlay)
    return EndField(
        label=field.label, help_text=field.help_text, required=field.required, widget=widget
    )
