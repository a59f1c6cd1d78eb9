"""Every address of the admin, tried by every regional role on what is not its own: no planted word
comes back, and no row that is not its own changes."""

from collections import defaultdict

import pytest

from site_cms.rights.table import RULES, rule_for
from tests.site_wide.permissions.addresses import admin_urls, aimed_at
from tests.site_wide.permissions.rows import changed, rows
from tests.site_wide.permissions.world import OWN_SIDES, PLANT

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


def queries(sides):
    """What lists can be asked with, to make them show more."""

    def keys(kind):
        return "&".join(f"id={side.things[kind].pk}" for side in sides)

    pages = "&".join(f"id={page.pk}" for side in sides for page in side.pages.values())
    collection, parent = sides[0].things["collection"], sides[0].pages["draft"]
    yield ""
    yield f"?q={PLANT}&search={PLANT}&term={PLANT}&p=1&page_type=wagtailcore.page"
    yield f"?{pages}&page_type=territories.territorypage&multiple=1"
    yield f"?{keys('image')}&collection_id={collection.pk}&export=csv"
    yield f"?{keys('document')}&child_of={parent.pk}&export=xlsx"


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


# Who asks for every address of every page does so on both databases; the other roles on one.
WALKS = [
    role if role == "publication" else pytest.param(role, marks=pytest.mark.once)
    for role in OWN_SIDES
]


@pytest.mark.parametrize("role", WALKS)
def test_no_address_tells_of_or_changes_what_is_not_the_accounts_own(world, client, role):
    account, own = world.accounts[role], [world.sides[name] for name in OWN_SIDES[role]]
    known = {world.national.word, *(side.word for side in own)}
    secrets = {side.word for side in world.sides.values()} - known
    before, leaks, broken = rows(), set(), []
    client.force_login(account)
    client.raise_request_exception = False
    for request, response in answers(world, client, is_thorough=role == "publication"):
        text = said(response)
        # Messages that no page has shown would pile up, and each request read them all.
        client.cookies.pop("messages", None)
        leaks.update((*request, word[:9]) for word in secrets if word in text)
        if response.status_code >= 500:
            broken.append(request)
    assert client.get("/admin/").status_code == 200
    assert "\n".join(map(str, sorted(leaks))) == ""
    assert changed(before, rows(), account, own) == []
    assert broken == []


def answers(world, client, is_thorough):
    """Ask for every address, and send a form to it; yield ((method, address), answer)."""
    sides, lists = [world.foreign, world.sides["reserved"]], defaultdict(list)
    for side in sides:
        if not is_thorough:
            # What closes one page to a role closes all.
            side.pages = {name: side.pages[name] for name in FEWER}
        form = crafted(world, side)
        for url in aimed_at(world, side):
            if is_list(url):
                lists[url].append(form)
            else:
                yield ("GET", url), client.get(url)
                yield ("POST", url), client.post(url, form)
    for url, forms in lists.items():
        yield from listed(client, url, sides)
        for form in forms:
            yield ("POST", url), client.post(url, form)


def listed(client, url, sides):
    for query in queries(sides):
        response = client.get(url + query)
        yield ("GET", url + query), response
        if response.status_code == REFUSED:
            break


def is_list(url):
    return not any(char.isdigit() or char == "?" for char in url)
