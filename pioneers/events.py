"""The calls as events of a calendar: what counts is the deadline."""

from django.utils.translation import gettext as _

from site_cms.public.calendars import Event


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
