"""The counter of publications: how a process knows that what the public reads has changed.

Whatever changes a public page adds a row, in the transaction of the change. Rows, not one number
that is raised: a row that two transactions write would make the second editor wait for the first.
Number and sum of the keys together name a state of the site, whatever the order of the commits.
"""

import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import wait as wait_for

from django.apps import apps
from django.db import InterfaceError, OperationalError, close_old_connections, transaction
from django.db.models import Count, Sum

from site_cms.database.patience import patience

logger = logging.getLogger(__name__)

State = tuple[int, int]

PERIOD = 0.5  # seconds between two looks
PATIENCE = 0.25  # seconds that a reader waits for a look; then the last known state holds
KEPT_ROWS = 500


def raise_counter(**_signal):
    """Say that what the public reads has changed; once in a transaction is enough."""
    connection = transaction.get_connection()
    # A savepoint that is rolled back takes its own entry out of this list, and its row with it.
    if any(entry[1] is _look_soon for entry in connection.run_on_commit):
        return
    rows = apps.get_model("site_cms.Publication").objects
    key = rows.create().pk
    if key % KEPT_ROWS == 0:
        rows.filter(pk__lte=key - KEPT_ROWS).delete()
    transaction.on_commit(_look_soon)


def _look_soon():
    watch.look_soon()


def state_in_database() -> State:
    rows = apps.get_model("site_cms.Publication").objects
    found = rows.aggregate(count=Count("pk"), keys=Sum("pk"))
    # PostgreSQL sums in decimals, which what leaves the process cannot hold.
    return found["count"], int(found["keys"] or 0)


class Watch:
    """What this process last saw of the counter.

    It looks when it is asked, at most twice a second, in a thread of its own: a database that hangs
    costs one reader a moment, and the others nothing. `changed` is called at each new state.
    """

    def __init__(self):
        self._lock = threading.Lock()
        self._reset()
        self.changed: list[Callable[[], None]] = []

    def _reset(self):
        self.state: State | None = None
        self.is_answered = True
        self.away_since: float | None = None
        self._seen_at = 0.0
        self._look: Future | None = None
        self._looker = None

    def current(self) -> State | None:
        """Return the state as of half a second ago; None as long as nothing was seen."""
        begun = time.monotonic()
        if begun - self._seen_at < PERIOD:
            return self.state
        look, is_new = self._begin_look()
        if is_new or self.is_answered:
            done, _running = wait_for([look], timeout=PATIENCE)
            self.is_answered = self.is_answered and bool(done)
        return self.state

    def look_soon(self):
        self._seen_at = 0.0

    def glance(self):
        """See to it that somebody looks, without waiting."""
        if time.monotonic() - self._seen_at >= PERIOD:
            self._begin_look()

    def forget(self):
        """Begin anew, as a fresh process does: another database stands behind the connection."""
        with self._lock:
            if self._looker:
                self._looker.shutdown(wait=True)
            self._reset()

    def _begin_look(self):
        with self._lock:
            is_new = self._look is None or self._look.done()
            if is_new:
                self._looker = self._looker or ThreadPoolExecutor(1, "publications")
                self._look = self._looker.submit(self._see)
            return self._look, is_new

    def _see(self):
        begun = time.monotonic()
        try:
            with patience.looking():
                close_old_connections()
                state = state_in_database()
        except Exception as error:
            self.is_answered, self._seen_at = False, begun
            self._tell_of_outage(begun, error)
            return
        is_changed, self.state, self._seen_at = state != self.state, state, begun
        self.is_answered = True
        self._tell_of_recovery()
        if is_changed:
            for act in self.changed:
                act()

    def _tell_of_outage(self, begun, error):
        """One line for an outage, with where it came from unless that is no wonder."""
        if self.away_since is None:
            self.away_since = begun
            is_strange = not isinstance(error, (OperationalError, InterfaceError))
            logger.error("Database: away, %s", type(error).__name__, exc_info=is_strange)

    def _tell_of_recovery(self):
        if self.away_since is not None:
            seconds = time.monotonic() - self.away_since
            logger.warning("Database: back after %.1f s", seconds)
        self.away_since = None


watch = Watch()
patience.ask_for_look = watch.glance
