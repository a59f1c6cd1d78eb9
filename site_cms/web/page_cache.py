"""Answers to the public are kept: a page is rendered once per publication in each process.

What may be kept is decided by `cache_headers`, which says so to all caches alike. While one thread
renders, others give the last copy, if it held a second ago, or wait for the new one. When the
database does not answer, the last copy is given, of whatever edition, for a day.

Django's cache middleware has neither of the last two, and asks the store twice and unpickles a
page for each answer: four times the cost of this (docs/decisions.md).
"""

import threading
from contextlib import contextmanager
from http import HTTPStatus

from django.conf import settings
from django.db import InterfaceError, OperationalError

from site_cms.keeping.mirrored import mirrored_at
from site_cms.publications import memo
from site_cms.publications.counter import watch
from site_cms.web.door import leads_to_admin

from .copies import Copy, Shelf, copy_of
from .questions import UNKEPT, Key, Question, Understood
from .shared_store import SharedStore

# Seconds: how long after a publication a copy of before may be given, and how long one waits for
# another's rendering before doing it oneself.
GRACE = 1.0
LONGEST_RENDER = 20.0
LIFEBOAT = 24 * 3600
AWAY = (OperationalError, InterfaceError)


class PageCacheMiddleware:
    """The first middleware: a kept answer passes no other."""

    def __init__(self, get_response):
        self.get_response = get_response
        shelves.configure(settings.KEPT_BYTES)

    def __call__(self, request):
        if not may_share(request):
            return self._for_one_reader(request)
        edition, is_away = self._edition()
        if mirrored_at(request):
            return self._answered(request, edition)
        question = Question(request)
        names = understood.at(question.place)
        if UNKEPT in names:
            return self._answered(request, edition)
        key = question.key(names)
        copy = request._last_copy = shelves.find(key)
        request.answered_from = "copy"
        if copy and (copy.holds(watch.state) or (is_away and copy.was_fresh(LIFEBOAT))):
            return copy.answer(request)
        if edition is None:
            return self._answered(request, None)
        return self._in_turn(request, question, key, edition)

    def process_exception(self, request, error):
        """Give the last copy rather than an error when the database is away."""
        copy = getattr(request, "_last_copy", None)
        if copy and isinstance(error, AWAY) and copy.was_fresh(LIFEBOAT):
            return copy.answer(request)
        return None

    def _for_one_reader(self, request):
        if request.method in ("GET", "HEAD"):
            return self._answered(request, None)
        return self.get_response(request)

    def _edition(self):
        """Return the present edition, if there is one, and whether the database is away."""
        state = watch.current()
        try:
            return (memo.edition(state), False) if watch.is_answered else (None, True)
        except AWAY:
            return None, True

    def _in_turn(self, request, question, key, edition):
        last = request._last_copy
        with turns.taken(key) as running:
            if running:
                if last and last.was_fresh(GRACE):
                    return last.answer(request)
                running.wait(LONGEST_RENDER)
                copy = shelves.find(question.key(understood.at(question.place)))
                if copy and copy.holds(watch.state):
                    return copy.answer(request)
            elif stored := self._stored(question, edition):
                return stored.answer(request)
            return self._rendered(request, question, edition)

    def _stored(self, question, edition):
        """Return what another process has rendered; it may know more of what the address reads."""
        names = understood.at(question.place)
        copy = store.find(key := question.key(names), edition)
        while copy and not copy.names <= names:
            names = understood.learn(question.place, copy.names)
            copy = store.find(key := question.key(names), edition)
        if copy:
            shelves.put(key, copy)
        return copy

    def _rendered(self, request, question, edition):
        request.answered_from = "site"
        query = question.listen(request)
        # Compressed here, once, and not on the way.
        accepted = request.META.pop("HTTP_ACCEPT_ENCODING", "")
        response = self._answered(request, edition)
        request.META["HTTP_ACCEPT_ENCODING"] = accepted
        asked = {UNKEPT} if response.streaming else query.asked
        names = understood.learn(question.place, asked)
        copy = None if request.method == "HEAD" else copy_of(response, edition)
        if copy is None:
            return response
        copy.names = names
        key = question.key(names)
        shelves.put(key, copy)
        store.put(key, copy)
        return copy.answer(request)

    def _answered(self, request, edition):
        with memo.reading(edition):
            return self.get_response(request)


def may_share(request) -> bool:
    """Whether the answer may be the same as everybody's: nobody in particular asks to read."""
    meta = request.META
    return (
        request.method in ("GET", "HEAD")
        and "HTTP_AUTHORIZATION" not in meta
        and "HTTP_RANGE" not in meta
        # A page of another site, which reads the open data.
        and "HTTP_ORIGIN" not in meta
        and not ("HTTP_COOKIE" in meta and settings.SESSION_COOKIE_NAME in request.COOKIES)
        and not leads_to_admin(request)
    )


class Turns:
    """One rendering of an answer at a time."""

    def __init__(self):
        self._lock = threading.Lock()
        self._running: dict[Key, threading.Event] = {}

    @contextmanager
    def taken(self, key):
        """Yield None to whoever comes first, to the others what tells the end of the first."""
        with self._lock:
            running = self._running.get(key)
            if running is None:
                self._running[key] = mine = threading.Event()
        try:
            yield running
        finally:
            if running is None:
                with self._lock:
                    del self._running[key]
                mine.set()


class Shelves:
    """Plain pages on one shelf, lists asked for in some way and what is not there on another:
    whoever makes up addresses drives no page out."""

    _limit = -1

    def __init__(self):
        self.configure(0)

    def configure(self, limit: int):
        # A preview, too, makes a chain of middlewares of its own: the copies outlive it.
        if limit == self._limit:
            return
        self._limit = limit
        self._pages, self._others = Shelf(limit * 3 // 4), Shelf(limit // 4)

    def find(self, key) -> Copy | None:
        return self._others.find(key) or self._pages.find(key)

    def put(self, key, copy):
        is_page = key[1] == () and copy.status == HTTPStatus.OK
        mine, other = (self._pages, self._others) if is_page else (self._others, self._pages)
        other.drop(key)
        mine.put(key, copy)

    def clear(self):
        self._pages.clear()
        self._others.clear()

    @property
    def size(self) -> int:
        return self._pages.size + self._others.size


understood, shelves, turns, store = Understood(), Shelves(), Turns(), SharedStore()


def forget_all():
    """Begin anew, as a fresh process does."""
    understood.clear()
    shelves.clear()
    store.clear()
    memo.forget_all()
