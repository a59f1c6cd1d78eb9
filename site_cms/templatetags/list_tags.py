"""Lists: cards, the filters chosen, the numbers of pages."""

from django import template
from django.db.models import prefetch_related_objects
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from site_cms.templatetags.shared_tags import shared_part
from site_cms.words.sorting import by_name

register = template.Library()
register.filter("by_name", by_name)


@register.inclusion_tag("components/cards.html", takes_context=True)
def cards(context, pages, level=3, images=3):
    """A grid of cards. Only the first `images` show a picture: the page has a weight to keep.

    A card is the same wherever it stands, and written once per publication.
    """
    pages = list(pages)
    shown = [page.image for page in pages[:images] if getattr(page, "image_id", None)]

    def card(page, with_image):
        if with_image and shown:
            # One query for the pictures of all, and none where the cards are known.
            prefetch_related_objects(shown, "renditions")
        said = {"request": context.get("request"), "level": level}
        return _card_template(context).render(
            context.new({**said, "page": page, "with_image": with_image})
        )

    def known(page, with_image):
        name = ("card", page._meta.label, page.pk, str(level), with_image)
        return shared_part(context, name, lambda: card(page, with_image))

    return {"cards": [known(page, rank < images) for rank, page in enumerate(pages)]}


def _card_template(context):
    return context.template.engine.get_template("components/card.html")


# There may be fifty on a page: a template would take ten times as long for each.
_BOX = (
    '<div><input type="checkbox" id="{name}-{number}" name="{name}" value="{value}"{checked}>'
    ' <label for="{name}-{number}">{label} ({count})</label></div>'
)


@register.simple_tag
def choice_box(name, number, choice):
    """One choice of a filter, with how many there are of it."""
    known = choice if isinstance(choice, dict) else vars(choice)
    said = {key: known[key] for key in ("value", "label", "count")}
    checked = mark_safe(" checked") if known["selected"] else ""
    return format_html(_BOX, name=name, number=number, checked=checked, **said)


@register.simple_tag
def without(listing, bound, value):
    """The address of a list less one of the values chosen."""
    return listing.address(but=(bound.filter.name, value))


@register.filter
def elided(found):
    """The page numbers to link to: the ends and those around the current one."""
    return found.paginator.get_elided_page_range(found.number, on_each_side=1, on_ends=1)
