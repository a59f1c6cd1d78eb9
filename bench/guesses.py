"""Ten thousand guesses, by every way in, and what they reach (make bench-guesses).

Works on a database of its own, through the whole site but its server; takes some minutes, stops by
itself, and fails where more than thirty guesses an hour reach a check, or where the owner, on a
device of before, does not enter at the first try.
"""

import os
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

if __name__ == "__main__":
    FOLDER = tempfile.TemporaryDirectory(prefix="bench-")
    os.environ.setdefault("DATABASE_URL", f"sqlite:///{Path(FOLDER.name) / 'bench.sqlite3'}")
    os.environ["DJANGO_SETTINGS_MODULE"] = "site_cms.settings.test"

import django

django.setup()

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.totp.internal import auth as totp
from django.conf import settings
from django.core.management import call_command
from django.test import Client, override_settings
from wagtail.forms import PasswordViewRestrictionForm

from site_cms.accounts.backend import AccountBackend
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


def post(address, form, came_from, client=None):
    client = client or Client()
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
        self.guarded = user("yann", COMMUNICATION)
        totp.TOTP.activate(self.guarded, totp.generate_totp_secret())
        page = content("Réservée")
        self.private = f"/_util/authenticate_with_password/{restrict(page).pk}/{page.pk}/"
        self.owner = Client()
        post("/admin/login/", {"login": "camille", "password": PASSWORD}, "192.0.2.7", self.owner)
        self.thief = Client()
        post("/admin/login/", {"login": "yann", "password": PASSWORD}, "192.0.2.8", self.thief)
        # The thief has the password, and no device that was there before.
        self.stage = self.thief.cookies[settings.SESSION_COOKIE_NAME].value

    def guess_code(self, n, came_from):
        thief = Client()
        thief.cookies[settings.SESSION_COOKIE_NAME] = self.stage
        post("/admin/2fa/authenticate/", {"code": f"{n % 10**6:06}"}, came_from, thief)

    def guess_link(self, n, came_from):
        link = f"/admin/password/reset/key/{user_pk_to_url_str(self.camille)}-d1f3x0-{n:032x}/"
        Client().get(link, headers={"X-Forwarded-For": came_from})

    def guess_private(self, n, came_from):
        post(self.private, {"password": f"une erreur {n}", "return_url": "/"}, came_from)

    def ways(self):
        for way, come_from in WAYS.items():
            yield f"password, {way}", guess_password, come_from
            yield f"code, {way}", self.guess_code, come_from
            yield f"link, {way}", self.guess_link, come_from
            yield f"private page, {way}", self.guess_private, come_from
        yield "a thousand names, one address", guess_name, lambda n: "203.0.113.9"


def run() -> bool:
    attack, held = Attack(), True
    print("| guesses | tries | looked at |\n|---|---:|---:|")
    for name, guess, come_from in attack.ways():
        GuessBucket.objects.all().delete()
        attack.checks.seen = 0
        for n in range(TRIES):
            guess(n, come_from(n))
        held &= attack.checks.seen <= AT_MOST
        print(f"| {name} | {TRIES:,} | {attack.checks.seen} |", flush=True)
    return held & enters(attack)


def enters(attack) -> bool:
    """Whether the owner comes in at the first try while her account is guessed at."""
    for n in range(100):
        guess_password(n, WAYS["a thousand addresses"](n))
    form = {"login": "camille", "password": PASSWORD}
    stranger = post("/admin/login/", form, "198.51.100.1").status_code
    attack.owner.post("/admin/logout/")
    owner = post("/admin/login/", form, "198.51.100.2", attack.owner).status_code
    print(
        f"\nWith the right password: on another device {stranger}, on the owner's {owner} (302: in)"
    )
    return owner == FOUND


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
        with_one, without = (median(each) for each in times.values())
        print(f"{what}: {with_one:.2f} ms with an account, {without:.2f} ms without")


if __name__ == "__main__":
    call_command("migrate", verbosity=0)
    HELD = run()
    with override_settings(PASSWORD_HASHERS=[f"{HASHERS}.PBKDF2PasswordHasher"]):
        tell_times()
    sys.exit(0 if HELD else "Too many guesses reached a check.")
