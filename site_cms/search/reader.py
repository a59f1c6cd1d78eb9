"""Run on its own: read a file from standard input, and write its text to standard output.

The argument names the format. Nothing of the site is imported; memory and time are bounded.
"""

import re
import resource
import sys
from io import BytesIO
from itertools import islice
from zipfile import ZipFile

from defusedxml.ElementTree import iterparse
from pypdf import PdfReader

MEMORY = 1024 * 1024 * 1024
SECONDS = 5
TEXT_LIMIT = 200_000
PAGE_LIMIT = 500
# What one part of an office file may hold once unpacked, and all of them.
PART_LIMIT = 30 * 1024 * 1024
# Elements cost time and memory whether or not they hold words: some 300 pages of a report.
ELEMENT_LIMIT = 500_000
PARTS = {
    "docx": r"word/(document|footnotes|endnotes)\.xml",
    "pptx": r"ppt/slides/slide\d+\.xml",
    "xlsx": r"xl/(sharedStrings|worksheets/sheet\d+)\.xml",
    "odt": r"content\.xml",
    "ods": r"content\.xml",
}
# Paragraphs of text and of slides, titles, cells of a sheet; and what stands for a space in them.
PARAGRAPHS = {"p", "h", "si", "is"}
SPACES = {"br", "tab", "s", "line-break"}


def pdf_text(data):
    reader = PdfReader(BytesIO(data))
    for number, page in enumerate(reader.pages):
        if number == PAGE_LIMIT:
            return
        yield page.extract_text()


def office_text(kind, data):
    wanted = re.compile(PARTS[kind])
    left = PART_LIMIT
    with ZipFile(BytesIO(data)) as archive:
        for part in archive.infolist():
            if not wanted.fullmatch(part.filename):
                continue
            left -= part.file_size
            # zipfile refuses to unpack more than a part says of itself.
            if left < 0:
                return
            with archive.open(part) as file:
                yield from xml_text(file)


def xml_text(file):
    """Yield the text of paragraphs; what stands in none is let go as soon as it has been read."""
    way, paragraphs = [], 0
    elements = iterparse(file, events=("start", "end"), forbid_dtd=True)
    for event, element in islice(elements, 2 * ELEMENT_LIMIT):
        is_paragraph = local_name(element) in PARAGRAPHS
        if event == "start":
            way.append(element)
            paragraphs += is_paragraph
            continue
        way.pop()
        paragraphs -= is_paragraph
        if is_paragraph:
            yield from paragraph(element)
            yield " "
            element.clear()
        if way and not paragraphs:
            # An emptied element would still be among its parent's.
            way[-1].clear()


def paragraph(element):
    if local_name(element) in SPACES:
        yield " "
    yield element.text or ""
    for child in element:
        yield from paragraph(child)
        yield child.tail or ""


def local_name(element):
    return element.tag.rpartition("}")[2]


def text_of(kind, data):
    pieces, length = [], 0
    for piece in pdf_text(data) if kind == "pdf" else office_text(kind, data):
        pieces.append(piece)
        length += len(piece)
        if length > TEXT_LIMIT:
            break
    separator = "\n" if kind == "pdf" else ""
    return re.sub(r"\s+", " ", separator.join(pieces)).strip()[:TEXT_LIMIT]


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    text = text_of(sys.argv[1], sys.stdin.buffer.read())
    sys.stdout.buffer.write(text.encode(errors="replace"))
