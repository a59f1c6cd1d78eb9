"""One size of `make bench`: every page in every manner, then HTTP, then what writing costs."""

import time
from dataclasses import dataclass, field
from operator import attrgetter

from django.db import connection

from site_cms.publications import memo
from site_cms.web import page_cache

from .acts import Written, written
from .cost import Asker, Cost, measured
from .http import Rate, free_port, served
from .pages import Measured, cookie_of, measured_pages
from .wsgi import TRIVIAL, application

RUNS = 20
TRIVIAL_RUNS = 300
ROUNDS = 2  # of the walk over HTTP after which memory is read
RATED = ("home", "article")
TURNS = 3


def _nothing():
    pass


def _no_copies():
    page_cache.shelves.clear()


def _no_memory():
    page_cache.shelves.clear()
    memo.values.clear()


# How a page is met: from its copy; without one; without one or anything computed for other pages.
MANNERS = {"kept": _nothing, "not kept": _no_copies, "cold": _no_memory}


@dataclass
class Run:
    """What was measured at one size; a page that there was no time for is missing."""

    size: int
    chosen: object
    account: object
    end: float
    say: object
    trivial: Cost | None = None
    costs: dict[tuple[str, str], Cost] = field(default_factory=dict)
    rates: dict[str, Rate] = field(default_factory=dict)
    memory_mb: dict[str, float] = field(default_factory=dict)
    written: Written = field(default_factory=Written)

    def done(self):
        pages = measured_pages()
        parts = self.chosen.pages
        self.pages = [p for p in pages if not parts or any(part in p.name for part in parts)]
        self.cookie = cookie_of(self.account)
        self._measure_pages()
        if self._has_time():
            self._measure_http()
        if self._has_time():
            self.say("  writing")
            self.written = written()
        return self

    def _has_time(self):
        return time.monotonic() < self.end

    def _measure_pages(self):
        anybody, editor = Asker(application), Asker(application, self.cookie)
        self.trivial = measured(lambda: anybody.get(TRIVIAL), _nothing, TRIVIAL_RUNS, 5)
        for page in self.pages:
            manners = MANNERS if page.is_public else {"not kept": _nothing}
            asker = anybody if page.is_public else editor
            for manner, before in manners.items():
                if self._has_time():
                    self._measure(page, manner, before, asker)

    def _measure(self, page: Measured, manner, before, asker):
        self.say(f"  {page.name}, {manner}")
        seconds = self.chosen.seconds
        cost = measured(lambda: asker.get(page.address), before, RUNS, seconds)
        self.costs[page.name, manner] = cost

    def _measure_http(self):
        self.say("  over HTTP")
        connection.close()
        with served(self.chosen.port or free_port()) as server:
            self.memory_mb["at the start"] = server.memory_mb()
            self._rate(server)
            for _round in range(ROUNDS):
                for page in self.pages:
                    # Several times: each worker should meet each page.
                    for _time in range(4):
                        server.get(page.address, Cookie="" if page.is_public else self.cookie)
            self.memory_mb["after all pages"] = server.memory_mb()

    def _rate(self, server):
        """In turns, and of each the middle one: no two seconds of a machine are alike."""
        asked = {"trivial view": (TRIVIAL, {})}
        for page in self.pages:
            if page.name in RATED:
                _status, headers = server.get(page.address)
                asked[f"{page.name}, kept"] = page.address, {}
                asked[f"{page.name}, 304"] = page.address, {"If_None_Match": headers["etag"]}
        turns = [
            {
                name: server.rate(url, self.chosen.seconds, **headers)
                for name, (url, headers) in asked.items()
            }
            for _turn in range(TURNS)
        ]
        for name in asked:
            rates = sorted((turn[name] for turn in turns), key=attrgetter("per_second"))
            self.rates[name] = rates[TURNS // 2]
