"""Which errors say that something the site stands on is gone: its database, or room to write."""

import errno
import sqlite3
from collections.abc import Iterator

import psycopg
from django.db import InterfaceError, OperationalError

_AWAY = (
    *(psycopg.OperationalError, psycopg.InterfaceError),
    # What was the first server is the second since a moment.
    psycopg.errors.ReadOnlySqlTransaction,
)
_SQLITE_AWAY = ("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_IOERR", "SQLITE_CANTOPEN")
_SQLITE_FULL = ("SQLITE_FULL", "SQLITE_READONLY")
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EROFS}


def says_away(error: BaseException | None) -> bool:
    """Whether the database is out of reach, frozen, restarting or taken, and no disk is full."""
    return any(map(_is_away, _chain(error))) and not says_full(error)


def says_full(error: BaseException | None) -> bool:
    """Whether nothing more can be written: a disk, or the database's, is full or read-only."""
    return any(map(_is_full, _chain(error)))


def _chain(error) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _is_full(error):
    on_sqlite = getattr(error, "sqlite_errorname", "").startswith(_SQLITE_FULL)
    return on_sqlite or isinstance(error, psycopg.errors.DiskFull) or _errno(error) in _NO_ROOM


def _errno(error):
    return error.errno if isinstance(error, OSError) else None


def _is_away(error):
    if isinstance(error, sqlite3.Error):
        return getattr(error, "sqlite_errorname", "").startswith(_SQLITE_AWAY)
    # Django's own word, where no driver stands behind it.
    is_django = isinstance(error, (OperationalError, InterfaceError)) and error.__cause__ is None
    return is_django or isinstance(error, _AWAY)
