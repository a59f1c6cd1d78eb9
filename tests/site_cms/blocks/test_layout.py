import pytest

from site_cms.blocks import ButtonBlock, CardsBlock
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
