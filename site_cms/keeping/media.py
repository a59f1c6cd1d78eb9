"""The media of a backup: one tar of what the storage holds, on a disk or in a bucket."""

import tarfile
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from django.core.files.base import File
from django.core.files.storage import Storage
from django.core.files.storage.filesystem import FileSystemStorage


def write_tar(storage: Storage, out: BinaryIO) -> dict:
    """Write all files; return their number, bytes and one checksum of it all."""
    total = Total()
    with tarfile.open(fileobj=out, mode="w|") as tar:
        for name in names(storage):
            try:
                data = _read(storage, name)
            except FileNotFoundError:
                # Removed since its name was read: so is its row, which was read before.
                continue
            total.add(name, data)
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            tar.addfile(entry, BytesIO(data))
    return total.said()


def read_tar(source: BinaryIO) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(fileobj=source, mode="r|") as tar:
        for entry in tar:
            if not entry.isfile() or ".." in Path(entry.name).parts or entry.name.startswith("/"):
                raise ValueError(f"{entry.name} has no place in a backup.")
            yield entry.name, tar.extractfile(entry).read()


def measure(storage: Storage) -> dict:
    """Return what `write_tar` says, of files as they stand."""
    total = Total()
    for name in names(storage):
        total.add(name, _read(storage, name))
    return total.said()


def names(storage: Storage, folder: str = "") -> Iterator[str]:
    """Yield the names of all files in their order; what begins with a dot is no upload."""
    if isinstance(storage, FileSystemStorage) and not Path(storage.path(folder or ".")).is_dir():
        return
    folders, files = storage.listdir(folder)
    for name in sorted(files):
        if name and not name.startswith("."):
            yield f"{folder}{name}"
    for name in sorted(folders):
        if not name.startswith("."):
            yield from names(storage, f"{folder}{name}/")


def put(storage: Storage, name: str, data: bytes):
    """Write a file under its very name."""
    if storage.exists(name):
        storage.delete(name)
    storage.save(name, File(BytesIO(data), name=name))


def _read(storage, name):
    with storage.open(name) as file:
        return file.read()


class Total:
    def __init__(self):
        self.files, self.bytes, self.sums = 0, 0, []

    def add(self, name: str, data: bytes):
        self.files, self.bytes = self.files + 1, self.bytes + len(data)
        self.sums.append(f"{sha256(data).hexdigest()} {name}")

    def said(self) -> dict:
        whole = sha256("\n".join(sorted(self.sums)).encode()).hexdigest()
        return {"files": self.files, "bytes": self.bytes, "sha256": whole}
