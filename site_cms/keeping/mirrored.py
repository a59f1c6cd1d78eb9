"""The mirror as the rest of the site knows it: where it lies, how old it is, who is writing it.

What makes it is in site_cms/mirror/. `settings.MIRROR_DIR` holds whole copies, and `current`, which
leads to the last one.
"""

import json
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.utils import timezone

# In the environ of a request that is made for the mirror; no header of anybody's comes under it.
KEY = "site_cms.mirrored_at"
CURRENT, SITE, LEDGER, MADE = "current", "site", "ledger.sqlite3", "made.json"


def mirrored_at(request) -> datetime | None:
    """Return the date of the copy that an answer is for; None: it is for a reader."""
    return request.META.get(KEY) if request else None


def is_kept() -> bool:
    return bool(settings.MIRROR_DIR)


def current() -> Path:
    return Path(settings.MIRROR_DIR) / CURRENT


def last_mirror_at() -> datetime | None:
    """Return when all of the site was last copied; what was published since is in it, too."""
    if not is_kept():
        return None
    try:
        return datetime.fromisoformat(json.loads((current() / MADE).read_text())["whole_at"])
    except (OSError, ValueError, KeyError):
        return None


def is_late(last: datetime | None) -> bool:
    """Return whether there should be a newer one, where one is kept."""
    hours = settings.MIRROR_DUE_HOURS
    if not is_kept() or not hours:
        return False
    return last is None or (timezone.now() - last).total_seconds() > hours * 3600
