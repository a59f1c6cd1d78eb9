"""What the site holds about a person, found by an e-mail address: to be given out, or erased.

Pages that print the address are named, and changed by whoever writes them. An account is emptied
rather than deleted: what it did stays told, of somebody without a name.
"""

import json
from collections.abc import Iterator
from functools import cached_property

from allauth.usersessions.models import UserSession
from django.apps import apps
from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.db.models.functions import Cast
from wagtail.contrib.forms.models import FormSubmission
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry, PageLogEntry, Site

from site_cms.models import OutgoingMail, User

ERASED = "site_cms.person_erased"
ERASED_NAME = "compte-efface-"
# Packages whose rows are about one account, and nothing else.
OF_ACCOUNTS = {"account", "mfa", "socialaccount", "usersessions", "wagtailusers"}


class LastAdministrator(Exception):
    """Without this account nobody could give rights any more."""


class Person:
    """All that is held under one address; nothing is read before it is asked for."""

    def __init__(self, email: str):
        self.email = email.strip().lower()

    @cached_property
    def answers(self) -> list[FormSubmission]:
        found = _mentioning(FormSubmission, "form_data", self.email).select_related("page")
        return [each for each in found if self._is_in(each.form_data)]

    @cached_property
    def mails(self) -> list[OutgoingMail]:
        """Messages that have not left; of others no address is kept."""
        found = _mentioning(OutgoingMail, "message", self.email)
        return [each for each in found if self._is_in(each.message)]

    @cached_property
    def accounts(self) -> list[User]:
        return list(User.objects.filter(email__iexact=self.email).order_by("pk"))

    @cached_property
    def printed_on(self) -> list[models.Model]:
        """What shows the address to all: the contact of a region, say."""
        return [item for model, name in _address_fields() for item in self._under(model, name)]

    @property
    def is_known(self) -> bool:
        return bool(self.answers or self.mails or self.accounts or self.printed_on)

    def export(self) -> dict:
        """Return all of it, as plain data."""
        return {
            "email": self.email,
            "answers": [
                {"page": each.page.title, "sent_at": each.submit_time, "answers": each.form_data}
                for each in self.answers
            ],
            "mails": [{"queued_at": m.queued_at, **m.message} for m in self.mails],
            "accounts": [_account(account) for account in self.accounts],
            "printed_on": [f"{i._meta.verbose_name} « {i} »" for i in self.printed_on],
        }

    @transaction.atomic
    def erase(self) -> dict[str, int]:
        """Remove it; return how much there was of each kind, which the trace says too."""
        if any(account.is_superuser for account in self.accounts) and not self._leaves_one():
            raise LastAdministrator
        counts = {name: len(getattr(self, name)) for name in ("answers", "mails", "accounts")}
        for each in (*self.answers, *self.mails):
            each.delete()
        for account in self.accounts:
            _empty(account)
        told = [f"{name}\u00a0: {count}" for name, count in counts.items()]
        log(Site.objects.get(is_default_site=True), ERASED, data={"changes": told})
        return counts

    def _leaves_one(self):
        mine = [account.pk for account in self.accounts]
        return User.objects.filter(is_superuser=True, is_active=True).exclude(pk__in=mine).exists()

    def _is_in(self, value) -> bool:
        """The database finds too much: « anne@… » in « marianne@… »."""
        if isinstance(value, dict):
            value = list(value.values())
        if isinstance(value, list):
            return any(self._is_in(each) for each in value)
        words = str(value).lower().replace("<", " ").replace(">", " ").split()
        return self.email in (word.strip(".,;:()[]\"'") for word in words)

    def _under(self, model, name):
        return model.objects.filter(**{f"{name}__iexact": self.email}).order_by("pk")


def _mentioning(model, field, email):
    """Return the rows whose JSON holds the text; SQLite keeps other letters than ASCII escaped."""
    escaped = json.dumps(email)[1:-1]
    text = Cast(field, models.TextField())
    rows = model.objects.annotate(_text=text)
    return rows.filter(Q(_text__icontains=email) | Q(_text__icontains=escaped)).order_by("pk")


def _address_fields() -> Iterator[tuple[type[models.Model], str]]:
    """Yield the fields of the house that hold an address, but for those of accounts."""
    for model in apps.get_models():
        if model is User or model._meta.app_label not in settings.HOUSE:
            continue
        for field in model._meta.local_fields:
            if isinstance(field, models.EmailField) or field.name == "to_address":
                yield model, field.name


def _account(account):
    acts = [
        {"at": entry.timestamp, "action": entry.action, "object": entry.label}
        for model in (PageLogEntry, ModelLogEntry)
        for entry in model.objects.filter(user=account).order_by("timestamp")
    ]
    known = ("username", "first_name", "last_name", "email", "date_joined", "last_login")
    return {
        **{name: getattr(account, name) for name in known},
        "groups": [group.name for group in account.groups.order_by("name")],
        "acts": acts,
        "logins": [
            {"at": session.created_at, "from": session.ip}
            for session in UserSession.objects.filter(user=account).order_by("created_at")
        ],
    }


def _empty(account):
    for relation in User._meta.related_objects:
        if relation.related_model._meta.app_label in OF_ACCOUNTS:
            relation.related_model.objects.filter(**{relation.field.name: account}).delete()
    told = {"content_type__model": "user", "object_id": str(account.pk)}
    ModelLogEntry.objects.filter(**told).update(label=f"{ERASED_NAME}{account.pk}")
    account.groups.clear()
    account.username, account.email = f"{ERASED_NAME}{account.pk}", ""
    account.first_name = account.last_name = ""
    account.is_active = account.is_superuser = account.is_staff = False
    # Which ends its sessions, too.
    account.set_unusable_password()
    account.save()
