"""Calendars one subscribes to, as iCalendar writes them (RFC 5545 and 7986).

Each room says what its pages are as events; here is how they are written. The same pages give the
same bytes, so that a reader who comes back with an ETag is told that nothing has changed.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from operator import itemgetter

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import get_language
from icalendar import Calendar, Timezone, TimezoneDaylight, TimezoneStandard
from icalendar import Event as Component

from site_cms.public.following import printable, revised_at, stable_id
from site_cms.rooms import modules

CONTENT_TYPE = "text/calendar; charset=utf-8"
REFRESH = timedelta(hours=12)
PARIS = "Europe/Paris"


@dataclass(frozen=True)
class Event:
    """A page as an event: whole days, both included, or the instant at which something ends."""

    page: object
    name: str
    starts: date
    ends: date | None
    text: str
    category: str
    is_certain: bool = True


@dataclass(frozen=True)
class CalendarKind:
    """A calendar that a room brings: which pages stand in it, and what they are as events.

    `find` gives the pages below a home page, the latest first. `path` ends the calendar's address;
    `name` is what programs call it, `label` what readers do.
    """

    key: str
    path: str
    name: str
    label: str
    find: Callable
    describe: Callable[..., Event]

    @property
    def url_name(self) -> str:
        return f"calendar_{self.key}"


_REGISTERED: list[tuple[int, CalendarKind]] = []


def register_calendar(kind: CalendarKind, rank: int) -> CalendarKind:
    """Add a calendar; the lowest rank is offered first."""
    _REGISTERED.append((rank, kind))
    return kind


@cache
def calendar_kinds() -> dict[str, CalendarKind]:
    """Return the calendars of all rooms by their keys: each brings its own in its events.py."""
    modules("events")
    return {kind.key: kind for _rank, kind in sorted(_REGISTERED, key=itemgetter(0))}


def write(name: str, events: Iterable[Event], request) -> bytes:
    calendar = Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", f"-//French Impact//Calendrier//{(get_language() or 'fr').upper()}")
    calendar.add("NAME", name)
    calendar.add("X-WR-CALNAME", name)
    calendar.add("X-WR-TIMEZONE", PARIS)
    calendar.add("REFRESH-INTERVAL", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", "PT12H")
    components = [_component(event, request) for event in events]
    if any(isinstance(component.start, datetime) for component in components):
        calendar.add_component(_paris())
    for component in components:
        calendar.add_component(component)
    return calendar.to_ical()


def response(content: bytes, filename: str = "") -> HttpResponse:
    """Answer with a calendar to subscribe to, or under `filename` to be kept."""
    answer = HttpResponse(content, content_type=CONTENT_TYPE)
    if filename:
        answer.headers["Content-Disposition"] = f'attachment; filename="{filename}.ics"'
    return answer


def _component(event, request):
    page = event.page
    revised = revised_at(page)
    component = Component()
    component.add("UID", stable_id(page))
    # When the event was last written, not asked for: the same answer until the page changes.
    component.add("DTSTAMP", revised)
    component.add("LAST-MODIFIED", revised)
    component.add("SEQUENCE", _sequence(page))
    if page.first_published_at:
        component.add("CREATED", page.first_published_at)
    component.add("SUMMARY", printable(event.name))
    _add_dates(component, event)
    component.add("DESCRIPTION", printable(event.text))
    component.add("URL", page.get_full_url(request))
    component.add("CATEGORIES", [event.category])
    component.add("STATUS", "CONFIRMED" if event.is_certain else "TENTATIVE")
    # Nobody's day is taken up by it.
    component.add("TRANSP", "TRANSPARENT")
    return component


def _add_dates(component, event):
    if isinstance(event.starts, datetime):
        starts = timezone.localtime(event.starts)
        component.add("DTSTART", starts)
        # Without an end, some programs show an hour, which may run into the next day.
        midnight = datetime.combine(starts + timedelta(days=1), time(), starts.tzinfo)
        component.add("DTEND", min(starts + timedelta(minutes=1), midnight))
        return
    component.add("DTSTART", event.starts)
    # The first day that is no longer part of it.
    component.add("DTEND", (event.ends or event.starts) + timedelta(days=1))


def _sequence(page) -> int:
    """Return a number that grows each time the page is published anew."""
    if not page.first_published_at:
        return 0
    first = page.first_published_at.replace(microsecond=0)
    return max(0, int((revised_at(page) - first).total_seconds()))


@cache
def _paris() -> Timezone:
    """The rule of the European Union since 1996, which needs no end."""
    paris = Timezone()
    paris.add("TZID", PARIS)
    for kind, name, begins, month, before, after in (
        (TimezoneDaylight, "CEST", date(1996, 3, 31), 3, 1, 2),
        (TimezoneStandard, "CET", date(1996, 10, 27), 10, 2, 1),
    ):
        part = kind()
        part.add("TZNAME", name)
        part.add("TZOFFSETFROM", timedelta(hours=before))
        part.add("TZOFFSETTO", timedelta(hours=after))
        # At one o’clock in UTC, by the clocks that are about to change.
        part.add("DTSTART", datetime.combine(begins, time(1 + before)))
        part.add("RRULE", {"FREQ": "YEARLY", "BYMONTH": month, "BYDAY": "-1SU"})
        paris.add_component(part)
    return paris
