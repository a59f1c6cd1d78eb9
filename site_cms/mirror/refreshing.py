"""A publication refreshes the mirror: told of the same changes as the caches in front."""

import logging
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from site_cms.keeping.mirrored import is_kept, last_mirror_at
from site_cms.mirror.mirror import copy_changes
from site_cms.tasks.work import beside, tasks
from site_cms.web.purge import listeners, shown_by

# Mail goes first.
AFTER_MAIL = -10
logger = logging.getLogger(__name__)


@beside(repeats=True)
def refresh(urls, page=None, everything=False):
    """Ask again for what has changed, and for what else waits: many publications cost one copy.

    The first copy is made by `manage.py mirror`.
    """
    if not is_kept() or last_mirror_at() is None:
        return
    told, waiting = shown_by(urls, page), list(_waiting())
    for row in waiting:
        told |= shown_by(*row.args_kwargs["args"], row.args_kwargs["kwargs"].get("page"))
        everything |= row.args_kwargs["kwargs"].get("everything", False)
    report = copy_changes(Path(settings.MIRROR_DIR), told, everything)
    # Only now: had this failed, they would be done in their turn.
    _waiting().filter(pk__in=[row.pk for row in waiting]).delete()
    logger.info("Mirror: refreshed in %.1f s, %d files", report.seconds, report.files)


def _waiting():
    due = tasks().ready().filter(task_path=refresh.module_path, run_after__lte=timezone.now())
    return due.order_by("enqueued_at")


def connect():
    listeners.append((is_kept, refresh.using(priority=AFTER_MAIL)))
