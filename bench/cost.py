"""What one answer costs: processor time of this process and of its server in the database.

Answers are asked of the WSGI application itself, middleware included, without HTTP. What the
PostgreSQL server works is read from /proc/<pid>/schedstat of the one process that serves this
connection, in nanoseconds; where the kernel keeps none, from /proc/<pid>/stat, in hundredths of a
second, and then only means over many runs say anything.
"""

import os
import time
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median

from django.db import connection
from django.test import RequestFactory

TICK = 1000 / os.sysconf("SC_CLK_TCK")
NANOSECOND = 1e-6  # in milliseconds


@dataclass(frozen=True)
class Cost:
    """Of one run, as a median, in milliseconds; the database's part as a mean."""

    python: float
    database: float
    statements: float
    clock: float

    @property
    def cpu(self) -> float:
        return self.python + self.database


def measured(act: Callable, before: Callable, runs: int, seconds: float) -> Cost:
    """Run `act` as often as time allows, at least twice, the first time without counting."""
    # The first run makes what is made once: pictures, compiled templates.
    before()
    act()
    costs, end = [], time.monotonic() + seconds
    while not costs or (len(costs) < runs and time.monotonic() < end):
        before()
        costs.append(once(act))
    middle = {name: median(getattr(c, name) for c in costs) for name in Cost.__annotations__}
    return Cost(**middle | {"database": mean(c.database for c in costs)})


def once(act: Callable) -> Cost:
    with _counted() as statements:
        served, worked, begun = database_ms(), time.process_time(), time.perf_counter()
        act()
        clock, worked = time.perf_counter() - begun, time.process_time() - worked
    return Cost(worked * 1000, database_ms() - served, len(statements), clock * 1000)


@contextmanager
def _counted():
    said = []

    def note(execute, sql, params, many, context):
        said.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield said


def database_ms() -> float:
    """The processor time of the process that serves this connection; SQLite works in ours."""
    if connection.vendor != "postgresql":
        return 0
    connection.ensure_connection()
    return process_ms(connection.connection.info.backend_pid)


def process_ms(pid: int) -> float:
    try:
        threads = Path(f"/proc/{pid}/task").glob("*/schedstat")
        exact = sum(int(file.read_text().split()[0]) for file in threads) * NANOSECOND
    except OSError:
        exact = 0
    if exact:
        return exact
    ticks = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[11:13]
    return sum(map(int, ticks)) * TICK


class Asker:
    """Asks the application for pages, as one account or as anybody."""

    def __init__(self, application, cookie: str = ""):
        self._application = application
        self._headers = {"HTTP_COOKIE": cookie} if cookie else {}
        self._factory = RequestFactory()

    def get(self, address: str) -> bytes:
        """Return the answer; what is not there, or forbidden, would be measured for nothing."""
        environ = self._factory.get(address, **self._headers).environ
        said = []
        answer = self._application(environ, lambda status, headers: said.append(status))
        body = b"".join(answer)
        answer.close()
        if not said[0].startswith("200"):
            raise RuntimeError(f"{address}: {said[0]}")
        return body
