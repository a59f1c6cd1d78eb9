"""When public pages change by themselves: a deadline, the end of a page, midnight in Paris.

Each room registers where its moments are written down; between two of them, and as long as nobody
publishes, a page stays as it is.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.utils import timezone

Source = Callable[[datetime], datetime | None]

_SOURCES: list[Source] = []


def register_moments(source: Source) -> Source:
    """Register what returns the first moment after a given one, or None."""
    _SOURCES.append(source)
    return source


@register_moments
def midnight(after: datetime) -> datetime:
    """Pages say "today", and count days: by the clock in Paris, whatever the hours of that day."""
    tomorrow = timezone.localtime(after).date() + timedelta(days=1)
    return timezone.make_aware(datetime.combine(tomorrow, datetime.min.time()))


def next_moment(after: datetime) -> datetime:
    return min(filter(None, (source(after) for source in _SOURCES)))


def first_after(queryset, field: str, after: datetime) -> datetime | None:
    """Return the first value of a field of dates with hours after `after`."""
    later = queryset.filter(**{f"{field}__gt": after}).order_by(field)
    return later.values_list(field, flat=True).first()
