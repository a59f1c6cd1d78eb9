"""Publishes and takes offline what is due: each item in a transaction of its own.

Wagtail's `publish_scheduled` stops at the first item that fails. Here a failure is recorded, and
the next item has its turn. Page, revision, log entry and search index are written together or not
at all: whatever stops a run on the way, the next one finds the item still due and does it. Several
schedulers may run at once: an item is locked, and looked at again, before it is touched.
"""

import logging
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import OperationalError, models, transaction
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks.signals import task_finished
from django_tasks_db.utils import is_locked_database_exception
from wagtail.models import DraftStateMixin, Page, Revision

from site_cms.models import ScheduleFailure, ScheduleRun

logger = logging.getLogger(__name__)

# Without a run for this long, nothing scheduled can be relied on.
LATE_AFTER = timedelta(minutes=5)
QUIET_RUNS_KEPT = timedelta(days=2)
BUSY_RUNS_KEPT = timedelta(days=90)
PUBLISH, EXPIRE = ScheduleFailure.Action.PUBLISH, ScheduleFailure.Action.EXPIRE


@dataclass(frozen=True)
class Due:
    """One thing to do. `revision_id` is the revision to publish."""

    action: str
    model: type[models.Model]
    object_id: str
    title: str
    due_at: datetime
    revision_id: int | None = None


class IndexingFailed(Exception):
    """A task of the search or reference index failed: they would not agree with the page."""


def run_schedule() -> ScheduleRun | None:
    """Do all that is due; return the record of the run, or None where the database is taken.

    SQLite has one writer at a time. If another, a second scheduler perhaps, holds it longer than
    we wait, what is due is left to the next run.
    """
    try:
        return _run()
    except OperationalError as error:
        if not is_locked_database_exception(error):
            raise
        logger.warning("Schedule: the database is taken; what is due waits for the next run")
        return None


def _run():
    run = ScheduleRun.objects.create(started_at=timezone.now())
    counts = Counter()
    # Publication first: what is both due and outdated is published, then taken offline.
    for find in (due_for_publication, due_for_expiry):
        for due in list(find(run.started_at)):
            counts[_attempt(due, run.started_at)] += 1
    run.published, run.expired, run.failed = counts[PUBLISH], counts[EXPIRE], counts["failed"]
    run.finished_at = timezone.now()
    run.save()
    _tidy(run)
    return run


def due_for_publication(now: datetime) -> Iterator[Due]:
    revisions = Revision.objects.filter(approved_go_live_at__lte=now)
    for revision in revisions.defer("content").order_by("approved_go_live_at", "pk"):
        model = ContentType.objects.get_for_id(revision.base_content_type_id).model_class()
        at, title = revision.approved_go_live_at, revision.object_str
        yield Due(PUBLISH, model, revision.object_id, title, at, revision.pk)


def due_for_expiry(now: datetime) -> Iterator[Due]:
    for model in draft_models():
        for item in model.objects.filter(live=True, expire_at__lte=now).order_by("expire_at", "pk"):
            yield Due(EXPIRE, model, str(item.pk), str(item), item.expire_at)


def draft_models() -> list[type[models.Model]]:
    """Return every model that can be scheduled, pages of all types as one."""
    others = [m for m in apps.get_models() if issubclass(m, DraftStateMixin)]
    return [Page, *(model for model in others if not issubclass(model, Page))]


def last_run_at() -> datetime | None:
    """Return when a run last reached its end."""
    return ScheduleRun.objects.aggregate(last=models.Max("finished_at"))["last"]


def is_late(last: datetime | None) -> bool:
    return last is None or timezone.now() - last > LATE_AFTER


def _attempt(due, now):
    """Do one thing; return what was done, "failed", or "skipped" if it is another's to do."""
    try:
        with transaction.atomic(), index_failures_raised():
            # Locked: another scheduler, or somebody saving the page, has it in hand. Either leaves
            # it done or still due.
            locked = due.model.objects.select_for_update(skip_locked=True)
            item = locked.filter(pk=due.object_id).first()
            act = _publish if due.action == PUBLISH else _expire
            return due.action if item and act(item, due, now) else "skipped"
    except Exception as error:
        if isinstance(error, OperationalError) and is_locked_database_exception(error):
            raise
        logger.exception("Schedule: %s of “%s” failed", due.action, due.title)
        _record_failure(due, error)
        return "failed"


def _publish(item, due, now):
    revision = Revision.objects.filter(pk=due.revision_id, approved_go_live_at__lte=now).first()
    if revision:
        revision.publish(log_action="wagtail.publish.scheduled")
    return revision


def _expire(item, due, now):
    if not item.live or not item.expire_at or item.expire_at > now:
        return False
    # Unpublishing cancels what is scheduled; a later version that somebody scheduled stands.
    scheduled = list(item.revisions.filter(approved_go_live_at__gt=now).defer("content"))
    item.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    Revision.objects.bulk_update(scheduled, ["approved_go_live_at"])
    return True


@contextmanager
def index_failures_raised():
    """Raise what the index tasks swallow, so that a page and its index are written together."""
    failed = []

    def note(sender, task_result, **kwargs):
        if task_result.status == TaskResultStatus.FAILED:
            failed.append(task_result.errors[-1].traceback)

    task_finished.connect(note)
    try:
        yield
    finally:
        task_finished.disconnect(note)
    if failed:
        raise IndexingFailed(failed[0].strip().splitlines()[-1])


def _record_failure(due, error):
    now = timezone.now()
    failure, _created = ScheduleFailure.objects.update_or_create(
        action=due.action,
        content_type=ContentType.objects.get_for_model(due.model),
        object_id=due.object_id,
        defaults={
            "title": due.title,
            "due_at": due.due_at,
            "error": f"{type(error).__name__}: {error}",
            "last_at": now,
            "resolved_at": None,
        },
        create_defaults={
            "title": due.title,
            "due_at": due.due_at,
            "error": f"{type(error).__name__}: {error}",
            "first_at": now,
            "last_at": now,
        },
    )
    ScheduleFailure.objects.filter(pk=failure.pk).update(attempts=models.F("attempts") + 1)


def _tidy(run):
    """Close the failures that did not come back, and forget old runs."""
    ScheduleFailure.objects.filter(resolved_at=None, last_at__lt=run.started_at).update(
        resolved_at=run.finished_at
    )
    quiet = models.Q(
        published=0, expired=0, failed=0, started_at__lt=run.started_at - QUIET_RUNS_KEPT
    )
    old = models.Q(started_at__lt=run.started_at - BUSY_RUNS_KEPT)
    ScheduleRun.objects.filter(quiet | old).delete()
