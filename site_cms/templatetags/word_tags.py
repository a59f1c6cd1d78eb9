"""Dates, numbers and passages as they are read."""

from django import template
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from site_cms.search.rows import MOST_HITS
from site_cms.words.dates import format_day

register = template.Library()
register.filter("day", format_day)


@register.filter
def count_in_words(total: int, is_cut: bool = False) -> str:
    """« Aucun résultat », « 1 résultat », « 12 résultats », « Plus de 10 000 résultats »."""
    if not total:
        return _("Aucun résultat")
    if is_cut:
        is_full = total >= MOST_HITS
        said = _("Plus de %(total)s résultats") if is_full else _("Au moins %(total)s résultats")
        return said % {"total": number_format(min(total, MOST_HITS), force_grouping=True)}
    return ngettext("%(total)d résultat", "%(total)d résultats", total) % {"total": total}


@register.filter
def with_marks(pieces):
    """A passage of a result, the words that were looked for marked."""
    if not pieces:
        return ""
    form = "".join("<mark>{}</mark>" if found else "{}" for _text, found in pieces)
    return format_html(form, *[text for text, _found in pieces])
