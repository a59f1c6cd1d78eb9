"""What is pasted from Word or LibreOffice into the text of a page, in a real browser."""

import re

import pytest
from playwright.sync_api import expect

from site_cms.rights.roles import COMMUNICATION
from tests.factories import PASSWORD, content, user

pytestmark = pytest.mark.once

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta name=Generator content="Microsoft Word 15"><style>p.MsoNormal {margin:0cm}</style></head>
<body lang=FR><!--StartFragment-->
<h1>Premier titre<o:p></o:p></h1>
<p class=MsoNormal>Un <b>mot gras</b>, un <i style='mso-bidi-font-style:normal'>italique</i>,
le XXI<sup>e</sup> siècle et <a href="https://example.org/x">un lien</a>.<a style='mso-footnote-id:
ftn1' href="#_ftn1"><sup>[1]</sup></a> <u>Souligné</u><del>secret</del></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if
!supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span><![endif]>Point</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level2 lfo1'><span
style='mso-list:Ignore'>a)<span>&nbsp;</span></span>Sous-point</p>
<h2>Second niveau</h2>
<p class=MsoCaption>Tableau 1 : chiffres</p>
<table class=MsoTableGrid><tr><td><p class=MsoNormal>Année</p></td><td><p>Nombre</p></td></tr>
<tr><td><p class=MsoNormal>2018</p></td><td><p>22</p></td></tr></table>
<p class=MsoNormal><img src="file:///C:/image.png">Fin.</p>
<div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p>Une note
</p></div></div><!--EndFragment--></body></html>"""
LIBRE = """<meta http-equiv="content-type" content="text/html; charset=utf-8"/>
<p class="western" style="line-height: 100%">Avant</p><h2 class="western">Titre libre</h2>
<ul><li><p>Un</p></li><li><p>Deux</p><ol><li><p>Dedans</p></li></ol></li></ul>"""


@pytest.fixture
def editor(transactional_db, page):
    """The form of a page whose text begins with one paragraph, before whose end one stands."""
    made = content("Page", body=[("paragraph", "<p>Début Suite</p>")])
    user("camille", COMMUNICATION)
    page.goto("/admin/login/")
    page.fill("[name=login]", "camille")
    page.fill("[name=password]", PASSWORD)
    page.click("main [type=submit]")
    page.goto(f"/admin/pages/{made.pk}/edit/")
    page.made = made
    return page


def paste(page, html):
    text = page.locator("[data-contentpath=body] [contenteditable=true]").first
    text.click()
    text.press("Home")
    for _letter in "Début ":
        text.press("ArrowRight")
    text.evaluate(
        """(target, html) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData("text/html", html);
          clipboardData.setData("text/plain", "x");
          const event = new ClipboardEvent("paste", { clipboardData, bubbles: true });
          Object.defineProperty(event, "clipboardData", { value: clipboardData });
          target.dispatchEvent(event);
        }""",
        html,
    )


def saved(page):
    """The blocks of the draft, once it is saved."""
    # The editor writes what it holds into the form a moment later.
    expect(page.locator("[name=body-0-value]")).not_to_have_value(re.compile("Suite"))
    with page.expect_navigation():
        page.evaluate("document.querySelector('#page-edit-form').requestSubmit()")
    draft = page.made.__class__.objects.get(pk=page.made.pk).get_latest_revision_as_object()
    return [(block.block_type, block.value) for block in draft.body]


def test_a_paste_from_word_becomes_blocks_and_what_is_left_out_is_said(editor):
    paste(editor, WORD)
    told = editor.locator(".messages")
    expect(told).to_contain_text("intertitres (2), tableaux (1)")
    for left in ("notes de bas de page (2)", "images (1)", "soulignements (1)", "texte supprimé"):
        expect(told).to_contain_text(left)
    blocks = saved(editor)
    kinds = ["paragraph", "heading", "paragraph", "heading", "table", "paragraph", "paragraph"]
    assert [kind for kind, _value in blocks][:5] == kinds[:5]
    values = [value for _kind, value in blocks]
    assert values[0].source.count("Début") == 1 and "Suite" not in values[0].source
    assert (values[1]["text"], values[1]["level"]) == ("Premier titre", "h2")
    text = values[2].source
    for kept in (
        "<b>mot gras</b>",
        "<i>italique</i>",
        "XXI<sup>e</sup>",
        '<a href="https://example.org/x">un lien</a>',
        "Point",
        "<ol><li",
        "Sous-point",
    ):
        assert kept in text
    assert "secret" not in text and "[1]" not in text and "·" not in text
    assert (values[3]["text"], values[3]["level"]) == ("Second niveau", "h3")
    assert values[4]["caption"] == "Tableau 1\u00a0: chiffres"
    assert [column["heading"] for column in values[4]["table"].columns] == ["Année", "Nombre"]
    cells = [[cell.value for cell in row] for row in values[4]["table"].rows]
    assert cells == [["2018", "22"]]
    rest = " ".join(value.source for value in values[5:])
    assert "Fin." in rest and "Suite" in rest and "note" not in rest
    assert editor.problems == []


def test_a_title_wraps_and_a_counter_says_what_is_left(editor):
    title = editor.locator("[name=title]")
    low = title.bounding_box()["height"]
    title.fill("Un titre de plus en plus long " * 8)
    expect(editor.locator("#id_title-left")).to_have_text("Signes restants\u00a0: 15")
    assert title.bounding_box()["height"] > low * 1.5
    editor.locator("[name=summary]").focus()
    expect(editor.locator("#id_summary-left")).to_contain_text("Signes restants")
    assert editor.problems == []


def test_a_paste_from_libreoffice_keeps_headings_and_lists(editor):
    paste(editor, LIBRE)
    expect(editor.locator(".messages")).to_contain_text("intertitres (1)")
    blocks = saved(editor)
    kinds = [kind for kind, _value in blocks]
    assert kinds[:4] == ["paragraph", "paragraph", "heading", "paragraph"]
    assert blocks[2][1]["text"] == "Titre libre"
    assert blocks[3][1].source.count("<li") == 3 and "<ol" in blocks[3][1].source
