from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """Our own from the first migration on: swapping it in later is not possible."""

    class Meta(AbstractUser.Meta):
        verbose_name = _("compte")
        verbose_name_plural = _("comptes")


class GuessBucket(models.Model):
    """How often something was tried of late, by or about somebody; who, the key does not tell.

    Each try fills the bucket a little, and it leaks: when it would be empty says all.
    """

    key = models.CharField(max_length=32, primary_key=True)
    # Milliseconds since 1970: whole numbers are compared and added alike by every database.
    empty_at = models.BigIntegerField(db_index=True)

    class Meta:
        verbose_name = _("compteur d’essais")
        verbose_name_plural = _("compteurs d’essais")

    def __str__(self):
        return self.key


class AccountSession(AbstractBaseSession):
    """A session, and whose it is, so that all of somebody's can be ended at once."""

    # No foreign key: a session goes on its own way, whatever becomes of the account.
    account_id = models.BigIntegerField(null=True, db_index=True)

    class Meta(AbstractBaseSession.Meta):
        verbose_name = _("session")
        verbose_name_plural = _("sessions")

    @classmethod
    def get_session_store_class(cls):
        return import_string(f"{settings.SESSION_ENGINE}.SessionStore")
