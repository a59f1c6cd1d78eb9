"""Two people in one page: the second to save is asked, and nothing that was written is lost."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, Revision

from home.models import ContentPage
from site_cms.admin import conflicts
from site_cms.models import User, take_place
from site_cms.rights.roles import COMMUNICATION
from tests.factories import PASSWORD, content, user
from tests.site_wide.test_editing import EMPTY, typed


@pytest.fixture
def page(db):
    page = content("Page partagée", summary="Au début")
    page.save_revision().publish()
    return page


def signed_in(name):
    if not User.objects.filter(username=name).exists():
        user(name, COMMUNICATION, first_name=name.capitalize())
    client = Client()
    assert client.login(username=name, password=PASSWORD)
    return client


class Editor:
    """A person who has opened the page's form, and types in it."""

    def __init__(self, name, page):
        self.client, self.address = (
            signed_in(name),
            reverse("wagtailadmin_pages:edit", args=[page.pk]),
        )
        self.opened = typed(self.client, self.address, {"body": EMPTY})

    def save(self, summary, action="", to=None, **headers):
        self.opened["summary"] = summary
        data = self.opened.copy()
        if action:
            data[action] = "1"
        return self.client.post(to or self.address, data, **headers)

    def autosave(self, summary):
        return self.save(summary, HTTP_ACCEPT="application/json")


def summaries(page):
    """What each version in the history says, oldest first."""
    versions = Revision.objects.for_instance(page).order_by("created_at", "pk")
    return [version.content["summary"] for version in versions]


def shown(response):
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def buttons(response):
    """The two ways out: where each leads, and the act it repeats."""
    found = shown(response).select("button[formaction]")
    return [(button["formaction"], button.get("name", "")) for button in found]


@pytest.mark.parametrize("action", ["", "action-publish", "action-submit"])
def test_whoever_saves_over_a_version_not_seen_is_asked_first(page, action):
    bob, alice = Editor("bob", page), Editor("alice", page)
    assert alice.save("D’Alice").status_code == 302
    response = bob.save("De Bob", action)
    assert summaries(page) == ["Au début", "D’Alice"]
    html = shown(response)
    assert "Alice a enregistré une version plus récente" in html.get_text()
    # What Bob typed is still in the form.
    assert html.select_one("[name=summary]").get_text(strip=True) == "De Bob"
    assert [name for _address, name in buttons(response)] == [action, ""]
    assert Page.objects.get(pk=page.pk).specific.summary == "Au début"


def test_pressing_save_again_is_not_an_answer(page):
    bob, alice = Editor("bob", page), Editor("alice", page)
    alice.save("D’Alice")
    first = bob.save("De Bob")
    # The form as it came back, with the hidden fields it has now.
    form = shown(first).select_one("#page-edit-form")
    for hidden in form.select("input[type=hidden]"):
        bob.opened[hidden["name"]] = hidden.get("value", "")
    assert buttons(bob.save("De Bob"))
    assert bob.autosave("De Bob").json()["error_code"] == "invalid_revision"
    assert summaries(page) == ["Au début", "D’Alice"]


def test_my_version_goes_over_theirs_which_stays_in_the_history(page):
    bob, alice = Editor("bob", page), Editor("alice", page)
    alice.save("D’Alice")
    (over, action), _keep = buttons(bob.save("De Bob", "action-publish"))
    assert bob.save("De Bob", action, to=over).status_code == 302
    assert summaries(page) == ["Au début", "D’Alice", "De Bob"]
    assert Page.objects.get(pk=page.pk).specific.summary == "De Bob"


@pytest.mark.parametrize("live", [True, False])
def test_their_version_is_kept_and_mine_stays_in_the_history(page, live):
    if not live:
        page.unpublish()
    bob, alice = Editor("bob", page), Editor("alice", page)
    alice.save("D’Alice")
    _over, (keep, action) = buttons(bob.save("De Bob"))
    assert bob.save("De Bob", action, to=keep).status_code == 302
    assert summaries(page) == ["Au début", "D’Alice", "De Bob", "D’Alice"]
    row = Page.objects.get(pk=page.pk)
    assert row.get_latest_revision_as_object().summary == "D’Alice"
    assert row.live == live
    assert row.specific.summary == ("Au début" if live else "D’Alice")


def test_a_third_version_saved_while_i_hesitate_is_asked_about_too(page):
    bob, alice = Editor("bob", page), Editor("alice", page)
    alice.save("D’Alice")
    (over, _action), _keep = buttons(bob.save("De Bob"))
    Editor("carole", page).save("De Carole")
    assert "Carole a enregistré" in shown(bob.save("De Bob", to=over)).get_text()
    assert summaries(page) == ["Au début", "D’Alice", "De Carole"]


def test_a_version_saved_automatically_over_the_one_i_opened_counts_as_newer(page):
    alice = Editor("alice", page)
    first = alice.autosave("D’Alice").json()
    bob = Editor("bob", page)
    alice.opened["overwrite_revision_id"] = str(first["revision_id"])
    assert alice.autosave("D’Alice, suite").json()["revision_id"] == first["revision_id"]
    assert "Alice a enregistré" in shown(bob.save("De Bob")).get_text()


def test_my_own_versions_are_never_asked_about(page):
    bob = Editor("bob", page)
    assert bob.autosave("De Bob, en cours").json()["success"]
    assert bob.save("De Bob").status_code == 302
    other_tab = Editor("bob", page)
    assert bob.save("De Bob encore", "action-publish").status_code == 302
    assert other_tab.save("De Bob enfin").status_code == 302


def test_automatic_saving_is_refused_in_its_own_language(page):
    bob, alice = Editor("bob", page), Editor("alice", page)
    alice.save("D’Alice")
    response = bob.autosave("De Bob")
    assert response.status_code == 400
    assert response.json()["error_code"] == "invalid_revision"
    assert summaries(page) == ["Au début", "D’Alice"]


def test_a_form_opened_before_the_page_had_a_version_is_asked_about_the_first(db):
    page = content("Sans version")
    bob, alice = Editor("bob", page), Editor("alice", page)
    assert alice.save("D’Alice").status_code == 302
    assert "Alice a enregistré" in shown(bob.save("De Bob")).get_text()


@pytest.mark.parametrize(
    "moment", ["", "hier", "2026-13-45T99:00:00+00:00", "0001-01-01", "\ud800"]
)
def test_a_forged_moment_opens_nothing_and_breaks_nothing(page, moment):
    bob, alice = Editor("bob", page), Editor("alice", page)
    alice.save("D’Alice")
    bob.opened["loaded_revision_created_at"] = moment.encode("utf-8", "ignore").decode()
    assert "Alice a enregistré" in shown(bob.save("De Bob")).get_text()
    response = bob.save("De Bob", to=f"{bob.address}?seen=abc&keep=9999999")
    assert buttons(response)


def test_a_preview_is_no_save(page):
    bob, alice = Editor("bob", page), Editor("alice", page)
    alice.save("D’Alice")
    bob.opened["summary"] = "De Bob"
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    assert bob.client.post(address, bob.opened).json()["is_valid"]


@pytest.mark.django_db(transaction=True)
def test_in_the_browser_what_was_typed_survives_and_goes_over_on_request(live_server, browser):
    shared = content("Page partagée", summary="Au début")
    shared.save_revision().publish()
    for name in ("alice", "bob"):
        user(name, COMMUNICATION, first_name=name.capitalize())
    context = browser.new_context(base_url=live_server.url, locale="fr-FR")
    window = context.new_page()
    window.goto("/admin/login/")
    window.fill("[name=login]", "bob")
    window.fill("[name=password]", PASSWORD)
    window.click("button[type=submit]")
    window.goto(f"/admin/pages/{shared.pk}/edit/")
    alice = Editor("alice", shared)
    assert alice.save("D’Alice").status_code == 302
    window.fill("[name=summary]", "De Bob")
    window.evaluate("document.querySelector('#page-edit-form').submit()")
    window.wait_for_selector("#edit-conflict")
    assert window.input_value("[name=summary]") == "De Bob"
    # Time for automatic saving to try.
    window.wait_for_timeout(3000)
    assert summaries(shared) == ["Au début", "D’Alice"]
    with window.expect_navigation():
        window.click("text=Enregistrer ma version")
    assert summaries(shared) == ["Au début", "D’Alice", "De Bob"]
    context.close()
    assert ContentPage.objects.get(pk=shared.pk).summary == "Au début"


def test_a_page_that_is_moved_while_it_is_being_saved_is_saved_where_it_went(page, monkeypatch):
    """As on PostgreSQL: the page was read, then somebody's move was waited for."""
    place = content("Ailleurs")

    def wait_for_a_move(read):
        Page.objects.get(pk=page.pk).move(Page.objects.get(pk=place.pk), pos="last-child")
        take_place(read)

    camille = Editor("camille", page)
    monkeypatch.setattr(conflicts, "take_place", wait_for_a_move)
    assert camille.save("Après le déplacement", "action-publish").status_code == 302
    saved = ContentPage.objects.get(pk=page.pk)
    assert (saved.summary, saved.url) == ("Après le déplacement", "/ailleurs/page-partagee/")
    assert Page.find_problems() == ([], [], [], [], [])
