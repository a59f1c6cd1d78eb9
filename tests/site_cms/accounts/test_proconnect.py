"""ProConnect, against a real provider: who comes in, who does not, and what is not believed."""

import base64
import hmac
import json
import re
from functools import partial
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
import requests
from allauth.mfa.totp.internal import auth as totp
from allauth.socialaccount.models import SocialAccount
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.core import mail

from site_cms.accounts.proconnect import SIGNATURES
from site_cms.models import User
from site_cms.rights.roles import COMMUNICATION
from tests.factories import user
from tests.site_cms.accounts.openid import KEY, OTHER_KEY, running_provider

HERE = "http://testserver"


@pytest.fixture
def provider(settings):
    with running_provider() as provider:
        settings.SOCIALACCOUNT_PROVIDERS = provider.settings()
        settings.PROCONNECT_DOMAINS = ["example.org"]
        yield provider


@pytest.fixture
def camille(db):
    return user("camille", COMMUNICATION)


@pytest.fixture
def come_in(client, provider):
    """Go to the provider, be somebody there, and come back; return the last answer."""

    def go(sub="camille", email="camille@example.org", **claims):
        if sub:
            provider.knows(sub, email=email, **claims)
        there = client.get("/admin/proconnect/login/")
        back = provider.authorize(there.url, sub)
        assert back.startswith(f"{HERE}/admin/proconnect/callback/")
        return client.get(back.removeprefix(HERE))

    return go


def test_the_login_page_offers_it_where_it_is_set_up(client, db, provider, settings):
    assert "/admin/proconnect/login/" in client.get("/admin/login/").content.decode()
    settings.SOCIALACCOUNT_PROVIDERS = {}
    assert "proconnect" not in client.get("/admin/login/").content.decode()
    for address in ("login", "callback", "goodbye"):
        assert client.get(f"/admin/proconnect/{address}/").url == "/admin/login/"


def test_what_is_asked_of_it(client, db, provider):
    asked = parse_qs(urlsplit(client.get("/admin/proconnect/login/?scope=x").url).query)
    assert set(asked["scope"][0].split()) == {"openid", "email", "given_name", "usual_name"}
    assert asked["acr_values"] == ["eidas1"]
    assert asked["code_challenge_method"] == ["S256"]
    assert len(asked["nonce"][0]) > 32
    assert asked["redirect_uri"] == [f"{HERE}/admin/proconnect/callback/"]


def test_an_account_that_is_there_comes_in(client, camille, come_in):
    assert come_in(email="Camille@Example.org").url == "/admin/"
    assert client.get("/admin/").wsgi_request.user == camille
    assert SocialAccount.objects.get().uid == "camille"
    # The holder is told that the account can be opened so.
    assert mail.outbox[0].to == ["camille@example.org"]
    assert camille.has_usable_password() and User.objects.count() == 1


def test_it_stays_the_same_account_when_the_address_changes_there(client, camille, come_in):
    come_in()
    client.post("/admin/logout/")
    assert come_in(email="autre@example.org").url == "/admin/"
    assert client.get("/admin/").wsgi_request.user == camille


def test_the_second_factor_is_asked_for_as_well(client, camille, come_in):
    totp.TOTP.activate(camille, totp.generate_totp_secret())
    assert come_in().url == "/admin/2fa/authenticate/"
    assert client.get("/admin/").status_code == 302


@pytest.mark.parametrize(
    ("email", "words"),
    [
        ("camille@example.net", "n’est pas de celles"),
        ("camille@example.org.example.net", "n’est pas de celles"),
        ("", "n’est pas de celles"),
        ("personne@example.org", "Aucun compte"),
    ],
)
def test_nobody_else_comes_in_and_no_account_is_made(client, camille, come_in, email, words):
    answer = come_in(email=email)
    assert answer.status_code == 403 and words in answer.content.decode()
    assert client.get("/admin/").status_code == 302
    assert User.objects.count() == 1 and not SocialAccount.objects.exists()


def test_a_deactivated_account_does_not_come_in(client, camille, come_in):
    come_in()
    client.post("/admin/logout/")
    camille.is_active = False
    camille.save()
    come_in()
    assert client.get("/admin/").status_code == 302


def test_who_refuses_there_is_back_at_the_door(client, camille, come_in):
    assert come_in(sub=None).url == "/admin/proconnect/cancelled/"
    assert client.get("/admin/proconnect/cancelled/").status_code == 200
    assert client.get("/admin/").status_code == 302


def wrong_signature(provider):
    provider.key = OTHER_KEY


def no_signature(provider):
    provider.is_signed = False


def another_audience(provider):
    provider.said = {"aud": "un-autre-site"}


def another_issuer(provider):
    provider.said = {"iss": "https://example.net"}


def another_person(provider):
    provider.said = {"sub": "yann"}


def too_late(provider):
    provider.said = {"exp": 1_700_000_000}


def unknown_key(provider):
    provider.headers = {"kid": "inconnue"}


PEM = KEY.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def with_the_public_key(whole):
    """Signed by whoever can read: a public key taken for a secret that both share."""
    head, body = (
        base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=")
        for part in ({"alg": "HS256", "kid": "userinfo"}, whole)
    )
    mac = hmac.digest(PEM, head + b"." + body, "sha256")
    return b".".join([head, body, base64.urlsafe_b64encode(mac).rstrip(b"=")]).decode()


def unsigned(whole):
    return jwt.encode(whole, None, algorithm="none", headers={"kid": "userinfo"})


def signed_anew(provider, sign, is_identity):
    """Sign in another way what ProConnect says: who somebody is, or what it tells of people."""
    shipped = provider.sign

    def other(claims, key=None):
        signed = shipped(claims, key)
        if bool(key) != is_identity:
            return signed
        return sign(jwt.decode(signed, options={"verify_signature": False}))

    provider.sign = other


def test_which_algorithms_are_believed():
    assert set(SIGNATURES) == {"RS256", "PS256", "ES256"}


def another_number(provider):
    provider.identity_said = {"nonce": "x"}


def an_identity_for_another_site(provider):
    provider.identity_said = {"aud": "un-autre-site"}


WRONG = [
    *(wrong_signature, no_signature, another_audience, another_issuer, another_person),
    *(too_late, unknown_key, another_number, an_identity_for_another_site),
]


# Algorithms by which anybody can sign.
WRONG += [
    partial(signed_anew, sign=sign, is_identity=is_identity)
    for sign in (unsigned, with_the_public_key)
    for is_identity in (True, False)
]


@pytest.mark.parametrize("wrong", WRONG)
def test_what_does_not_hold_is_not_believed(client, camille, provider, come_in, wrong):
    wrong(provider)
    answer = come_in()
    assert answer.status_code in (200, 401, 403)
    assert client.get("/admin/").status_code == 302
    assert not SocialAccount.objects.exists()


def test_an_answer_to_somebody_else_is_not_taken(client, camille, provider):
    provider.knows("camille", email="camille@example.org")
    there = client.get("/admin/proconnect/login/")
    back = provider.authorize(there.url, "camille").removeprefix(HERE)
    # Its number belongs to another browser.
    other = client.__class__()
    other.get("/admin/proconnect/login/")
    other.get(back)
    assert other.get("/admin/").status_code == 302
    client.get(back)
    assert client.get("/admin/").status_code == 200


def test_leaving_the_site_leaves_proconnect(client, camille, come_in, provider):
    come_in()
    goodbye = client.post("/admin/logout/")
    assert goodbye.url.startswith("/admin/proconnect/goodbye/")
    assert client.get("/admin/").status_code == 302
    html = client.get(goodbye.url).content.decode()
    link = re.search(r'href="([^"]*end_session[^"]*)"', html)[1].replace("&amp;", "&")
    asked = parse_qs(urlsplit(link).query)
    assert asked["post_logout_redirect_uri"] == [f"{HERE}/admin/login/"]
    assert jwt.decode(asked["id_token_hint"][0], options={"verify_signature": False})["sub"]
    assert requests.get(link, timeout=5).status_code == 200
    assert client.get("/admin/proconnect/goodbye/?to=https://example.net").url == "/admin/login/"


def test_a_provider_that_is_away_keeps_nobody_from_the_password(
    client, camille, settings, provider
):
    settings.SOCIALACCOUNT_PROVIDERS["proconnect"]["APP"]["settings"]["server_url"] = (
        "http://localhost:1"
    )
    assert client.get("/admin/login/").status_code == 200
    assert client.get("/admin/proconnect/login/").status_code < 500
