"""What templates ask of the territories: the tile map, and names of challenges."""

from django import template

from site_cms.public.routing import site_tree
from territories.blocks import CHALLENGE_KINDS
from territories.map import listing_map, region_map

register = template.Library()


@register.inclusion_tag("territories/components/map.html", takes_context=True, name="region_map")
def show_region_map(context):
    """The tile map and the same as a list."""
    tree = site_tree(context["request"])
    return {"map": region_map(tree.root.locale_id) if tree else None}


@register.inclusion_tag("territories/components/map.html", name="listing_map")
def show_listing_map(listing):
    """The same, of the territories that a list has found."""
    return {"map": listing_map(listing)}


@register.filter
def challenge_kind(kind: str) -> str:
    """Return the label of a challenge's kind."""
    return CHALLENGE_KINDS.get(kind, "")
