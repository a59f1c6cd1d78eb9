"""Every address of the admin, tried by every regional role on what is not its own: no planted word
comes back, and no row that is not its own changes."""

import pytest

from site_cms.admin_access import RULES, rule_for
from tests.permissions.addresses import admin_urls, aimed_at
from tests.permissions.rows import changed, rows
from tests.permissions.world import OWN_SIDES, PLANT

REFUSED = 302
FEWER = ("draft", "submitted", "private")


def test_every_url_name_of_the_admin_has_a_rule():
    assert [name for name, _pattern in admin_urls() if rule_for(name) is None] == []


def test_no_rule_is_for_a_url_that_is_no_more():
    names = {name for name, _pattern in admin_urls()}

    def is_used(key):
        return key in names or (key[-1:] == "*" and any(n.startswith(key[:-1]) for n in names))

    assert [key for key in RULES if not is_used(key)] == []


def test_what_the_table_does_not_name_is_closed(world, client, monkeypatch):
    monkeypatch.delitem(RULES, "wagtailimages:index")
    client.force_login(world.accounts["communication"])
    assert client.get("/admin/images/").status_code == 302
    client.force_login(world.accounts["superuser"])
    assert client.get("/admin/images/").status_code == 200


def queries(world, side):
    """What lists can be asked with, to make them show more."""
    pages = "&".join(f"id={page.pk}" for page in side.pages.values())
    things = side.things
    yield ""
    yield f"?q={PLANT}&search={PLANT}&term={PLANT}&p=1&page_type=wagtailcore.page"
    yield f"?{pages}&page_type=territories.territorypage&multiple=1"
    yield f"?id={things['image'].pk}&collection_id={things['collection'].pk}&export=csv"
    yield f"?id={things['document'].pk}&child_of={side.pages['draft'].pk}&export=xlsx"


def crafted(world, side):
    """A form that names foreign things wherever a form of the admin names something."""
    page, things = side.pages["draft"], side.things
    return {
        "new_parent_page": page.pk,
        "parent_page": page.pk,
        "chooser": page.pk,
        "new_title": "Copie",
        "new_slug": "copie",
        "alias": "on",
        "collection": things["collection"].pk,
        "parent": things["collection"].pk,
        "id": page.pk,
        "title": "Titre",
        "name": "Nom",
        "slug": "titre",
        "locales": world.english.pk,
        "include_subtree": "on",
        "publish": "on",
        "restriction_type": "none",
        # Live, under an address that tells nothing.
        "external-link-chooser-url": f"http://localhost{side.pages['private'].url}",
        "external-link-chooser-link_text": "",
        "groups": things["group"].pk,
        "is_superuser": "on",
        "username": "intrus",
        "role": things["group"].pk,
        "mark_as_active": "False",
        "next": "/admin/",
    }


def said(response):
    """All that an answer tells: body, headers, and messages kept for the next page."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    # Only this answer's messages: others wait since an earlier one.
    store = getattr(response.wsgi_request, "_messages", None)
    messages = [str(message) for message in store._queued_messages] if store else []
    headers = [f"{name}: {value}" for name, value in response.headers.items()]
    return "\n".join([body.decode("utf-8", "replace"), *headers, *messages])


@pytest.mark.parametrize("role", OWN_SIDES)
def test_no_address_tells_of_or_changes_what_is_not_the_accounts_own(world, client, role):
    account, own = world.accounts[role], [world.sides[name] for name in OWN_SIDES[role]]
    known = {world.national.word, *(side.word for side in own)}
    secrets = {side.word for side in world.sides.values()} - known
    before, leaks, broken = rows(), set(), []
    client.force_login(account)
    client.raise_request_exception = False
    for request, response in answers(world, client, is_thorough=role == "publication"):
        text = said(response)
        leaks.update((*request, word[:9]) for word in secrets if word in text)
        if response.status_code >= 500:
            broken.append(request)
    assert client.get("/admin/").status_code == 200
    assert "\n".join(map(str, sorted(leaks))) == ""
    assert changed(before, rows(), account, own) == []
    assert broken == []


def answers(world, client, is_thorough):
    """Ask for every address, and send a form to it; yield ((method, address), answer)."""
    for side in (world.foreign, world.sides["reserved"]):
        if not is_thorough:
            # What closes one page to a role closes all.
            side.pages = {name: side.pages[name] for name in FEWER}
        form = crafted(world, side)
        for url in aimed_at(world, side):
            for query in [""] if "?" in url or has_key(url) else queries(world, side):
                response = client.get(url + query)
                yield ("GET", url + query), response
                if response.status_code == REFUSED:
                    break
            yield ("POST", url), client.post(url, form)


def has_key(url):
    return any(char.isdigit() for char in url)
