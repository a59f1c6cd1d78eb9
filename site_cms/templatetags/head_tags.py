"""What <title> says, so that no two screens of the site bear the same."""

from django import template
from django.utils.text import Truncator
from django.utils.translation import gettext as _

register = template.Library()

SEPARATOR = " – "
# Many filters make a long title, whose end nobody sees.
CHOSEN_LENGTH = 80


@register.simple_tag(takes_context=True)
def head_title(context, title=""):
    """What a form answered, the page's name or `title`, and what part of a list is shown."""
    page = context.get("page")
    parts = [_answer(context, page), *([title] if title else _name(page or context.get("screen")))]
    return SEPARATOR.join(filter(None, [*parts, *_part(context.get("listing"))]))


def _name(page) -> list[str]:
    """The title written for engines; or else the page's own, and what tells its namesakes apart."""
    written = getattr(page, "seo_title", "")
    return [written or str(getattr(page, "title", "")), "" if written else _detail(page)]


def _detail(page) -> str:
    return str(getattr(page, "title_detail", ""))


def _answer(context, page) -> str:
    """What became of a form that was sent: a reader who hears the page hears its title first."""
    if getattr(context.get("form"), "errors", None):
        return _("Erreur")
    return str(page.sent_label) if context.get("sent") else ""


def _part(listing) -> list[str]:
    if listing is None:
        return []
    number = listing.page.number
    chosen = Truncator(", ".join(listing.choices_in_words)).chars(CHOSEN_LENGTH)
    return [chosen, _("page %(number)s") % {"number": number} if number > 1 else ""]
