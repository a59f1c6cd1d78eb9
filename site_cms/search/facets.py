"""What the facets of a search are called: the values on a shelf, and values that none has."""

from django.conf import settings
from django.utils.translation import get_language, get_language_info, gettext

from site_cms.models import SEARCH_KINDS, SearchShelf, Theme


def codes() -> list[str]:
    return [code for code, _name in settings.LANGUAGES]


def _themes(shelf):
    return [tuple(line.split("\t", 1)) for line in shelf.themes.split("\n") if line]


def _language_name(code):
    return get_language_info(code)["name_local"] if code in codes() else code


def _theme_name(slug):
    here = Theme.objects.filter(slug=slug, locale__language_code=get_language())
    return here.values_list("name", flat=True).first() or slug


def _region_name(code):
    shelves = SearchShelf.objects.filter(region=code).order_by("pk")
    return gettext(shelves.values_list("region_name", flat=True).first() or code)


# The (value, label) pairs of a shelf in each facet.
LABELS = {
    "type": lambda shelf: [(shelf.kind, SEARCH_KINDS.label_of(shelf.kind))],
    "theme": _themes,
    "region": lambda shelf: [(shelf.region, gettext(shelf.region_name))] if shelf.region else [],
    "langue": lambda shelf: [(shelf.language, _language_name(shelf.language))],
}
# What a chosen value is called that no result has; what is unknown, as it was asked for.
NAMES = {
    "type": SEARCH_KINDS.label_of,
    "theme": _theme_name,
    "region": _region_name,
    "langue": _language_name,
}
