"""What pages share is computed once per publication: menu, footer, counts, restricted paths.

    @remembered
    def private_paths() -> tuple[str, ...]: …

Whoever calls it does not know of it. Within the answer to a public page the value is that of the
last publication; elsewhere in a request it is computed once; outside of requests, at each call, and
likewise wherever something is being written. A value is shared by all threads: nobody changes it.
"""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from functools import wraps

from django.db import connection
from django.utils import timezone
from django.utils.translation import get_language

from .counter import State, watch
from .moments import next_moment

# Whatever is missed, nothing is older while the database answers; seconds.
LONGEST = 60
MOST_VALUES = 5_000


@dataclass(frozen=True)
class Edition:
    """The public site between two changes: `state` of the counter, and the next moment."""

    state: State
    until: datetime

    def holds(self, state: State | None) -> bool:
        return self.state == state and timezone.now() < self.until


@dataclass
class _Reading:
    """The request being answered: the edition it reads, if it may read a common one."""

    edition: Edition | None
    own: dict = field(default_factory=dict)


_reading: ContextVar[_Reading | None] = ContextVar("reading", default=None)


def edition(state: State | None) -> Edition | None:
    """Return the present edition; None while there is none that all could share."""
    # In a transaction one sees what others do not see yet.
    if state is None or connection.in_atomic_block:
        return None
    known = values.edition
    if known is None or not known.holds(state):
        values.edition = known = Edition(state, next_moment(timezone.now()))
    return known


def since_publication(name: tuple, compute: Callable):
    """As shared(), for a screen of the admin that asks what only publications and the clock change.

    A draft may be saved without being noticed here for a minute.
    """
    now = edition(watch.current())
    if now is None:
        return compute()
    with reading(now):
        return shared(name, compute)


@contextmanager
def reading(shared: Edition | None):
    """Answer a request: from a common edition, or else from what the request finds itself."""
    token = _reading.set(_Reading(shared))
    try:
        yield
    finally:
        _reading.reset(token)


class _Values:
    """The present edition, and the last values, each of its own; the least used go first."""

    def __init__(self):
        self.edition: Edition | None = None
        self._lock = threading.Lock()
        self._values: OrderedDict[tuple, tuple] = OrderedDict()

    def of(self, edition: Edition, keys: Iterable) -> dict:
        """Return the values that are known of an edition."""
        with self._lock:
            known = {key: self._values.get(key) for key in keys}
            oldest = time.monotonic() - LONGEST
            holding = {
                key: v for key, v in known.items() if v and v[0] == edition and v[1] > oldest
            }
            for key in holding:
                self._values.move_to_end(key)
        return {key: value for key, (_edition, _begun, value) in holding.items()}

    def put(self, edition: Edition, begun: float, found: dict):
        """Keep what was computed, from `begun` on."""
        with self._lock:
            for key, value in found.items():
                self._values[key] = (edition, begun, value)
                self._values.move_to_end(key)
            while len(self._values) > MOST_VALUES:
                self._values.popitem(last=False)

    def clear(self):
        with self._lock:
            self.edition = None
            self._values.clear()


values = _Values()


def remembered(compute: Callable) -> Callable:
    """Keep the answers of a function of hashable arguments, in each language, as said above."""

    @wraps(compute)
    def answer(*args):
        return shared((compute, args), lambda: compute(*args))

    return answer


def shared(name: tuple, compute: Callable):
    """Return what is known under a name in the active language, or else what is computed."""
    return shared_each(name, (None,), lambda _keys: {None: compute()})[None]


def shared_each(name: tuple, keys: Iterable[Hashable], compute: Callable[[list], dict]) -> dict:
    """As shared(), of each key under a name: what is not known of them is computed together.

    `compute` is given those keys, and returns a value for each.
    """
    now, keys, language = _reading.get(), list(dict.fromkeys(keys)), get_language()
    if now is None:
        return compute(keys) if keys else {}
    places = {key: (name, key, language) for key in keys}
    known = values.of(now.edition, places.values()) if now.edition else now.own
    missing = [key for key, place in places.items() if place not in known]
    if missing:
        begun, computed = time.monotonic(), compute(missing)
        fresh = {places[key]: computed[key] for key in missing}
        if now.edition:
            values.put(now.edition, begun, fresh)
            known = {**known, **fresh}
        else:
            now.own.update(fresh)
    return {key: known[place] for key, place in places.items()}


def forget_all():
    """Begin anew, as a fresh process does."""
    values.clear()
    watch.forget()
