"""What follows a change of an account, whoever makes it, by whatever screen or command: sessions
end for good, and the holder is told, at the address of before too.
"""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_reset
from django.contrib.auth.hashers import is_password_usable
from django.db.models.signals import post_save, pre_save
from django.dispatch import receiver
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import log

from site_cms.accounts.factors import FACTORS, FIRST_FACTOR
from site_cms.accounts.letters import send_letter
from site_cms.accounts.sessions import end_sessions
from site_cms.models import User

ACCOUNT = "site_cms.account"
WATCHED = ("email", "password", "is_active")


@receiver(pre_save, sender=User)
def look_at_before(instance, raw, update_fields, **kwargs):
    """Keep on the account what it was, where something that matters may change."""
    instance._before = None
    names = [name for name in WATCHED if update_fields is None or name in update_fields]
    if not raw and instance.pk and names:
        # A better hash of the same password is none of its changes; only a new one is set.
        if "password" in names and not _has_new_password(instance):
            names.remove("password")
        instance._before = User.objects.filter(pk=instance.pk).values("email", *names).first()


def _has_new_password(account):
    return account._password is not None or not is_password_usable(account.password)


@receiver(post_save, sender=User)
def follow_up(instance, **kwargs):
    before = instance._before or {}
    changed = {name for name in before if before[name] != getattr(instance, name)}
    if "password" in changed or ("is_active" in changed and not instance.is_active):
        end_sessions(instance)
        forget_moves(instance)
    if "password" in changed and before["password"]:
        _tell(instance, _("Votre mot de passe a été changé"), "password")
    if "email" in changed:
        letter = {"before": before["email"], "after": instance.email}
        for address in filter(None, (before["email"], instance.email)):
            subject = _("Votre adresse électronique a été changée")
            _tell(instance, subject, "email", letter, to=address)


def forget_moves(account):
    """Forget addresses that it was to move to: their links would outlive what ends here."""
    moves = EmailAddress.objects.filter(user_id=account.pk, verified=False)
    moves.exclude(email__iexact=account.email).delete()


def _tell(account, subject, kind, context=None, to=None):
    if to or account.email:
        send_letter(account, subject, f"accounts/{kind}_letter.txt", context or {}, to=to)


@hooks.register("after_bulk_action")
def end_those_of_the_deactivated(request, action_type, objects, action_class_instance):
    """Wagtail changes many accounts at once by a statement, of which no signal tells."""
    if action_type == "set_active_state":
        keys = [account.pk for account in objects]
        for account in User.objects.filter(pk__in=keys, is_active=False).order_by("pk"):
            end_sessions(account)
            forget_moves(account)


# --- Factors --------------------------------------------------------------------------------------


@receiver(authenticator_added)
def factor_added(request, user, authenticator, **kwargs):
    """Whoever came in without the factor comes in again."""
    if authenticator.type in FACTORS:
        factors = Authenticator.objects.filter(user=user, type__in=FACTORS)
        if not factors.exclude(pk=authenticator.pk).exists():
            request.session[FIRST_FACTOR] = True
        end_sessions(user)
        _note(user, "+", authenticator)


@receiver(authenticator_removed)
def factor_removed(user, authenticator, **kwargs):
    _note(user, "−", authenticator)


@receiver(authenticator_reset)
def codes_made_anew(user, authenticator, **kwargs):
    _note(user, "+", authenticator)


def _note(user, sign, authenticator):
    log(user, ACCOUNT, user=user, data={"changes": [f"{sign} {authenticator.get_type_display()}"]})
