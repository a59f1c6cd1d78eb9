"""What readers looked for in vain, counted by day and by words; nothing of who looked.

Words that look like somebody's (an address, a number to call, a long sentence) are not kept. A
search never waits for this: each process writes once a second at most, all it has heard since, and
tries again later when the database is busy.
"""

from collections import Counter
from contextlib import contextmanager
from threading import Lock
from time import monotonic

from django.db import DatabaseError, connection, transaction
from django.db.models import F
from django.utils import timezone

from site_cms.models import SearchMiss
from site_cms.search.analysis import words
from site_cms.words.durations import kept_since

# Different words in one day, and those that wait to be written.
DAY_LIMIT = 500
WAITING_LIMIT = 200
INTERVAL = 1
WORD_LIMIT = 5
DIGIT_LIMIT = 4
LENGTH_LIMIT = 80
SQLITE_PATIENCE = 50  # milliseconds

_waiting = Counter()
_lock = Lock()
_written_at = float("-inf")


def note_miss(typed: str, language: str):
    """Count a search that found nothing."""
    global _written_at
    kept = impersonal(typed)
    if not kept:
        return
    with _lock:
        key = (timezone.localdate(), language, kept)
        if key in _waiting or len(_waiting) < WAITING_LIMIT:
            _waiting[key] += 1
        if monotonic() - _written_at < INTERVAL:
            return
        _written_at = monotonic()
        batch = Counter(_waiting)
        _waiting.clear()
    try:
        _write(batch)
    except DatabaseError:
        with _lock:
            _waiting.update(batch)


def impersonal(typed: str) -> str:
    """Return the words as they are counted, or "" for what might tell of somebody."""
    said = words(typed)
    digits = sum(char.isdigit() for char in typed)
    if "@" in typed or digits > DIGIT_LIMIT or len(said) > WORD_LIMIT:
        return ""
    kept = " ".join(said)
    return kept if len(kept) <= LENGTH_LIMIT else ""


def _write(batch):
    with _impatient(), transaction.atomic():
        today = timezone.localdate()
        room = DAY_LIMIT - SearchMiss.objects.filter(day=today).count()
        for (day, language, kept), count in batch.items():
            key = {"day": day, "language": language, "words": kept}
            if SearchMiss.objects.filter(**key).update(count=F("count") + count):
                continue
            if room > 0:
                SearchMiss.objects.create(**key, count=count)
                room -= 1


def forget_old():
    SearchMiss.objects.filter(day__lt=timezone.localdate(kept_since("searches"))).delete()


@contextmanager
def _impatient():
    """Give up at once where SQLite would wait for whoever is writing."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        patience = cursor.execute("PRAGMA busy_timeout").fetchone()[0]
        cursor.execute(f"PRAGMA busy_timeout = {SQLITE_PATIENCE:d}")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {patience:d}")
