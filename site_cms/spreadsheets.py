"""What may be written in a cell that a spreadsheet will open."""

from datetime import datetime

from django.utils import timezone

# What a spreadsheet would take for a formula.
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def harmless(value):
    """Return what the cell holds: no formula, and moments by the clock in Paris."""
    if isinstance(value, datetime):
        return timezone.localtime(value).strftime("%Y-%m-%d %H:%M:%S")
    is_formula = isinstance(value, str) and value.startswith(_FORMULA_SIGNS)
    return f"'{value}" if is_formula else value
