"""Dates, numbers and passages as they are read."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from site_cms.words.dates import format_day

register = template.Library()
register.filter("day", format_day)


@register.filter
def count_in_words(total: int) -> str:
    """« Aucun résultat », « 1 résultat », « 12 résultats »."""
    if not total:
        return _("Aucun résultat")
    return ngettext("%(total)d résultat", "%(total)d résultats", total) % {"total": total}


@register.filter
def with_marks(pieces):
    """A passage of a result, the words that were looked for marked."""
    marked = ((format_html("<mark>{}</mark>", text) if found else text,) for text, found in pieces)
    return format_html_join("", "{}", marked)
