"""An article corrected and published on a phone, 360 pixels wide, with nothing out of sight."""

import pytest

from site_cms.rights.roles import COMMUNICATION
from tests.factories import article, user

HIDDEN = """() => [...document.querySelectorAll(
  "header button, header a, .footer button, [data-word-maker], #id_title, #id_section")]
  .filter(part => part.checkVisibility() && !part.closest(".w-breadcrumbs, .w-minimap"))
  .filter(part => {
    const { left, right, width } = part.getBoundingClientRect();
    return width > 1 && (left < 0 || right > innerWidth);
  }).map(part => part.outerHTML.slice(0, 120))"""


@pytest.fixture
def phone(client, page, live_server):
    client.force_login(user("camille", COMMUNICATION))
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value}
    page.context.add_cookies([cookie | {"url": live_server.url}])
    page.set_viewport_size({"width": 360, "height": 740})
    return page


def test_an_article_is_corrected_and_published(phone):
    written = article("Un titre assez long pour ne pas tenir sur une ligne d’un téléphone")
    phone.goto(f"/admin/pages/{written.pk}/edit/")
    title = phone.locator("#id_title")
    title.fill("Un titre corrigé, toujours trop long pour\ntenir sur une ligne")
    assert phone.evaluate(HIDDEN) == []
    assert title.evaluate("field => field.scrollWidth <= field.clientWidth")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    more, publish = (
        phone.locator(".footer .w-dropdown__toggle"),
        phone.locator("[name=action-publish]"),
    )
    assert more.bounding_box()["y"] < 740
    more.click()
    publish.click()
    phone.wait_for_url("**/admin/pages/**")
    phone.wait_for_selector(".messages .success")
    written.refresh_from_db()
    assert written.title == "Un titre corrigé, toujours trop long pour tenir sur une ligne"
    assert phone.problems == []
