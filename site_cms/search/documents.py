"""The words of uploaded files, read by a process of its own that is stopped when it takes too long.

A file may be broken, or made to be unfolded into gigabytes: whatever happens while reading it costs
some seconds at most, and the document is then found by its title only. Files are read by the
worker, one at a time: who is uploading or publishing meanwhile waits for nothing.
"""

import logging
import subprocess
import sys
from pathlib import Path

READER = Path(__file__).with_name("reader.py")
READABLE = ("docx", "odt", "ods", "pdf", "pptx", "xlsx")
SECONDS = 5
BYTE_LIMIT = 50 * 1024 * 1024
logger = logging.getLogger(__name__)


def document_text(document) -> str:
    """Return the text of a document's file, or "" where there is none to be had."""
    kind = document.file_extension.lower()
    if kind not in READABLE:
        return ""
    try:
        with document.file.open() as file:
            return _read(kind, file.read(BYTE_LIMIT + 1))
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        logger.warning("No text from document %s: %s", document.pk, type(error).__name__)
        return ""


def _read(kind, data):
    if len(data) > BYTE_LIMIT:
        return ""
    command = [sys.executable, "-I", str(READER), kind]
    done = subprocess.run(  # noqa: S603 (our own file, and the name of a format)
        command, input=data, capture_output=True, timeout=SECONDS, check=True
    )
    # NUL is what PostgreSQL refuses in a text.
    return done.stdout.decode(errors="replace").replace("\0", " ")
