"""The site in a real browser: what only a browser can tell.

What is about looks, scripts and the keyboard says the same on any database, and runs once: on
SQLite, which needs no server. What an editor writes runs on both.
"""

import json
import re
import shutil
from pathlib import Path

import brotli
import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.staticfiles import finders
from wagtail.models import Collection
from wagtail.rich_text import RichText
from wagtail.users.models import UserProfile

from news.models import NewsPage
from site_cms.models import User
from site_cms.video import PLAYER_ORIGINS
from territories.models import TerritoryIndexPage
from tests import factories
from tests.database import KEPT
from tests.factories import article, region, section
from tests.processes import wait_for

KINDS = (
    "/",
    "/actualites/",
    "/actualites/lancement-accelerateur-innovation-sociale/",
    "/pionniers/wimoov/",
    # Not translated, as its language menu says.
    "/pionniers/toit-a-moi/",
    "/territoires/",
    "/territoires/bretagne/",
    "/calendrier/",
    "/appels/pionniers-french-impact/",
    "/accessibilite/",
    "/contact/",
    "/recherche/?q=mobilite",
    "/nulle-part/",
)
REQUEST_LIMIT = 12
STYLE_LIMIT, SCRIPT_LIMIT, FONT_LIMIT = 30_000, 24_000, 3
# Bytes, the headers of each answer among them.
FIRST_VIEW_LIMIT, HEADERS = 155_000, 600
SECRET = "une phrase pour les tests"


@pytest.fixture
def demo_site(transactional_db, django_db_setup, kept_demo, settings):
    """The demonstration, committed, for the server of one test."""
    django_db_setup.copy(KEPT)
    shutil.copytree(kept_demo / "media", settings.MEDIA_ROOT, dirs_exist_ok=True)


@pytest.mark.once
def test_every_kind_of_page_is_accessible_light_and_keeps_to_itself(demo_site, page):
    """One walk over a loaded site, on a small and on a large screen, light and dark."""
    for width, scheme in ((360, "dark"), (1280, "light")):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        for address in KINDS:
            page.goto(address)
            where = f"{address} at {width} px, {scheme}"
            found = Axe().run(page)
            assert found.violations_count == 0, f"{where}: {found.generate_report()}"
            overflow = "document.documentElement.scrollWidth - window.innerWidth"
            assert page.evaluate(overflow) <= 0, f"{where} scrolls sideways"
    assert page.problems == []
    assert page.foreign_requests == []


@pytest.mark.once
def test_a_cover_is_as_wide_as_its_text(demo_site, page):
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(KINDS[2])
    cover, title = (
        page.locator(f".fi-page-header {name}").bounding_box() for name in ("img", "h1")
    )
    assert (cover["x"], cover["width"]) == (title["x"], title["width"])


@pytest.mark.once
def test_a_first_visit_asks_for_little(demo_site, browser, live_server):
    for address in ("/", "/actualites/", KINDS[2], "/territoires/"):
        context = browser.new_context(base_url=live_server.url)
        page = context.new_page()
        asked = []
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        page.goto(address, wait_until="networkidle")
        page.mouse.wheel(0, 20_000)
        page.wait_for_load_state("networkidle")
        context.close()
        assert len(asked) <= REQUEST_LIMIT, asked
        assert len([url for url in asked if url.endswith(".woff2")]) <= FONT_LIMIT


@pytest.mark.once
def test_the_first_view_on_a_phone_is_light(demo_site, browser, live_server):
    """Of what a phone asks for, the bytes that production sends: fonts and pictures as they are."""
    phone = {"viewport": {"width": 360, "height": 740}, "device_scale_factor": 2, "is_mobile": True}
    context = browser.new_context(base_url=live_server.url, **phone)
    page, answers = context.new_page(), []
    # Playwright writes on what it is given: no method of a list.
    page.on("response", lambda answer: answers.append(answer))
    page.goto("/", wait_until="networkidle")
    weights = {answer.url: _sent(answer) for answer in answers if "data:" not in answer.url}
    context.close()
    assert len([url for url in weights if url.endswith(".woff2")]) == 2
    assert 100_000 < sum(weights.values()) <= FIRST_VIEW_LIMIT, weights


def _sent(answer):
    is_text = re.match(r"text/|application/|image/svg", answer.headers["content-type"])
    is_page = "text/html" in answer.headers["content-type"]
    body = answer.body()
    if not is_text or answer.url.endswith(".woff2"):
        return len(body) + HEADERS
    return len(brotli.compress(body, quality=5 if is_page else 11)) + HEADERS


def test_styles_and_scripts_keep_to_their_weight():
    for name, limit in (("assets/site.css", STYLE_LIMIT), ("assets/site.js", SCRIPT_LIMIT)):
        bundle = Path(finders.find(name)).read_bytes()
        assert 1_000 < len(brotli.compress(bundle)) <= limit, name


@pytest.mark.once
def test_the_site_can_be_read_and_searched_without_scripts(demo_site, browser, live_server):
    context = browser.new_context(java_script_enabled=False, base_url=live_server.url)
    page = context.new_page()
    page.goto("/territoires/")
    page.locator("svg a[aria-label^='Bretagne']").first.click()
    assert page.url.endswith("/territoires/bretagne/")
    page.goto("/recherche/")
    page.locator("main input[name=q]").fill("mobilité")
    page.locator("main input[name=q]").press("Enter")
    page.get_by_role("link", name="Wimoov").first.wait_for()
    context.close()


@pytest.mark.once
def test_without_scripts_a_small_screen_changes_language_and_has_no_dead_button(
    demo_site, browser, live_server
):
    context = browser.new_context(
        java_script_enabled=False, base_url=live_server.url, viewport={"width": 360, "height": 800}
    )
    page = context.new_page()
    page.goto(KINDS[2])
    assert page.locator("[data-copy]").is_hidden()
    page.locator("header").get_by_role("link", name="EN – English").click()
    assert page.locator("html").get_attribute("lang") == "en"
    context.close()


WORDS = "Des mots qui remplissent une cellule bien plus longue que large"
TABLE = {
    "caption": "Ce que le tableau dit, en une légende assez longue pour passer à la ligne",
    "table": {
        "columns": [{"type": "text", "heading": heading} for heading in ("Outil", "Pour qui")],
        "rows": [{"values": [WORDS, WORDS]}],
    },
}


@pytest.mark.once
def test_a_table_keeps_to_a_small_screen_and_to_the_paper(transactional_db, page):
    told = article(body=[("table", TABLE)])
    page.goto(told.url)
    too_wide = """() => [...document.querySelectorAll("table, caption")].filter(
        part => part.getBoundingClientRect().right > document.documentElement.clientWidth)"""
    for width, media in ((360, "screen"), (718, "print")):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(media=media)
        assert page.locator("table").count() == 1
        assert page.evaluate(too_wide) == []


@pytest.mark.once
def test_a_printed_page_keeps_what_is_read_and_says_where_it_comes_from(transactional_db, page):
    told = article()
    article("Un autre article")
    page.goto(told.url)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    printed = page.locator(".fi-printed").inner_text()
    assert printed.startswith(told.full_url) and re.search(
        r"imprimé le \d{2}/\d{2}/\d{4}$", printed
    )
    for hidden in (".fr-footer", ".fi-related", ".fi-share", ".fr-header__tools"):
        assert page.locator(hidden).is_hidden(), hidden
    logo = "getComputedStyle(document.querySelector('.fr-logo'), '::before').printColorAdjust"
    assert page.evaluate(logo) == "exact"


@pytest.mark.once
def test_the_keyboard_can_pass_over_the_map(transactional_db, page):
    for code, name in (("53", "Bretagne"), ("94", "Corse")):
        region(code, name)
    page.goto(section(TerritoryIndexPage).url)
    page.locator(".fi-skip").focus()
    assert page.locator(".fi-skip").bounding_box()["height"] > 1
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.fi-region-list a')")


@pytest.mark.once
def test_an_outside_player_is_met_only_after_a_click(transactional_db, page):
    video = {
        "title": "Une vidéo",
        "url": "https://www.youtube.com/watch?v=abcdefghijk",
        "transcript": "<p>Ce qui est dit.</p>",
    }
    told = article(body=[("video", video)])
    page.goto(told.url)
    assert page.foreign_requests == []
    page.locator("[data-play]").click()
    page.wait_for_selector("iframe")
    assert all(url.startswith(PLAYER_ORIGINS) for url in page.foreign_requests)
    assert page.foreign_requests


def log_in(page, live_server, username):
    User.objects.filter(username=username).update(email="")
    user = User.objects.get(username=username)
    user.set_password(SECRET)
    user.save()
    page.goto("/admin/")
    page.locator("#id_login").fill(username)
    page.locator("#id_password").fill(SECRET)
    page.locator("button[type=submit]").first.click()
    page.wait_for_url("**/admin/")


def test_an_editor_changes_an_article_and_the_public_reads_it(demo_site, page, live_server):
    written = NewsPage.objects.get(slug="lancement-accelerateur-innovation-sociale")
    log_in(page, live_server, "communication")
    assert page.locator("html").get_attribute("lang") == "fr"
    page.goto(f"/admin/pages/{written.pk}/edit/")
    page.locator("#id_title").fill("Un titre écrit à la main")
    page.get_by_role("button", name="Plus d’actions").or_(
        page.locator("footer [data-w-dropdown-target='toggle']")
    ).last.click()
    page.locator("button[name=action-publish][value=action-publish]").click()
    page.wait_for_load_state()
    assert page.problems == []
    page.goto("/actualites/?annee=2018&page=1")
    assert page.get_by_role("link", name="Un titre écrit à la main").count()


def test_a_team_saves_its_page_and_all_that_national_staff_put_in_it(
    transactional_db, page, live_server
):
    bretagne, occitanie = region("53", "Bretagne"), region("76", "Occitanie")
    factories.user("yann", "Bretagne – publication")
    collection = Collection.objects.get(name="Occitanie")
    chosen, linked = factories.image(), factories.document()
    for item in (chosen, linked):
        item.collection = collection
        item.save()
    draft = article("Draft", under=occitanie, live=False)
    links = (
        f'<p>Lire <a linktype="document" id="{linked.pk}">le dossier</a> et '
        f'<a linktype="page" id="{draft.pk}">la suite</a>.</p>'
    )
    body = [
        ("image", {"image": chosen, "alt": "Un atelier", "caption": ""}),
        ("paragraph", RichText(links)),
        ("button", {"label": "Lire la suite", "page": draft, "url": ""}),
    ]
    written = article("Un atelier à Brest", under=bretagne, image=chosen, body=body)
    written.save_revision()
    before = written.body.get_prep_value()
    log_in(page, live_server, "yann")
    page.goto(f"/admin/pages/{written.pk}/edit/")
    page.get_by_text("Élément d’une autre équipe").first.wait_for()
    page.locator("#id_title").fill("Un atelier à Rennes")
    with page.expect_response(lambda answer: answer.request.method == "POST") as saved:
        page.get_by_role("button", name="Enregistrer le brouillon").click()
    assert saved.value.status in (200, 302)
    page.wait_for_load_state()
    newest = NewsPage.objects.get(pk=written.pk).get_latest_revision_as_object()
    assert newest.title == "Un atelier à Rennes" and newest.image == chosen
    assert without_keys(newest.body.get_prep_value()) == without_keys(before)
    assert page.problems == []


def without_keys(blocks):
    """What blocks hold; Draftail marks paragraphs with keys of its own."""
    held = [(block["type"], block["value"]) for block in blocks]
    return json.loads(re.sub(r' data-block-key=\\"\w+\\"', "", json.dumps(held)))


def write_segments(page, words):
    """Translate the segments that are not translated yet, in their order."""
    for text in words:
        segment = page.locator("li.incomplete:visible").first
        segment.get_by_role("button", name="Traduire", exact=True).click()
        segment.locator("textarea").fill(text)
        segment.get_by_role("button", name="Enregistrer", exact=True).click()
        page.locator("textarea:visible").wait_for(state="detached")


def test_an_editor_translates_a_page_and_brings_it_up_to_date(transactional_db, page, live_server):
    factories.apply_rights()
    factories.translate(factories.home())
    original = factories.content("Les étapes", summary="En trois temps.")
    factories.user("camille", "Communication")
    log_in(page, live_server, "camille")
    page.goto(f"/admin/localize/submit/page/{original.pk}/?select_locale=en")
    page.locator("main [type=submit]:visible").first.click()
    page.locator("li.incomplete").first.wait_for()
    editor = page.url
    write_segments(page, ["The steps", "In three stages."])
    publish_translation(page)
    # Its address follows its title.
    page.goto("/en/the-steps/")
    assert page.locator("h1").inner_text() == "The steps"
    assert not page.locator(".fr-notice").count()
    original.summary = "En quatre temps."
    original.save_revision().publish()
    page.goto("/en/the-steps/")
    assert "The French version changed" in page.locator(".fr-notice").inner_text()
    late = "en retard sur le français"
    page.goto(f"/admin/pages/{original.pk}/edit/")
    assert page.get_by_text(late).count()
    page.goto(editor)
    assert page.get_by_text(late).count()
    page.get_by_role("link", name="La mettre à jour").click()
    page.locator("main [type=submit]:visible").first.click()
    page.locator("li.incomplete").first.wait_for()
    write_segments(page, ["In four stages."])
    publish_translation(page)
    # What was kept a moment ago may be given for half a second more.
    wait_for(lambda: page.goto("/en/the-steps/") and page.get_by_text("In four stages.").count())
    assert not page.locator(".fr-notice").count()
    assert page.problems == []


@pytest.mark.once
def test_the_segment_editor_opens_for_readers_of_english_too(transactional_db, page, live_server):
    factories.apply_rights()
    factories.translate(factories.home())
    original = factories.content("Les étapes", summary="En trois temps.")
    account = factories.user("camille", "Communication")
    UserProfile.objects.create(user=account, preferred_language="en")
    log_in(page, live_server, "camille")
    page.set_default_timeout(20_000)
    page.goto(f"/admin/localize/submit/page/{original.pk}/?select_locale=en")
    page.locator("main [type=submit]:visible").first.click()
    page.locator("li.incomplete").first.wait_for()
    # A script that wakes itself would leave the page no time for this.
    page.locator("li.incomplete:visible").first.get_by_role("button", name="Translate").click()
    page.locator("li.incomplete textarea:visible").first.wait_for()
    assert page.problems == []


def publish_translation(page):
    with page.expect_navigation():
        page.get_by_role("button", name="Publier en").click()
