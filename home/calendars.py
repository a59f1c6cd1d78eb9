"""The calendars one subscribes to, and the single events one takes away."""

from itertools import chain

from django.db.models import Q
from django.http import Http404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from site_cms.public import calendars
from site_cms.public.calendars import calendar_kinds
from site_cms.public.routing import site_tree
from territories.regions import BY_CODE

# The latest events of each kind: a calendar is read whole, at every visit.
EVENT_LIMIT = 300


@require_safe
def calendar(request, kind=""):
    """Answer with one kind of dates or with all, of everywhere or of what a region has to know."""
    root = root_of(request)
    code = request.GET.get("region", "")
    if code and code not in BY_CODE:
        raise Http404
    among = [calendar_kinds()[kind]] if kind else calendar_kinds().values()
    events = chain.from_iterable(_events(one, root, code) for one in among)
    return calendars.response(calendars.write(_name(kind, code), events, request))


@require_safe
def single(request, key):
    """Answer with the event of one page, to be put into one's own calendar."""
    root = root_of(request)
    for kind in calendar_kinds().values():
        page = kind.find(root).filter(pk=int(key)).first()
        if page:
            page.locale = root.locale
            content = calendars.write(page.title, [kind.describe(page)], request)
            return calendars.response(content, filename=page.slug)
    raise Http404


def root_of(request):
    """The home page in the language of the address; without one there is nothing to follow."""
    tree = site_tree(request, [])
    if tree is None:
        raise Http404
    return tree.root


def _events(kind, root, code):
    """The latest events of one kind, oldest first."""
    pages = list(kind.find(root).filter(_concerns(code)).defer("body")[:EVENT_LIMIT])
    for page in reversed(pages):
        page.locale = root.locale
        yield kind.describe(page)


def _concerns(code) -> Q:
    """What a region has to know: its own dates, and those of the whole country."""
    return Q(region__code=code) | Q(region=None) if code else Q()


def _name(kind, code):
    name = str(calendar_kinds()[kind].name) if kind else _("French Impact\u00a0: calendrier")
    return f"{name} – {BY_CODE[code].label}" if code else name
