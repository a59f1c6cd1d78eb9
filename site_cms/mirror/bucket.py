"""The mirror in a bucket: what has changed is sent, pages last, then what is gone is removed.

An object is replaced whole: whoever reads meets the old one or the new.
"""

from pathlib import Path

from django.core.files.base import File

from .ledger import Ledger


def send(storage, site: Path, ledger: Ledger, is_whole: bool):
    """Bring the bucket up to the copy; cut short, the next time goes on."""
    for name, kind, digest in ledger.to_send():
        with (site / name).open("rb") as source:
            file = File(source, name)
            file.content_type = kind
            storage.save(name, file)
        ledger.note_sent(name, digest)
    gone = _unknown(storage, ledger) if is_whole else ledger.to_remove()
    for name in gone:
        storage.delete(name)
        ledger.note_withdrawn(name)


def _unknown(storage, ledger) -> list[str]:
    """What lies there and is in no copy of ours: this machine may have lost its list."""
    return [one.key for one in storage.bucket.objects.all() if not ledger.has_file(one.key)]
