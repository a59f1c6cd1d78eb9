"""How articles are filed, and found again."""

from django.db import models
from django.db.models import Value
from django.utils.translation import gettext_lazy as _

from site_cms.models import Theme
from site_cms.public.listing import Filter
from site_cms.publications.memo import remembered
from site_cms.words.sorting import by_label
from territories.regions import region_filter

from .section import Section

# The filters of the list that a feed can be asked for.
FILING_FILTERS = ("rubrique", "theme", "region")


@remembered
def filing_filters(locale_id: int) -> list[Filter]:
    """Return how articles are filed: the filters of the list, each of which one can follow."""
    section, theme, _region = FILING_FILTERS
    sections, themes = _choices(Section, locale_id), _choices(Theme, locale_id)
    choices = {section: [], theme: []}
    # In one query: the list of news asks enough others.
    for which, slug, name in sections.union(themes, all=True):
        choices[section if which == Section.__name__ else theme].append((slug, name))
    return [
        Filter(section, _("Rubrique"), by_label(choices[section]), "section__slug"),
        Filter(theme, _("Thème"), by_label(choices[theme]), "themes__slug"),
        region_filter(),
    ]


def _choices(model, locale_id):
    which = Value(model.__name__, models.CharField())
    found = model.objects.filter(locale_id=locale_id).order_by()
    return found.annotate(which=which).values_list("which", "slug", "name")
