"""What a process keeps for everybody holds nothing of anybody, however many are at work at once."""

import json
from copy import deepcopy
from functools import partial
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from django.test import RequestFactory
from wagtail.admin.menu import DismissibleMenuItem
from wagtail.admin.rich_text import get_rich_text_editor_widget
from wagtail.blocks import (
    CharBlock,
    ListBlock,
    RichTextBlock,
    StreamBlock,
    StructBlock,
)
from wagtail.rich_text.feature_registry import FeatureRegistry

from home.blocks import HomeBlock
from tests.at_once import at_once

PEOPLE = 6
TIMES = 30


def each(job):
    """Have as many people do the job at once; each is known by a number."""
    return at_once(*(partial(job, person) for person in range(PEOPLE)))


def html(word):
    line = (
        f'<p data-block-key="abcde">{word} <b>{word}</b> <a href="https://e.org/{word}">x</a></p>'
    )
    return line * 5 + f'<ul><li data-block-key="fghij">{word}</li></ul>'


def words(contentstate):
    return {text for block in json.loads(contentstate)["blocks"] for text in block["text"].split()}


# --- The text editor ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "widget",
    [
        pytest.param(lambda: RichTextBlock().field.widget, id="block"),
        pytest.param(lambda: get_rich_text_editor_widget(), id="field"),
    ],
)
def test_texts_read_at_once_stay_apart(widget):
    shared = widget()
    # A form has a copy of its fields' widgets, and they have one converter.
    assert deepcopy(shared).converter is shared.converter

    def read(person):
        mine = deepcopy(shared)
        word = f"mot{person}"
        return [words(mine.format_value(html(word))) - {word, "x"} for _time in range(TIMES)]

    assert each(read) == [[set()] * TIMES] * PEOPLE


def test_texts_sent_at_once_stay_apart():
    widget = RichTextBlock().field.widget

    def send(person):
        sent = {"text": widget.format_value(html(f"mot{person}"))}
        return {widget.value_from_datadict(sent, {}, "text") for _time in range(TIMES)}

    assert each(send) == [{html(f"mot{person}")} for person in range(PEOPLE)]


def test_blocks_of_a_page_shown_at_once_stay_apart():
    block = HomeBlock()

    def show(person):
        word = f"mot{person}"
        value = block.to_python([{"type": "paragraph", "value": html(word), "id": "1"}])
        states = [block.get_form_state(value)[0]["value"] for _time in range(TIMES)]
        return set().union(*map(words, states))

    assert each(show) == [{f"mot{person}", "x"} for person in range(PEOPLE)]


# --- Checking drafts ------------------------------------------------------------------------------


class Quotation(StructBlock):
    text = CharBlock()
    notes = ListBlock(CharBlock(), min_num=1)


class Body(StreamBlock):
    quotation = Quotation()


UNFINISHED = [{"type": "quotation", "value": {"text": "", "notes": []}, "id": "1"}]


def is_refused(clean, value):
    try:
        clean(value)
    except ValidationError:
        return True
    return False


def test_a_draft_of_one_person_does_not_let_another_publish_without_what_a_page_needs():
    block = Body()
    value = block.to_python(UNFINISHED)

    def check(person):
        clean = block.clean_deferred if person % 2 else block.clean
        return {is_refused(clean, value) for _time in range(TIMES * 20)}

    assert each(check) == [{True}, {False}] * (PEOPLE // 2)
    assert is_refused(block.clean, value)


def test_a_draft_that_is_refused_leaves_everything_required():
    class Short(StreamBlock):
        text = CharBlock(max_length=3)

    block = Short()
    too_long = block.to_python([{"type": "text", "value": "abcd", "id": "1"}])
    empty = block.to_python([{"type": "text", "value": "", "id": "1"}])
    assert is_refused(block.clean_deferred, too_long)
    assert is_refused(block.clean, empty)
    assert not is_refused(block.clean_deferred, empty)


def test_what_is_needed_even_in_a_draft_stays_needed():
    class Named(StreamBlock):
        name = CharBlock(required_on_save=True)

    block = Named()
    assert is_refused(block.clean_deferred, block.to_python([{"type": "name", "value": ""}]))


# --- The menu -------------------------------------------------------------------------------------


def test_the_menu_shows_what_each_person_has_dismissed():
    item = DismissibleMenuItem("Nouveautés", "/nouveautes/", name="news")

    def look(person):
        request = RequestFactory().get("/")
        profile = SimpleNamespace(dismissibles={"news": True} if person % 2 else {})
        request.user = SimpleNamespace(wagtail_userprofile=profile)
        seen = set()
        for _time in range(TIMES * 100):
            attrs = item.render_component(request).attrs
            seen.add("data-w-dismissible-dismissed-value" in dict(attrs.items()))
        return seen

    assert each(look) == [{False}, {True}] * (PEOPLE // 2)


# --- What is made on first use --------------------------------------------------------------------


def test_the_first_editors_of_a_process_have_our_rules_for_links():
    def rule(registry):
        rules = registry.get_converter_rule("contentstate", "link")["from_database_format"]
        return type(rules['a[linktype="page"]']).__module__

    found = set()
    for _process in range(150):
        registry = FeatureRegistry()
        found.update(at_once(*[partial(rule, registry)] * 16))
    assert found == {"site_cms.rights.editor_links"}
