"""The list of territories on the map, in a real browser."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.factories import region, territory

# Its subject is what the browser makes of a page.
pytestmark = pytest.mark.once


def test_the_map_of_territories_is_reached_and_followed_by_keyboard(transactional_db, page):
    territory("Brest", status="pilot")
    territory("Bastia", status="labelled", under=region("94", "Corse"))
    page.goto("/territoires/")
    page.get_by_role("link", name="Carte", exact=True).press("Enter")
    page.wait_for_url("**/territoires/?vue=carte")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    page.locator("svg.fi-map__svg a").first.press("Enter")
    page.wait_for_url("**/territoires/?region=*")
    expect(page.locator("main .fr-card")).to_have_count(1)
