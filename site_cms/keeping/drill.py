"""A drill: a backup restored into an empty place beside the site, compared, and thrown away."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.files.storage import FileSystemStorage
from django.db import connections

from site_cms.keeping.backups import Backup, differences, open_backup, restore

ALIAS = "drill"


@dataclass(frozen=True)
class Outcome:
    backup: Backup
    wrong: list[str]
    restored_in: float  # seconds
    compared_in: float


def drill(folder: Path) -> Outcome:
    began = time.monotonic()
    with TemporaryDirectory() as place, empty_database(Path(place)):
        storage = FileSystemStorage(location=Path(place) / "media")
        backup = open_backup(folder)
        restore(backup, ALIAS, storage)
        restored = time.monotonic()
        wrong = differences(backup, ALIAS, storage)
        return Outcome(backup, wrong, restored - began, time.monotonic() - restored)


@contextmanager
def empty_database(folder: Path) -> Iterator[None]:
    """Make one under the alias, on the server of the site if there is one; remove it."""
    default = connections["default"]
    is_file = default.vendor == "sqlite"
    name = str(folder / "drill.sqlite3") if is_file else f"drill_{os.getpid()}"
    if not is_file:
        _run(default, f"CREATE DATABASE {name} TEMPLATE template0")
    connections.databases[ALIAS] = {**connections.databases["default"], "NAME": name}
    try:
        yield
    finally:
        connections[ALIAS].close()
        del connections[ALIAS], connections.databases[ALIAS]
        if not is_file:
            _run(default, f"DROP DATABASE {name}")


def _run(connection, sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)
