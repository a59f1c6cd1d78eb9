"""The figures of a run of `make bench`, in Markdown."""

import os

import django
import wagtail

from .acts import summary
from .limits import limits
from .run import MANNERS


def print_tables(vendor, runs):
    load = "/".join(f"{mean:.1f}" for mean in os.getloadavg())
    versions = f"Django {django.__version__}, Wagtail {wagtail.__version__}"
    print(f"\n**{vendor}**, {versions}, {os.cpu_count()} cores, load {load} at the end.")
    _print_pages(runs)
    _print_rates(runs)
    _print_memory(runs)
    _print_acts(runs)
    _print_waits(runs)
    _print_limits(runs)


def _table(*titles, words=1):
    """Begin a table whose first columns are words, and the others figures."""
    print(f"\n| {' | '.join(titles)} |\n|{'---|' * words}{'---:|' * (len(titles) - words)}")


def _row(*cells):
    print(f"| {' | '.join(str(cell) for cell in cells)} |", flush=True)


# --- Pages ------------------------------------------------------------------------------------


def _print_pages(runs):
    of_manners = [
        (f"{manner}: ms", "db ms", "statements", "× trivial", f"× {runs[0].size:,}")
        for manner in MANNERS
    ]
    _table("page", "articles", *(title for titles in of_manners for title in titles), words=1)
    for run in runs:
        cost = run.trivial
        _row("a trivial view", f"{run.size:,}", f"{cost.python:.2f}", "", "", "× 1", *[""] * 11)
    for page in runs[0].pages:
        for run in runs:
            cells = [cell for manner in MANNERS for cell in _of(run, runs[0], page.name, manner)]
            _row(page.name, f"{run.size:,}", *cells)


def _of(run, first, name, manner):
    cost, least = run.costs.get((name, manner)), first.costs.get((name, manner))
    if not cost:
        return ["–"] * 5
    grown = f"{cost.cpu / least.cpu:.2f}" if run is not first and least else ""
    ratio = f"{cost.cpu / run.trivial.cpu:,.0f}"
    figures = f"{cost.python:,.2f}", f"{cost.database:,.1f}", f"{cost.statements:.0f}"
    return [*figures, ratio, grown]


# --- The rest ---------------------------------------------------------------------------------


def _print_rates(runs):
    _table("over HTTP", "articles", "a second", "of trivial", "server CPU ms", "status")
    for run in runs:
        trivial = run.rates.get("trivial view")
        for name, rate in run.rates.items():
            ratio = f"{rate.per_second / trivial.per_second:.2f}"
            figures = f"{rate.per_second:,.0f}", ratio, f"{rate.server_ms:.2f}", rate.status
            _row(name, f"{run.size:,}", *figures)


def _print_memory(runs):
    _table("memory of a worker", *(f"{run.size:,}" for run in runs))
    for moment in runs[0].memory_mb:
        _row(moment, *(f"{run.memory_mb.get(moment, 0):,.0f} MB" for run in runs))


def _print_acts(runs):
    _table("writing", "articles", "clock ms", "CPU ms", "db ms", "statements")
    for name in runs[0].written.acts:
        for run in runs:
            if cost := run.written.acts.get(name):
                figures = f"{cost.clock:,.0f}", f"{cost.python:,.0f}", f"{cost.database:,.0f}"
                _row(name, f"{run.size:,}", *figures, f"{cost.statements:.0f}")


def _print_waits(runs):
    _table("another editor saves, beside", "articles", "saves", "median ms", "longest ms")
    for name in runs[0].written.waits:
        for run in runs:
            if waits := run.written.waits.get(name):
                saves, usual, longest = summary(waits)
                _row(name, f"{run.size:,}", saves, f"{usual:,.0f}", f"{longest:,.0f}")


def _print_limits(runs):
    _table("limit", "figure", "at most, or at least", "held")
    for one in limits(runs):
        side = "≥" if one.is_least else "≤"
        held = "yes" if one.is_held else "**no**"
        _row(one.name, f"{one.figure:,.2f}", f"{side} {one.limit:,}", held)
    print("\nNot measured here: the cost of a page against an earlier commit, and caches in front.")
