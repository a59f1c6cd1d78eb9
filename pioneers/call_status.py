"""Where a call stands: computed from its dates and the clock, here and nowhere else."""

from datetime import datetime, time, timedelta

from django.db.models import TextChoices
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from site_cms.words.dates import format_day

CLOSING_SOON = timedelta(days=7)


class CallStatus(TextChoices):
    ANNOUNCED = "announced", _("Annoncé")
    UPCOMING = "upcoming", _("À venir")
    OPEN = "open", _("Ouvert")
    PERMANENT = "permanent", pgettext_lazy("appel", "Permanent")
    CLOSING_SOON = "closing_soon", _("Clôture proche")
    CLOSED = "closed", _("Clos")


def call_status(
    opens_at: datetime | None, closes_at: datetime | None, now: datetime | None = None
) -> CallStatus:
    """Return the status at `now`. A deadline is the last instant at which one may still apply.

    Without any date a call is only announced; without a deadline it is permanent.
    """
    now = now or timezone.now()
    if not opens_at and not closes_at:
        return CallStatus.ANNOUNCED
    if opens_at and now < opens_at:
        return CallStatus.UPCOMING
    if not closes_at:
        return CallStatus.PERMANENT
    if now > closes_at:
        return CallStatus.CLOSED
    return CallStatus.CLOSING_SOON if closes_at - now <= CLOSING_SOON else CallStatus.OPEN


def format_instant(instant: datetime) -> str:
    """Return "lundi 26 février 2018 à 23 h 59", by the clock in Paris; midnight is left unsaid."""
    local = timezone.localtime(instant)
    day = f"{date_format(local, 'l')} {format_day(local.date())}"
    if local.time() == time.min:
        return day
    hour = _("%(hour)s\u00a0h\u00a0%(minute)s") % {
        "hour": local.hour,
        "minute": f"{local.minute:02}",
    }
    return _("%(day)s à %(hour)s") % {"day": day, "hour": hour}
