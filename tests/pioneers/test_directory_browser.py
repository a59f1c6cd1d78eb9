"""The directory in a real browser, without a mouse."""

import pytest
from playwright.sync_api import expect

from tests.factories import pioneer, region

# Its subject is what the browser makes of a page.
pytestmark = pytest.mark.once


def test_the_directory_is_filtered_and_seen_on_the_map_by_keyboard_alone(transactional_db, page):
    pioneer("Brouette bretonne", region=region("53", "Bretagne"))
    pioneer("Brouette corse", region=region("94", "Corse"))
    page.goto("/pionniers/")
    _choose(page, "Région")
    page.wait_for_url("**/pionniers/?region=53*")
    expect(page.locator("main .fr-card")).to_have_count(1)
    page.get_by_role("link", name="Carte", exact=True).press("Enter")
    page.wait_for_url("**vue=carte*")
    expect(page.locator("svg.fi-map__svg a")).to_have_count(1)
    page.locator("main").get_by_role("link", name="Retirer le filtre").press("Enter")
    expect(page.locator("svg.fi-map__svg a")).to_have_count(2)


def _choose(page, label):
    """Open a filter, tick its first value and send the form, as a keyboard does."""
    page.locator("main summary", has_text=label).focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.get_by_role("button", name="Filtrer").press("Enter")
