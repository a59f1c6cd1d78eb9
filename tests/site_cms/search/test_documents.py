"""The text of uploaded files: found where a reader may read it, harmless whatever the file is."""

import tracemalloc
import zipfile
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse
from wagtail.models import Collection

from site_cms.models import SearchEntry, SiteDocument
from site_cms.search import documents, reader
from site_cms.search.documents import document_text
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


def pptx(text):
    xml = f'<s xmlns:a="{SLIDE}"><a:p><a:r><a:t>{text}</a:t></a:r></a:p></s>'
    return packed(**{"ppt/slides/slide1.xml": xml, "ppt/slides/slide2.xml": xml})


def xlsx(text):
    xml = f'<sst xmlns="{SHEET}"><si><t>{text}</t></si><si><t>autre</t></si></sst>'
    numbers = f'<worksheet xmlns="{SHEET}"><c><v>4321</v></c></worksheet>'
    return packed(**{"xl/sharedStrings.xml": xml, "xl/worksheets/sheet1.xml": numbers})


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
    "note.xlsx": xlsx("une brouette"),
    "note.odt": odf("une brouette"),
    "note.ods": odf("une brouette"),
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
            "collection": Collection.get_first_root_node().pk,
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
