"""What happens to an account is in the trace, by whom and when."""

import pytest
from allauth.mfa.totp.internal import auth as totp
from django.test import Client
from wagtail.models import ModelLogEntry

from site_cms.rights.roles import COMMUNICATION
from tests.factories import PASSWORD, user
from tests.processes import work_off
from tests.site_cms.accounts.test_guesses import totp_code

NEW = "grenier plume orage tabac"


def noted(account):
    entries = ModelLogEntry.objects.for_instance(account).order_by("timestamp")
    return [
        (entry.action, entry.user, " ".join(entry.data.get("changes", []))) for entry in entries
    ]


@pytest.fixture
def camille(db):
    return user("camille", COMMUNICATION)


@pytest.fixture
def came_in(camille):
    client = Client()
    client.post("/admin/login/", {"login": "camille", "password": PASSWORD})
    return client


def test_a_changed_password_and_name_are_noted(camille, came_in):
    form = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}
    came_in.post("/admin/password/change/", form)
    came_in.post("/admin/access/name/", {"first_name": "Cam", "last_name": "D"})
    (account, by, said), (edit, _by, _said) = noted(camille)
    assert (account, by, edit) == ("site_cms.account", camille, "wagtail.edit")
    assert "mot de passe" in said


@pytest.mark.django_db(transaction=True)
def test_a_factor_that_comes_or_goes_is_noted():
    camille = user("camille", COMMUNICATION)
    client = Client()
    client.post("/admin/login/", {"login": "camille", "password": PASSWORD})
    client.get("/admin/2fa/totp/activate/")
    secret = client.session[totp.SECRET_SESSION_KEY]
    client.post("/admin/2fa/totp/activate/", {"code": totp_code(secret)})
    client.post("/admin/2fa/totp/deactivate/", {})
    signs = sorted(said[0] for _action, _by, said in noted(camille))
    assert signs == ["+", "−", "−"]
    assert {by for _action, by, _said in noted(camille)} == {camille}


def test_a_reset_that_was_asked_for_is_noted(camille, client):
    client.post("/admin/password/reset/", {"email": "camille@example.org"})
    work_off()
    assert [action for action, _by, _said in noted(camille)] == ["site_cms.reset_asked"]
