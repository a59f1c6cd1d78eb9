"""Addresses of feeds and calendars, for the pages that offer them."""

from urllib.parse import urlencode, urlsplit

from django import template
from django.urls import reverse
from wagtail.models import Site

from site_cms.public.following import FEED_FORMS

WHOLE_TEXT = {"texte": "integral"}

register = template.Library()


@register.simple_tag
def feeds(filters="", whole=False):
    """(name, address, media type) of each form of a feed; `filters` is the list's query string."""
    query = "&".join(filter(None, (filters, urlencode(WHOLE_TEXT) if whole else "")))
    return [(f.name, _with(reverse(f.url_name), query), f.media_type) for f in FEED_FORMS]


@register.simple_tag(takes_context=True)
def calendar(context, name="calendar", region=""):
    """A calendar's plain address, and the one that programs subscribe to."""
    path = _with(reverse(name), urlencode({"region": region}) if region else "")
    site = Site.find_for_request(context["request"])
    host = urlsplit(site.root_url).netloc if site else context["request"].get_host()
    return {"url": path, "webcal": f"webcal://{host}{path}"}


def _with(path, query):
    return f"{path}?{query}" if query else path
