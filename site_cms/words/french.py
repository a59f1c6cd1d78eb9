"""French: the language the site is written in first, from which the others are translated."""

from django.conf import settings
from django.db.models import Q
from django.utils.translation import get_language


def is_french(language: str) -> bool:
    """Whether a code names the first language: « fr »."""
    return language == settings.LANGUAGE_CODE


def in_french() -> Q:
    """The condition for pages and snippets in the first language."""
    return Q(locale__language_code=settings.LANGUAGE_CODE)


def reads_french() -> bool:
    """Whether what is being written is for a reader of French; so it is where nobody has chosen."""
    return is_french(get_language() or settings.LANGUAGE_CODE)
