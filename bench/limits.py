"""The limits that pages are to keep, each beside what a run has measured."""

from collections.abc import Iterator
from dataclasses import dataclass

SOME_WIDER = {"search": 2, "translation board": 2, "pages to read again": 2}
GROWTH, STATEMENTS, HOME_STATEMENTS, ADMIN_STATEMENTS = 1.2, 6, 8, 45
OF_TRIVIAL = 0.8
LONGEST_WAIT = 1_000  # ms
# More articles fill the part of the news: the one of the pioneers is as full at every size.
NOT_COMPARED = {"sitemap, part of the news"}


@dataclass(frozen=True)
class Limit:
    """One figure; `is_least` where it must not be less."""

    name: str
    figure: float
    limit: float
    is_least: bool = False

    @property
    def is_held(self) -> bool:
        return self.figure >= self.limit if self.is_least else self.figure <= self.limit


def limits(runs) -> Iterator[Limit]:
    """Yield each that the run can tell of: growth needs two sizes."""
    first, last = runs[0], runs[-1]
    if first is not last:
        yield from _growth(first, last)
    for page in first.pages:
        costs = [run.costs[page.name, "not kept"] for run in runs if _has(run, page)]
        if costs:
            most = max(cost.statements for cost in costs)
            yield Limit(f"{page.name}: statements, not kept", most, _most_statements(page))
    yield from _over_http(last)
    for act, waits in last.written.waits.items():
        if act != "nobody else":
            yield Limit(f"another editor beside {act}: longest ms", max(waits), LONGEST_WAIT)


def _has(run, page):
    return (page.name, "not kept") in run.costs


def _most_statements(page):
    if not page.is_public:
        return ADMIN_STATEMENTS
    return HOME_STATEMENTS if page.name == "home" else STATEMENTS


def _growth(first, last):
    sizes = f"{last.size:,} against {first.size:,}"
    for page in first.pages:
        if page.name not in NOT_COMPARED and _has(first, page) and _has(last, page):
            grown = last.costs[page.name, "not kept"].cpu / first.costs[page.name, "not kept"].cpu
            wider = [most for part, most in SOME_WIDER.items() if part in page.name]
            yield Limit(f"{page.name}: {sizes}", grown, wider[0] if wider else GROWTH)
    act = "publishing an article"
    if act in first.written.acts and act in last.written.acts:
        grown = last.written.acts[act].cpu / first.written.acts[act].cpu
        yield Limit(f"{act}: {sizes}", grown, GROWTH)
    moment = "after all pages"
    if moment in first.memory_mb and moment in last.memory_mb:
        grown = last.memory_mb[moment] / first.memory_mb[moment]
        yield Limit(f"memory of a worker: {sizes}", grown, GROWTH)


def _over_http(run):
    trivial = run.rates.get("trivial view")
    for name, rate in run.rates.items():
        if rate is not trivial:
            ratio = rate.per_second / trivial.per_second
            yield Limit(f"{name}: of the rate of a trivial view", ratio, OF_TRIVIAL, True)
