"""Addresses as they are made from titles while somebody types: "cœur" gives "coeur"."""

from django.db import models
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.widgets.slug import SlugInput

LIGATURES = (("œ", "oe"), ("Œ", "OE"), ("æ", "ae"), ("Æ", "AE"))


def slug_input():
    """Wagtail's own field, told of the letters that it leaves out."""
    return SlugInput(formatters=list(LIGATURES))


register_form_field_override(models.SlugField, override=lambda field: {"widget": slug_input()})
