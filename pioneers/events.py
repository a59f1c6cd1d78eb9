"""The calls as events of a calendar: what counts is the deadline."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pioneers.models import CallPage
from site_cms.public.calendars import CalendarKind, Event, register_calendar


def deadline(call) -> Event:
    """Return the last instant at which one can answer; a call without one is no event."""
    return Event(
        page=call,
        name=_("Date limite\u00a0: %(title)s") % {"title": call.title},
        starts=call.closes_at,
        ends=None,
        text="\n\n".join(filter(None, (call.get_kind_display(), call.summary))),
        category=_("Appels"),
    )


def _deadlines(root):
    pages = CallPage.objects.published().filter(locale=root.locale).descendant_of(root)
    return pages.filter(closes_at__isnull=False).order_by("-closes_at", "-pk")


CALLS = register_calendar(
    CalendarKind(
        key="calls",
        path=gettext_lazy("appels.ics"),
        name=gettext_lazy("French Impact\u00a0: appels"),
        label=gettext_lazy("Dates limites des appels"),
        find=_deadlines,
        describe=deadline,
    ),
    rank=20,
)
