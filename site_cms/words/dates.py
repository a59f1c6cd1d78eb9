"""Dates with a precision, and how each language writes them.

A period is two dates and a precision. "Mai–juin 2018" is 1 May to 30 June at MONTHS precision;
"2e trimestre 2019" is 1 April to 30 June at QUARTER precision.
"""

from calendar import monthrange
from datetime import date

from django.db.models import TextChoices
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from site_cms.words.french import reads_french

NBSP = "\u00a0"
# Outside this range a date overflows when it is turned into an instant in UTC.
MIN_DATE = date(1900, 1, 1)
MAX_DATE = date(2199, 12, 31)


class Precision(TextChoices):
    DAY = "day", _("au jour près")
    MONTH = "month", _("au mois près")
    MONTHS = "months", _("plusieurs mois")
    QUARTER = "quarter", _("au trimestre près")
    SEMESTER = "semester", _("au semestre près")
    YEAR = "year", _("à l’année près")


_PARTS = {Precision.QUARTER: ("Q", "trimestre"), Precision.SEMESTER: ("H", "semestre")}
_MONTHS_IN = {Precision.MONTH: 1, Precision.QUARTER: 3, Precision.SEMESTER: 6, Precision.YEAR: 12}


def first_day(start: date, precision: str) -> date:
    """Return the first day of the period that `start` falls in: the date lists sort by."""
    if precision == Precision.DAY:
        return start
    months = _MONTHS_IN.get(precision, 1)
    return date(start.year, (start.month - 1) // months * months + 1, 1)


def last_day(start: date, end: date | None, precision: str) -> date:
    """Return the last day the period covers."""
    if precision == Precision.DAY:
        return end or start
    reference = end or start
    months = _MONTHS_IN.get(precision, 1)
    month = (reference.month - 1) // months * months + months
    return date(reference.year, month, monthrange(reference.year, month)[1])


def place_in_time(start: date, end: date | None, precision: str, today: date | None = None) -> str:
    """Return "past", "now" or "next" for a period, by the calendar in Paris."""
    today = today or timezone.localdate()
    if last_day(start, end, precision) < today:
        return "past"
    return "next" if first_day(start, precision) > today else "now"


def format_period(start: date, end: date | None, precision: str) -> str:
    """Return the period as the active language writes it, without a capital."""
    french = reads_french()
    first = _format_point(start, precision, french)
    if not end or _format_point(end, precision, french) == first:
        return first
    return _format_range(start, end, precision, french)


def format_day(day: date) -> str:
    """Return "1er mars 2018" or "1 March 2018"."""
    return _format_point(day, Precision.DAY, reads_french())


def _format_point(day, precision, french):
    match precision:
        case Precision.DAY:
            return f"{_day_number(day, french)}{NBSP}{date_format(day, 'F Y')}"
        case Precision.MONTH | Precision.MONTHS:
            return date_format(day, "F Y")
        case Precision.QUARTER | Precision.SEMESTER:
            return _part_of_year(day, precision, french)
    return str(day.year)


def _format_range(start, end, precision, french):
    """Say the year (and for days the month) once when both ends share it."""
    if start.year != end.year or precision in (Precision.QUARTER, Precision.SEMESTER):
        points = (_format_point(day, precision, french) for day in (start, end))
        return " – ".join(points)
    if precision != Precision.DAY:
        return f"{date_format(start, 'F')}–{date_format(end, 'F')} {start.year}"
    first = _day_number(start, french)
    if start.month != end.month:
        first = f"{first}{NBSP}{date_format(start, 'F')}"
        return f"{first} – {_format_point(end, precision, french)}"
    return f"{first}–{_format_point(end, precision, french)}"


def _day_number(day, french):
    return "1er" if french and day.day == 1 else str(day.day)


def _part_of_year(day, precision, french):
    number = (day.month - 1) // _MONTHS_IN[precision] + 1
    letter, name = _PARTS[precision]
    if not french:
        return f"{letter}{number} {day.year}"
    return f"{'1er' if number == 1 else f'{number}e'} {name} {day.year}"
