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
NETWORK, DEVICE = Limit("network"), Limit("device")
REFUSED = _(
    "Trop d’essais manqués : attendez une heure avant de réessayer, ou connectez-vous avec une clé "
    "d’accès ou depuis un appareil déjà connu."
)


class Guess:
    """A try at something secret: ask `is_allowed` before it is looked at, say `was_right` after."""

    def __init__(self, request, kind: str, subject: str):
        device = device_of(request, subject)
        if device:
            self._buckets = [(DEVICE, f"{kind}:{device}")]
        else:
            # A network that has no more tries takes none from the account.
            self._buckets = [(NETWORK, network_of(request)), (Limit(kind), subject)]
        self._taken, self._kind = [], kind

    def is_allowed(self) -> bool:
        """Count the try; return whether it may be looked at."""
        for limit, key in self._buckets:
            if not limit.take(key):
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
