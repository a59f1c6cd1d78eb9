"""Ten thousand guesses, by every way in, and what they reach (make bench-guesses).

Works on a database of its own, through the whole site but its server; takes some minutes, stops by
itself, and fails where more than thirty guesses an hour reach a check, or where the owner, on a
device of before, does not enter at the first try while the guesses go on.
"""

import os
import sys
import tempfile
import time
from pathlib import Path
from statistics import quantiles

if __name__ == "__main__":
    FOLDER = tempfile.TemporaryDirectory(prefix="bench-")
    os.environ.setdefault("DATABASE_URL", f"sqlite:///{Path(FOLDER.name) / 'bench.sqlite3'}")
    os.environ["DJANGO_SETTINGS_MODULE"] = "site_cms.settings.test"

import django

django.setup()

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from django.conf import settings
from django.core.management import call_command
from django.test import Client, override_settings
from wagtail.forms import PasswordViewRestrictionForm

from site_cms.accounts.backend import AccountBackend
from site_cms.accounts.resets import link_for
from site_cms.models import GuessBucket
from site_cms.rights.roles import COMMUNICATION
from tests.factories import PASSWORD, content, restrict, user

TRIES = int(os.environ.get("TRIES", "10000"))
FOUND, ADDRESSES, NAMES, AT_MOST, TIMED = 302, 1_000, 1_000, 30, 200
CALLED = (
    "camille",
    "Camille",
    " CAMILLE ",
    "camille@example.org",
    "Camille@Example.ORG",
    "câmille",
)
HASHERS = "django.contrib.auth.hashers"
WAYS = {
    "a thousand addresses": lambda n: f"198.{n % ADDRESSES // 250}.{n % 250}.9",
    "a network of IPv6": lambda n: f"2001:db8:0:1:{n // 65536:x}:{n % 65536:x}::7",
}


class Checks:
    """How often a secret was looked at, wherever one is."""

    def __init__(self):
        self.seen = 0
        self._count(AccountBackend, "authenticate")
        self._count(totp.TOTP, "validate_code")
        self._count(type(default_token_generator), "check_token")
        self._count(PasswordViewRestrictionForm, "clean_password")

    def _count(self, owner, name):
        whole = getattr(owner, name)

        def counted(*args, **kwargs):
            self.seen += 1
            return whole(*args, **kwargs)

        setattr(owner, name, counted)


# One for all strangers: its cookies are taken away before each act.
STRANGER = Client()


def stranger():
    STRANGER.cookies.clear()
    return STRANGER


def post(address, form, came_from, client=None):
    client = client or stranger()
    return client.post(address, form, headers={"X-Forwarded-For": came_from})


def guess_password(n, came_from):
    form = {"login": CALLED[n % len(CALLED)], "password": f"une erreur {n}"}
    post("/admin/login/", form, came_from)


def guess_name(n, came_from):
    post("/admin/login/", {"login": f"nom{n % NAMES}", "password": "une erreur"}, came_from)


class Attack:
    def __init__(self):
        self.checks, settings.TRUSTED_PROXIES = Checks(), 1
        self.camille = user("camille", COMMUNICATION)
        self.yann = user("yann", COMMUNICATION)
        totp.TOTP.activate(self.yann, totp.generate_totp_secret())
        self.spare = RecoveryCodes.activate(self.yann).get_unused_codes()
        page = content("Réservée")
        closed = restrict(page)
        self.secret = closed.password
        self.private = f"/_util/authenticate_with_password/{closed.pk}/{page.pk}/"
        # Whoever came in before, from a device that is known since then.
        self.owner = Client()
        for comes_in in (self.gives_password, self.gives_code, self.opens_private):
            comes_in("192.0.2.7")
        # The thief has the password, and no device that was there before.
        thief = Client()
        post("/admin/login/", {"login": "yann", "password": PASSWORD}, "192.0.2.8", thief)
        self.stage = thief.cookies[settings.SESSION_COOKIE_NAME].value

    # --- The owner: does the first try open? ---

    def gives_password(self, came_from, name="camille"):
        self.owner.post("/admin/logout/")
        form = {"login": name, "password": PASSWORD}
        return post("/admin/login/", form, came_from, self.owner).status_code

    def gives_code(self, came_from):
        self.gives_password(came_from, "yann")
        form = {"code": self.spare.pop()}
        return post("/admin/2fa/authenticate/", form, came_from, self.owner).status_code

    def follows_link(self, came_from):
        self.camille.refresh_from_db()
        path = link_for(self.camille).removeprefix(settings.WAGTAILADMIN_BASE_URL)
        return self.owner.get(path, headers={"X-Forwarded-For": came_from}).status_code

    def opens_private(self, came_from):
        form = {"password": self.secret, "return_url": "/"}
        return post(self.private, form, came_from, self.owner).status_code

    # --- The others ---

    def guess_code(self, n, came_from):
        thief = stranger()
        thief.cookies[settings.SESSION_COOKIE_NAME] = self.stage
        post("/admin/2fa/authenticate/", {"code": f"{n % 10**6:06}"}, came_from, thief)

    def guess_link(self, n, came_from):
        link = f"/admin/password/reset/key/{user_pk_to_url_str(self.camille)}-d1f3x0-{n:032x}/"
        stranger().get(link, headers={"X-Forwarded-For": came_from})

    def guess_private(self, n, came_from):
        post(self.private, {"password": f"une erreur {n}", "return_url": "/"}, came_from)

    def ways(self):
        for way, come_from in WAYS.items():
            yield f"password, {way}", guess_password, come_from, self.gives_password
            yield f"code, {way}", self.guess_code, come_from, self.gives_code
            yield f"link, {way}", self.guess_link, come_from, self.follows_link
            yield f"private page, {way}", self.guess_private, come_from, self.opens_private
        name = "a thousand names, one address"
        yield name, guess_name, lambda n: "203.0.113.9", self.gives_password


def run() -> bool:
    attack, held = Attack(), True
    print("| guesses | tries | minutes | looked at | the owner enters |\n|---|---:|---:|---:|---|")
    for name, guess, come_from, enter in attack.ways():
        GuessBucket.objects.all().delete()
        attack.checks.seen, begun = 0, time.monotonic()
        for n in range(TRIES):
            guess(n, come_from(n))
        seen, minutes = attack.checks.seen, (time.monotonic() - begun) / 60
        enters = enter(come_from(0)) == FOUND
        held &= seen <= AT_MOST and enters
        print(f"| {name} | {TRIES:,} | {minutes:.1f} | {seen} | {enters} |", flush=True)
    return held


def tell_times():
    """Print how long an answer takes with and without an account, medians of each."""
    user("ines")
    for what, address, ask in (
        ("login", "/admin/login/", lambda who: {"login": who, "password": "une erreur"}),
        ("reset", "/admin/password/reset/", lambda who: {"email": f"{who}@example.org"}),
    ):
        times = {"ines": [], "personne": []}
        for n in range(TIMED):
            for who in sorted(times, reverse=bool(n % 2)):
                GuessBucket.objects.all().delete()
                begun = time.perf_counter()
                post(address, ask(who), f"198.51.{n}.9")
                times[who].append(1000 * (time.perf_counter() - begun))
        with_one, without = (quantiles(each, n=4) for each in times.values())
        print(f"{what}: {_said(with_one)} with an account, {_said(without)} without")


def _said(quarters):
    low, middle, high = quarters
    return f"{middle:.2f} ms ({low:.2f} to {high:.2f})"


if __name__ == "__main__":
    call_command("migrate", verbosity=0)
    HELD = run()
    with override_settings(PASSWORD_HASHERS=[f"{HASHERS}.PBKDF2PasswordHasher"]):
        tell_times()
    sys.exit(0 if HELD else "Too many guesses reached a check.")
