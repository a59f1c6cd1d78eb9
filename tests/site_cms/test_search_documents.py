"""The text of uploaded files: found where a reader may read it, harmless whatever the file is."""

import zipfile
from io import BytesIO

import pytest
from django.core.files.base import ContentFile

from site_cms.models import SearchEntry
from site_cms.search import documents
from site_cms.search.documents import document_text
from tests.factories import content, document

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


@pytest.mark.parametrize("name", FILES)
def test_a_document_is_found_by_its_text(client, db, name):
    report = document(name, FILES[name], language="fr")
    link = {"document": report, "title": "", "detail": ""}
    content("Page", body=[("document", link)])
    html = client.get("/recherche/", {"q": "brouettes"}).content.decode()
    assert report.url in html and "<mark>brouette</mark>" in html


def test_words_keep_together_and_apart(db):
    assert document_text(document("a.docx", FILES["note.docx"])) == "une brouette"
    assert document_text(document("a.odt", FILES["note.odt"])) == "Bonjour, une brouette"
    assert document_text(document("a.xlsx", FILES["note.xlsx"])) == "une brouette autre"


def test_another_file_is_another_text_and_another_title_is_not_read_again(db, monkeypatch):
    report = document("a.docx", docx("première"))
    report.file = ContentFile(docx("seconde"), name="b.docx")
    report.save()
    assert SearchEntry.objects.get(document=report).text == "seconde"
    monkeypatch.setattr(documents, "_read", None)
    report.title = "Autre titre"
    report.save()
    assert SearchEntry.objects.get(document=report).text == "seconde"


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
def test_a_file_nobody_can_read_is_still_a_document(db, name):
    report = document(name, BROKEN[name])
    entry = SearchEntry.objects.get(document=report)
    assert (entry.title, entry.text) == (name, "")


def test_reading_ends_when_it_takes_too_long(db, monkeypatch):
    monkeypatch.setattr(documents, "SECONDS", 0.01)
    assert document_text(document("a.docx", FILES["note.docx"])) == ""
