"""Files of a backup: written once, to the end, and sealed with age where a key is set.

age's own program opens them too. Whoever makes backups needs the public half of the key only, so a
machine that is broken into does not give away those that it has made.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import file_digest
from pathlib import Path
from threading import Thread
from typing import BinaryIO

import pyrage

SUFFIX = ".age"


class Unreadable(Exception):
    """A sealed file cannot be opened: no key, another one, or a file that is damaged."""


@contextmanager
def sealed(path: Path, recipient: str) -> Iterator[BinaryIO]:
    """Yield a file to write; what is written is on the disk when the block has ended."""
    with path.open("wb") as file:
        if recipient:
            key = pyrage.x25519.Recipient.from_str(recipient)
            with _through(lambda end: pyrage.encrypt_io(end, file, [key]), "wb") as pipe:
                yield pipe
        else:
            yield file
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def opened(path: Path, identity: str) -> Iterator[BinaryIO]:
    """Yield the file to read, unsealed by the key that stands in the file `identity`."""
    with path.open("rb") as file:
        if path.suffix != SUFFIX:
            yield file
            return
        key = _identity(identity)
        with _through(lambda end: pyrage.decrypt_io(file, end, [key]), "rb") as pipe:
            yield pipe


def _identity(path):
    if not path:
        raise Unreadable("The backup is sealed: BACKUP_IDENTITY names no file with its key.")
    lines = Path(path).read_text().splitlines()
    secret = next((line for line in lines if line.startswith("AGE-SECRET-KEY-")), "")
    try:
        return pyrage.x25519.Identity.from_str(secret)
    except pyrage.IdentityError:
        raise Unreadable(f"There is no key of age in {path}.") from None


def checksum(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


@contextmanager
def _through(work, mode):
    """Yield our end of a pipe whose other end another thread works on."""
    failed = []
    reading, writing = os.pipe()
    theirs, ours = (reading, writing) if mode == "wb" else (writing, reading)

    def run():
        try:
            with os.fdopen(theirs, "rb" if mode == "wb" else "wb") as end:
                work(end)
        except Exception as error:
            failed.append(error)

    thread = Thread(target=run, daemon=True)
    thread.start()
    try:
        with os.fdopen(ours, mode) as end:
            yield end
    except BrokenPipeError:
        if not failed:
            raise
    thread.join()
    # A reader that had enough leaves a broken pipe behind.
    if failed and not (mode == "rb" and isinstance(failed[0], BrokenPipeError)):
        raise Unreadable(f"{type(failed[0]).__name__}: {failed[0]}") from failed[0]
