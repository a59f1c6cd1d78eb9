"""Run on its own: read a file from standard input, and write its text to standard output.

The arguments name the format, the seconds it may take, and for a PDF the page to begin with: pages
are written one by one, each with its end, so that what was read stays when time is up. Nothing of
the site is imported; memory and time are bounded. What an author took out, hid or only noted, is
not read: it stands in the file, and no reader sees it.
"""

import re
import resource
import sys
from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from posixpath import join, normpath
from zipfile import ZipFile

from defusedxml.ElementTree import fromstring, iterparse
from pypdf import PdfReader

MEMORY = 1024 * 1024 * 1024
TEXT_LIMIT = 200_000
PAGE_LIMIT = 500
# What one part of an office file may hold once unpacked, and all of them.
PART_LIMIT = 30 * 1024 * 1024
# Elements cost time and memory whether or not they hold words: some 300 pages of a report.
ELEMENT_LIMIT = 500_000
PARTS = {
    "docx": r"word/(document|footnotes|endnotes)\.xml",
    "pptx": r"ppt/slides/slide\d+\.xml",
    "odt": r"content\.xml",
    "ods": r"content\.xml",
    "odp": r"content\.xml",
}
END_OF_PAGE = "\f"
# Paragraphs of text and of slides, titles, cells of a sheet; and what stands for a space in them.
PARAGRAPHS = {"p", "h", "si", "is"}
SPACES = {"br", "tab", "s", "line-break"}
# Text that was deleted or moved away, codes of fields, comments, notes, the second of two drawings.
UNSEEN = {
    *("del", "moveFrom", "delText", "instrText", "delInstrText", "Fallback"),
    *("tracked-changes", "annotation", "notes", "hidden-text", "hidden-paragraph"),
    *("rPh", "script"),
}
# A style with one of these hides whatever bears it: sheets, slides, words.
HIDING = (("display", "none"), ("display", "false"), ("visibility", "hidden"))
OFF = ("0", "false", "off")


def pdf_pages(data, first) -> Iterator[str]:
    reader = PdfReader(BytesIO(data))
    for number in range(first, min(len(reader.pages), PAGE_LIMIT)):
        yield re.sub(r"\s+", " ", reader.pages[number].extract_text()).strip()


def office_text(kind, data):
    with ZipFile(BytesIO(data)) as archive:
        if kind == "xlsx":
            yield from Workbook(archive).text()
            return
        wanted = re.compile(PARTS[kind])
        shown = shown_slides(archive) if kind == "pptx" else None
        names = [n for n in archive.namelist() if wanted.fullmatch(n)]
        for name in within_limit(archive, names):
            if shown is None or name in shown:
                with archive.open(name) as file:
                    yield from xml_text(file)


def within_limit(archive, names):
    left = PART_LIMIT
    for name in names:
        left -= archive.getinfo(name).file_size
        # zipfile refuses to unpack more than a part says of itself.
        if left < 0:
            return
        yield name


def small_part(archive, name):
    """Return a part that lists others, or None."""
    if name not in archive.namelist() or archive.getinfo(name).file_size > PART_LIMIT:
        return None
    return fromstring(archive.read(name), forbid_dtd=True)


def related(archive, part) -> dict[str, str]:
    """Return what a part names by short keys: the parts that belong to it."""
    folder, _slash, name = part.rpartition("/")
    listed = small_part(archive, f"{folder}/_rels/{name}.rels")
    found = () if listed is None else listed
    return {each.get("Id"): normpath(join("/", folder, each.get("Target", ""))) for each in found}


def shown_slides(archive) -> set[str] | None:
    """Return the slides of the presentation: one that was removed may have stayed in the file."""
    targets = related(archive, "ppt/presentation.xml")
    return {target.lstrip("/") for target in targets.values()} if targets else None


class Workbook:
    """Sheets share their words: those are read that stand in a sheet and a row one can see."""

    def __init__(self, archive):
        self._archive = archive
        self._used: set[str] = set()

    def text(self):
        inline = []
        for sheet in within_limit(self._archive, self._sheets()):
            with self._archive.open(sheet) as file:
                inline += self._cells(file)
        for name in within_limit(self._archive, ["xl/sharedStrings.xml"]):
            if name in self._archive.namelist():
                with self._archive.open(name) as file:
                    yield from self._words(file)
        yield from inline

    def _sheets(self):
        book = small_part(self._archive, "xl/workbook.xml")
        targets = related(self._archive, "xl/workbook.xml")
        names = set(self._archive.namelist())
        sheets = () if book is None else book.iter()
        shown = [each for each in sheets if local_name(each) == "sheet" and is_shown(each)]
        keys = [value for each in shown for name, value in each.items() if name.endswith("}id")]
        found = [targets.get(key, "").lstrip("/") for key in keys]
        return [name for name in found if name in names]

    def _cells(self, file):
        """Note which shared words are used; return those that stand in a cell itself."""
        inline, row = [], None
        for event, element in islice(elements(file), 2 * ELEMENT_LIMIT):
            name = local_name(element)
            if event == "start":
                row = element.get("hidden") if name == "row" else row
                continue
            if name == "c" and row in (None, *OFF):
                inline += self._cell(element)
            if name in ("c", "row"):
                element.clear()
        return inline

    def _cell(self, cell):
        for part in cell:
            if local_name(part) == "v" and cell.get("t") == "s":
                self._used.add((part.text or "").strip())
            elif local_name(part) == "is":
                yield from (*paragraph(part), " ")

    def _words(self, file):
        number = 0
        for event, element in islice(elements(file), 2 * ELEMENT_LIMIT):
            if event == "end" and local_name(element) in UNSEEN:
                element.clear()
            if event == "end" and local_name(element) == "si":
                if str(number) in self._used:
                    yield from (*paragraph(element), " ")
                number += 1
                element.clear()


def is_shown(element) -> bool:
    return element.get("state", "visible") == "visible"


def elements(file):
    return iterparse(file, events=("start", "end"), forbid_dtd=True)


class Hidden:
    """Which elements are not to be read, as one goes through a file."""

    def __init__(self):
        self._styles, self._style = set(), None

    def begins(self, element) -> bool:
        name, told = local_name(element), attributes(element)
        if name == "style":
            self._style = told.get("name")
        is_property = name.endswith("-properties")
        if is_property and any(told.get(key) == value for key, value in HIDING):
            self._styles.add(self._style)
        if is_property or name == "style":
            return False
        is_off = told.get("show") in OFF or told.get("display") == "none"
        is_folded = told.get("visibility") == "collapse"
        return is_off or is_folded or name in UNSEEN or told.get("style-name") in self._styles


def attributes(element) -> dict[str, str]:
    return {name.rpartition("}")[2]: value for name, value in element.items()}


def empty(element):
    """Take out what stands in an element; what follows it is the paragraph's own."""
    tail = element.tail
    element.clear()
    element.tail = tail


def vanishes(run) -> bool:
    """Whether a run of Word's is one that its author hid."""
    for properties in run:
        if local_name(properties) == "rPr":
            marks = {local_name(each): attributes(each).get("val") for each in properties}
            return "vanish" in marks and marks["vanish"] not in OFF
    return False


def xml_text(file):
    """Yield the text of paragraphs; what stands in none is let go as soon as it has been read."""
    way, paragraphs, hidden, inside = [], 0, Hidden(), []
    for event, element in islice(elements(file), 2 * ELEMENT_LIMIT):
        is_paragraph = local_name(element) in PARAGRAPHS
        if event == "start":
            way.append(element)
            paragraphs += is_paragraph
            if hidden.begins(element):
                inside.append(element)
            continue
        way.pop()
        paragraphs -= is_paragraph
        if inside or (local_name(element) == "r" and vanishes(element)):
            empty(element)
            if inside and inside[-1] is element:
                inside.pop()
        elif is_paragraph:
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
    for piece in pdf_pages(data, 0) if kind == "pdf" else office_text(kind, data):
        pieces.append(piece)
        length += len(piece)
        if length > TEXT_LIMIT:
            break
    separator = "\n" if kind == "pdf" else ""
    return re.sub(r"\s+", " ", separator.join(pieces)).strip()[:TEXT_LIMIT]


def write(text):
    sys.stdout.buffer.write(text.encode(errors="replace"))
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    kind, seconds, first = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    file = sys.stdin.buffer.read()
    if kind == "pdf":
        left = TEXT_LIMIT
        for page in pdf_pages(file, first):
            write(page[:left] + END_OF_PAGE)
            if (left := left - len(page)) <= 0:
                break
    else:
        write(text_of(kind, file))
