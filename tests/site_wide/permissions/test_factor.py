"""Without a second factor no account opens a screen of the admin, by any address there is."""

from datetime import timedelta

import pytest
from allauth.mfa.totp.internal import auth as totp
from django.urls import resolve
from django.utils import timezone

from tests.site_wide.permissions.addresses import aimed_at

HERE = "/admin/access/"


@pytest.fixture
def required(settings):
    settings.SECOND_FACTOR = True


def addresses(world):
    for url in aimed_at(world, world.own):
        view = resolve(url.partition("?")[0]).func
        if not getattr(view, "is_account_screen", False):
            yield url


@pytest.mark.parametrize("role", ["superuser", "publication"])
def test_no_screen_opens_without_a_factor(world, client, required, role):
    client.force_login(world.accounts[role])
    open_ones = []
    for url in {*addresses(world), "/admin/", "/admin/nulle-part/"}:
        for answer in (client.get(url), client.post(url, {"title": "x"})):
            if (answer.status_code, answer.get("Location")) != (302, HERE):
                open_ones.append((url, answer.status_code))
    assert open_ones == []


def test_what_a_script_asks_for_is_refused(world, client, required):
    client.force_login(world.accounts["superuser"])
    headers = {"X-Requested-With": "XMLHttpRequest"}
    assert client.get("/admin/images/", headers=headers).status_code == 403


def test_the_screens_that_add_one_are_open(world, client, required):
    client.force_login(world.accounts["publication"])
    html = client.get(HERE).content.decode()
    assert "Ajoutez un second facteur" in html and "/admin/2fa/totp/activate/" in html
    assert client.get("/admin/2fa/").status_code == 200


@pytest.mark.parametrize("role", ["superuser", "communication", "relecture", "publication"])
def test_the_admin_opens_with_one(world, client, required, role):
    account = world.accounts[role]
    totp.TOTP.activate(account, totp.generate_totp_secret())
    client.force_login(account)
    assert client.get("/admin/").status_code == 200


TIMES = {
    ("publication", 1): True,
    ("publication", 0): False,
    ("two_regions", 1): True,
    ("communication", 1): False,
    ("superuser", 1): False,
}


@pytest.mark.usefixtures("required")
@pytest.mark.parametrize(("role", "days"), TIMES)
def test_regional_accounts_may_be_given_time(world, client, settings, role, days):
    settings.SECOND_FACTOR_SPARED_UNTIL = timezone.localdate() + timedelta(days=days)
    client.force_login(world.accounts[role])
    assert (client.get("/admin/").status_code == 200) == TIMES[role, days]


def test_elsewhere_it_is_offered(world, client):
    client.force_login(world.accounts["publication"])
    assert client.get("/admin/").status_code == 200
    assert "Aucun second facteur" in client.get(HERE).content.decode()
