"""The text of uploaded files: found where a reader may read it, harmless whatever the file is."""

import subprocess
import tracemalloc
import zipfile
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse

from site_cms.models import SearchEntry, SiteDocument
from site_cms.rights.boundary import national_collection
from site_cms.search import documents, reader
from site_cms.search.documents import document_text
from site_cms.search.indexing import read_documents, read_on
from site_cms.search.reader import text_of
from tests.factories import PASSWORD, content, document, user
from tests.processes import work_off

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SLIDE = "http://schemas.openxmlformats.org/drawingml/2006/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"


def packed(**parts) -> bytes:
    output = BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return output.getvalue()


def docx(*runs):
    body = "".join(f"<w:r><w:t>{run}</w:t></w:r>" for run in runs)
    xml = f'<w:document xmlns:w="{WORD}"><w:body><w:p>{body}</w:p></w:body></w:document>'
    return packed(**{"word/document.xml": xml})


def rels(**targets):
    links = "".join(f'<Relationship Id="{k}" Target="{t}"/>' for k, t in targets.items())
    return f"<Relationships>{links}</Relationships>"


def slide(text, show=""):
    return f'<s xmlns:a="{SLIDE}" {show}><a:p><a:r><a:t>{text}</a:t></a:r></a:p></s>'


def pptx(text):
    xml = slide(text)
    return packed(**{"ppt/slides/slide1.xml": xml, "ppt/slides/slide2.xml": xml})


def sheet(*cells, row=""):
    body = "".join(f'<c t="s"><v>{cell}</v></c>' for cell in cells)
    return f'<worksheet xmlns="{SHEET}"><row {row}>{body}</row></worksheet>'


def xlsx(*strings, sheets=None, states=("visible",)):
    """A book of sheets, of which the first shows all words unless others are given."""
    words = "".join(f"<si><t>{text}</t></si>" for text in strings)
    sheets = sheets or [sheet(*range(len(strings)))]
    names = [f"worksheets/sheet{number}.xml" for number in range(1, len(sheets) + 1)]
    listed = "".join(
        f'<sheet xmlns:r="urn:r" state="{state}" r:id="r{n}"/>' for n, state in enumerate(states)
    )
    return packed(
        **{
            "xl/workbook.xml": f"<workbook><sheets>{listed}</sheets></workbook>",
            "xl/_rels/workbook.xml.rels": rels(**{f"r{n}": name for n, name in enumerate(names)}),
            "xl/sharedStrings.xml": f'<sst xmlns="{SHEET}">{words}</sst>',
            **{f"xl/{name}": xml for name, xml in zip(names, sheets, strict=True)},
        }
    )


def odf(text):
    xml = (
        f'<office:document-content xmlns:office="{OFFICE}" xmlns:text="{TEXT}">'
        f"<text:p>Bon<text:span>jour</text:span>, {text}</text:p></office:document-content>"
    )
    return packed(**{"content.xml": xml})


def pdf(text) -> bytes:
    drawn = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET"
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        f"/Resources << /Font << /F1 {font} >> >> >>",
        f"<< /Length {len(drawn)} >> stream\n{drawn}\nendstream",
    ]
    file, places = "%PDF-1.4\n", []
    for number, written in enumerate(objects, start=1):
        places.append(len(file))
        file += f"{number} 0 obj {written} endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    trailer = f"trailer << /Root 1 0 R /Size {size} >>\nstartxref\n{len(file)}\n%%EOF"
    return f"{file}xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode("latin-1")


FILES = {
    "note.docx": docx("une brou", "ette"),
    "note.pptx": pptx("une brouette"),
    "note.xlsx": xlsx("une brouette", "autre"),
    "note.odt": odf("une brouette"),
    "note.ods": odf("une brouette"),
    "note.odp": odf("une brouette"),
    "note.pdf": pdf("une brouette"),
}


@pytest.fixture
def upload(db):
    """Save a document, and let the worker do what it waits for."""

    def save(report, **fields):
        if isinstance(report, str):
            report = document(report, **fields)
        else:
            report.save()
        work_off()
        return report

    return save


def entry_of(report):
    return SearchEntry.objects.get(document=report)


@pytest.mark.parametrize("name", FILES)
def test_a_document_is_found_by_its_text(client, upload, name):
    report = upload(name, data=FILES[name], language="fr")
    link = {"document": report, "title": "", "detail": ""}
    content("Page", body=[("document", link)])
    html = client.get("/recherche/", {"q": "brouettes"}).content.decode()
    assert report.url in html and "<mark>brouette</mark>" in html


def test_words_keep_together_and_apart(db):
    assert document_text(document("a.docx", FILES["note.docx"])) == "une brouette"
    assert document_text(document("a.odt", FILES["note.odt"])) == "Bonjour, une brouette"
    assert document_text(document("a.xlsx", FILES["note.xlsx"])) == "une brouette autre"


def test_another_file_is_another_text_and_another_title_is_not_read_again(upload, monkeypatch):
    report = upload("a.docx", data=docx("première"))
    report.file = ContentFile(docx("seconde"), name="b.docx")
    upload(report)
    assert entry_of(report).text == "seconde"
    monkeypatch.setattr(documents, "_read", None)
    report.title = "Autre titre"
    upload(report)
    assert (entry_of(report).title, entry_of(report).text) == ("Autre titre", "seconde")


# --- What an author took out, hid or only noted ---------------------------------------------------

NAMES = (
    f'xmlns:w="{WORD}" xmlns:text="{TEXT}" xmlns:office="{OFFICE}" xmlns:table="urn:table" '
    'xmlns:draw="urn:draw" xmlns:style="urn:style" xmlns:presentation="urn:presentation"'
)


def office(kind, body):
    part = "word/document.xml" if kind == "docx" else "content.xml"
    return packed(**{part: f"<d {NAMES}>{body}</d>"})


RUN = "<w:r><w:t>{}</w:t></w:r>"
HIDDEN = {
    "deleted.docx": f"<w:p>{RUN.format('vu')}<w:del><w:r><w:delText>secret</w:delText></w:r>"
    "</w:del></w:p>",
    "moved.docx": f"<w:p>{RUN.format('vu')}<w:moveFrom>{RUN.format('secret')}</w:moveFrom></w:p>",
    "field.docx": f"<w:p><w:r><w:instrText>secret</w:instrText></w:r>{RUN.format('vu')}</w:p>",
    "hidden.docx": "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>"
    "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>vu</w:t></w:r></w:p>",
    "deleted.odt": "<text:tracked-changes><text:p>secret</text:p></text:tracked-changes>"
    "<text:p>vu</text:p>",
    "comment.odt": "<text:p>v<office:annotation><text:p>secret</text:p></office:annotation>u"
    "</text:p>",
    "section.odt": '<text:section text:display="none"><text:p>secret</text:p></text:section>'
    "<text:p>vu</text:p>",
    "span.odt": '<style:style style:name="T1"><style:text-properties text:display="none"/>'
    '</style:style><text:p>vu<text:span text:style-name="T1">secret</text:span></text:p>',
    "sheet.ods": '<style:style style:name="ta2"><style:table-properties table:display="false"/>'
    '</style:style><table:table table:style-name="ta1"><text:p>vu</text:p></table:table>'
    '<table:table table:style-name="ta2"><text:p>secret</text:p></table:table>',
    "slide.odp": '<style:style style:name="dp2"><style:drawing-page-properties '
    'presentation:visibility="hidden"/></style:style>'
    '<draw:page draw:style-name="dp1"><text:p>vu</text:p></draw:page>'
    '<draw:page draw:style-name="dp2"><text:p>secret</text:p></draw:page>',
    "notes.odp": "<draw:page><text:p>vu</text:p><presentation:notes><text:p>secret</text:p>"
    "</presentation:notes></draw:page>",
}


@pytest.mark.parametrize("name", HIDDEN)
def test_what_no_reader_sees_is_not_read(name):
    kind = name.rpartition(".")[2]
    assert text_of(kind, office(kind, HIDDEN[name])) == "vu"


def test_hidden_sheets_and_rows_are_not_read():
    words = ("vu", "secret", "aussi")
    both = [sheet(0), sheet(0, 1)]
    assert text_of("xlsx", xlsx(*words, sheets=both, states=("visible", "hidden"))) == "vu"
    assert (
        text_of("xlsx", xlsx(*words, sheets=both, states=("veryHidden", "visible"))) == "vu secret"
    )
    assert text_of("xlsx", xlsx(*words, sheets=[sheet(1, row='hidden="1"')])) == ""


def test_slides_that_are_hidden_or_gone_are_not_read():
    slides = {
        "ppt/slides/slide1.xml": slide("vu"),
        "ppt/slides/slide2.xml": slide("secret", 'show="0"'),
        "ppt/slides/slide3.xml": slide("oublié"),
        "ppt/_rels/presentation.xml.rels": rels(a="slides/slide1.xml", b="slides/slide2.xml"),
    }
    assert text_of("pptx", packed(**slides)) == "vu"


# --- Long ones ------------------------------------------------------------------------------------


def stopped_after(*pages):
    """As if the reader were killed after these pages."""
    written = "".join(f"{page}\f" for page in pages) + "à moitié"

    def run(*args, **kwargs):
        raise subprocess.TimeoutExpired("reader", 5, output=written.encode())

    return run


def test_a_long_pdf_is_read_in_the_end_and_what_was_read_is_kept(upload, monkeypatch):
    with monkeypatch.context() as slow:
        slow.setattr(documents.subprocess, "run", stopped_after("un début"))
        report = document("long.pdf", data=pdf("la suite"))
        read_documents([report])
        assert entry_of(report).text == "un début"
        # One page in the longer time, none in the next: that one is passed over.
        assert documents.read(report, 1) == documents.Reading("un début", 2)
        slow.setattr(documents.subprocess, "run", stopped_after())
        assert documents.read(report) == documents.Reading("", 0)
        assert documents.read(report, 4) == documents.Reading("", 5)
    read_on.func(report.pk, report.file.name, 0)
    assert entry_of(report).text == "un début la suite"


def test_what_could_be_read_of_a_broken_pdf_is_kept(db, monkeypatch):
    def run(*args, **kwargs):
        raise subprocess.CalledProcessError(1, "reader", output=b"une page\f")

    monkeypatch.setattr(documents.subprocess, "run", run)
    assert document_text(document("a.pdf")) == "une page"


# --- When -----------------------------------------------------------------------------------------


def test_whoever_uploads_a_file_does_not_wait_for_its_reading(
    client, transactional_db, monkeypatch
):
    """A slow file inside the transaction kept everybody else from writing, on SQLite."""
    user("camille", "Communication")
    client.login(username="camille", password=PASSWORD)
    states = []
    read = documents._read

    def noting(*args):
        states.append((connection.in_atomic_block, SiteDocument.objects.count()))
        return read(*args)

    monkeypatch.setattr(documents, "_read", noting)
    client.post(
        reverse("wagtaildocs:add"),
        {
            "title": "Note",
            "file": SimpleUploadedFile("note.docx", FILES["note.docx"]),
            "language": "fr",
            "collection": national_collection().pk,
        },
    )
    assert states == []
    work_off()
    assert states == [(False, 1)]
    assert entry_of(SiteDocument.objects.get()).text == "une brouette"


def test_a_file_is_found_by_its_title_until_it_is_read(db):
    waiting = [document("a.docx", docx("une")), document("b.docx", docx("deux"))]
    said = [(entry_of(each).title, entry_of(each).text) for each in waiting]
    assert said == [("a.docx", ""), ("b.docx", "")]
    work_off()
    assert [entry_of(each).text for each in waiting] == ["une", "deux"]


def test_a_file_changed_or_deleted_while_it_is_read_leaves_nothing_behind(upload, monkeypatch):
    report, gone = document("a.docx", docx("ancien")), document("b.docx", docx("ancien"))
    read = documents._read

    def meanwhile(*args):
        SiteDocument.objects.filter(pk=report.pk).update(file="documents/c.docx")
        SiteDocument.objects.filter(pk=gone.pk).delete()
        return read(*args)

    monkeypatch.setattr(documents, "_read", meanwhile)
    work_off()
    assert entry_of(report).text == ""
    assert not SearchEntry.objects.filter(title="b.docx").exists()


# --- Hostile files --------------------------------------------------------------------------------


BROKEN = {
    "empty.pdf": b"",
    "text.pdf": b"%PDF-1.4 nothing more",
    "not-a-zip.docx": b"PK not a zip",
    "other.docx": packed(**{"hello.txt": "brouette"}),
    "not-xml.docx": packed(**{"word/document.xml": "<w:p>brouette"}),
    "bomb.docx": packed(**{"word/document.xml": b"<a>" + b" " * 200_000_000 + b"</a>"}),
    "entities.docx": packed(
        **{
            "word/document.xml": '<!DOCTYPE d [<!ENTITY a "brouette"><!ENTITY b "&a;&a;&a;">]>'
            "<d><p>&b;</p></d>"
        }
    ),
    "outside.odt": packed(
        **{"content.xml": '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]><d><p>&a;</p></d>'}
    ),
    "deep.odt": packed(**{"content.xml": "<p>" * 100_000 + "</p>" * 100_000}),
    "loop.pdf": pdf("a").replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_file_nobody_can_read_is_still_a_document(upload, name):
    report = upload(name, data=BROKEN[name])
    entry = entry_of(report)
    assert (entry.title, entry.text) == (name, "")
    assert entry.source == report.file.name, "it is not read again"


@pytest.mark.parametrize(
    ("before", "after"), [("<b>{}</b><p>fin</p>", ""), ("<p>début</p><b>{}</b><p>fin</p>", "début")]
)
def test_a_small_file_of_countless_elements_is_read_up_to_a_limit(monkeypatch, before, after):
    monkeypatch.setattr(reader, "ELEMENT_LIMIT", 1_000)
    few, many = (before.format('<q a="1"/>' * number) for number in (900, 1_000))
    assert text_of("docx", packed(**{"word/document.xml": f"<a>{few}</a>"})).endswith("fin")
    assert text_of("docx", packed(**{"word/document.xml": f"<a>{many}</a>"})) == after


def test_what_stands_in_no_paragraph_takes_no_room():
    """A file of 39 kB filled 700 MB."""
    xml = b"<a><b>" + b'<q a="1"/>' * 200_000 + b"</b></a>"
    tracemalloc.start()
    assert list(reader.xml_text(BytesIO(xml))) == []
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 2_000_000


def test_paragraphs_within_a_paragraph_stay_apart():
    xml = b"<d><p>un<box><p>deux</p><p>trois</p></box>quatre</p></d>"
    assert "".join(reader.xml_text(BytesIO(xml))).split() == ["deux", "trois", "unquatre"]


def test_reading_ends_when_it_takes_too_long(db, monkeypatch):
    monkeypatch.setattr(documents, "SECONDS", 0.01)
    assert document_text(document("a.docx", FILES["note.docx"])) == ""
