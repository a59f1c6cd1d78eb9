"""What people type into a public form, and how it is told to those who answer."""

import re
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from django import forms
from django.conf import settings
from django.utils import translation
from django.utils.formats import date_format, localize
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from site_cms.words.french import is_french

NUMBER = "number"
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(,\d{3})+")
# In the words of the form: the browser's own checks, in its own language, are left out.
# Each names its question: a screen reader says the error alone.
REQUIRED = gettext_lazy("Remplissez «\u00a0%(label)s\u00a0».")
NOT_CHOSEN = gettext_lazy("Choisissez une réponse à «\u00a0%(label)s\u00a0».")
NOT_TICKED = gettext_lazy("Cochez «\u00a0%(label)s\u00a0».")
MALFORMED = {
    forms.EmailField: gettext_lazy(
        "«\u00a0%(label)s\u00a0»\u00a0: écrivez une adresse complète, par exemple "
        "prenom.nom@exemple.fr."
    ),
    forms.URLField: gettext_lazy(
        "«\u00a0%(label)s\u00a0»\u00a0: écrivez une adresse de site complète, par exemple "
        "https://www.exemple.fr."
    ),
    forms.DecimalField: gettext_lazy(
        "«\u00a0%(label)s\u00a0»\u00a0: écrivez un nombre, en chiffres."
    ),
}


class NumberField(forms.DecimalField):
    """A number as people write it: "12,5", "1 250,75", in English "1,250.75" too.

    A browser's own field for numbers would send nothing for what it does not understand.
    """

    widget = forms.TextInput(attrs={"inputmode": "decimal"})

    def to_python(self, value):
        return super().to_python(_plain(value) if isinstance(value, str) else value)


def _plain(text: str) -> str:
    """Return a number without spaces, with a point before its decimals."""
    text = "".join(text.split())
    if "," in text and "." in text:
        # The sign that comes last is the decimal one.
        groups = min(",.", key=text.rindex)
        text = text.replace(groups, "")
    elif "," in text and not is_french(get_language()) and _THOUSANDS.fullmatch(text):
        text = text.replace(",", "")
    return text.replace(",", ".")


def told_to_staff(value) -> str:
    """Return an answer as told by mail: an English form, too, is read by the staff."""
    with translation.override(settings.LANGUAGE_CODE):
        return in_words(value)


def in_words(value, kind="") -> str:
    """Return an answer as people say it in the language of whoever reads it."""
    if isinstance(value, list):
        return ", ".join(in_words(item) for item in value)
    if kind == NUMBER:
        value = as_number(value)
    if isinstance(value, bool):
        return _("Oui") if value else _("Non")
    if isinstance(value, datetime | date):
        is_moment = isinstance(value, datetime)
        return date_format(value, "SHORT_DATETIME_FORMAT" if is_moment else "SHORT_DATE_FORMAT")
    return "" if value is None else str(localize(value))


def as_number(value):
    """Return a stored number as one; what stands there from another kind of question as it is."""
    try:
        return Decimal(value)
    except (InvalidOperation, TypeError, ValueError):
        return value


def messages_for(field) -> dict:
    """What to tell whoever leaves the field empty or fills it in wrongly."""
    wrong = (text for kind, text in MALFORMED.items() if isinstance(field, kind))
    messages = {"required": _required(field), "invalid": next(wrong, "")}
    return {code: text % {"label": field.label} for code, text in messages.items() if text}


def _required(field):
    if isinstance(field, forms.BooleanField):
        return NOT_TICKED
    return NOT_CHOSEN if isinstance(field, forms.ChoiceField) else REQUIRED
