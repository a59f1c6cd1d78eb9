import re

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from home.blocks import HomeBlock
from pioneers.blocks import IndicatorBlock
from site_cms.blocks import ButtonBlock, CardsBlock, VideoBlock
from tests.factories import article, content, document, restrict

YOUTUBE = "https://youtu.be/dQw4w9WgXcQ"


def refusals(block, **value):
    """Clean a value as the editor's form does; return {field: message}."""
    value = block.to_python(value)
    try:
        with override("fr"):
            block.clean(value)
    except ValidationError as error:
        return {name: str(e.messages[0]) for name, e in error.block_errors.items()}
    return {}


def video(**value):
    base = {"title": "Deux minutes", "transcript": "<p>Une voix.</p>"}
    return refusals(VideoBlock(), **base, **value)


def test_a_video_is_either_a_file_or_an_address(db):
    file = document("film.mp4").pk
    assert video(url=YOUTUBE) == video(file=file) == {}
    assert "l’un des deux" in video()["url"]
    assert "l’un des deux" in video(url=YOUTUBE, file=file)["url"]


def test_a_video_from_an_unknown_host_is_refused_with_the_known_ones(db):
    message = video(url="https://videos.example.org/1")["url"]
    assert "YouTube, Dailymotion ou Vimeo" in message


def test_a_video_needs_a_transcript(db):
    assert "transcript" in refusals(VideoBlock(), title="Deux minutes", url=YOUTUBE)


def test_a_button_leads_to_a_page_or_an_address_and_not_both(db):
    page = content().pk
    block = ButtonBlock()
    assert refusals(block, label="Lire", page=page) == {}
    assert refusals(block, label="Lire", url="https://www.example.org/") == {}
    assert "l’une des deux" in refusals(block, label="Lire")["page"]
    both = refusals(block, label="Lire", page=page, url="https://www.example.org/")
    assert "l’une des deux" in both["page"]


@pytest.mark.parametrize(
    ("language", "unit", "said"),
    [
        ("fr", "%", "46\u00a0<span>%</span>"),
        ("en", "%", "46<span>%</span>"),
        ("en", "people", "46\u00a0<span>people</span>"),
    ],
)
def test_a_rate_is_written_as_each_language_writes_it(language, unit, said):
    block = IndicatorBlock()
    value = block.to_python({"label": "", "value": "46", "unit": unit, "year": 2017, "source": ""})
    with override(language):
        assert said in re.sub(r' class="[^"]+"', "", block.render(value))


@pytest.mark.parametrize("missing", ["label", "value", "unit", "year", "source"])
def test_an_indicator_without_one_of_its_parts_is_refused(missing):
    whole = {"label": "emplois", "value": "12", "unit": "postes", "year": 2017, "source": "Bilan"}
    assert refusals(IndicatorBlock(), **whole) == {}
    assert list(refusals(IndicatorBlock(), **whole | {missing: None})) == [missing]


@pytest.mark.parametrize(("field", "value"), [("year", 18), ("year", 20180), ("value", "-1")])
def test_an_indicator_with_a_typing_error_is_refused(field, value):
    whole = {"label": "emplois", "value": "12", "unit": "postes", "year": 2017, "source": "Bilan"}
    assert list(refusals(IndicatorBlock(), **whole | {field: value})) == [field]


def shown_cards(*pages):
    value = CardsBlock().to_python({"pages": [page.pk for page in pages]})
    return [page.title for page in CardsBlock().get_context(value)["pages"]]


def test_cards_keep_the_editor_s_order_and_leave_out_what_the_public_may_not_see(db):
    last, draft, hidden, first = article("Z"), article("B", live=False), content("C"), content("A")
    restrict(hidden)
    assert shown_cards(last, draft, hidden, first) == ["Z", "A"]


def test_the_title_of_a_block_stands_below_the_heading_before_it(db):
    steps = ("steps", {"title": "Les étapes", "items": [{"title": "Une"}]})
    cards = ("cards", {"title": "À lire", "pages": [content("Une page")]})
    headings = [("heading", {"text": level, "level": level}) for level in ("h2", "h3")]
    body = [steps, headings[0], steps, cards, headings[1], steps, headings[0], cards]
    html = str(content(body=body).body.render_as_block())
    levels = re.findall(r"<h(\d)[^>]*>\s*(?:<a[^>]*>)?([^<]*)", html)
    assert levels == [
        ("2", "Les étapes"),
        ("2", "h2"),
        ("3", "Les étapes"),
        ("3", "À lire"),
        ("4", "Une page"),
        ("3", "h3"),
        ("4", "Les étapes"),
        ("2", "h2"),
        ("3", "À lire"),
        ("4", "Une page"),
    ]


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


@pytest.mark.parametrize("name", HomeBlock().child_blocks)
def test_every_block_has_an_icon_a_description_and_a_preview(name):
    block = HomeBlock().child_blocks[name]
    assert block.meta.icon not in ("", "placeholder")
    assert block.meta.description and block.meta.label
    assert block.is_previewable
