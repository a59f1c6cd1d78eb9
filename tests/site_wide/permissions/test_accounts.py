"""Accounts: national staff invite and deactivate those of regional teams, and touch no others."""

import re

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission
from django.contrib.messages import get_messages
from django.core import mail
from django.urls import reverse
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
)

from site_cms.models import GuessBucket, User
from site_cms.rights.boundary import regional_groups
from site_cms.rights.roles import COMMUNICATION, CONTRIBUTION, PUBLICATION, RELECTURE, team_group
from tests.factories import PASSWORD, user
from tests.processes import work_off

NAMES = {"first_name": "Maëlle", "last_name": "Le Goff", "email": "maelle@example.org"}
NATIONAL_ACCOUNTS = ("communication", "relecture", "superuser")


@pytest.fixture
def communication(world, client):
    client.force_login(world.accounts["communication"])
    return client


def group(world, side, role):
    return Group.objects.get(name=team_group(world.sides[side].pages["region"].title, role))


def add(client, *groups, **fields):
    data = {"username": "maelle", **NAMES, "groups": [g.pk for g in groups], **fields}
    return client.post(reverse("wagtailusers_users:add"), data)


def edit(client, account, *groups, **fields):
    data = {"username": account.username, **NAMES, "is_active": "on", **fields}
    data["groups"] = [g.pk for g in groups]
    return client.post(reverse("wagtailusers_users:edit", args=[account.pk]), data)


def everything(account):
    account.refresh_from_db()
    state = {field.attname: getattr(account, field.attname) for field in User._meta.concrete_fields}
    state.pop("last_login")
    return state, sorted(account.groups.values_list("name", flat=True))


def test_a_member_of_a_team_is_invited_and_chooses_a_password(world, communication, client):
    answer = add(communication, group(world, "own", CONTRIBUTION))
    said = [str(message) for message in get_messages(answer.wsgi_request)]
    assert any("invitation" in text and "maelle@example.org" in text for text in said)
    account = User.objects.get(username="maelle")
    assert [g.name for g in account.groups.all()] == [group(world, "own", CONTRIBUTION).name]
    (message,) = mail.outbox
    assert message.to == ["maelle@example.org"] and "maelle" in message.body
    # What for, and no promise of more.
    assert f"{world.own.pages['region'].title} : écrire, et soumettre" in message.body
    assert "publier" not in message.body
    path = re.search(r"http://[^/]+(/admin/password/reset/key/\S+)", message.body).group(1)
    client.logout()
    assert not client.login(username="maelle", password="")
    form = client.get(path, follow=True)
    choice = {"password1": PASSWORD, "password2": PASSWORD}
    client.post(form.redirect_chain[-1][0], choice)
    assert client.login(username="maelle", password=PASSWORD)
    page = world.own.pages["draft"]
    assert client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200


def test_the_list_says_who_does_what_and_where(world, communication):
    html = communication.get(reverse("wagtailusers_users:index")).content
    table = BeautifulSoup(html, "html.parser").select_one("table.listing")
    headings = [cell.get_text(" ", strip=True) for cell in table.select("thead th")]
    assert "Adresse électronique" in headings and "Équipes et rôles" in headings
    assert "Niveau d’accès" not in headings and "Niveau d'accès" not in headings
    (row,) = (row for row in table.select("tbody tr") if "p53p28@example.org" in row.text)
    for side in ("own", "second"):
        assert group(world, side, PUBLICATION).name in row.text


def test_who_somebody_is_comes_before_the_long_list_of_teams(world, communication):
    html = communication.get(reverse("wagtailusers_users:add")).content
    names = [field.get("name") for field in BeautifulSoup(html, "html.parser").select("[name]")]
    asked = [name for name in dict.fromkeys(names) if name in ("username", *NAMES, "groups")]
    assert asked == ["username", "email", "first_name", "last_name", "groups"]


def test_nobody_else_sets_the_password_of_a_member(world, communication):
    typed = {"password1": PASSWORD, "password2": PASSWORD}
    add(communication, group(world, "own", CONTRIBUTION), **typed)
    account = User.objects.get(username="maelle")
    edit(communication, account, group(world, "own", CONTRIBUTION), **typed)
    account.refresh_from_db()
    assert not account.check_password(PASSWORD)


def test_a_member_is_moved_deactivated_and_taken_back(world, communication, client):
    account = world.accounts["contribution"]
    edit(communication, account, group(world, "second", PUBLICATION))
    assert everything(account)[1] == [group(world, "second", PUBLICATION).name]
    edit(communication, account, group(world, "own", PUBLICATION), is_active="")
    account.refresh_from_db()
    assert not account.is_active
    edit(communication, account, group(world, "own", PUBLICATION))
    account.refresh_from_db()
    assert account.is_active


@pytest.mark.parametrize("name", [COMMUNICATION, RELECTURE])
def test_nobody_is_put_in_a_national_group(world, communication, name):
    national = Group.objects.get(name=name)
    html = communication.get(reverse("wagtailusers_users:add")).content.decode()
    assert f">{name}<" not in html.replace(" ", "").replace("\n", "")
    add(communication, national)
    add(communication, group(world, "own", CONTRIBUTION), national)
    assert not User.objects.filter(username="maelle").exists()
    account = world.accounts["contribution"]
    before = everything(account)
    edit(communication, account, national)
    edit(communication, account, group(world, "own", CONTRIBUTION), national)
    assert everything(account) == before


def test_nobody_is_made_a_superuser(world, communication):
    add(communication, group(world, "own", CONTRIBUTION), is_superuser="on")
    account = User.objects.get(username="maelle")
    edit(communication, account, group(world, "own", CONTRIBUTION), is_superuser="on")
    account.refresh_from_db()
    assert not account.is_superuser and not account.is_staff


def test_an_account_without_a_team_is_not_made(world, communication):
    add(communication)
    assert not User.objects.filter(username="maelle").exists()


@pytest.mark.parametrize("whose", NATIONAL_ACCOUNTS)
def test_national_accounts_are_out_of_reach(world, communication, whose):
    account = world.accounts[whose]
    before = everything(account)
    for name in ("edit", "delete", "history", "usage"):
        url = reverse(f"wagtailusers_users:{name}", args=[account.pk])
        assert account.email not in communication.get(url).content.decode()
        communication.post(url, {"username": "x", **NAMES, "is_active": ""})
    edit(communication, account, group(world, "own", CONTRIBUTION), is_active="")
    assert everything(account) == before
    listed = communication.get(reverse("wagtailusers_users:index")).content.decode()
    assert account.email not in listed and f"/users/edit/{account.pk}/" not in listed
    assert f"/users/edit/{world.accounts['contribution'].pk}/" in listed


@pytest.mark.parametrize("whose", ["communication", "relecture", "publication"])
@pytest.mark.parametrize("action", ["assign_role", "set_active_state", "delete"])
def test_accounts_are_not_changed_many_at_a_time(world, client, whose, action):
    client.force_login(world.accounts[whose])
    target = world.accounts["superuser"], world.accounts["contribution"]
    before = [everything(account) for account in target]
    url = reverse("wagtail_bulk_action", args=["site_cms", "user", action])
    query = "&".join(f"id={account.pk}" for account in target)
    data = {"role": Group.objects.get(name=COMMUNICATION).pk, "mark_as_active": "False"}
    for ids in (query, "id=all"):
        answer = client.get(f"{url}?{ids}").content.decode()
        client.post(f"{url}?{ids}", data)
        assert not any(account.username in answer for account in target)
    assert [everything(account) for account in target] == before


def test_a_right_given_by_hand_takes_an_account_out_of_reach(world, communication):
    account = world.accounts["contribution"]
    account.user_permissions.add(Permission.objects.get(codename="change_publishersettings"))
    before = everything(account)
    edit(communication, account, group(world, "own", CONTRIBUTION), is_active="")
    assert everything(account) == before


def test_a_group_with_more_than_a_region_is_not_regional(world):
    own = group(world, "own", CONTRIBUTION)
    assert own in regional_groups()
    own.permissions.add(Permission.objects.get(codename="add_user"))
    assert own not in regional_groups()


def test_reviewers_and_regional_teams_manage_no_accounts(world, client):
    account = world.accounts["foreign"]
    before = everything(account)
    for role in ("relecture", "publication", "contribution", "two_regions"):
        client.force_login(world.accounts[role])
        add(client, group(world, "own", CONTRIBUTION))
        edit(client, account, group(world, "own", CONTRIBUTION), is_active="")
    assert everything(account) == before
    assert not User.objects.filter(username="maelle").exists()


def test_the_superuser_makes_any_account(world, client):
    client.force_login(world.accounts["superuser"])
    national = Group.objects.get(name=COMMUNICATION)
    typed = {"password1": PASSWORD, "password2": PASSWORD}
    add(client, national, **typed)
    account = User.objects.get(username="maelle")
    assert list(account.groups.all()) == [national]
    assert account.check_password(PASSWORD) and mail.outbox == []
    edit(client, account, national, is_superuser="on")
    account.refresh_from_db()
    assert account.is_superuser


def test_the_login_page_is_in_french(client, db):
    html = client.get(reverse("wagtailadmin_login")).content.decode()
    assert "Mot de passe" in html and "Password" not in html


def test_nobody_is_sent_links_without_end(client, db):
    user("maelle")
    user("yann")
    for _number in range(5):
        response = client.post("/admin/password/reset/", {"email": "maelle@example.org"})
        assert response["Location"] == "/admin/password/reset/done/"
    work_off()
    assert [message.to for message in mail.outbox] == [["maelle@example.org"]] * 2
    client.post("/admin/password/reset/", {"email": "yann@example.org"})
    work_off()
    assert mail.outbox[-1].to == ["yann@example.org"]
    GuessBucket.objects.all().delete()
    client.post("/admin/password/reset/", {"email": "maelle@example.org"})
    work_off()
    assert len(mail.outbox) == 4


# What takes a team's group out of those that national staff hand out.
WIDER = {
    "all pages": lambda team: GroupPagePermission.objects.create(
        group=team,
        page=Page.objects.get(depth=1),
        permission=Permission.objects.get(codename="change_page"),
    ),
    "all files": lambda team: GroupCollectionPermission.objects.create(
        group=team,
        collection=Collection.objects.get(depth=1),
        permission=Permission.objects.get(codename="add_siteimage"),
    ),
    "no page": lambda team: team.page_permissions.all().delete(),
}


@pytest.mark.parametrize("widen", WIDER)
def test_a_group_that_reaches_beyond_a_region_is_not_handed_out(world, widen):
    own = group(world, "own", CONTRIBUTION)
    assert own in regional_groups()
    WIDER[widen](own)
    assert own not in regional_groups()
