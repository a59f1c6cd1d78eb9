"""The database of a backup: written whole as it was at one moment, with the count of its rows.

On PostgreSQL rows are counted, and summed up, in the very snapshot that pg_dump reads.
"""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from django.conf import settings
from django.db import connections, transaction

FILES = {"postgresql": "database.dump", "sqlite": "database.sqlite3"}


class Failed(Exception):
    """A program of PostgreSQL did not do its work; its own words say why."""


def dump(alias: str, out: BinaryIO) -> dict[str, str]:
    """Write the database; return {table: "rows sum"} as it stood."""
    connection = connections[alias]
    if connection.vendor == "sqlite":
        return _dump_sqlite(connection, out)
    with transaction.atomic(using=alias):
        _run_in(connection, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        snapshot = _run_in(connection, "SELECT pg_export_snapshot()")[0][0]
        arguments = ["--format=custom", "--no-owner", "--no-acl", f"--snapshot={snapshot}"]
        _run("pg_dump", connection, *arguments, stdout=out)
        return sums(alias)


def restore(alias: str, source: Path):
    """Put the backup in the place of all tables, in one transaction: all of it, or nothing."""
    connection = connections[alias]
    if connection.vendor == "sqlite":
        _restore_sqlite(connection, source)
        return
    tables = [connection.ops.quote_name(name) for name in _tables(connection)]
    connection.close()
    with TemporaryDirectory() as folder:
        script = Path(folder) / "script.sql"
        with script.open("wb") as file:
            if tables:
                file.write(f"DROP TABLE {', '.join(tables)} CASCADE;\n".encode())
            file.flush()
            _run("pg_restore", None, "--no-owner", "--no-acl", "--file=-", str(source), stdout=file)
        options = ["--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", f"--file={script}"]
        _run("psql", connection, *options, stdout=subprocess.DEVNULL)


def is_empty(alias: str) -> bool:
    return not _tables(connections[alias])


def sums(alias: str) -> dict[str, str]:
    """Return, of each table, how many rows it has, and a sum that changes when any of them does."""
    connection = connections[alias]
    return {table: _sum(connection, table) for table in sorted(_tables(connection))}


def _sum(connection, table):
    name = connection.ops.quote_name(table)
    if connection.vendor == "sqlite":
        return str(_run_in(connection, f"SELECT count(*) FROM {name}")[0][0])  # noqa: S608 (quoted)
    text = f"SELECT count(*), sum(hashtextextended(t::text, 0)::numeric) FROM {name} t"  # noqa: S608 (as above)
    count, total = _run_in(connection, text)[0]
    return f"{count} {total or 0}"


def _tables(connection):
    return connection.introspection.table_names()


def _run_in(connection, sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall() if cursor.description else []


# --- SQLite -----------------------------------------------------------------------------------


def _dump_sqlite(connection, out):
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.sqlite3"
        connection.ensure_connection()
        with closing(sqlite3.connect(copy)) as target:
            connection.connection.backup(target)
            names = target.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            )
            counts = {name: _count(target, name) for (name,) in names.fetchall()}
        with copy.open("rb") as file:
            shutil.copyfileobj(file, out)
    return dict(sorted(counts.items()))


def _count(target, name):
    return str(target.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])  # noqa: S608 (ours)


def _restore_sqlite(connection, source):
    """By SQLite's own hand, page by page: other processes may have the file open."""
    connection.ensure_connection()
    with closing(sqlite3.connect(source)) as backup:
        backup.backup(connection.connection)
    connection.close()


# --- PostgreSQL -------------------------------------------------------------------------------


def _run(program, connection, *arguments, stdout):
    """Run a program on the database; the password goes by the environment, unseen."""
    known = connection.get_connection_params() if connection else {}
    names = {"dbname": "PGDATABASE", "user": "PGUSER", "password": "PGPASSWORD"}
    names |= {"host": "PGHOST", "port": "PGPORT", "sslmode": "PGSSLMODE"}
    named = {names[key]: str(value) for key, value in known.items() if key in names}
    path = os.pathsep.join(filter(None, [settings.BACKUP_PROGRAMS, os.environ.get("PATH", "")]))
    found = shutil.which(program, path=path)
    if not found:
        raise Failed(f"{program} is not here: install PostgreSQL's client, or set BACKUP_PROGRAMS.")
    environment = {**os.environ, **named}
    command = [found, *arguments]
    done = subprocess.run(command, env=environment, stdout=stdout, stderr=subprocess.PIPE)  # noqa: S603 (our words only)
    if done.returncode:
        raise Failed(f"{program}: {done.stderr.decode(errors='replace').strip()[-800:]}")
