"""The ways of an intruder that no other file walks: each led in, or told something, or might."""

import re

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal import auth as totp
from django.conf import settings
from django.core import mail
from django.test import Client

from site_cms.accounts import adapter
from site_cms.accounts.resets import link_for
from site_cms.rights.roles import COMMUNICATION
from tests.factories import PASSWORD, user
from tests.site_cms.accounts.test_changes import NEW, comes_in, is_in
from tests.site_cms.accounts.test_guesses import SECRET, log_in, totp_code
from tests.site_cms.accounts.test_proconnect import HERE, provider  # noqa: F401 (a fixture)


@pytest.fixture
def camille(db):
    return user("camille", COMMUNICATION)


@pytest.fixture
def proxied(settings):
    settings.TRUSTED_PROXIES = 1


def guess(name, number, came_from="198.51.100"):
    return log_in(Client(), name, "une erreur", f"{came_from}.{number}").content.decode()


# --- Who has an account ---------------------------------------------------------------------------


@pytest.mark.usefixtures("proxied", "camille")
def test_no_refusal_tells_an_account_from_a_name_like_it():
    """Ten tries at one name, then one at a neighbour's: refused or not, as if nobody had either."""
    for name, like_it in (("camille", "câmille"), ("personne", "pérsonne")):
        for number in range(12):
            guess(name, number)
        assert "Trop d’essais" in guess(like_it, 99)


@pytest.mark.usefixtures("proxied", "camille")
def test_nor_whose_an_address_is(monkeypatch):
    weighed = []
    monkeypatch.setattr(adapter, "weigh", weighed.append)
    for number in range(12):
        guess("camille", number)
    assert "Trop d’essais" in guess("camille", 98)
    # No password is looked at, and it is said in the words, and takes the time, of a wrong one.
    said = guess("camille@example.org", 99)
    assert "ne vont pas ensemble" in said and "Trop d’essais" not in said
    assert weighed == ["une erreur"]
    right = log_in(Client(), "camille@example.org", PASSWORD, "203.0.113.1").content.decode()
    assert "ne vont pas ensemble" in right


# --- Ways round the second factor -----------------------------------------------------------------


@pytest.fixture
def guarded(camille):
    totp.TOTP.activate(camille, SECRET)
    return camille


def test_a_new_password_by_a_link_is_not_the_second_factor(guarded):
    client = Client()
    form = client.get(link_for(guarded), follow=True)
    answer = client.post(form.redirect_chain[-1][0], {"password1": NEW, "password2": NEW})
    assert answer.status_code == 302
    assert not is_in(client)
    assert client.get("/admin/access/").status_code == 302


def test_half_way_in_is_not_in(guarded):
    client = Client()
    assert log_in(client).url == "/admin/2fa/authenticate/"
    for address in ("access/", "2fa/", "2fa/recovery-codes/", "sessions/", "email/", "pages/"):
        assert client.get(f"/admin/{address}").status_code == 302, address
    assert client.get("/admin/api/main/pages/").status_code in (302, 401, 403)


def test_a_code_is_the_same_with_a_space_in_it(guarded, monkeypatch):
    """allauth remembers it as well, but in the memory of each process."""
    monkeypatch.setattr(totp.TOTP, "_mark_code_used", lambda self, code: True)
    code = totp_code()
    for typed, status in ((code, 302), (f"{code[:3]} {code[3:]}", 200), (f"{code}-", 200)):
        client = Client()
        log_in(client)
        answer = client.post("/admin/2fa/authenticate/", {"code": typed})
        assert answer.status_code == status, typed


# --- Sessions -------------------------------------------------------------------------------------


def test_a_session_that_was_put_there_is_not_the_one_that_is_in(guarded):
    client = Client()
    put = client.session
    put["put"] = "there"
    put.save()
    seen = {put.session_key}
    log_in(client)
    seen.add(client.cookies[settings.SESSION_COOKIE_NAME].value)
    client.post("/admin/2fa/authenticate/", {"code": totp_code()})
    assert is_in(client)
    assert client.cookies[settings.SESSION_COOKIE_NAME].value not in seen
    for key in seen:
        thief = Client()
        thief.cookies[settings.SESSION_COOKIE_NAME] = key
        assert not is_in(thief)


def ask_to_move(client, to):
    client.post("/admin/reauthenticate/", {"password": PASSWORD})
    client.post("/admin/email/", {"email": to, "action_add": ""})
    return re.search(r"http://[^/]+(/admin/confirm-email/\S+)", mail.outbox[-1].body)[1]


def change_password(camille):
    form = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}
    comes_in().post("/admin/password/change/", form)


def deactivate(camille):
    camille.is_active = False
    camille.save()


@pytest.mark.parametrize("ends", [change_password, deactivate])
def test_what_ends_the_sessions_ends_a_move_to_another_address(camille, ends):
    """Whoever had the password, and has it no more, keeps no link that takes the account along."""
    path = ask_to_move(comes_in(), "voleur@example.net")
    ends(camille)
    Client().post(path)
    camille.refresh_from_db()
    assert camille.email == "camille@example.org"
    assert not EmailAddress.objects.filter(email="voleur@example.net").exists()


def test_an_open_session_is_tied_to_no_identity_elsewhere(client, camille, provider):  # noqa: F811
    """Else a borrowed session would open the account to the borrower's ProConnect for ever."""
    user("yann", COMMUNICATION)
    provider.knows("yann", email="yann@example.org")
    client.force_login(camille)
    there = client.get("/admin/proconnect/login/?process=connect")
    client.get(provider.authorize(there.url, "yann").removeprefix(HERE))
    assert not camille.socialaccount_set.exists()
    assert client.get("/admin/").wsgi_request.user.username == "yann"


# --- Ways out -------------------------------------------------------------------------------------

ELSEWHERE = [
    *("//evil.example", "https://evil.example", "/\\evil.example", "\\\\evil.example"),
    *("javascript:alert(1)", "https:evil.example", "///evil.example"),
    *("http://testserver@evil.example/", "\t//evil.example"),
]


@pytest.mark.parametrize("to", ELSEWHERE)
def test_no_way_in_or_out_leads_to_another_site(camille, to):
    client = Client()
    client.post("/admin/login/", {"login": "camille", "password": PASSWORD})
    for address, form in (
        ("reauthenticate/", {"password": PASSWORD}),
        ("logout/", {}),
        ("login/", {"login": "camille", "password": PASSWORD}),
    ):
        answer = client.post(f"/admin/{address}?next={to}", {**form, "next": to})
        assert answer.status_code == 302, address
        assert re.match(r"/(?![/\\])", answer.url), (address, answer.url)


# --- Headers --------------------------------------------------------------------------------------


@pytest.mark.usefixtures("camille")
def test_no_header_changes_where_a_letter_leads(client):
    spoofed = {"X-Forwarded-Host": "evil.example", "Forwarded": "host=evil.example"}
    client.post("/admin/login/", {"login": "camille", "password": PASSWORD}, headers=spoofed)
    client.post("/admin/reauthenticate/", {"password": PASSWORD}, headers=spoofed)
    form = {"email": "nouvelle@example.org", "action_add": ""}
    client.post("/admin/email/", form, headers=spoofed)
    assert mail.outbox and "evil" not in mail.outbox[-1].body
    assert client.get("/admin/login/", headers={"Host": "evil.example"}).status_code == 400


@pytest.mark.usefixtures("camille", "proxied")
@pytest.mark.parametrize("name", ["X-Real-IP", "X-Client-IP", "CF-Connecting-IP", "Forwarded"])
def test_no_other_header_makes_another_of_who_asks(name):
    answers = [
        Client().post(
            "/admin/login/",
            {"login": f"nom{number}", "password": "une erreur"},
            headers={name: f"198.51.100.{number}", "X-Forwarded-For": "::ffff:192.0.2.7"},
        )
        for number in range(12)
    ]
    assert "Trop d’essais" in answers[-1].content.decode()
    # The same address, in the words of the other protocol.
    assert "Trop d’essais" in log_in(Client()).content.decode()
