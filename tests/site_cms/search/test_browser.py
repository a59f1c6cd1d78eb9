"""Suggestions in a real browser: by keyboard, by mouse, said to a screen reader, dispensable."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.factories import content, pioneer

# Its subject is the script; what is found is tested beside it, on both databases.
pytestmark = pytest.mark.once


@pytest.fixture
def field(transactional_db, page):
    """The search field of a page that knows two wheelbarrows, with nothing typed yet."""
    content("Brouette rouge")
    pioneer("Brouette bleue")
    page.goto("/recherche/")
    return page.locator("main input[name=q]")


def options(page):
    return page.locator("main [role=option]")


def test_a_suggestion_is_chosen_by_keyboard_alone(field, page):
    field.press_sequentially("brou")
    expect(options(page)).to_have_text(["Brouette bleue Pionniers", "Brouette rouge Pages"])
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(page.locator("main [role=status]")).to_have_text("Pages suggérées : 2")
    field.press("ArrowDown")
    field.press("ArrowDown")
    active = field.get_attribute("aria-activedescendant")
    expect(page.locator(f"#{active}")).to_contain_text("rouge")
    expect(page.locator("[aria-selected=true]")).to_have_count(1)
    assert Axe().run(page).violations_count == 0
    # Past the last one is the field itself: Enter would search for what is typed.
    field.press("ArrowDown")
    expect(page.locator("[aria-selected=true]")).to_have_count(0)
    field.press("ArrowUp")
    field.press("Enter")
    page.wait_for_url("**/brouette-rouge/")
    assert page.problems == [] == page.foreign_requests


def test_escape_closes_the_list_and_keeps_the_words(field, page):
    field.press_sequentially("brou")
    expect(options(page)).to_have_count(2)
    field.press("Escape")
    expect(options(page)).to_have_count(0)
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_value("brou")
    field.press("Enter")
    page.wait_for_url("**/recherche/?q=brou")


def test_a_suggestion_is_chosen_with_the_mouse(field, page):
    field.press_sequentially("bleu")
    options(page).first.click()
    page.wait_for_url("**/pionniers/brouette-bleue/")


def test_the_field_of_the_header_suggests_too(field, page):
    header = page.locator("header input[name=q]")
    header.press_sequentially("rouge")
    expect(page.locator("header [role=option]")).to_have_count(1)
    header.press("Tab")
    expect(page.locator("header [role=option]")).to_have_count(0)


def test_facets_are_chosen_by_keyboard(field, page):
    page.goto("/recherche/?q=brouette")
    page.locator("summary", has_text="Type").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.get_by_role("button", name="Filtrer").press("Enter")
    page.wait_for_url("**/recherche/?q=brouette&type=*")
    expect(page.locator(".fi-results a")).to_have_count(1)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
