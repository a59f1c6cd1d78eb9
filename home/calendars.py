"""The calendars one subscribes to, and the single events one takes away."""

from itertools import chain

from django.db.models import Q
from django.http import Http404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from home.events import step
from home.models import MilestonePage
from pioneers.events import deadline
from pioneers.models import CallPage
from site_cms.public import calendars
from site_cms.public.routing import site_tree
from territories.regions import BY_CODE

# The latest events of each kind: a calendar is read whole, at every visit.
EVENT_LIMIT = 300


@require_safe
def calendar(request, kind="all"):
    """Answer with the steps, the deadlines or both: all of them, or what a region has to know."""
    root = root_of(request)
    code = request.GET.get("region", "")
    if code and code not in BY_CODE:
        raise Http404
    events = chain.from_iterable(_events(*source, root, code) for source in SOURCES[kind])
    return calendars.response(calendars.write(_name(kind, code), events, request))


@require_safe
def single(request, key):
    """Answer with the event of one page, to be put into one's own calendar."""
    root = root_of(request)
    for find, describe in (STEPS, DEADLINES):
        page = find(root).filter(pk=int(key)).first()
        if page:
            page.locale = root.locale
            content = calendars.write(page.title, [describe(page)], request)
            return calendars.response(content, filename=page.slug)
    raise Http404


def root_of(request):
    """The home page in the language of the address; without one there is nothing to follow."""
    tree = site_tree(request, [])
    if tree is None:
        raise Http404
    return tree.root


def _steps(root):
    pages = MilestonePage.objects.published().filter(locale=root.locale).descendant_of(root)
    return pages.order_by("-sort_date", "-pk")


def _deadlines(root):
    pages = CallPage.objects.published().filter(locale=root.locale).descendant_of(root)
    return pages.filter(closes_at__isnull=False).order_by("-closes_at", "-pk")


def _events(find, describe, root, code):
    """The latest events of one kind, oldest first."""
    pages = list(find(root).filter(_concerns(code)).defer("body")[:EVENT_LIMIT])
    for page in reversed(pages):
        page.locale = root.locale
        yield describe(page)


def _concerns(code) -> Q:
    """What a region has to know: its own dates, and those of the whole country."""
    return Q(region__code=code) | Q(region=None) if code else Q()


def _name(kind, code):
    names = {
        "all": _("French Impact\u00a0: calendrier"),
        "steps": _("French Impact\u00a0: étapes du déploiement"),
        "calls": _("French Impact\u00a0: appels"),
    }
    return f"{names[kind]} – {BY_CODE[code].label}" if code else names[kind]


# How each kind is found and told of, and which kinds each calendar holds.
STEPS = (_steps, step)
DEADLINES = (_deadlines, deadline)
SOURCES = {"steps": [STEPS], "calls": [DEADLINES], "all": [STEPS, DEADLINES]}
