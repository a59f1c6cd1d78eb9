"""A request that hangs is told of, and ended: gunicorn's threads have no limit of their own.

Whatever waits for the database, for mail or for another service ends earlier by a limit of its own;
this is for what nobody has thought of. The thread is made to raise `RequestTooLong`; if it cannot,
because it waits outside of Python, its process is told to end, and is replaced.
"""

import ctypes
import logging
import os
import signal
import sys
import threading
import time
import traceback
from contextlib import contextmanager
from dataclasses import dataclass

LOOK = 1.0  # seconds
# How long a thread may take to hear that it is late.
RESPITE = 15.0
_SHOWN = 12  # frames
logger = logging.getLogger(__name__)


class RequestTooLong(Exception):
    """A request took longer than any should."""


@dataclass(eq=False)
class _Running:
    path: str
    ends_at: float
    is_told: bool = False


class InHand:
    """The requests that this process is at, by the thread that answers them."""

    def __init__(self):
        self._lock = threading.Lock()
        self._running: dict[int, _Running] = {}
        self._watcher: threading.Thread | None = None

    @contextmanager
    def noted(self, path: str, seconds: float):
        """Answer a request within some seconds; 0: as long as it takes."""
        if not seconds:
            yield
            return
        mine, thread = _Running(path, time.monotonic() + seconds), threading.get_ident()
        with self._lock:
            self._running[thread] = mine
            self._watch()
        try:
            yield
        finally:
            with self._lock:
                del self._running[thread]

    def _watch(self):
        if self._watcher is None:
            self._watcher = threading.Thread(target=self._look, name="overdue", daemon=True)
            self._watcher.start()

    def _look(self):
        while True:
            time.sleep(LOOK)
            now = time.monotonic()
            with self._lock:
                late = [(t, one) for t, one in self._running.items() if now > one.ends_at]
                for thread, one in late:
                    self._end(thread, one, now)

    def _end(self, thread, one, now):
        if not one.is_told:
            one.is_told = True
            logger.error("Request: %s takes too long; it is at\n%s", one.path, _place(thread))
            error = ctypes.py_object(RequestTooLong)
            ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), error)
        elif now > one.ends_at + RESPITE:
            logger.critical("Request: %s does not end; the process does", one.path)
            one.ends_at = float("inf")
            os.kill(os.getpid(), signal.SIGTERM)


def _place(thread):
    """Return where a thread is, in names of files and lines: no value that it works on."""
    frame = sys._current_frames().get(thread)
    stack = traceback.extract_stack(frame)[-_SHOWN:] if frame else []
    return "\n".join(f"  {entry.filename}:{entry.lineno} {entry.name}" for entry in stack)


in_hand = InHand()
