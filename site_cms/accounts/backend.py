"""Who is meant by a name or an address, and whether the password is theirs."""

from django.contrib.auth import get_user_model
from django.contrib.auth.backends import ModelBackend
from django.db.models import Q

from site_cms.words.letters import fold


def account_named(login: str):
    """Return the account of this name or, if there is but one, of this address.

    Capitals and spaces around do not matter; one query, whether somebody is found or not.
    """
    name = login.strip()
    users = get_user_model()._default_manager.order_by("pk")
    found = list(users.filter(Q(username__iexact=name) | Q(email__iexact=name))[:10])
    for is_meant in (
        lambda account: account.username == name,
        lambda account: account.username.lower() == name.lower(),
    ):
        if meant := [account for account in found if is_meant(account)]:
            return meant[0]
    return found[0] if len(found) == 1 else None


def subject_of(login: str) -> str:
    """Return under what guesses at this name are counted: the account, whatever it was called."""
    account = account_named(login)
    return account_subject(account) if account else f"name:{called(login)}"


def called(login: str) -> str:
    """Return a name as it is counted: capitals, accents and spaces make no other of it."""
    return "".join(fold(login).split())


def account_subject(account) -> str:
    return f"account:{account.pk}"


def weigh(password: str):
    """Take as long as it takes to look at a password."""
    get_user_model()().set_password(password)


class AccountBackend(ModelBackend):
    """Django's own, that also knows people by their address.

    Nobody of that name costs as long as a wrong password.
    """

    def authenticate(self, request, username=None, password=None, **kwargs):
        login = username or kwargs.get("email")
        if login is None or password is None:
            return None
        account = account_named(login)
        if account is None:
            weigh(password)
            return None
        is_right = account.check_password(password)
        return account if is_right and self.user_can_authenticate(account) else None
