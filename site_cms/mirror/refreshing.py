"""A publication refreshes the mirror: told of the same changes as the caches in front."""

import logging
from pathlib import Path

from django.conf import settings

from site_cms.keeping.mirrored import is_kept, last_mirror_at
from site_cms.mirror.mirror import copy_changes
from site_cms.tasks.work import beside
from site_cms.web.purge import listeners, shown_by

logger = logging.getLogger(__name__)


@beside(repeats=True)
def refresh(urls, page=None, everything=False):
    """Ask again for what has changed; the first copy is made by `manage.py mirror`."""
    if not is_kept() or last_mirror_at() is None:
        return
    report = copy_changes(Path(settings.MIRROR_DIR), shown_by(urls, page), everything)
    logger.info("Mirror: refreshed in %.1f s, %d files", report.seconds, report.files)


def connect():
    listeners.append((is_kept, refresh))
