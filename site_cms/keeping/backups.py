"""Backups: a folder for each, with database, media and a manifest that says what they must be.

A backup is written under a name that begins with a dot, and takes its own when all of it is on the
disk: what was cut short is none. A restore looks at the checksums first, and writes nothing else.
"""

import json
import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.core.files.storage import Storage, default_storage
from django.db import connections
from django.utils import timezone

from site_cms.keeping import databases, media
from site_cms.keeping.seal import SUFFIX, checksum, opened, sealed
from site_cms.words.durations import kept_since

MANIFEST, MEDIA = "manifest.json", "media.tar"
FORMAT = 1
NAME = "%Y-%m-%dT%H-%M-%SZ"
UNFINISHED = ".unfinished-"


class Refused(Exception):
    """A restore that would destroy something, or a backup that is not what it says."""


class Inhabited(Refused):
    """There is a site in that place."""


@dataclass(frozen=True)
class Backup:
    folder: Path
    manifest: dict

    @property
    def made_at(self) -> datetime:
        return datetime.fromisoformat(self.manifest["made_at"])

    @property
    def size(self) -> int:
        return sum(path.stat().st_size for path in self.folder.iterdir())

    def file(self, beginning: str) -> Path:
        return next(self.folder / n for n in self.manifest["files"] if n.startswith(beginning))


def make_backup(folder: Path | None = None) -> Backup:
    """Write a backup below the folder. First the database: a file that comes later is only more."""
    folder = folder or Path(settings.BACKUP_DIR)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    made_at = timezone.now().astimezone(UTC)
    name = made_at.strftime(NAME)
    unfinished = folder / f"{UNFINISHED}{name}-{os.getpid()}"
    unfinished.mkdir(mode=0o700)
    try:
        manifest = _write(unfinished, made_at)
        unfinished.rename(folder / name)
        _settle(folder)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return Backup(folder / name, manifest)


def _write(folder, made_at):
    recipient = settings.BACKUP_RECIPIENT
    suffix = SUFFIX if recipient else ""
    vendor = connections["default"].vendor
    database = folder / f"{databases.FILES[vendor]}{suffix}"
    pictures = folder / f"{MEDIA}{suffix}"
    with sealed(database, recipient) as file:
        tables = databases.dump("default", file)
    with sealed(pictures, recipient) as file:
        total = media.write_tar(default_storage, file)
    manifest = {
        **{"format": FORMAT, "made_at": made_at.isoformat(), "vendor": vendor},
        "files": {path.name: checksum(path) for path in (database, pictures)},
        **{"tables": tables, "media": total},
    }
    with sealed(folder / MANIFEST, "") as file:
        file.write(json.dumps(manifest, indent=1).encode())
    _settle(folder)
    return manifest


def _settle(folder):
    """Have the disk hold the names, too."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def all_backups(folder: Path | None = None) -> list[Backup]:
    """Return the backups that are whole, the oldest first."""
    folder = folder or Path(settings.BACKUP_DIR)
    found = []
    for path in sorted(folder.glob(f"[0-9]*/{MANIFEST}")) if folder.is_dir() else ():
        with suppress(ValueError, OSError):
            found.append(Backup(path.parent, json.loads(path.read_text())))
    return found


def last_backup_at() -> datetime | None:
    """Return when the last backup was made; for the desk, and for whatever watches the site."""
    backups = all_backups()
    return backups[-1].made_at if backups else None


def is_late(last: datetime | None) -> bool:
    """Return whether there should be a newer one, where this site is told to make them."""
    hours = settings.BACKUP_DUE_HOURS
    if not hours:
        return False
    return last is None or (timezone.now() - last).total_seconds() > hours * 3600


def forget_old(folder: Path | None = None) -> int:
    """Remove backups that were kept long enough, and what was cut short; never the last one."""
    folder = folder or Path(settings.BACKUP_DIR)
    old = [b for b in all_backups(folder)[:-1] if b.made_at < kept_since("backups")]
    for backup in old:
        shutil.rmtree(backup.folder)
    for path in folder.glob(f"{UNFINISHED}*"):
        if datetime.fromtimestamp(path.stat().st_mtime, UTC) < kept_since("backups"):
            shutil.rmtree(path, ignore_errors=True)
    return len(old)


def open_backup(folder: Path) -> Backup:
    """Return a backup whose files are what its manifest says."""
    try:
        backup = Backup(folder, json.loads((folder / MANIFEST).read_text()))
    except (OSError, ValueError):
        raise Refused(f"{folder} is no whole backup: it has no manifest.") from None
    if backup.manifest["format"] != FORMAT:
        raise Refused(f"{folder} was made by another version.")
    for name, wanted in backup.manifest["files"].items():
        path = folder / name
        if not path.is_file() or checksum(path) != wanted:
            raise Refused(f"{path} is not what the manifest says: the backup is damaged.")
    return backup


def restore(backup: Backup, alias: str, storage: Storage, over: bool = False):
    """Put a backup that `open_backup` has looked at in its place: the database, then the files."""
    vendor = connections[alias].vendor
    if backup.manifest["vendor"] != vendor:
        raise Refused(f"A backup of {backup.manifest['vendor']} does not go into {vendor}.")
    if not over and not (databases.is_empty(alias) and next(media.names(storage), None) is None):
        raise Inhabited("There is a site in that place already: a restore would destroy it.")
    identity = settings.BACKUP_IDENTITY
    with TemporaryDirectory() as folder:
        # All of it unsealed before anything is touched.
        plain = Path(folder) / "database"
        with opened(backup.file("database"), identity) as file, plain.open("wb") as out:
            shutil.copyfileobj(file, out)
        databases.restore(alias, plain)
    with opened(backup.file(MEDIA), identity) as file:
        kept = set()
        for name, data in media.read_tar(file):
            media.put(storage, name, data)
            kept.add(name)
    for name in set(media.names(storage)) - kept:
        storage.delete(name)


def differences(backup: Backup, alias: str, storage: Storage) -> list[str]:
    """Say where what stands there is not what the manifest says."""
    wanted, found = backup.manifest["tables"], databases.sums(alias)
    wrong = [
        f"{table}: {found.get(table, 'not there')} instead of {wanted.get(table, 'nothing')}"
        for table in sorted(wanted.keys() | found.keys())
        if wanted.get(table) != found.get(table)
    ]
    total = media.measure(storage)
    if total != backup.manifest["media"]:
        wrong.append(f"media: {total} instead of {backup.manifest['media']}")
    return wrong
