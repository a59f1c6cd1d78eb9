"""What allauth asks us: whose guess it is, who has come in, what is told by mail."""

import time

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy

from site_cms.accounts.backend import account_subject, called, subject_of, weigh
from site_cms.accounts.client_address import client_address
from site_cms.accounts.devices import remember
from site_cms.accounts.factors import FIRST_FACTOR, has_factor
from site_cms.accounts.guesses import PASSWORD, REFUSED, Guess
from site_cms.accounts.limits import Limit
from site_cms.accounts.proconnect import logout_address
from site_cms.rights.roles import ADMIN_ACCESS

# Told by accounts/changes.py, whoever makes the change.
TOLD_ELSEWHERE = {
    f"account/email/{name}"
    for name in ("email_changed", "password_changed", "password_reset", "password_set")
}
# Who has just given the password need not give it again to add a first factor.
JUST_NOW = 600
MOVES = Limit("moves", burst=3, an_hour=3)
NOWHERE = "0.0.0.0"  # noqa: S104 an address that nobody has


# The same words, whatever was typed in place of a name.
WRONG = gettext_lazy("Ce nom et ce mot de passe ne vont pas ensemble.")


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": WRONG,
        "email_password_mismatch": WRONG,
    }

    def is_open_for_signup(self, request):
        """Nobody makes an account: accounts are invited."""
        return False

    def get_client_ip(self, request):
        return client_address(request) or NOWHERE

    def format_email_subject(self, subject):
        return f"{settings.EMAIL_SUBJECT_PREFIX}{subject}"

    def pre_authenticate(self, request, **credentials):
        login = credentials.get("username") or credentials.get("email", "")
        self._guess = Guess(request, PASSWORD, subject_of(login), called(login))
        if self._guess.is_allowed():
            return
        if self._guess.tells_of_account:
            weigh(credentials["password"])
            raise ValidationError(WRONG)
        raise ValidationError(REFUSED)

    def authenticate(self, request, **credentials):
        account = super().authenticate(request, **credentials)
        if account:
            self._guess.was_right()
        return account

    def post_login(self, request, user, **kwargs):
        response = super().post_login(request, user, **kwargs)
        remember(request, response, account_subject(user))
        return response

    def get_login_redirect_url(self, request):
        may_work = request.user.has_perm(ADMIN_ACCESS)
        return reverse(settings.LOGIN_REDIRECT_URL) if may_work else "/"

    def get_logout_redirect_url(self, request):
        return logout_address(request) or reverse("account_login")

    def get_password_change_redirect_url(self, request):
        return reverse("account_access")

    def is_reauthentication_required(self, *, app, **kwargs):
        if app == "allauth.mfa" and self._adds_a_first_factor():
            return False
        return super().is_reauthentication_required(app=app, **kwargs)

    def _adds_a_first_factor(self):
        """Whether somebody has just come in without one, and adds it, and reads the codes of it."""
        records = get_authentication_records(self.request, self.request.user)
        came_in = bool(records) and time.time() - records[0]["at"] < JUST_NOW
        is_first = FIRST_FACTOR in self.request.session or not has_factor(self.request.user)
        return came_in and is_first

    def send_confirmation_mail(self, request, emailconfirmation, signup):
        """Write to whatever address an account would move to, but not without end."""
        if MOVES.take(emailconfirmation.email_address.user_id):
            super().send_confirmation_mail(request, emailconfirmation, signup)

    def can_delete_email(self, email_address):
        """Another address may be given, none taken away."""
        return email_address.email != email_address.user.email.lower()

    def send_notification_mail(self, template_prefix, user, context=None, email=None):
        if template_prefix not in TOLD_ELSEWHERE:
            super().send_notification_mail(template_prefix, user, context, email or user.email)


class FactorAdapter(DefaultMFAAdapter):
    def get_totp_issuer(self):
        return settings.WAGTAIL_SITE_NAME

    def get_public_key_credential_rp_entity(self):
        return {
            **super().get_public_key_credential_rp_entity(),
            "name": settings.WAGTAIL_SITE_NAME,
        }

    def generate_authenticator_name(self, user, type):
        number = user.authenticator_set.filter(type=type).count() + 1
        return gettext("Clé d’accès %(number)s") % {"number": number}
