"""What log lines have in common: the request they belong to, and that an outage is told once.

Loaded with the settings: nothing here may ask for a model.
"""

import logging
import re
import time
from contextvars import ContextVar
from uuid import uuid4

from site_cms.database.troubles import says_away

request_id: ContextVar[str] = ContextVar("request_id", default="")
QUIET = 60.0  # seconds
_GIVEN = re.compile(r"[A-Za-z0-9._-]{8,64}")


def id_for(given: str) -> str:
    """Return the name a proxy has given the request, or a new one."""
    return given if _GIVEN.fullmatch(given) else uuid4().hex


class WithRequestId(logging.Filter):
    def filter(self, record):
        if name := request_id.get():
            record.request_id = name
        return True


class OneLineForAnOutage(logging.Filter):
    """Let one line a minute say that the database is away, without where each request was."""

    def __init__(self, name=""):
        super().__init__(name)
        self._told_at: dict[str, float] = {}

    def filter(self, record):
        error = record.exc_info[1] if record.exc_info else None
        if not says_away(error):
            return True
        now = time.monotonic()
        if now - self._told_at.get(record.name, -QUIET) < QUIET:
            return False
        self._told_at[record.name] = now
        record.msg = f"{record.msg} (%s)"
        record.args = (*(record.args or ()), type(error).__name__)
        record.exc_info = record.exc_text = None
        return True
