"""A change of an account ends its sessions and is told, whoever makes it; as it was not before."""

import re
import time

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.core import mail
from django.test import Client
from django.urls import reverse

from site_cms.accounts import sessions
from site_cms.models import AccountSession, User
from site_cms.rights.roles import COMMUNICATION
from tests.factories import PASSWORD, user

NEW = "grenier plume orage tabac"


@pytest.fixture
def camille(db):
    return user("camille", COMMUNICATION)


def comes_in(name="camille", password=PASSWORD):
    client = Client()
    answer = client.post("/admin/login/", {"login": name, "password": password})
    assert answer.status_code == 302
    return client


def is_in(client):
    return client.get("/admin/").status_code == 200


def confirm(client, path, password=PASSWORD):
    """Give the password again, as the screens ask for it."""
    asked = client.get(path)
    if asked.status_code == 302:
        assert asked.url.startswith("/admin/reauthenticate/")
        client.post("/admin/reauthenticate/", {"password": password})


# --- The address: the way by which an account was kept --------------------------------------------


def test_a_stolen_session_does_not_change_the_address_without_the_password(camille):
    thief = comes_in()
    answer = thief.post("/admin/email/", {"email": "voleur@example.net", "action_add": ""})
    assert answer.url.startswith("/admin/reauthenticate/")
    thief.post("/admin/reauthenticate/", {"password": "une erreur"})
    thief.post("/admin/email/", {"email": "voleur@example.net", "action_add": ""})
    thief.post("/admin/account/", {"name_email-email": "voleur@example.net"})
    camille.refresh_from_db()
    assert camille.email == "camille@example.org"
    assert mail.outbox == []


def test_the_password_is_not_guessed_in_a_stolen_session_either(camille):
    thief = comes_in()
    del thief.cookies["known"]
    for number in range(40):
        thief.post("/admin/reauthenticate/", {"password": f"une erreur {number}"})
        thief.post("/admin/password/change/", {"oldpassword": f"une erreur {number}"})
    said = thief.post("/admin/reauthenticate/", {"password": PASSWORD}).content.decode()
    assert "Trop d’essais" in said


def test_an_address_changes_by_a_link_and_both_are_told(camille):
    client = comes_in()
    confirm(client, "/admin/email/")
    client.post("/admin/reauthenticate/", {"password": PASSWORD})
    client.post("/admin/email/", {"email": "nouvelle@example.org", "action_add": ""})
    (letter,) = mail.outbox
    assert letter.to == ["nouvelle@example.org"]
    camille.refresh_from_db()
    assert camille.email == "camille@example.org"
    path = re.search(r"http://[^/]+(/admin/confirm-email/\S+)", letter.body)[1]
    assert client.get(path).status_code == 200
    client.post(path)
    camille.refresh_from_db()
    assert camille.email == "nouvelle@example.org"
    told = [message.to for message in mail.outbox[1:]]
    assert sorted(told) == [["camille@example.org"], ["nouvelle@example.org"]]
    assert all("nouvelle@example.org" in message.body for message in mail.outbox[1:])


def test_after_a_move_the_password_is_still_asked_for_and_no_code_by_mail(camille):
    """allauth offers one where an address is confirmed: a mailbox would be enough."""
    EmailAddress.objects.create(user=camille, email=camille.email, verified=True, primary=True)
    thief = Client()
    thief.force_login(camille)
    asked = thief.get("/admin/2fa/totp/activate/", follow=True)
    assert asked.redirect_chain[-1][0].startswith("/admin/reauthenticate/")
    assert "code" not in asked.content.decode().partition("<main")[2].partition("</main")[0]


def test_an_address_is_not_taken_before_its_link_is_followed(camille):
    client = comes_in()
    confirm(client, "/admin/email/")
    client.post("/admin/reauthenticate/", {"password": PASSWORD})
    client.post("/admin/email/", {"email": "nouvelle@example.org", "action_add": ""})
    for act in ("action_primary", "action_remove"):
        for address in ("nouvelle@example.org", "camille@example.org"):
            client.post("/admin/email/", {"email": address, act: ""})
            camille.refresh_from_db()
            assert camille.email == "camille@example.org"


def test_strangers_are_not_written_to_without_end(camille):
    client = comes_in()
    confirm(client, "/admin/email/")
    client.post("/admin/reauthenticate/", {"password": PASSWORD})
    for number in range(10):
        client.post("/admin/email/", {"email": f"tiers{number}@example.net", "action_add": ""})
    assert len(mail.outbox) == 3


def test_whoever_changes_it_both_are_told(camille):
    camille.email = "autre@example.org"
    camille.save()
    assert sorted(message.to[0] for message in mail.outbox) == [
        "autre@example.org",
        "camille@example.org",
    ]


# --- The password ---------------------------------------------------------------------------------


def test_a_changed_password_ends_the_other_sessions_and_is_told(camille):
    mine, other = comes_in(), comes_in()
    form = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}
    assert mine.post("/admin/password/change/", form).status_code == 302
    assert AccountSession.objects.filter(account_id=camille.pk).count() == 1
    assert is_in(mine) and not is_in(other)
    (letter,) = mail.outbox
    assert letter.to == ["camille@example.org"] and "mot de passe" in letter.body
    comes_in(password=NEW)


def test_the_old_password_is_asked_for(camille):
    client = comes_in()
    form = {"oldpassword": "une erreur", "password1": NEW, "password2": NEW}
    assert client.post("/admin/password/change/", form).status_code == 200
    camille.refresh_from_db()
    assert camille.check_password(PASSWORD)


def test_a_weak_password_is_refused_in_clear_words(camille):
    client = comes_in()
    form = {"oldpassword": PASSWORD, "password1": "motdepasse12", "password2": "motdepasse12"}
    assert "se devine vite" in client.post("/admin/password/change/", form).content.decode()


def test_a_better_hash_of_the_same_password_is_no_change(camille, settings):
    settings.PASSWORD_HASHERS = [
        "django.contrib.auth.hashers.PBKDF2PasswordHasher",
        *settings.PASSWORD_HASHERS,
    ]
    comes_in()
    camille.refresh_from_db()
    assert camille.password.startswith("pbkdf2") and mail.outbox == []


# --- The account ----------------------------------------------------------------------------------


def deactivate_by_form(camille, client):
    form = {"username": "camille", "email": camille.email, "first_name": "C", "last_name": "D"}
    form["groups"] = [group.pk for group in camille.groups.all()]
    client.post(reverse("wagtailusers_users:edit", args=[camille.pk]), form)


def deactivate_at_once(camille, client):
    url = f"/admin/bulk/site_cms/user/set_active_state/?id={camille.pk}"
    client.post(url, {"mark_as_active": "False"})


@pytest.mark.parametrize("deactivate", [deactivate_by_form, deactivate_at_once])
def test_the_sessions_of_a_deactivated_account_do_not_live_again(camille, deactivate):
    user("admin", is_superuser=True)
    other, admin = comes_in(), comes_in("admin")
    deactivate(camille, admin)
    camille.refresh_from_db()
    assert not camille.is_active
    User.objects.filter(pk=camille.pk).update(is_active=True)
    assert not is_in(other) and is_in(admin)


# --- Factors --------------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_a_first_factor_ends_the_sessions_that_came_in_without_and_is_told(camille):
    mine, other = comes_in(), comes_in()
    assert mine.get("/admin/2fa/totp/activate/").status_code == 200
    secret = mine.session[totp.SECRET_SESSION_KEY]
    code = totp.format_hotp_value(
        totp.hotp_value(secret, list(totp.yield_hotp_counters_from_time())[1])
    )
    answer = mine.post("/admin/2fa/totp/activate/", {"code": code})
    assert answer.status_code == 302
    assert Authenticator.objects.filter(user=camille).count() == 2
    assert is_in(mine) and not is_in(other)
    (letter,) = mail.outbox
    assert letter.to == ["camille@example.org"]


def test_a_factor_is_not_added_or_taken_away_without_the_password(camille, monkeypatch):
    totp.TOTP.activate(camille, totp.generate_totp_secret())
    thief = Client()
    thief.force_login(camille)
    for path in ("/admin/2fa/totp/deactivate/", "/admin/2fa/webauthn/add/"):
        for answer in (thief.get(path), thief.post(path, {})):
            assert answer.url.startswith("/admin/reauthenticate/")
    assert Authenticator.objects.filter(user=camille).exists()


# --- Sessions -------------------------------------------------------------------------------------


def test_a_session_ends_when_nobody_acts(camille, settings, monkeypatch):
    client = comes_in()
    AccountSession.objects.update(
        expire_date=AccountSession.objects.get().expire_date.replace(year=2020)
    )
    assert not is_in(client)


def test_acts_prolong_it_and_what_a_page_asks_by_itself_does_not(camille, monkeypatch):
    client = comes_in()
    client.get("/admin/")
    now = time.time()
    monkeypatch.setattr(sessions.time, "time", lambda: now + 600)
    before = client.session[sessions.SEEN]
    client.post("/admin/editing-sessions/ping/wagtailcore/page/1/1/")
    assert client.session[sessions.SEEN] == before
    client.get("/admin/")
    assert client.session[sessions.SEEN] > before


def test_a_session_ends_after_a_day_of_work_whatever_is_done(camille, settings, monkeypatch):
    client = comes_in()
    now = time.time()
    monkeypatch.setattr(sessions.time, "time", lambda: now + settings.SESSION_LONGEST + 1)
    assert not is_in(client)
    monkeypatch.undo()
    assert not is_in(client)


def test_the_owner_sees_and_ends_all_other_sessions(camille):
    mine, other = comes_in(), comes_in()
    assert mine.get("/admin/sessions/").content.decode().count("<tr") == 3
    mine.post("/admin/sessions/")
    assert is_in(mine) and not is_in(other)
