from io import StringIO

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from site_cms.models import PublisherSettings, User
from site_cms.rights.roles import COMMUNICATION, NATIONAL_ROLES, REGIONAL_ROLES
from tests.factories import PASSWORD, article, document, home, image, rubric, theme, user


def apply_permissions():
    call_command("permissions", stdout=StringIO())


def rights():
    """Every right any group has, as the database holds them."""
    return {
        "pages": sorted(GroupPagePermission.objects.values_list("group", "page", "permission")),
        "media": sorted(
            GroupCollectionPermission.objects.values_list("group", "collection", "permission")
        ),
        "models": sorted(Group.permissions.through.objects.values_list("group", "permission")),
    }


def test_the_command_can_be_run_again_and_again(db):
    said = [StringIO(), StringIO()]
    call_command("permissions", stdout=said[0])
    first = rights()
    call_command("permissions", stdout=said[1])
    assert rights() == first
    assert all(COMMUNICATION in text.getvalue() for text in said)
    assert Group.objects.filter(name=COMMUNICATION).count() == 1


def test_a_right_that_is_not_in_the_table_is_taken_away(db):
    apply_permissions()
    expected = rights()
    group = Group.objects.get(name=COMMUNICATION)
    user_right = Permission.objects.get(codename="change_user")
    group.permissions.add(user_right)
    bulk_delete = Permission.objects.get(codename="bulk_delete_page")
    GroupPagePermission.objects.create(group=group, page=home(), permission=bulk_delete)
    other = Collection.objects.get(depth=1).add_child(name="Autre")
    add_image = Permission.objects.get(
        codename="add_image", content_type__app_label="wagtailimages"
    )
    GroupCollectionPermission.objects.create(group=group, collection=other, permission=add_image)
    assert rights() != expected
    apply_permissions()
    assert rights() == expected


def test_a_right_that_was_taken_away_comes_back(db):
    apply_permissions()
    expected = rights()
    group = Group.objects.get(name=COMMUNICATION)
    group.permissions.clear()
    GroupPagePermission.objects.filter(group=group).first().delete()
    GroupCollectionPermission.objects.filter(group=group).first().delete()
    apply_permissions()
    assert rights() == expected


def test_groups_of_others_are_left_alone(db):
    other = Group.objects.create(name="Comité")
    right = Permission.objects.get(codename="change_user")
    other.permissions.add(right)
    apply_permissions()
    assert list(other.permissions.all()) == [right]


def test_no_role_administers_sites_groups_or_rights():
    names = {name for role in (*NATIONAL_ROLES, *REGIONAL_ROLES) for name in role.permissions}
    words = ("group", "site", "locale", "workflow", "permission")
    assert not [n for n in names if n.split(".")[1].split("_")[1] in words]


# --- What the group meets in the admin ------------------------------------------------------------


@pytest.fixture
def editor(client, db):
    user("camille", COMMUNICATION)
    client.login(username="camille", password=PASSWORD)
    return client


def test_an_account_without_a_group_does_not_enter(client, db):
    user("lecteur")
    client.login(username="lecteur", password=PASSWORD)
    response = client.get("/admin/")
    assert response.status_code == 302
    assert b"Camille" not in client.get("/admin/", follow=True).content


CLOSED = [
    "wagtailusers_groups:index",
    "wagtailusers_groups:add",
    "wagtailsites:index",
    "wagtailsites:add",
    "wagtaillocales:index",
    "wagtailadmin_workflows:index",
    "wagtailadmin_workflows:add",
]


@pytest.mark.parametrize("name", CLOSED)
def test_screens_of_the_technical_staff_are_closed_to_communication(editor, admin_user, name):
    response = editor.get(reverse(name))
    assert response.status_code in (302, 403)
    assert b"admin@" not in response.content


def test_communication_cannot_make_itself_a_superuser(editor):
    me = User.objects.get(username="camille")
    for address in (
        reverse("wagtailusers_users:edit", args=[me.pk]),
        reverse("wagtailadmin_account"),
    ):
        editor.post(address, {"is_superuser": "on", "username": "camille", "is_active": "on"})
    me.refresh_from_db()
    assert not me.is_superuser
    assert list(me.groups.values_list("name", flat=True)) == [COMMUNICATION]


@pytest.mark.parametrize(
    "address",
    [
        "/admin/",
        "/admin/pages/",
        "/admin/images/",
        "/admin/documents/",
        "/admin/snippets/site_cms/theme/",
        "/admin/snippets/site_cms/theme/add/",
        "/admin/snippets/site_cms/person/add/",
        "/admin/snippets/news/section/",
        "/admin/redirects/",
        "/admin/account/",
        "/admin/images/add/",
        "/admin/documents/multiple/add/",
        "/admin/forms/",
        "/admin/collections/",
    ],
)
def test_the_screens_of_communication_open(editor, address):
    image()
    document()
    rubric()
    theme()
    response = editor.get(address)
    assert response.status_code == 200


def test_communication_fills_in_what_only_the_publisher_knows(editor, site):
    address = reverse("wagtailsettings:edit", args=["site_cms", "publishersettings", site.pk])
    home_html = editor.get("/admin/").content.decode()
    assert address in home_html and "nom de l’éditeur" in home_html
    editor.post(address, {"publisher_name": "Un éditeur"})
    assert PublisherSettings.for_site(site).publisher_name == "Un éditeur"
    assert "nom de l’éditeur" not in editor.get("/admin/").content.decode()


def test_the_home_page_cannot_be_deleted_with_the_site_under_it(editor):
    article()
    editor.post(reverse("wagtailadmin_pages:delete", args=[home().pk]))
    assert Page.objects.filter(depth=2).count() == 1
