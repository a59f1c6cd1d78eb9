"""What <title> says, so that no two screens of the site bear the same."""

from django import template
from django.utils.translation import gettext as _

register = template.Library()

SEPARATOR = " – "


@register.simple_tag(takes_context=True)
def head_title(context, title=""):
    """What a form answered, then the page's name or `title`."""
    page = context.get("page")
    name = title or getattr(page, "seo_title", "") or getattr(page, "title", "")
    return SEPARATOR.join(filter(None, [_answer(context, page), name]))


def _answer(context, page) -> str:
    """What became of a form that was sent: a reader who hears the page hears its title first."""
    if getattr(context.get("form"), "errors", None):
        return _("Erreur")
    return str(page.sent_label) if context.get("sent") else ""
