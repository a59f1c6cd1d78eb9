"""What may be the address of a page: not what the site answers itself, and no ligature in it."""

import re
from functools import cache

from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import LocalePrefixPattern, get_resolver
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.coreutils import find_available_slug
from wagtail.models import Page

from site_cms.words.letters import slug_from

# The home page of a language: what is below it has nothing before it in its address.
_HOME_DEPTH = 2
_LITERAL = re.compile(r"\^?([\w.-]+)")


def fill_in_slug(page: Page):
    """Give a page without one the address that its title makes, if no other page has it."""
    if page.slug or not (slug := slug_from(page.title)):
        return
    # In the form of a new page it has no place yet; it is asked again when it gets one.
    page.slug = find_available_slug(page.get_parent(), slug, page.pk) if page.path else slug


def refuse_reserved_slug(slug: str, parent: Page | None):
    """Refuse an address that would never lead to the page: the site answers it with its own."""
    if parent is None or parent.depth != _HOME_DEPTH:
        return
    with translation.override(parent.locale.language_code):
        taken = _first_parts(translation.get_language())
    if slug in taken:
        message = _(
            "Le site se sert lui-même de l’adresse « /%(slug)s/ » : choisissez-en une autre."
        )
        raise ValidationError({"slug": message % {"slug": slug}})


@cache
def _first_parts(language) -> frozenset[str]:
    """Return the first part of each address that the site answers by itself, in a language."""
    patterns = get_resolver().url_patterns
    own = {_first_part(pattern) for pattern in patterns}
    for pattern in patterns:
        if isinstance(pattern.pattern, LocalePrefixPattern):
            own |= {_first_part(inner) for inner in _without_prefix(pattern.url_patterns)}
    folders = {settings.STATIC_URL, settings.MEDIA_URL}
    own |= {folder.strip("/").partition("/")[0] for folder in folders}
    # To the language without a prefix, those of the others are addresses like any.
    own |= {code for code, name in settings.LANGUAGES}
    return frozenset(own - {""})


def _without_prefix(patterns):
    """The patterns themselves, and those that are only grouped, below nothing."""
    for pattern in patterns:
        if str(pattern.pattern) == "" and hasattr(pattern, "url_patterns"):
            yield from _without_prefix(pattern.url_patterns)
        else:
            yield pattern


def _first_part(pattern) -> str:
    """Return "donnees" of both "donnees/<slug>/" and "^donnees/(?P<slug>…", "" of the pages'."""
    found = _LITERAL.match(str(pattern.pattern))
    return found[1] if found else ""
