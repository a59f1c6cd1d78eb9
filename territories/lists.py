"""What lists of the admin show and keep by region, whatever room they are in."""

import django_filters
from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from territories.regions import REGION_CHOICES


class RegionFilter(django_filters.MultipleChoiceFilter):
    def __init__(self, label=""):
        super().__init__(
            label=label or _("Région"),
            field_name="region__code",
            choices=REGION_CHOICES,
            widget=CheckboxSelectMultiple,
        )


def _name(page) -> str:
    """The region's name, not its page's title, which is another team's to write."""
    return page.region.get_code_display() if page.region else ""


def region_column() -> Column:
    return Column("region", label=_("Région"), accessor=_name, sort_key="region__code")
