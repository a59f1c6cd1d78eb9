"""Images in sizes, each with its width and height."""

import logging

from django import template
from django.db.models import prefetch_related_objects
from django.utils.html import format_html, format_html_join
from wagtail.images.models import SourceImageIOError

logger = logging.getLogger(__name__)
register = template.Library()
# Each preset: its sizes from large to small, how wide it shows, the format any browser reads.
PICTURES = {
    "cover": (("fill-1200x500", "fill-640x267"), "(min-width: 78em) 1200px, 100vw", "jpeg"),
    "card": (("fill-640x360", "fill-320x180"), "(min-width: 48em) 384px, 100vw", "jpeg"),
    "inline": (("max-1200x1200", "max-640x1200"), "(min-width: 62em) 790px, 100vw", "jpeg"),
    "logo": (("max-160x120",), "160px", "png"),
}


@register.simple_tag
def picture(image, preset, alt="", loading="lazy", **attrs):
    """A <picture> in AVIF, WebP and a format any browser reads, with its size known in advance."""
    if not image:
        return ""
    sizes, shown, fallback = PICTURES[preset]
    formats = ("avif", "webp", fallback)
    specs = {(size, kind): f"{size}|format-{kind}" for kind in formats for size in sizes}
    try:
        renditions = image.get_renditions(*specs.values())
    except (SourceImageIOError, OSError) as error:
        # The file is gone: a page without its picture is better than no page.
        return _without(image, error)
    sets = {kind: [renditions[specs[size, kind]] for size in sizes] for kind in formats}
    sources = format_html_join(
        "",
        '<source type="image/{}" srcset="{}" sizes="{}">',
        ((kind, _srcset(sets[kind]), shown) for kind in ("avif", "webp")),
    )
    return format_html(
        "<picture>{}{}</picture>",
        sources,
        _img(sets[fallback], shown, alt=alt, loading=loading, **attrs),
    )


def _srcset(renditions):
    by_width = {rendition.width: rendition.url for rendition in renditions}
    return ", ".join(f"{url} {width}w" for width, url in by_width.items())


def _img(renditions, shown, alt, loading, **attrs):
    largest = renditions[0]
    eager = loading == "eager"
    pairs = {
        "src": largest.url,
        "srcset": _srcset(renditions),
        "sizes": shown,
        "width": largest.width,
        "height": largest.height,
        "alt": alt or "",
        "loading": "" if eager else loading,
        "fetchpriority": "high" if eager else "",
        "decoding": "async",
    } | attrs
    kept = ((name, value) for name, value in pairs.items() if value or name == "alt")
    return format_html("<img{}>", format_html_join("", ' {}="{}"', kept))


@register.simple_tag
def prefetch_renditions(items) -> str:
    """Fetch in one query the renditions of the images a template is about to show."""
    images = [item["image"] for item in items if item["image"]]
    if images:
        prefetch_related_objects(images, "renditions")
    return ""


@register.simple_tag
def picture_url(image, spec="width-1200|format-webp"):
    """The address of one rendition, for attributes that take no <picture>; "" without a file."""
    if not image:
        return ""
    try:
        return image.get_rendition(spec).url
    except (SourceImageIOError, OSError) as error:
        return _without(image, error)


def _without(image, error) -> str:
    logger.warning("Picture %s cannot be drawn: %s", image.pk, type(error).__name__)
    return ""
