"""What no browser sends to the screens of accounts is refused, and breaks nothing."""

import json

import pytest
from allauth.mfa.totp.internal import auth as totp
from django.test import Client

from site_cms.models import GuessBucket
from tests.factories import PASSWORD, user

NO_CREDENTIALS = [
    *("", "x", "{}", "[]", "null", "1", "\0", '{"id": "x"}'),
    json.dumps({"id": "x", "rawId": "x", "type": "public-key", "response": {}}),
    json.dumps({"id": 1, "rawId": 2, "type": 3, "response": {"clientDataJSON": "e30"}}),
    json.dumps(
        {
            **{"id": "eA", "rawId": "eA", "type": "public-key"},
            "response": {
                **{"clientDataJSON": "e30", "authenticatorData": "eA", "signature": "eA"},
                **{"userHandle": "eA", "attestationObject": "eA"},
            },
        }
    ),
]


@pytest.mark.parametrize("said", NO_CREDENTIALS)
def test_no_credential_breaks_a_screen_or_opens_the_door(db, said):
    alix = user("alix", is_superuser=True)
    client = Client()
    client.post("/admin/2fa/webauthn/login/", {"credential": said})
    assert client.get("/admin/").status_code == 302
    totp.TOTP.activate(alix, totp.generate_totp_secret())
    client.post("/admin/login/", {"login": "alix", "password": PASSWORD})
    for field in ("credential", "code"):
        assert client.post("/admin/2fa/authenticate/", {field: said}).status_code == 200
    assert client.get("/admin/").status_code == 302
    GuessBucket.objects.all().delete()
    client.force_login(alix)
    client.post("/admin/reauthenticate/", {"password": PASSWORD})
    for screen in ("2fa/webauthn/add/", "2fa/webauthn/reauthenticate/", "2fa/reauthenticate/"):
        form = {"credential": said, "code": said, "name": said, "passwordless": "on"}
        assert client.post(f"/admin/{screen}", form).status_code in (200, 302)
    assert alix.authenticator_set.count() == 1
