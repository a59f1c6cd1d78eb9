"""A provider of identities in ProConnect's place: a real one, on this machine, in a thread.

oidc-provider-mock is one, built on Authlib. What ProConnect does besides is added: it names the
key it signs with, signs what it tells of people, and gives back the state when somebody refuses.
"""

import json
import os
import time
from contextlib import contextmanager

import flask
import jwt
import oidc_provider_mock
import requests
from cryptography.hazmat.primitives.asymmetric import rsa
from oidc_provider_mock._server import _threaded_server

# Plain HTTP, on this machine only.
os.environ.setdefault("AUTHLIB_INSECURE_TRANSPORT", "1")
CLIENT, SECRET = "le-site", "un secret de test"
KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
OTHER_KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
KID = "userinfo"


class Provider:
    """Where it is, and what it is made to say wrongly."""

    def __init__(self):
        self.url, self.key, self.headers, self.is_signed = "", KEY, {"kid": KID}, True
        self.said, self.identity_said = {}, {}

    def settings(self):
        """What production.py makes of the environment."""
        app = {
            **{"provider_id": "proconnect", "name": "ProConnect"},
            **{"client_id": CLIENT, "secret": SECRET, "settings": {"server_url": self.url}},
        }
        return {"proconnect": {"APP": app}}

    def sign(self, claims, key=None):
        now = int(time.time())
        whole = {"iss": self.url, "aud": CLIENT, "iat": now, "exp": now + 60, **claims}
        headers = {"kid": KID} if key else self.headers
        return jwt.encode(whole, key or self.key, algorithm="RS256", headers=headers)

    def sign_person(self, response):
        if self.is_signed:
            response.data = self.sign({**response.get_json(), **self.said})
            response.content_type = "application/jwt"

    def sign_identity(self, response):
        answer = response.get_json()
        identity = jwt.decode(answer["id_token"], options={"verify_signature": False})
        signed = self.sign({**identity, **self.identity_said}, key=KEY)
        response.data = json.dumps({**answer, "id_token": signed})

    def knows(self, sub, **claims):
        requests.put(f"{self.url}/users/{sub}", json=claims, timeout=5)

    def authorize(self, address, sub=None):
        """Say who one is at the provider, or refuse; return where it sends the browser."""
        form = {"sub": sub} if sub else {"action": "deny"}
        answer = requests.post(address, data=form, allow_redirects=False, timeout=5)
        return answer.headers["Location"]


def give_back_state(response):
    if "error=" in response.headers.get("Location", ""):
        response.headers["Location"] += f"&state={flask.request.args['state']}"


def name_key(response):
    ours = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(KEY.public_key()))
    response.data = json.dumps({"keys": [{**ours, "kid": KID, "alg": "RS256"}]})


@contextmanager
def running_provider():
    provider, app = Provider(), oidc_provider_mock.app(require_nonce=True)

    @app.after_request
    def as_proconnect_does(response):
        change = {
            "/userinfo": provider.sign_person,
            "/oauth2/token": provider.sign_identity,
            "/oauth2/authorize": give_back_state,
            "/jwks": name_key,
        }.get(flask.request.path)
        if change and response.status_code < 400:
            change(response)
        return response

    with _threaded_server(app=app) as server:
        provider.url = f"http://localhost:{server.server_port}"
        yield provider
