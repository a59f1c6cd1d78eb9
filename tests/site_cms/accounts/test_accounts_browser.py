"""Coming in, in a real browser: passkeys, codes, a lost phone, the screens at any width."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from axe_playwright_python.sync_playwright import Axe
from django.core import mail
from wagtail.users.models import UserProfile

from site_cms.rights.roles import COMMUNICATION
from tests.factories import PASSWORD, user
from tests.site_cms.accounts.openid import running_provider

WIDTHS = (320, 360, 1280)


@pytest.fixture
def camille(transactional_db, settings):
    settings.SECOND_FACTOR = True
    return user("camille", COMMUNICATION)


@pytest.fixture
def key(page):
    """An authenticator of this browser's own, which always says yes."""
    dialogue = page.context.new_cdp_session(page)
    dialogue.send("WebAuthn.enable")
    options = {
        **{"protocol": "ctap2", "transport": "internal", "hasResidentKey": True},
        **{"hasUserVerification": True, "isUserVerified": True},
        "automaticPresenceSimulation": True,
    }
    dialogue.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return dialogue


def come_in(page, name="camille", password=PASSWORD):
    page.goto("/admin/")
    page.locator("#id_login").fill(name)
    page.locator("#id_password").fill(password)
    page.locator("button[type=submit]").click()


def leave(page):
    page.goto("/admin/access/")
    page.get_by_role("button", name="Se déconnecter").click()
    page.wait_for_url("**/admin/login/**")


def test_the_first_login_goes_through_a_passkey_which_then_opens_by_itself(page, camille, key):
    come_in(page)
    page.wait_for_url("**/admin/access/")
    page.get_by_role("link", name="Ajouter une clé d’accès").click()
    page.locator("#mfa_webauthn_add").click()
    page.locator("#recovery_codes").wait_for()
    page.goto("/admin/")
    assert page.url.endswith("/admin/")
    leave(page)
    page.locator("#passkey_login").click()
    page.wait_for_url("**/admin/")
    assert page.problems == []
    assert Authenticator.objects.filter(user=camille, type="webauthn").count() == 1


def test_the_first_login_goes_through_a_code(page, camille):
    come_in(page)
    page.get_by_role("link", name="Ajouter une application de codes").click()
    secret = page.locator("#authenticator_secret").input_value()
    assert page.locator("img.fi-account__code").evaluate("image => image.naturalWidth > 0")
    page.locator("#id_code").fill(code(secret))
    page.get_by_role("button", name="Activer").click()
    spare = page.locator("#recovery_codes").input_value().split()
    assert len(spare) == 10
    page.goto("/admin/")
    assert page.url.endswith("/admin/")
    leave(page)
    # The telephone is lost.
    come_in(page)
    page.wait_for_url("**/2fa/authenticate/")
    page.locator("#id_code").fill(spare[0])
    page.locator("button[type=submit]").first.click()
    page.wait_for_url("**/admin/")
    assert page.problems == []


def code(secret):
    counter = list(totp.yield_hotp_counters_from_time())[1]
    return totp.format_hotp_value(totp.hotp_value(secret, counter))


def test_an_address_is_changed_with_its_two_letters(page, camille, settings):
    settings.SECOND_FACTOR = False
    come_in(page)
    page.wait_for_url("**/admin/")
    page.goto("/admin/email/")
    page.locator("input[type=email]").fill("nouvelle@example.org")
    page.get_by_role("button", name="Changer d’adresse").click()
    page.wait_for_url("**/reauthenticate/**")
    page.locator("#id_password").fill(PASSWORD)
    page.get_by_role("button", name="Confirmer").click()
    page.get_by_text("Un courriel est parti").wait_for()
    path = re.search(r"http://[^/]+(/admin/confirm-email/\S+)", mail.outbox[-1].body)[1]
    page.goto(path)
    page.get_by_role("button", name="Confirmer").click()
    page.wait_for_load_state()
    camille.refresh_from_db()
    assert camille.email == "nouvelle@example.org"
    told = {message.to[0] for message in mail.outbox}
    assert told == {"camille@example.org", "nouvelle@example.org"}
    assert page.problems == []


SCREENS = (
    *("/admin/access/", "/admin/access/name/", "/admin/email/", "/admin/password/change/"),
    *("/admin/2fa/", "/admin/2fa/totp/activate/", "/admin/2fa/webauthn/add/"),
    *("/admin/2fa/webauthn/", "/admin/sessions/", "/admin/logout/"),
)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_screen_fits_and_can_be_used(page, camille, settings, language):
    settings.SECOND_FACTOR = False
    page.route("**/admin/**", lambda route: route.continue_(headers=said_by(route, language)))
    seen = ["/admin/login/", "/admin/password/reset/", "/admin/password/reset/done/"]
    for address in seen:
        look_at(page, address, language)
    come_in(page)
    page.wait_for_url("**/admin/")
    profile = UserProfile.get_for_user(camille)
    profile.preferred_language = language
    profile.save()
    for address in SCREENS:
        look_at(page, address, language)
    assert page.problems == []


def said_by(route, language):
    return {**route.request.headers, "accept-language": language}


def look_at(page, address, language):
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(address)
        assert page.locator("html").get_attribute("lang") == language, address
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, (address, width, wide)
    found = Axe().run(page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == [], address


# --- Other browsers, other sites ------------------------------------------------------------------


@pytest.fixture
def window(browser, live_server):
    """Another browser, which goes to other sites as well."""
    windows = []

    def opened(locale="fr-FR", width=1280):
        context = browser.new_context(
            base_url=live_server.url, locale=locale, viewport={"width": width, "height": 800}
        )
        windows.append(context)
        return context.new_page()

    yield opened
    for context in windows:
        context.close()


def test_every_other_session_is_ended_from_another_browser(window, camille, settings):
    settings.SECOND_FACTOR = False
    here, there = window(), window(width=360)
    for each in (here, there):
        come_in(each)
        each.wait_for_url("**/admin/")
    here.goto("/admin/sessions/")
    here.locator("main button[type=submit]").click()
    here.wait_for_load_state()
    there.goto("/admin/")
    assert "/admin/login/" in there.url
    here.goto("/admin/")
    assert here.url.endswith("/admin/")


@pytest.mark.usefixtures("camille")
@pytest.mark.parametrize(
    ("locale", "width", "refused"), [("fr-FR", 360, "refusée"), ("en-GB", 1280, "refused")]
)
def test_proconnect_opens_to_whom_it_may_and_is_left(window, settings, locale, width, refused):
    settings.SECOND_FACTOR = False
    page = window(locale, width)
    with running_provider() as provider:
        settings.SOCIALACCOUNT_PROVIDERS = provider.settings()
        settings.PROCONNECT_DOMAINS = ["example.org"]
        for email in ("camille@example.net", "personne@example.org"):
            be_at_proconnect(page, email)
            assert refused in page.locator("h1").inner_text()
        be_at_proconnect(page, None)
        page.wait_for_url("**/proconnect/cancelled/")
        be_at_proconnect(page, "camille@example.org")
        page.wait_for_url("**/admin/")
        page.goto("/admin/access/")
        page.locator("form button[type=submit]").click()
        page.wait_for_url(f"{provider.url}/**")
        page.goto("/admin/")
        assert "/admin/login/" in page.url


def be_at_proconnect(page, email):
    page.goto("/admin/login/")
    page.locator("a[href*='/proconnect/login/']").click()
    if email:
        page.locator("input[name=sub]").fill(email)
        page.keyboard.press("Enter")
    else:
        page.locator("button[value=deny]").click()
    page.wait_for_url("**/admin/**")
