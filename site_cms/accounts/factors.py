"""The second factor: who has one, who must."""

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.utils import timezone

from site_cms.rights.boundary import regional_accounts

# Recovery codes come with another factor, and are none by themselves.
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)

# In the session in which an account added its first.
FIRST_FACTOR = "first_factor"


def has_factor(account) -> bool:
    return Authenticator.objects.filter(user_id=account.pk, type__in=FACTORS).exists()


def must_add_factor(account) -> bool:
    """Whether an account opens no screen of the admin before it has added a factor."""
    return settings.SECOND_FACTOR and not has_factor(account) and not _is_spared(account)


def _is_spared(account):
    """Regional teams may be given time."""
    until = settings.SECOND_FACTOR_SPARED_UNTIL
    is_early = until is not None and timezone.localdate() < until
    return is_early and regional_accounts().filter(pk=account.pk).exists()
