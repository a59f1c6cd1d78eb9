"""What the Observatory of Mozilla says of our answers, by the rules that it publishes.

https://developer.mozilla.org/docs/Web/Security/Practical_implementation_guides: a hundred points,
less what is missing, more for what is done well. Whether browsers already know that the site speaks
HTTPS only (five points) is left out: it depends on a list that they bring.
"""

import pytest
from bs4 import BeautifulSoup

from site_cms.rights.roles import COMMUNICATION
from site_cms.settings import base
from tests.factories import PASSWORD, article, user

HALF_A_YEAR = 15_768_000
ENOUGH = 120


@pytest.fixture
def as_in_production(settings):
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    settings.SECURE_HSTS_SECONDS = 31_536_000
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = settings.SECURE_HSTS_PRELOAD = True


def policy_of(answer):
    parts = [part.split() for part in answer["Content-Security-Policy"].split(";")]
    return {part[0]: part[1:] for part in parts if part}


def of_the_policy(answer):
    policy = policy_of(answer)
    scripts = policy.get("script-src", policy["default-src"])
    styles = policy.get("style-src", policy["default-src"])
    assert not {"*", "http:", "https:", "data:"} & {*scripts, *policy["object-src"]}
    if "'unsafe-inline'" in scripts or "'unsafe-eval'" in scripts:
        return -20
    if "'unsafe-inline'" in styles:
        return 0
    return 10 if policy["default-src"] == ["'none'"] else 5


def of_cookies(answer):
    # One that is taken back carries nothing.
    cookies = [each for each in answer.cookies.values() if each.value]
    if not all(each["secure"] and each["httponly"] for each in cookies):
        return -20
    return 5 if cookies and all(each["samesite"] for each in cookies) else 0


def of_strict_transport(answer):
    said = answer.get("Strict-Transport-Security", "")
    age = int(said.partition("max-age=")[2].partition(";")[0] or 0)
    return 0 if age >= HALF_A_YEAR else -20


def of_scripts(answer):
    """Those of our own need no checksum, those of others one, and none comes without HTTPS."""
    page = BeautifulSoup(answer.content, "html.parser")
    sources = [script["src"] for script in page.select("script[src]")]
    return 0 if all(src.startswith("/") and src[1:2] != "/" for src in sources) else -50


def of_referrers(answer):
    private = ("no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin")
    return 5 if answer.get("Referrer-Policy") in private else 0


def of_frames(answer):
    return 5 if "*" not in policy_of(answer).get("frame-ancestors", ["*"]) else -20


def of_kinds(answer):
    return 0 if answer.get("X-Content-Type-Options") == "nosniff" else -5


def of_others(answer):
    return 10 if answer.get("Cross-Origin-Resource-Policy") in ("same-origin", "same-site") else 0


RULES = (
    *(of_the_policy, of_cookies, of_strict_transport, of_scripts),
    *(of_referrers, of_frames, of_kinds, of_others),
)


def points(answer):
    found = {rule.__name__: rule(answer) for rule in RULES}
    less = sum(each for each in found.values() if each < 0)
    more = sum(each for each in found.values() if each > 0)
    # What is done well counts for those who lack little.
    return 100 + less + (more if less >= -10 else 0), found


def test_public_answers_are_as_safe_as_they_get(client, as_in_production, home_page):
    article(title="Un article")
    for address in ("/", "/actualites/un-article/", "/recherche/", "/nulle-part/"):
        total, found = points(client.get(address, secure=True))
        assert total >= ENOUGH, (address, found)


def test_so_are_those_by_which_people_come_in_and_work(client, as_in_production, db):
    user("camille", COMMUNICATION)
    total, found = points(client.get("/admin/login/", secure=True))
    assert total >= ENOUGH, found
    form = {"login": "camille", "password": PASSWORD}
    answer = client.post("/admin/login/", form, secure=True)
    assert of_cookies(answer) == 5
    for address in ("/admin/", "/admin/access/", "/admin/articles/"):
        total, found = points(client.get(address, secure=True))
        assert total >= ENOUGH, (address, found)


@pytest.mark.parametrize("method", ["TRACE", "PUT", "DELETE", "PATCH", "CONNECT", "ETWAS"])
@pytest.mark.parametrize("address", ["/", "/recherche/", "/sitemap.xml", "/nulle-part/"])
def test_odd_methods_are_answered_by_what_may_be_asked(client, home_page, method, address):
    answer = client.generic(method, address)
    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD, POST, OPTIONS")


def test_pictures_and_data_are_for_pages_of_other_sites_and_nothing_else(client, home_page):
    shared = {address: client.get(address) for address in ("/donnees/", "/api/v2/pages/")}
    assert {each["Cross-Origin-Resource-Policy"] for each in shared.values()} == {"cross-origin"}
    for address in ("/", "/admin/login/", "/documents/1/x.pdf"):
        assert client.get(address)["Cross-Origin-Resource-Policy"] == "same-origin"


def test_nothing_but_probes_and_the_log_stands_before_these():
    assert base.MIDDLEWARE[:4] == [
        "site_cms.seen.health.HealthMiddleware",
        "site_cms.seen.requests.RequestMiddleware",
        "site_cms.web.limits.KnownMethodMiddleware",
        "site_cms.web.own_pages.OwnPagesMiddleware",
    ]
