"""What a copy knows of its addresses: a file of SQLite beside it, so that memory stays bounded.

It is the queue of the walk, the list of what was found, and what the next copy compares with.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

# What became of an address: in the copy; leads elsewhere; not for everybody; not there; broken.
KEPT, LEADS, PRIVATE, GONE, BROKEN = "kept", "leads", "private", "gone", "broken"
_TABLES = """
CREATE TABLE IF NOT EXISTS addresses (
  address TEXT PRIMARY KEY, found_on TEXT NOT NULL, state TEXT,
  file TEXT, kind TEXT, validator TEXT, digest TEXT
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS to_ask ON addresses (address) WHERE state IS NULL;
CREATE INDEX IF NOT EXISTS by_file ON addresses (file);
CREATE TABLE IF NOT EXISTS sent (file TEXT PRIMARY KEY, digest TEXT NOT NULL) WITHOUT ROWID;
CREATE TEMPORARY TABLE visible (address TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TEMPORARY TABLE removed (address TEXT PRIMARY KEY) WITHOUT ROWID;
"""
_NOTE = """
INSERT INTO addresses (address, found_on) VALUES (?, ?) ON CONFLICT (address)
DO UPDATE SET found_on = excluded.found_on WHERE addresses.found_on = ''
"""
BATCH = 200


class Found(NamedTuple):
    """What the copy has at an address; `validator` of a file: what tells this content of it."""

    file: str = ""
    kind: str = ""
    validator: str = ""
    digest: str = ""


NOTHING = Found()


def kind_in(path: Path, file: str) -> str:
    """Return the media type of a file of a copy; empty where that cannot be said."""
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=0.1)) as rows:
            found = rows.execute("SELECT kind FROM addresses WHERE file=?", (file,)).fetchone()
    except sqlite3.Error:
        return ""
    return found[0] if found else ""


class Ledger:
    """`found_on` of an address is the first that links to it; empty: nobody is known to."""

    def __init__(self, path: Path):
        self._rows = sqlite3.connect(path, isolation_level=None)
        # What is cut short is thrown away whole.
        self._rows.executescript(f"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; {_TABLES}")

    def close(self):
        self._rows.close()

    # --- The walk ---------------------------------------------------------------------------------

    def note(self, addresses: Iterable[str], found_on: str = ""):
        """Put down addresses, to be asked for unless they have been."""
        self._rows.execute("BEGIN")
        self._rows.executemany(_NOTE, ((address, found_on) for address in addresses))
        self._rows.execute("COMMIT")

    def to_ask(self) -> Iterator[str]:
        """Yield what is still to be asked for, until there is nothing more."""
        wanted = "SELECT address FROM addresses WHERE state IS NULL LIMIT ?"
        while found := self._rows.execute(wanted, (BATCH,)).fetchall():
            yield from (address for (address,) in found)

    def settle(self, address: str, state: str, found: Found = NOTHING):
        settled = "UPDATE addresses SET state=?, file=?, kind=?, validator=?, digest=?"
        self._rows.execute(f"{settled} WHERE address=?", (state, *found, address))

    def row(self, address: str) -> Found | None:
        """Return what is in the copy of an address."""
        wanted = "SELECT file, kind, validator, digest FROM addresses WHERE address=? AND state=?"
        found = self._rows.execute(wanted, (address, KEPT)).fetchone()
        return found and Found(*found)

    def file_at(self, address: str) -> str:
        wanted = "SELECT file FROM addresses WHERE address=?"
        found = self._rows.execute(wanted, (address,)).fetchone()
        return (found and found[0]) or ""

    # --- What a publication asks for anew ---------------------------------------------------------

    def ask_again(self, addresses: Iterable[str]):
        """Ask again for some addresses, and for the further pages of those that are lists."""
        # "@" follows "?" among characters.
        again = "UPDATE addresses SET state=NULL WHERE address=? OR (address>? AND address<?)"
        for address in addresses:
            self.note([address])
            self._rows.execute(again, (address, f"{address}?", f"{address}@"))

    def ask_for_what_is_not(self, visible: Iterable[str]):
        """Ask for pages that are not among those that all may see, and for those that are new."""
        self._rows.executemany(
            "INSERT OR IGNORE INTO visible VALUES (?)", ((address,) for address in visible)
        )
        self._rows.execute(
            "INSERT OR IGNORE INTO addresses (address, found_on) SELECT address, '' FROM visible"
        )
        self._rows.execute(
            "UPDATE addresses SET state=NULL WHERE state=? AND kind LIKE 'text/html%'"
            # Pages of errors have no address of their own.
            " AND address NOT LIKE '%/404.html'"
            " AND substr(address, 1, instr(address || '?', '?') - 1) NOT IN visible",
            (KEPT,),
        )
        # Of what could not be seen, in turn, what may be seen now.
        self._rows.execute(
            "UPDATE addresses SET state=NULL WHERE state IN (?, ?) AND address IN visible",
            (PRIVATE, GONE),
        )
        self._rows.execute("UPDATE addresses SET state=NULL WHERE validator<>''")

    def note_removed(self, address: str):
        self._rows.execute("INSERT OR IGNORE INTO removed VALUES (?)", (address,))

    def ask_for_what_went_with_pages(self):
        """Ask again for what was found on a page that is gone: its picture; and for all dates."""
        self._rows.execute(
            "UPDATE addresses SET state=NULL WHERE state=? AND EXISTS (SELECT 1 FROM removed)"
            " AND (found_on IN removed OR kind LIKE 'text/calendar%')",
            (KEPT,),
        )
        self._rows.execute("DELETE FROM removed")

    # --- What there is in the end -----------------------------------------------------------------

    def files(self) -> Iterator[tuple[str, str, str]]:
        """Yield (file, kind, digest) of all that is in the copy."""
        wanted = "SELECT file, kind, digest FROM addresses WHERE file<>'' ORDER BY file"
        yield from self._rows.execute(wanted)

    def missing(self) -> list[tuple[str, str, str]]:
        """Return (address, state, found on) of what should be in the copy and is not."""
        wanted = (
            "SELECT address, state, found_on FROM addresses"
            " WHERE state=? OR (state=? AND found_on<>'') ORDER BY address"
        )
        return self._rows.execute(wanted, (BROKEN, GONE)).fetchall()

    def count(self) -> int:
        return self._rows.execute("SELECT count(*) FROM addresses WHERE file<>''").fetchone()[0]

    # --- What a bucket was sent -------------------------------------------------------------------

    def remember_sent(self, other: Path):
        """Know what was sent when the copy of before was."""
        if other.exists():
            self._rows.execute("ATTACH ? AS other", (str(other),))
            self._rows.execute("INSERT INTO sent SELECT file, digest FROM other.sent")
            self._rows.execute("DETACH other")

    def to_send(self) -> list[tuple[str, str, str]]:
        """Return (file, kind, digest) of what has changed since it was sent, pages last."""
        wanted = (
            "SELECT a.file, a.kind, a.digest FROM addresses a LEFT JOIN sent s ON s.file=a.file"
            " WHERE a.file<>'' AND s.digest IS NOT a.digest"
            " ORDER BY a.kind LIKE 'text/html%', a.file"
        )
        return self._rows.execute(wanted).fetchall()

    def to_remove(self) -> list[str]:
        wanted = (
            "SELECT file FROM sent WHERE file NOT IN (SELECT file FROM addresses WHERE file<>'')"
        )
        return [file for (file,) in self._rows.execute(wanted)]

    def has_file(self, file: str) -> bool:
        wanted = "SELECT 1 FROM addresses WHERE file=?"
        return self._rows.execute(wanted, (file,)).fetchone() is not None

    def note_sent(self, file: str, digest: str):
        self._rows.execute("INSERT OR REPLACE INTO sent VALUES (?, ?)", (file, digest))

    def note_withdrawn(self, file: str):
        self._rows.execute("DELETE FROM sent WHERE file=?", (file,))
