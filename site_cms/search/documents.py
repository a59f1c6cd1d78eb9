"""The words of uploaded files, read by a process of its own that is stopped when it takes too long.

A file may be broken, or made to be unfolded into gigabytes: whatever happens while reading it costs
some seconds at most. A PDF whose time is up is read on from the page it had come to, in a task of
its own; what was read of it is kept. Of any other file the title is left. Files are read by the
worker, one at a time: who is uploading or publishing meanwhile waits for nothing.
"""

import logging
import math
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

READER = Path(__file__).with_name("reader.py")
READABLE = ("docx", "odp", "odt", "ods", "pdf", "pptx", "xlsx")
SECONDS = 5
# For each part of a long PDF.
LONGER = 60
# As in reader.py, which imports nothing.
END_OF_PAGE, PAGE_LIMIT = "\f", 500
BYTE_LIMIT = 50 * 1024 * 1024
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Reading:
    """What was read of a file; `next_page` is where to read on, of one that is not at its end."""

    text: str = ""
    next_page: int | None = None


def document_text(document) -> str:
    """Return the text of a document's file, as far as it is read at once."""
    return read(document).text


def read(document, first: int | None = None) -> Reading:
    """Read a document's file: from its beginning, or a PDF on from a page, with more time."""
    kind = document.file_extension.lower()
    if kind not in READABLE:
        return Reading()
    try:
        with document.file.open() as file:
            return _read(kind, file.read(BYTE_LIMIT + 1), first)
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        logger.warning("No text from document %s: %s", document.pk, type(error).__name__)
        return Reading()


def _read(kind, data, first=None):
    if len(data) > BYTE_LIMIT:
        return Reading()
    seconds = SECONDS if first is None else LONGER
    command = [sys.executable, "-I", str(READER), kind, str(math.ceil(seconds)), str(first or 0)]
    try:
        done = subprocess.run(  # noqa: S603 (our own file, the name of a format, two numbers)
            command, input=data, capture_output=True, timeout=seconds, check=True
        )
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError) as stopped:
        if kind != "pdf":
            raise
        return _part(stopped, first)
    return Reading(_plain(done.stdout))


def _part(stopped, first):
    """Return what was read of a PDF; killed for its time, by us or its limit, it is read on."""
    output, end = stopped.stdout or b"", END_OF_PAGE.encode()
    text, pages = _plain(output.rpartition(end)[0]), output.count(end)
    was_slow = isinstance(stopped, subprocess.TimeoutExpired) or stopped.returncode < 0
    if not was_slow:
        return Reading(text)
    # A page that takes all of the longer time would take it again.
    is_stuck = first is not None and not pages
    return Reading(text, (first or 0) + pages + is_stuck)


def _plain(output):
    # NUL is what PostgreSQL refuses in a text.
    text = output.decode(errors="replace").replace("\0", " ")
    return " ".join(text.split())
