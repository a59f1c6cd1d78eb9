"""Work beside the request: tasks in the database, tried again when they fail.

A task is put down in the transaction of the act that asks for it: what is rolled back is never
done, and what is committed waits until it is. Whatever ends a worker, another takes its task up,
if the task says that it may be done twice. All of it is read from the rows: any worker does it,
and several at once do it once.
"""

import logging
import os
import socket
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.module_loading import import_string

# The queue's own choice between Django's tasks, from 6.0 on, and django-tasks.
from django_tasks_db.compat import TaskResultStatus, task_backends
from django_tasks_db.models import DBTaskResult

from site_cms.models import WorkerPulse

BACKEND = "beside"
PAUSES = tuple(timedelta(seconds=seconds) for seconds in (10, 60, 300, 900, 3600))
# Two waits for SQLite's lock, and a little: a worker may be slow to say that it lives.
DEAD_AFTER = timedelta(minutes=1)
DONE_KEPT, FAILED_KEPT = timedelta(days=7), timedelta(days=30)
logger = logging.getLogger(__name__)


class WorkerEnded(Exception):
    """The worker of a task is gone, killed perhaps, and the task may be half done."""


@dataclass(frozen=True)
class Policy:
    """How long to wait after each failure; whether a task that stopped half-way may begin again."""

    pauses: tuple[timedelta, ...] = ()
    repeats: bool = False

    def next_try(self, row: DBTaskResult) -> datetime | None:
        """Return when a task that has failed is to be tried again; None: never."""
        done = len(row.worker_ids)
        if done > len(self.pauses) or (_was_cut_short(row) and not self.repeats):
            return None
        return row.finished_at + self.pauses[done - 1]


_policies: dict[str, Policy] = {}
_AS_USUAL = {
    **{"backend": BACKEND, "queue_name": "default", "priority": 0},
    **{"run_after": None, "takes_context": False},
}


def beside(*, pauses: tuple[timedelta, ...] = PAUSES, repeats: bool = False) -> Callable:
    """Make a function a task of the worker: `function.enqueue(…)`.

    It is tried again after each of the `pauses`. `repeats` promises that no harm comes of doing it
    twice, so that it also begins again after a worker was killed in its midst.
    """

    def make(function):
        made = task_backends[BACKEND].task_class(func=function, **_AS_USUAL)
        _policies[made.module_path] = Policy(pauses, repeats)
        return made

    return make


def tasks() -> QuerySet:
    """Return the rows of all our tasks, done or not."""
    return DBTaskResult.objects.filter(backend_name=BACKEND)


def waiting(*wanted) -> list[DBTaskResult]:
    """Return the rows of some tasks that are still to be done, or being done."""
    rows = tasks().filter(task_path__in=[task.module_path for task in wanted])
    undone = (TaskResultStatus.READY, TaskResultStatus.RUNNING)
    return list(rows.filter(status__in=undone).order_by("enqueued_at"))


def given_up() -> QuerySet:
    """Return the tasks that failed and will not be tried again, the newest first."""
    return tasks().failed().filter(run_after=F("finished_at")).order_by("-finished_at")


def tried_again() -> QuerySet:
    """Return the tasks that failed and wait to be tried again, the next first."""
    waiting = tasks().filter(status=TaskResultStatus.READY)
    return waiting.exclude(exception_class_path="").order_by("run_after")


def take_up():
    """Put what failed, or was left by a worker that is gone, back in its place."""
    alive = _living()
    for row in tasks().running():
        if row.worker_ids[-1] not in alive:
            _note_end(row)
    # Whose fate is decided has the moment of its failure for `run_after`.
    for row in tasks().failed().exclude(run_after=F("finished_at")):
        _decide(row)


def prune():
    """Forget what was done, and after a month what was not."""
    now = timezone.now()
    tasks().successful().filter(finished_at__lt=now - DONE_KEPT).delete()
    given_up().filter(finished_at__lt=now - FAILED_KEPT).delete()
    WorkerPulse.objects.filter(beat_at__lt=now - FAILED_KEPT).delete()


def last_pulse() -> datetime | None:
    """Return when any worker last said that it lives."""
    newest = WorkerPulse.objects.order_by("-beat_at").first()
    return newest.beat_at if newest else None


def is_late(last: datetime | None) -> bool:
    return last is None or timezone.now() - last > 2 * DEAD_AFTER


def new_worker_id(number: int) -> str:
    """Return a name that tells, on this machine, which process to look for."""
    return f"{socket.gethostname()[:30]}|{os.getpid()}|{number}|{os.urandom(4).hex()}"


def _living():
    """The workers that said so lately, less those of this machine whose process is gone."""
    pulses = WorkerPulse.objects.filter(beat_at__gt=timezone.now() - DEAD_AFTER)
    return {name for name in pulses.values_list("worker_id", flat=True) if not _has_ended(name)}


def _has_ended(worker_id):
    host, pid, *_rest = worker_id.split("|")
    return host == socket.gethostname()[:30] and not process_runs(int(pid))


def process_runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _was_cut_short(row):
    return row.exception_class_path.endswith(f".{WorkerEnded.__qualname__}")


def _note_end(row):
    """Mark a task as failed, unless it was finished, or taken up, since it was read."""
    tasks().running().filter(pk=row.pk, started_at=row.started_at).update(
        status=TaskResultStatus.FAILED,
        finished_at=timezone.now(),
        exception_class_path=f"{__name__}.{WorkerEnded.__qualname__}",
        traceback="",
    )


def _decide(row):
    policy = _policy_of(row.task_path)
    again = policy.next_try(row)
    failed = tasks().failed().filter(pk=row.pk, finished_at=row.finished_at)
    if again:
        is_ours = failed.update(status=TaskResultStatus.READY, run_after=again)
    else:
        is_ours = failed.update(run_after=F("finished_at"))
    if is_ours:
        _tell(row, again)


def _policy_of(path):
    """The task may not have been loaded in this process, or be gone from the code."""
    try:
        import_string(path)
    except ImportError:
        return Policy()
    return _policies.get(path, Policy())


def _tell(row, again):
    cause = row.traceback.strip().rpartition("\n")[2] or row.exception_class_path
    said = (row.task_path, row.pk, len(row.worker_ids), cause)
    if again:
        logger.warning("Task %s (%s) failed, attempt %s: %s. It is tried again.", *said)
    else:
        logger.error("Task %s (%s) is given up after attempt %s: %s", *said)
