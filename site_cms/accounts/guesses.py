"""Guesses lead nowhere: passwords, codes and links are tried thirty times an hour at most.

What is guessed is counted for each account or private page, whoever asks, and for each network,
whatever it asks for. From a device that came in before, only its own mistakes count, so nobody
is locked out by a stranger; and a passkey, which cannot be guessed, is not counted at all.
"""

import logging

from django.utils.translation import gettext_lazy as _

from site_cms.accounts.devices import device_of
from site_cms.accounts.limits import Limit, network_of

logger = logging.getLogger(__name__)
PASSWORD, CODE, LINK, PRIVATE = "password", "code", "link", "private"
NETWORK, DEVICE, NAME = Limit("network"), Limit("device"), Limit("name")
REFUSED = _(
    "Trop d’essais manqués : attendez une heure avant de réessayer, ou connectez-vous avec une clé "
    "d’accès ou depuis un appareil déjà connu."
)


class Guess:
    """A try at something secret: ask `is_allowed` before it is looked at, say `was_right` after.

    Where an account may be called in several ways, what it was `called` is counted as well.
    """

    def __init__(self, request, kind: str, subject: str, called: str = ""):
        device = device_of(request, subject)
        if device:
            self._buckets = [(DEVICE, f"{kind}:{device}")]
        else:
            # A network that has no more tries takes none from the account, nor does a name.
            names = [(NAME, called)] if called else []
            self._buckets = [(NETWORK, network_of(request)), *names, (Limit(kind), subject)]
        self._taken, self._kind, self.tells_of_account = [], kind, False

    def is_allowed(self) -> bool:
        """Count the try; return whether it may be looked at."""
        for limit, key in self._buckets:
            if not limit.take(key):
                # Tried under other names: to say so would tell that these are the same account's.
                self.tells_of_account = self._taken[-1:] and self._taken[-1][0] is NAME
                logger.warning(
                    "Guesses at a %s refused: no tries left for the %s", *self._said(limit)
                )
                return False
            self._taken.append((limit, key))
        return True

    def _said(self, limit):
        return self._kind, "account or page" if limit.kind == self._kind else limit.kind

    def was_right(self):
        """Forget the try: whoever knows the secret was not guessing."""
        for limit, key in self._taken:
            limit.give_back(key)
