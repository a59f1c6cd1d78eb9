"""The boundary itself, and where it takes effect outside the forms and the matrix."""

import re

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from site_cms.rights.boundary import Boundary, boundary_for, boundary_on, national_collection
from tests import factories
from tests.site_wide.permissions.deeds import Attempt, save
from tests.site_wide.permissions.world import PLANT


def test_an_account_without_rights_owns_and_sees_no_more_than_the_public(world):
    boundary = boundary_for(world.accounts["nobody"])
    own, national = world.own.pages, world.national.pages
    assert boundary == Boundary(hidden_pages=boundary.hidden_pages)
    assert not boundary.owns_page(own["article"]) and not boundary.sees_page(own["article"])
    assert boundary.sees_page(national["article"])
    assert not boundary.sees_file(world.national.things["image"])
    assert boundary_for(world.accounts["deactivated"]) == Boundary()


def test_who_has_rights_on_everything_is_national(world):
    for name in ("communication", "relecture", "superuser"):
        assert boundary_for(world.accounts[name]).is_national
    assert not boundary_for(world.accounts["two_regions"]).is_national


def test_a_regional_account_owns_its_region_in_every_language(world):
    boundary = boundary_for(world.accounts["contribution"])
    assert all(boundary.owns_page(page) for page in world.own.pages.values())
    assert not any(boundary.owns_page(page) for page in world.foreign.pages.values())
    assert not any(boundary.owns_page(page) for page in world.national.pages.values())


def test_a_condition_on_pages_says_the_same_as_the_question(world):
    for account in world.accounts.values():
        boundary = boundary_for(account)
        seen = set(Page.objects.filter(boundary.known_pages()).values_list("pk", flat=True))
        owned = set(Page.objects.filter(boundary.owned_pages()).values_list("pk", flat=True))
        for page in Page.objects.all():
            assert boundary.sees_page(page) == (page.pk in seen), (account, page)
            assert boundary.owns_page(page) == (page.pk in owned), (account, page)


def test_the_national_collection_is_known_by_its_name(db):
    root = Collection.get_first_root_node()
    root.add_child(name="Autre")
    made = national_collection()
    assert made.name == "National" and national_collection() == made


def test_the_way_to_ones_own_part_is_seen_even_when_it_is_not_public(world):
    index = world.own.pages["region"].get_parent()
    Page.objects.filter(pk=index.pk).update(live=False)
    index.refresh_from_db()
    assert boundary_for(world.accounts["contribution"]).sees_page(index)
    assert not boundary_for(world.accounts["nobody"]).sees_page(index)


def test_an_alias_is_as_hidden_as_the_page_it_repeats(world):
    alias = world.foreign.fresh("article").create_alias(
        parent=world.national.pages["index"], update_slug="alias"
    )
    assert alias.live
    boundary = boundary_for(world.accounts["contribution"])
    assert not boundary.sees_page(alias)
    assert not Page.objects.filter(boundary.known_pages(), pk=alias.pk).exists()


def test_on_a_page_an_account_speaks_for_the_teams_of_that_page(world):
    account = world.accounts["two_regions"]
    boundary = boundary_on(account, world.own.pages["article"])
    assert boundary.owns_page(world.own.pages["draft"])
    assert not boundary.owns_page(world.sides["second"].pages["draft"])
    assert boundary.sees_file(world.own.things["image"])
    assert not boundary.sees_file(world.sides["second"].things["image"])


@pytest.mark.parametrize("role", ["contribution", "publication"])
def test_a_right_taken_away_is_gone_at_the_next_request(world, client, role):
    account, page = world.accounts[role], world.own.fresh("draft")
    client.force_login(account)
    assert save(Attempt(client, world, page))
    group = account.groups.get()
    GroupPagePermission.objects.filter(group=group).delete()
    page.save_revision()
    assert not save(Attempt(client, world, page))
    assert world.own.word not in client.get("/admin/").content.decode()
    assert (
        client.get(reverse("wagtailimages:edit", args=[world.own.things["image"].pk])).status_code
        == 200
    )
    GroupCollectionPermission.objects.filter(group=group).delete()
    assert (
        client.get(reverse("wagtailimages:edit", args=[world.own.things["image"].pk])).status_code
        == 302
    )


def test_leaving_a_group_and_being_deactivated_count_at_the_next_request(world, client):
    account, page = world.accounts["publication"], world.own.pages["draft"]
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    client.force_login(account)
    assert client.get(url).status_code == 200
    account.groups.set(Group.objects.filter(name__contains=world.foreign.word))
    assert client.get(url).status_code == 302
    assert world.own.word not in client.get("/admin/").content.decode()
    account.groups.set(Group.objects.filter(name__contains=world.own.word))
    assert client.get(url).status_code == 200
    account.is_active = False
    account.save()
    assert client.get(url)["Location"].startswith("/admin/login/")


def test_a_refusal_to_a_script_is_a_refusal(world, client):
    client.force_login(world.accounts["contribution"])
    url = reverse("wagtailadmin_pages:edit", args=[world.foreign.pages["draft"].pk])
    response = client.get(url, headers={"x-requested-with": "XMLHttpRequest"})
    assert response.status_code == 403


def test_visitors_are_sent_to_the_login_page(world, client):
    url = reverse("wagtailadmin_pages:edit", args=[world.foreign.pages["draft"].pk])
    assert client.get(url)["Location"].startswith("/admin/login/")
    assert client.get("/admin/login/").status_code == 200
    assert client.get("/admin/rien/").status_code == 302


def test_what_is_not_there_and_what_is_not_ones_own_look_alike(world, client):
    client.force_login(world.accounts["contribution"])
    answers = [
        client.get(reverse("wagtailadmin_pages:edit", args=[pk]))
        for pk in (world.foreign.pages["draft"].pk, 999_999)
    ]
    assert [a.status_code for a in answers] == [302, 302]
    assert answers[0]["Location"] == answers[1]["Location"]


@pytest.mark.parametrize("key", ["_33", "+{}", " {}", "{}_", "x"])
def test_keys_written_otherwise_lead_nowhere_else(world, client, key):
    """Wagtail unquotes the keys of some addresses, and databases read some texts as numbers."""
    client.force_login(world.accounts["contribution"])
    image = world.foreign.things["image"]
    quoted = "".join(f"_{ord(digit):02X}" for digit in str(image.pk))
    client.raise_request_exception = False
    for text in (key.format(image.pk), quoted):
        for url in (
            f"/admin/images/chooser/chosen/{text}/",
            f"/admin/images/chooser/chosen-multiple/?id={text}",
            f"/admin/bulk/site_cms/siteimage/delete/?id={text}",
        ):
            assert world.foreign.word not in client.get(url).content.decode()
            client.post(url)
    assert type(image).objects.filter(pk=image.pk).exists()


def test_the_page_chooser_opens_where_there_is_something_to_choose(world, client):
    client.force_login(world.accounts["contribution"])
    url = reverse("wagtailadmin_choose_page")
    answer = client.get(f"{url}?page_type=territories.territorypage", follow=True)
    assert answer.status_code == 200
    text = answer.content.decode()
    assert world.own.word in text and world.foreign.word not in text
    # A type that only another region has.
    Page.objects.get(pk=world.own.pages["territory"].pk).delete()
    Page.objects.get(pk=world.sides["second"].pages["territory"].pk).delete()
    answer = client.get(f"{url}?page_type=territories.territorypage", follow=True)
    assert answer.request["PATH_INFO"].startswith(url)
    assert world.foreign.word not in answer.content.decode()


def test_the_page_chooser_finds_own_and_national_pages(world, client):
    client.force_login(world.accounts["contribution"])
    url = reverse("wagtailadmin_choose_page_search")
    text = client.get(f"{url}?q={PLANT}").content.decode()
    assert world.own.word in text and world.national.word in text
    assert world.foreign.word not in text and world.sides["reserved"].word not in text


@pytest.mark.parametrize("kind", ["image", "document"])
def test_the_editor_of_translations_reads_what_a_page_may_use(world, client, kind):
    client.force_login(world.accounts["contribution"])

    def read(side):
        return client.get(reverse(f"wagtailadmin_api:{kind}s:detail", args=[side.things[kind].pk]))

    for side in (world.own, world.national):
        assert read(side).json()["title"] == side.things[kind].title
    answer = read(world.foreign)
    assert answer.status_code != 200 and world.foreign.word not in answer.content.decode()


def test_an_address_of_another_region_stays_an_address(world, client):
    client.force_login(world.accounts["contribution"])
    url = reverse("wagtailadmin_choose_page_external_link")

    def choose(page):
        data = {
            "external-link-chooser-url": f"http://localhost{page.url}",
            "external-link-chooser-link_text": "lire",
        }
        return client.post(url, data).json()

    answer = choose(world.foreign.pages["territory"])
    assert answer["step"] == "external_link_chosen" and "id" not in answer["result"]
    # Wagtail would name a page by its draft.
    page = world.national.fresh("content")
    answer = choose(page)
    assert "id" not in answer["result"] and world.sides["reserved"].word not in str(answer)
    page.save_revision()
    answer = choose(page)
    assert (answer.get("internal") or answer["result"])["id"] == page.pk
    # Who serves two regions links no page of the one to the other.
    client.force_login(world.accounts["two_regions"])
    here = reverse("wagtailadmin_pages:edit", args=[world.own.pages["draft"].pk])
    client.defaults["HTTP_REFERER"] = f"http://testserver{here}"
    assert "id" not in choose(world.sides["second"].pages["territory"])["result"]


@pytest.mark.parametrize(
    ("role", "shown", "hidden"),
    [
        (
            "contribution",
            ("/admin/images/", "/admin/articles/"),
            ("/admin/redirects/", "/admin/users/", "/forms/", "/admin/pioneers/", "/admin/calls/"),
        ),
        ("communication", ("/admin/redirects/", "/admin/users/"), ("/admin/groups/", "/sites/")),
        ("superuser", ("/admin/groups/", "/admin/sites/"), ()),
    ],
)
def test_menus_show_what_can_be_opened(world, client, role, shown, hidden):
    client.force_login(world.accounts[role])
    html = client.get(reverse("wagtailadmin_account")).content.decode()
    assert all(address in html for address in shown)
    assert not any(address in html for address in hidden)


@pytest.mark.parametrize("role", ["contribution", "publication", "communication", "relecture"])
def test_every_address_of_the_menus_can_be_opened(world, client, role):
    client.force_login(world.accounts[role])
    html = client.get(reverse("wagtailadmin_account")).content.decode()
    sidebar = BeautifulSoup(html, "html.parser").select_one("#wagtail-sidebar-props").string
    addresses = set(re.findall(r'"url": "(/admin/[^"]+)"', sidebar)) - {"/admin/logout/"}
    assert "/admin/reports/trace/" in addresses
    for address in addresses:
        answer = client.get(address, follow=True)
        assert answer.status_code == 200
        # Who is refused is sent to the front page of the admin.
        assert answer.request["PATH_INFO"].startswith(address)


def test_a_file_goes_to_no_collection_but_ones_own(world, client):
    client.force_login(world.accounts["publication"])
    image = world.own.things["image"]
    url = reverse("wagtailimages:edit", args=[image.pk])
    for side in (world.foreign, world.national):
        client.post(url, {"title": "x", "collection": side.things["collection"].pk})
        image.refresh_from_db()
        assert image.collection == world.own.things["collection"]
    name = f"{factories.image().title}"
    assert name not in client.get(reverse("wagtailimages:index")).content.decode()


@pytest.mark.parametrize("address", ["/admin/pages/", "/admin/pages/1/", "/admin/pages/1/results/"])
def test_the_explorer_does_not_tell_who_works_elsewhere(world, client, address):
    """Its filters list the owners of all pages; its root has an address of its own."""
    page, author = world.foreign.fresh("article"), world.accounts["foreign"]
    page.owner = author
    page.save()
    address = address.replace("/1/", f"/{Page.objects.get(depth=1).pk}/")
    for role in ("contribution", "two_regions", "communication"):
        client.force_login(world.accounts[role])
        answer = client.get(address)
        assert answer.status_code == 200
        # Results are sent without the filters, to anybody.
        is_told = role == "communication" and "results" not in address
        assert (author.username in answer.content.decode()) == is_told, role
