"""How long a server waits for its database: as long as it is seen to answer.

A frozen database ends nothing by itself: its machine takes what is sent, no answer comes. So a
server's statement that waits asks whether the database answers somebody else, who looks at it in a
thread and over a connection of its own (publications/counter.py). If so, the statement is slow,
and PostgreSQL's own limit ends it; if not, the wait is over, and nobody begins another one until a
look has ended well. What fails at once (a database that is gone) needs no such care.

Commands and the worker wait: nobody waits for them.
"""

import threading
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager

import psycopg

TOLERANCE = 0.75  # seconds without an answer
LONGEST_LOOK = 2.5  # seconds; then another connection is tried


class DatabaseHangs(psycopg.OperationalError):
    """The database takes what is sent, and does not answer."""


class Patience:
    def __init__(self):
        self.is_short = False  # set by a server as it starts
        self.ask_for_look: Callable[[], None] = lambda: None
        self._look_begun: float | None = None
        self._has_hung = False
        self._here = threading.local()

    @contextmanager
    def looking(self) -> Iterator[None]:
        """Note how a look at the database goes."""
        self._here.looks, self._look_begun = True, time.monotonic()
        has_hung = False
        try:
            yield
        except Exception:
            has_hung = self._is_overdue()
            raise
        finally:
            self._has_hung = has_hung
            self._here.looks, self._look_begun = False, None

    def database_hangs(self) -> bool:
        return self._has_hung or self._is_overdue()

    def refuse_to_wait(self):
        """Raise, where a wait would have no end in sight."""
        if self.is_short and not self._looks() and self.database_hangs():
            self.ask_for_look()
            raise DatabaseHangs("the database does not answer")

    def waiting(self, statement: Generator) -> Generator:
        """Pass on what psycopg sends to a statement; now and then, that there was nothing."""
        begun = time.monotonic()
        try:
            wanted = next(statement)
            while True:
                ready = yield wanted
                if not ready:
                    self._lose_patience(begun)
                wanted = statement.send(ready)
        except StopIteration as end:
            return end.value

    def _lose_patience(self, begun):
        waited = time.monotonic() - begun
        if self._looks():
            if waited > LONGEST_LOOK:
                raise DatabaseHangs("the database does not answer a look")
        elif self.is_short:
            self.ask_for_look()
            if waited > TOLERANCE:
                self.refuse_to_wait()

    def _looks(self):
        return getattr(self._here, "looks", False)

    def _is_overdue(self):
        begun = self._look_begun
        return begun is not None and time.monotonic() - begun > TOLERANCE


patience = Patience()
