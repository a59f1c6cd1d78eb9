"""What templates ask of pioneers and calls: how a call stands, which ones to show."""

from urllib.parse import urlsplit

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from pioneers.call_status import CallStatus, format_instant
from pioneers.models import CallIndexPage, CallPage, PioneerIndexPage, PioneerPage
from site_cms.public.routing import site_tree
from site_cms.publications.memo import remembered
from site_cms.words.dates import NBSP, format_day
from site_cms.words.sorting import BY_TITLE

SHOWN_PIONEERS = 6
SHOWN_CALLS = 3

register = template.Library()


@register.filter
def site_name(url: str) -> str:
    """Return the part of an address that people say: "article-1.eu"."""
    return (urlsplit(url).hostname or url).removeprefix("www.")


@register.filter
def gap_before(unit: str) -> str:
    """Return what stands between a number and its unit: "46 %" in French, "46%" in English."""
    english = (get_language() or "").startswith("en")
    return "" if unit.strip() == "%" and english else NBSP


@register.simple_tag
def paris_time(instant):
    """Return an instant in words, by the clock in Paris, as a <time> element."""
    local = timezone.localtime(instant)
    return format_html(
        '<time datetime="{}">{}</time>',
        local.isoformat(timespec="minutes"),
        format_instant(instant),
    )


@register.filter
def status_sentence(call) -> str:
    """Return what its status means for the reader: until when, since when."""
    match call.status:
        case CallStatus.UPCOMING:
            return _("Ouvre le %(when)s") % {"when": format_instant(call.opens_at)}
        case CallStatus.OPEN | CallStatus.CLOSING_SOON:
            return _("Ouvert jusqu’au %(when)s") % {"when": format_instant(call.closes_at)}
        case CallStatus.PERMANENT:
            day = format_day(timezone.localdate(call.opens_at))
            return _("Ouvert le %(day)s, sans date limite") % {"day": day}
        case CallStatus.CLOSED:
            day = format_day(timezone.localdate(call.closes_at))
            return _("Clos depuis le %(day)s") % {"day": day}
    if call.period:
        return _("Période annoncée\u00a0: %(period)s") % {"period": call.period}
    return _("Dates non communiquées")


@register.filter
def how_to_apply(call) -> str:
    """Return how one applies when the page has no form to show now."""
    match call.status:
        case CallStatus.CLOSED:
            return _("Cet appel est clos\u00a0: il n’est plus possible d’y répondre.")
        case CallStatus.ANNOUNCED:
            return _("Les dates de cet appel ne sont pas connues\u00a0: on ne peut pas y répondre.")
        case CallStatus.UPCOMING if call.channel == call.Channel.ONLINE:
            return _("Le formulaire de candidature paraîtra ici à l’ouverture de l’appel.")
        case CallStatus.UPCOMING:
            return _("Cet appel n’est pas encore ouvert.")
    if call.channel == call.Channel.OUTSIDE:
        return _("Les candidatures se déposent sur un autre site.")
    return _("Les candidatures ne se déposent pas sur ce site.")


@register.filter
def outside_link(call) -> str:
    """Return where one applies outside this site, while one can; "" otherwise."""
    return call.outside_url if call.is_answerable and call.channel == call.Channel.OUTSIDE else ""


@register.simple_tag(takes_context=True)
def calls_to_show(context):
    """Return {open, calls}: the calls one can answer today, or else the last one closed."""
    tree = site_tree(context["request"])
    if not tree:
        return {"open": False, "calls": []}
    calls = _first_calls(tree.root.locale_id)
    answerable = [call for call in calls if call.is_answerable]
    return {"open": bool(answerable), "calls": answerable or calls[:1]}


@remembered
def _first_calls(locale_id):
    return list(CallPage.objects.published().filter(locale_id=locale_id)[:SHOWN_CALLS])


@register.simple_tag(takes_context=True)
def pioneers_to_show(context, chosen):
    """The chosen pioneers that are public, in their order; the latest profiles if none is chosen.

    `chosen` is the block's list of pages.
    """
    tree = site_tree(context["request"])
    if not tree:
        return []
    return _pioneers(tree.root.locale_id, block_keys(chosen))


@register.filter
def block_keys(chosen) -> tuple:
    """Return the keys of the pages that a list block names; a preview of the block names none."""
    return tuple(page.pk for page in chosen if page)


@remembered
def _pioneers(locale_id, keys):
    pioneers = PioneerPage.objects.published()
    if keys:
        found = pioneers.in_bulk(keys)
        return [found[key] for key in keys if key in found]
    here = pioneers.filter(locale_id=locale_id)
    return list(here.order_by("-first_published_at", *BY_TITLE)[:SHOWN_PIONEERS])


@register.simple_tag(takes_context=True)
def pioneer_index(context):
    return _first_level(context, PioneerIndexPage)


@register.simple_tag(takes_context=True)
def call_index(context):
    return _first_level(context, CallIndexPage)


def _first_level(context, model):
    """A section of the site, from the tree, without a query."""
    tree = site_tree(context["request"])
    pages = tree.children if tree else []
    return next((page for page in pages if page.specific_class is model), None)
