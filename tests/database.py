"""Test databases: migrated once, then copied.

Migrating takes longer than many a test run. The first process that needs a database migrates a
template, under a lock; every process copies it. On SQLite the template lies in pytest's cache
folder and serves later runs too, until a migration or a package changes.

A test that commits (`transaction=True`, `live_server`) ends, in Django, with a flush, which also
empties what migrations wrote: root page, home page, site, locale. Here it ends with a fresh copy,
so every test, of either kind and in any order, starts from a migrated database.

What several tests only read is made once, in a transaction around them (`built_around`). What takes
long to load and is committed can be kept beside it, and be brought back by any test of
any process of the run (`keep`, `copy(KEPT)`).
"""

import fcntl
import sqlite3
from contextlib import closing, contextmanager
from hashlib import sha256
from importlib.metadata import distributions
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.test import override_settings
from django.utils import translation

KEPT = "kept"


def fingerprint() -> str:
    """Return a name that changes with whatever shapes a migrated database."""
    parts = [*settings.INSTALLED_APPS, settings.LANGUAGE_CODE]
    parts += sorted(f"{package.name} {package.version}" for package in distributions())
    parts += [path.read_text() for path in sorted(settings.BASE_DIR.glob("*/migrations/*.py"))]
    return sha256("\n".join(parts).encode()).hexdigest()[:12]


class SqliteDatabase:
    def __init__(self, cache: Path, scratch: Path, shared: Path):
        self.template = cache / f"template-{fingerprint()}.sqlite3"
        self.name = scratch / "site.sqlite3"
        self.kept = shared / f"{KEPT}.sqlite3"

    def has_template(self) -> bool:
        return self.template.exists()

    def make_template(self):
        for old in self.template.parent.glob("template-*"):
            old.unlink()
        partial = self.template.with_suffix(".partial")
        migrate(partial)
        partial.rename(self.template)

    def copy(self, source=None):
        connection.ensure_connection()
        with closing(sqlite3.connect(self.kept if source == KEPT else self.template)) as template:
            template.backup(connection.connection)

    def keep(self):
        connection.ensure_connection()
        with closing(sqlite3.connect(self.kept)) as kept:
            connection.connection.backup(kept)

    def drop(self):
        """Leave the file to pytest, which clears its temporary folders."""


class PostgresDatabase:
    def __init__(self, shared: Path):
        self.prefix = f"test_{connection.settings_dict['NAME']}"
        self.template = f"{self.prefix}_template_{fingerprint()}"
        self.name = f"{self.prefix}_{uuid4().hex[:8]}"
        self.kept = f"{self.prefix}_{KEPT}_{sha256(bytes(shared)).hexdigest()[:8]}"

    def has_template(self) -> bool:
        return bool(self._run("SELECT 1 FROM pg_database WHERE datname = %s", self.template))

    def make_template(self):
        self._drop_old(f"{self.prefix}_template_")
        partial = f"{self.template}_partial"
        self._run(f'CREATE DATABASE "{partial}"')
        migrate(partial)
        self._run(f'ALTER DATABASE "{partial}" RENAME TO "{self.template}"')

    def copy(self, source=None):
        self._drop(self.name)
        template = self.kept if source == KEPT else self.template
        self._run(f'CREATE DATABASE "{self.name}" TEMPLATE "{template}"')

    def keep(self):
        self._drop_old(f"{self.prefix}_{KEPT}_")
        connection.close()
        # A database somebody is connected to cannot be copied: the server of the test may be.
        self._run(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", self.name
        )
        self._run(f'CREATE DATABASE "{self.kept}" TEMPLATE "{self.name}"')

    def drop(self):
        self._drop(self.name)

    def _drop_old(self, start):
        """Drop what an earlier run has left."""
        old = self._run("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", start)
        for (name,) in old:
            self._drop(name)

    def _drop(self, name):
        connection.close()
        self._run(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def _run(self, statement, *params):
        with connection._nodb_cursor() as cursor:
            cursor.execute(statement, params)
            return cursor.fetchall() if cursor.description else []


def migrate(name):
    connection.close()
    connection.settings_dict["NAME"] = str(name)
    call_command("migrate", verbosity=0, interactive=False)
    connection.close()


@contextmanager
def migrated_database(cache: Path, scratch: Path, shared: Path):
    """Point Django at a migrated copy; yield what makes the copy afresh.

    Templates lie in `cache`, the copy in `scratch`, what is kept in `shared`, a folder of this run.
    """
    is_sqlite = connection.vendor == "sqlite"
    database = SqliteDatabase(cache, scratch, shared) if is_sqlite else PostgresDatabase(shared)
    with (cache / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not database.has_template():
            database.make_template()
    connection.close()
    connection.settings_dict["NAME"] = str(database.name)
    database.copy()
    yield database
    database.drop()
    connection.close()


@contextmanager
def built_around(blocker, media, make):
    """Make content for several tests, each leaving it as it was; yield what `make` returns."""
    around = transaction.atomic()
    with blocker.unblock():
        around.__enter__()
    try:
        with blocker.unblock(), override_settings(MEDIA_ROOT=media), translation.override("fr"):
            made = make()
        yield made
    finally:
        with blocker.unblock():
            transaction.set_rollback(True)
            around.__exit__(None, None, None)
