"""Copies on the disk: a new one is written aside, and `current` leads to it when it is whole.

    MIRROR_DIR/current -> copies/2026-12-01T03-20-11Z-4711
    MIRROR_DIR/copies/…/site/         what nginx gives out
    MIRROR_DIR/copies/…/ledger.sqlite3, made.json

A copy that differs in little begins as hard links to the files of the one before: a file is never
written to, only put in the place of another.
"""

import fcntl
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from site_cms.keeping.mirrored import CURRENT, LEDGER, MADE, SITE

COPIES = "copies"
UNFINISHED = ".unfinished-"
# nginx reads them, whatever the umask of the unit that writes them.
_FOLDER, _FILE, _OURS = 0o755, 0o644, 0o600


class Busy(Exception):
    """Another process is writing a copy."""


@contextmanager
def lock(root: Path, waits: bool) -> Iterator[None]:
    """One copy is written at a time."""
    make_folder(root)
    with (root / "lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | (0 if waits else fcntl.LOCK_NB))
        except BlockingIOError:
            raise Busy("Another copy is being written.") from None
        yield


@contextmanager
def new_copy(root: Path, made_at: datetime, like: Path | None = None) -> Iterator[Path]:
    """Yield the folder of a copy to write; `current` leads to it once the block has ended well."""
    copies = root / COPIES
    make_folder(copies)
    for left in copies.glob(f"{UNFINISHED}*"):
        shutil.rmtree(left, ignore_errors=True)
    name = f"{made_at.astimezone(UTC):%Y-%m-%dT%H-%M-%SZ}-{os.getpid()}"
    aside = copies / f"{UNFINISHED}{name}"
    make_folder(aside / SITE)
    try:
        if like:
            _link_all(like / SITE, aside / SITE)
            shutil.copyfile(like / LEDGER, aside / LEDGER)
        yield aside
        # What a power cut would leave behind names of files is in them, too.
        os.sync()
        _put_in_place(root, aside, copies / name)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _put_in_place(root, aside, copy):
    copy = copy if not copy.exists() else copy.with_name(f"{copy.name}-{os.urandom(3).hex()}")
    aside.rename(copy)
    following = root / f".{CURRENT}"
    following.unlink(missing_ok=True)
    following.symlink_to(copy.relative_to(root))
    following.replace(root / CURRENT)
    for old in copy.parent.iterdir():
        if old != copy:
            shutil.rmtree(old, ignore_errors=True)


def _link_all(source, target):
    for folder, names, files in os.walk(source):
        here = target / Path(folder).relative_to(source)
        for name in names:
            make_folder(here / name)
        for name in files:
            os.link(Path(folder) / name, here / name)


def make_folder(path: Path):
    path.mkdir(parents=True, exist_ok=True)
    with suppress(PermissionError):
        path.chmod(_FOLDER)


@contextmanager
def written(path: Path) -> Iterator:
    """Yield a file to write, which takes the place of what stands there once it is whole."""
    for above in reversed(path.parents):
        if not above.exists():
            make_folder(above)
    part = path.with_name(".part")
    try:
        with part.open("wb") as file:
            yield file
        part.chmod(_FILE)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def link(source: Path, target: Path):
    """Put a file of another copy in this one, as it is."""
    make_folder(target.parent)
    target.unlink(missing_ok=True)
    os.link(source, target)


def remove(site: Path, file: str):
    """Remove a file, and the folders that it leaves empty."""
    path = site / file
    path.unlink(missing_ok=True)
    with suppress(OSError):
        for above in path.parents:
            if above == site:
                break
            above.rmdir()


def note_made(copy: Path, whole_at: datetime):
    """Write when all was copied. This and the ledger, which names what is private, are ours."""
    (copy / MADE).write_text(json.dumps({"whole_at": whole_at.isoformat()}))
    for name in (MADE, LEDGER):
        (copy / name).chmod(_OURS)
