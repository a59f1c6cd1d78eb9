"""Devices from which somebody has come in before: a stranger's guesses do not stop them there.

A signed cookie names what the device has opened (an account, a private page), each with a number
by which its own mistakes are counted: whoever steals it gains thirty tries an hour, no more.
"""

import secrets

from django.conf import settings
from django.core import signing

SALT = "site_cms.known_device"
KEPT_DAYS = 180
# A computer that many share forgets who came first.
SUBJECTS = 8


def device_of(request, subject: str) -> str | None:
    """Return the number of this device, if the subject was opened from it before."""
    return _known(request).get(subject)


def remember(request, response, subject: str):
    """Let the browser keep that this subject was opened from it."""
    known = _known(request)
    number = known.pop(subject, None) or secrets.token_hex(8)
    kept = dict(list({subject: number, **known}.items())[:SUBJECTS])
    response.set_cookie(
        settings.KNOWN_DEVICE_COOKIE_NAME,
        signing.dumps(kept, salt=SALT),
        max_age=KEPT_DAYS * 24 * 3600,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _known(request) -> dict[str, str]:
    said = request.COOKIES.get(settings.KNOWN_DEVICE_COOKIE_NAME, "")
    try:
        return signing.loads(said, salt=SALT, max_age=KEPT_DAYS * 24 * 3600)
    except signing.BadSignature:
        return {}
