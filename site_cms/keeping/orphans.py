"""Files that no row names: what a process was killed at, between its file and its row.

An act that fails takes its files back (database/stored.py); one whose process is killed cannot.
Only the folders of uploads and renditions are looked at, only files of more than a day, in which
every act has ended, and never many: a database that was put back without its files, or emptied by
mistake, would make orphans of them all.
"""

import logging
from collections.abc import Iterator
from datetime import timedelta

from django.apps import apps
from django.core.files.storage import default_storage
from django.db.models import FileField
from django.utils import timezone

from site_cms.keeping.media import names

logger = logging.getLogger(__name__)

FOLDERS = ("original_images/", "images/", "documents/")
# Whatever is younger may still get its row.
AGE = timedelta(days=1)
# More at once than a few, and than so large a part of all files, is a mistake of somebody's.
FEW, PART = 20, 0.05


class TooMany(Exception):
    """Nothing was removed; people must look."""


def remove_orphans():
    known = set(_named())
    files = [name for folder in FOLDERS for name in names(default_storage, folder)]
    orphans = [name for name in files if name not in known and _is_old(name)]
    if len(orphans) > max(FEW, PART * len(files)):
        raise TooMany(f"{len(orphans)} of {len(files)} files belong to nothing; none is removed")
    for name in orphans:
        logger.warning("Media: %s belongs to nothing, and is removed", name)
        default_storage.delete(name)


def _named() -> Iterator[str]:
    """The files that rows name, whatever their model."""
    for model in apps.get_models():
        for field in model._meta.local_fields:
            if isinstance(field, FileField):
                yield from model._base_manager.values_list(field.attname, flat=True)


def _is_old(name):
    try:
        return timezone.now() - default_storage.get_modified_time(name) > AGE
    except FileNotFoundError:
        return False
