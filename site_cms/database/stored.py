"""Files and rows stand or fall together: no half of a file, and no file of an act that failed."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar

from django.core.files.storage import FileSystemStorage

# What the act under way has written, as (storage, name); None outside of acts.
_written: ContextVar[list | None] = ContextVar("written", default=None)
# The name that this thread is writing under.
_here = threading.local()


class WholeFileStorage(FileSystemStorage):
    def get_available_name(self, name, max_length=None):
        """Django asks for another name when somebody was faster: the last one is ours."""
        _here.name = super().get_available_name(name, max_length)
        return _here.name

    def _save(self, name, content):
        _here.name = name
        try:
            name = super()._save(name, content)
        except OSError:
            # The disk is full, say: what was written of it is nobody's.
            _remove(self, _here.name)
            raise
        if (written := _written.get()) is not None:
            written.append((self, name))
        return name


@contextmanager
def files_of_the_act() -> Iterator[None]:
    """Around a transaction: when it is not committed, what it wrote to the disk goes too."""
    token = _written.set([])
    try:
        yield
    except BaseException:
        for storage, name in _written.get():
            _remove(storage, name)
        raise
    finally:
        _written.reset(token)


def _remove(storage, name):
    with suppress(OSError):
        storage.delete(name)
