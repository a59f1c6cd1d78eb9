import pytest
from lxml.html import fromstring

from site_cms.blocks import ButtonBlock, CardsBlock, TableBlock
from tests.factories import article, content, restrict
from tests.refusals import refusals


def test_a_button_leads_to_a_page_or_an_address_and_not_both(db):
    page = content().pk
    block = ButtonBlock()
    assert refusals(block, label="Lire", page=page) == {}
    assert refusals(block, label="Lire", url="https://www.example.org/") == {}
    assert "l’une des deux" in refusals(block, label="Lire")["page"]
    both = refusals(block, label="Lire", page=page, url="https://www.example.org/")
    assert "l’une des deux" in both["page"]


def shown_cards(*pages):
    value = CardsBlock().to_python({"pages": [page.pk for page in pages]})
    return [page.title for page in CardsBlock().get_context(value)["pages"]]


def test_cards_keep_the_editor_s_order_and_leave_out_what_the_public_may_not_see(db):
    last, draft, hidden, first = article("Z"), article("B", live=False), content("C"), content("A")
    restrict(hidden)
    assert shown_cards(last, draft, hidden, first) == ["Z", "A"]


def test_a_card_tells_the_whole_summary(db):
    summary = "Un résumé de trois cents signes. " * 9
    page = content(summary=summary.strip())
    body = content(body=[("cards", {"pages": [page]})]).body
    assert summary.strip() in str(body.render_as_block({}))


@pytest.mark.parametrize("state", ["public", "draft", "private"])
def test_a_button_leads_to_no_page_that_the_public_may_not_see(db, state):
    page = content("Cible", live=state != "draft")
    if state == "private":
        restrict(page)
    value = ButtonBlock().to_python({"label": "Lire", "page": page.pk})
    # As in a feed: without any request.
    assert (page.url in ButtonBlock().render(value)) is (state == "public")


def table(*headings, **value):
    columns = [{"type": "text", "heading": heading} for heading in headings]
    rows = [{"values": [f"{row}{column}" for column, _h in enumerate(headings)]} for row in "ab"]
    return {"caption": "Étapes", "table": {"columns": columns, "rows": rows}, **value}


def headings(**value):
    block = TableBlock()
    html = fromstring(block.render(block.to_python(value)))
    return [(cell.get("scope"), cell.text_content().strip()) for cell in html.iter("th")]


def test_the_cells_that_title_a_table_are_its_headings():
    assert headings(**table("Étape", "Nombre")) == [("col", "Étape"), ("col", "Nombre")]
    both = [("col", ""), ("col", "2018"), ("row", "a0"), ("row", "b0")]
    assert headings(**table("", "2018", rows_are_named=True)) == both
    assert headings(**table("", "", rows_are_named=True)) == both[2:]


def test_a_table_without_any_heading_is_refused():
    assert "un titre" in refusals(TableBlock(), **table("", ""))["table"]
    assert refusals(TableBlock(), **table("", "", rows_are_named=True)) == {}


def test_a_callout_is_titled_below_what_it_stands_under(db):
    callout = ("callout", {"title": "Bon à savoir", "text": "<p>Un mot.</p>"})
    body = content(body=[callout, ("heading", {"text": "Partie", "level": "h2"}), callout]).body
    html = fromstring(f"<div>{body.render_as_block({})}</div>")
    assert [title.tag for title in html.find_class("fr-callout__title")] == ["h2", "h3"]
