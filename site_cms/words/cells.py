"""What may be written in a cell that a spreadsheet will open: no formula, and moments of Paris."""

import csv
import re
from datetime import datetime
from io import StringIO

from django.utils import timezone, translation

# What a spreadsheet would take for a formula, in the wide letters of Japan too; less than nothing
# is a number. Some begin to read after what cannot be seen.
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_UNSEEN = re.compile(r"^[\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+")
_NEGATIVE = re.compile(r"-\d+(\.\d+)?")
_STAMP = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?\+00:00")


def by_the_clock(moment: datetime) -> str:
    """Return a moment as the clock in Paris told it, which spreadsheets know for one."""
    return timezone.localtime(moment).strftime("%Y-%m-%d %H:%M:%S")


def harmless(value):
    """Return what the cell holds, in a form that no spreadsheet runs."""
    if not isinstance(value, str):
        return value
    runs = value.startswith(_FORMULA_SIGNS) or _UNSEEN.sub("", value).startswith(_FORMULA_SIGNS)
    return f"'{value}" if runs else value


def harmless_export(request, response):
    """Let no list exported by the admin run in a spreadsheet, Wagtail's own lists included.

    They hold what anybody may have typed: answers to forms, titles. In XLSX cells are said to be
    text already. Moments are told by the clock in Paris, as on the screen.
    """
    is_export = "export" in request.GET and response.streaming
    if is_export and response["Content-Type"].startswith("text/csv"):
        rows = _in_language_of(request.user, response.streaming_content)
        response.streaming_content = map(_harmless_row, rows)
    return response


def _in_language_of(user, rows):
    """Wagtail sends a row at a time, and writes it when it has long left the reader's language."""
    profile = getattr(user, "wagtail_userprofile", None)
    language = profile.get_preferred_language() if profile else translation.get_language()
    rows = iter(rows)
    while True:
        with translation.override(language):
            row = next(rows, None)
        if row is None:
            return
        yield row


def _harmless_row(row: bytes) -> bytes:
    cells = next(csv.reader(StringIO(row.decode(), newline="")), [])
    out = StringIO(newline="")
    csv.writer(out).writerow(map(_harmless_cell, cells))
    return out.getvalue().encode()


def _harmless_cell(cell: str) -> str:
    if _STAMP.fullmatch(cell):
        return by_the_clock(datetime.fromisoformat(cell))
    return cell if _NEGATIVE.fullmatch(cell) else harmless(cell)
