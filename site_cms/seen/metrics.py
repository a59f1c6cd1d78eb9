"""What the site counts of itself, for Prometheus: /metrics, for the loopback or with a token.

Each process of a server counts for itself, in files of PROMETHEUS_MULTIPROC_DIR (see
deploy/gunicorn.conf.py), which whoever answers adds up. What stands in the database is looked up
when it is asked for.
"""

import os
from collections.abc import Iterator

from django.db import connection
from django.utils import timezone
from prometheus_client import REGISTRY, CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector

from site_cms.keeping.mirrored import last_mirror_at
from site_cms.publications.counter import watch
from site_cms.tasks import mail, scheduler, work
from site_cms.web.door import leads_to_admin

_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30)
_seconds = Histogram(
    "site_request_seconds",
    "Time until the answer, by part of the site and by where the answer came from",
    ["part", "source"],
    buckets=_BUCKETS,
)
_answers = Counter("site_answers", "Answers, by part of the site and status", ["part", "status"])


def count_request(request, response, seconds: float):
    part = _part_of(request)
    _seconds.labels(part, getattr(request, "answered_from", "site")).observe(seconds)
    _answers.labels(part, response.status_code).inc()


def _part_of(request):
    path = request.path
    if leads_to_admin(request):
        return "admin"
    first = path.split("/", 2)[1]
    return first if first in ("static", "media", "documents", "api") else "public"


class FromDatabase:
    """What every server sees alike; when the database is away, that it is."""

    def collect(self) -> Iterator[GaugeMetricFamily]:
        watch.current()
        yield _age("site_mirror_seconds", "Since all of the site was copied", last_mirror_at())
        yield _gauge("site_database_up", "Whether the database answers", int(watch.is_answered))
        if watch.is_answered:
            yield from self._of_work()
            yield from self._of_connections()

    def _of_work(self):
        tasks = GaugeMetricFamily("site_tasks", "Tasks beside the requests", labels=["state"])
        ours = work.tasks()
        tasks.add_metric(["waiting"], ours.ready().count())
        tasks.add_metric(["running"], ours.running().count())
        tasks.add_metric(["given_up"], work.given_up().count())
        yield tasks
        yield _gauge("site_mail_in_trouble", "Messages not sent", mail.in_trouble().count())
        yield _age("site_oldest_task_seconds", "Age of the oldest task that is due", _oldest(ours))
        yield _age("site_worker_pulse_seconds", "Since the worker's last pulse", work.last_pulse())
        last = scheduler.last_run_at()
        yield _age("site_schedule_run_seconds", "Since the schedule last ran", last)

    def _of_connections(self):
        if connection.vendor != "postgresql":
            return
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*), current_setting('max_connections')::int,"
                " pg_database_size(current_database()) FROM pg_stat_activity"
            )
            used, most, size = cursor.fetchone()
        yield _gauge("site_database_connections", "Connections to the server", used)
        yield _gauge("site_database_connections_most", "Connections the server allows", most)
        yield _gauge("site_database_bytes", "Size of the database", size)


def _oldest(tasks):
    due = tasks.ready().filter(run_after__lte=timezone.now()) | tasks.ready().filter(run_after=None)
    return due.order_by("enqueued_at").values_list("enqueued_at", flat=True).first()


def _gauge(name, said, value):
    return GaugeMetricFamily(name, said, value=value)


def _age(name, said, moment):
    """Nothing is told of what never happened."""
    age = (timezone.now() - moment).total_seconds() if moment else float("nan")
    return _gauge(name, said, age)


def written() -> bytes:
    """Return all that is counted, as Prometheus reads it."""
    if "PROMETHEUS_MULTIPROC_DIR" in os.environ:
        MultiProcessCollector(shared := CollectorRegistry())
    else:
        shared = REGISTRY
    beside = CollectorRegistry()
    beside.register(FromDatabase())
    return generate_latest(shared) + generate_latest(beside)
