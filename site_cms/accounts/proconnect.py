"""ProConnect, by which agents of the State come in with the identity of their administration.

An OpenID provider like another, but that it signs what it tells of people too (`userinfo` is a
JWT). Nothing is taken whose signature, issuer, audience and number do not hold. It opens accounts
that are there, of addresses in `PROCONNECT_DOMAINS`; it makes none.
"""

import logging
import secrets
from urllib.parse import urlencode

import jwt
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.internal import jwtkit
from allauth.socialaccount.providers import registry
from allauth.socialaccount.providers.base.constants import AuthProcess
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from allauth.utils import build_absolute_uri
from django.conf import settings
from django.core import signing
from django.shortcuts import redirect, render
from django.urls import reverse
from requests import RequestException

from site_cms.models import User

logger = logging.getLogger(__name__)
PROVIDER = "proconnect"
SIGNATURES = ("RS256", "ES256", "PS256")
SCOPE = ["openid", "email", "given_name", "usual_name"]
NONCE, ID_TOKEN = "proconnect_nonce", "proconnect_id_token"
SALT, GOODBYE_SECONDS = "site_cms.proconnect.goodbye", 300


class ProConnectAdapter(OpenIDConnectOAuth2Adapter):
    def get_callback_url(self, request, app):
        return build_absolute_uri(request, reverse("proconnect_callback"))

    def complete_login(self, request, app, token, **kwargs):
        id_token = kwargs["response"].get("id_token", "")
        identity = self._verified(app, id_token)
        if not _is_ours(request, identity.get("nonce")):
            raise OAuth2Error("The identity is not for this request")
        person = self._verified(app, self._fetch_user_info(token.token))
        if person["sub"] != identity["sub"]:
            raise OAuth2Error("Two people in one answer")
        request.session[ID_TOKEN] = id_token
        provider = self.get_provider()
        return provider.sociallogin_from_response(request, {"userinfo": person})

    def _fetch_user_info(self, access_token):
        headers = {"Authorization": f"Bearer {access_token}"}
        with _adapter().get_requests_session() as session:
            response = session.get(self.profile_url, headers=headers)
            response.raise_for_status()
        return response.text

    def _verified(self, app, token) -> dict:
        """Return what a token says, if the provider says it, to us, now."""
        config = self.openid_config
        try:
            algorithm, key = jwtkit.fetch_key(token, config["jwks_uri"], jwtkit.lookup_kid_jwk)
            if algorithm not in SIGNATURES:
                raise OAuth2Error(f"Not signed well enough: {algorithm}")
            return jwt.decode(
                token,
                key,
                algorithms=[algorithm],
                audience=app.client_id,
                issuer=config["issuer"],
                options={"require": ["iss", "aud", "sub", "exp"]},
            )
        except (jwt.PyJWTError, KeyError) as error:
            raise OAuth2Error("The token does not hold") from error


class ProConnectProvider(OpenIDConnectProvider):
    id = PROVIDER
    name = "ProConnect"
    oauth2_adapter_class = ProConnectAdapter
    pkce_enabled_default = True

    def get_login_url(self, request, **kwargs):
        url = reverse("proconnect_login")
        return f"{url}?{urlencode(kwargs)}" if kwargs else url

    def get_callback_url(self):
        return reverse("proconnect_callback")

    def get_scope_from_request(self, request):
        # Not what an address asks for besides.
        return SCOPE

    def get_redirect_from_request_kwargs(self, request):
        # It opens an account; whatever else an address asks for, it is tied to no open one.
        asked = super().get_redirect_from_request_kwargs(request)
        return {**asked, "process": AuthProcess.LOGIN}

    def get_auth_params_from_request(self, request, action):
        nonce = request.session.setdefault(NONCE, secrets.token_urlsafe(32))
        return {"nonce": nonce, "acr_values": "eidas1"}


class SocialAdapter(DefaultSocialAccountAdapter):
    def pre_social_login(self, request, sociallogin):
        """Open an account that is there: one it opened before, or that of the same address."""
        address = next((found.email for found in sociallogin.email_addresses), "")
        if address.rpartition("@")[2].lower() not in settings.PROCONNECT_DOMAINS:
            _refuse(request, "domain", address)
        if sociallogin.is_existing:
            return
        meant = list(User.objects.filter(email__iexact=address, is_active=True).order_by("pk")[:2])
        if len(meant) != 1:
            _refuse(request, "unknown", address)
        sociallogin.connect(request, meant[0])


def _refuse(request, reason, address):
    request.session.pop(ID_TOKEN, None)
    context = {"reason": reason, "address": address}
    answer = render(request, "accounts/proconnect_refused.html", context, status=403)
    raise ImmediateHttpResponse(answer)


def _is_ours(request, nonce):
    given = request.session.pop(NONCE, "")
    return bool(given) and secrets.compare_digest(given, str(nonce))


def _adapter():
    return SocialAdapter()


def is_offered() -> bool:
    return PROVIDER in settings.SOCIALACCOUNT_PROVIDERS


def log_in(request):
    return _answer(OAuth2LoginView, request)


def come_back(request):
    return _answer(OAuth2CallbackView, request)


def _answer(view, request):
    if not is_offered():
        return redirect("account_login")
    try:
        return view.adapter_view(ProConnectAdapter(request, PROVIDER))(request)
    except RequestException:
        logger.warning("ProConnect does not answer", exc_info=True)
        return redirect("socialaccount_login_error")


# --- Leaving --------------------------------------------------------------------------------------


def logout_address(request) -> str | None:
    """Return where whoever came in by ProConnect goes to leave it too.

    By a page of ours: browsers follow no form to another site, as the policy of the admin says.
    """
    id_token = request.session.get(ID_TOKEN)
    if not id_token or not is_offered():
        return None
    try:
        end = ProConnectAdapter(request, PROVIDER).openid_config["end_session_endpoint"]
    except (KeyError, RequestException):
        return None
    query = {
        "id_token_hint": id_token,
        "state": secrets.token_urlsafe(32),
        "post_logout_redirect_uri": build_absolute_uri(request, reverse("account_login")),
    }
    signed = signing.dumps(f"{end}?{urlencode(query)}", salt=SALT)
    return f"{reverse('proconnect_goodbye')}?{urlencode({'to': signed})}"


def say_goodbye(request):
    """Lead on to ProConnect, which ends its own session."""
    try:
        to = signing.loads(request.GET.get("to", ""), salt=SALT, max_age=GOODBYE_SECONDS)
    except signing.BadSignature:
        return redirect("account_login")
    return render(request, "accounts/proconnect_goodbye.html", {"to": to})


registry.register(ProConnectProvider)
