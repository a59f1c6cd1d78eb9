"""Lists: cards, the filters chosen, the numbers of pages."""

from django import template
from django.db.models import prefetch_related_objects

from site_cms.words.sorting import by_name

register = template.Library()
register.filter("by_name", by_name)


@register.inclusion_tag("components/cards.html", takes_context=True)
def cards(context, pages, level=3, images=3):
    """A grid of cards. Only the first `images` show a picture: the page has a weight to keep."""
    pages = list(pages)
    shown = [page.image for page in pages[:images] if getattr(page, "image_id", None)]
    if shown:
        prefetch_related_objects(shown, "renditions")
    return {
        "request": context.get("request"),
        "level": level,
        "cards": [(page, rank < images) for rank, page in enumerate(pages)],
    }


@register.simple_tag
def without(listing, bound, value):
    """The address of a list less one of the values chosen."""
    return listing.address(but=(bound.filter.name, value))


@register.filter
def elided(found):
    """The page numbers to link to: the ends and those around the current one."""
    return found.paginator.get_elided_page_range(found.number, on_each_side=1, on_ends=1)
