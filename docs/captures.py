"""Take the pictures of the guide anew, from the real admin: `make captures`.

Loads the demo content into a database of its own, adds a day's work of the Bretagne team, serves
the site from this process, and looks at it in Chromium as each account. Leaves nothing behind but
docs/images/*.png.
"""

import os
import shutil
import sys
import tempfile
from datetime import timedelta
from io import StringIO
from pathlib import Path
from threading import Thread

ROOT = Path(__file__).resolve().parents[1]
SCRATCH = Path(tempfile.mkdtemp(prefix="captures-"))
sys.path.insert(0, str(ROOT))
os.environ["DJANGO_SETTINGS_MODULE"] = "site_cms.settings.test"
os.environ["DATABASE_URL"] = f"sqlite:///{SCRATCH / 'site.sqlite3'}"
# Playwright runs an event loop in this thread, where Django would refuse the ORM.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

import django

django.setup()

from django.conf import settings
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.management import call_command
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.core.wsgi import get_wsgi_application
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image
from playwright.sync_api import sync_playwright
from wagtail.rich_text import RichText

from news.models import NewsPage, Section
from pioneers.models import CallPage
from site_cms.models import Theme, User
from site_cms.tasks.scheduler import run_schedule
from territories.models import RegionPage, TerritoryPage

PICTURES = ROOT / "docs" / "images"
WINDOW = {"width": 1200, "height": 780}
COLOURS = 96
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
LONG = (
    "Le réseau, qui réunit depuis l’automne les communes du littoral, les associations "
    "d’insertion, deux coopératives d’énergie, le lycée maritime, la chambre de commerce et une "
    "vingtaine d’habitants volontaires, veut ouvrir avant l’été trois ateliers partagés où chacun "
    "pourra réparer, apprendre et transmettre."
)


def make_content():
    """The demo content, then what the Bretagne team and others left on the desk today."""
    call_command("migrate", verbosity=0)
    call_command("permissions", stdout=StringIO())
    call_command("demo", stdout=StringIO())
    writer = User.objects.get(username="bretagne.contribution")
    region = RegionPage.objects.get(code="53", locale__language_code="fr")
    submitted = _add(region, TerritoryPage, "Pays de Brest", writer, summary="")
    submitted.body = [
        ("heading", {"text": "Trois ateliers partagés", "level": "h3"}),
        (
            "paragraph",
            RichText(f'<p>{LONG} <a href="https://www.example.org/">Cliquez ici</a></p>'),
        ),
    ]
    submitted.save_revision(user=writer)
    submitted.get_workflow().start(submitted, writer)
    section = Section.objects.first()
    news = {"section": section, "summary": "Trois ateliers ouvrent à Brest et à Morlaix."}
    planned = _add(region, NewsPage, "Trois ateliers partagés ouvrent à Brest", writer, **news)
    planned.go_live_at = timezone.now() + timedelta(days=3)
    planned.save_revision(user=writer, approved_go_live_at=planned.go_live_at)
    live = _add(region, NewsPage, "La Bretagne réunit ses pionniers à Lorient", writer, **news)
    live.save_revision(user=writer).publish()
    overdue = TerritoryPage.objects.live().get(region=region)
    overdue.review_by = timezone.localdate() - timedelta(days=12)
    overdue.save_revision().publish()
    call = CallPage.objects.filter(locale__language_code="fr").order_by("path").last()
    call.closes_at = timezone.now().replace(hour=12, minute=0) + timedelta(days=20)
    call.save_revision().publish()
    run_schedule()


def _add(under, model, title, owner, **fields):
    page = model(title=title, locale=under.locale, live=False, owner=owner, **fields)
    under.refresh_from_db()
    return under.add_child(instance=page)


def serve() -> str:
    """Serve the site from a thread; return its address."""
    settings.ALLOWED_HOSTS = ["127.0.0.1"]
    server = ThreadedWSGIServer(("127.0.0.1", 0), QuietHandler)
    server.set_app(StaticFilesHandler(get_wsgi_application()))
    server.daemon_threads = True
    Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"


class QuietHandler(WSGIRequestHandler):
    def log_message(self, format, *args):
        """Say nothing of each request."""


class Photographer:
    """A browser in which one account after the other enters the admin."""

    def __init__(self, browser, base):
        self.browser, self.base = browser, base

    def enter(self, username):
        client = Client()
        client.force_login(User.objects.get(username=username))
        value = client.cookies[settings.SESSION_COOKIE_NAME].value
        context = self.browser.new_context(base_url=self.base, locale="fr-FR", viewport=WINDOW)
        cookie = {"name": settings.SESSION_COOKIE_NAME, "value": value, "url": self.base}
        context.add_cookies([cookie])
        return context.new_page()

    def take(self, page, name):
        """Write the window as a picture of few colours, which is a fraction of the size."""
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(400)
        raw = SCRATCH / "raw.png"
        page.screenshot(path=raw)
        PICTURES.mkdir(exist_ok=True)
        with Image.open(raw) as picture:
            few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
            few.save(PICTURES / f"{name}.png", optimize=True)


def take_pictures(photographer):
    submitted = TerritoryPage.objects.get(title="Pays de Brest")
    as_the_region_publishes(photographer, submitted)
    as_the_region_writes(photographer, submitted.get_parent())
    as_communication(photographer)


def as_the_region_publishes(photographer, submitted):
    page = photographer.enter("bretagne.publication")
    page.goto("/admin/")
    photographer.take(page, "accueil-region")
    page.goto(f"/admin/pages/{submitted.pk}/edit/")
    page.click("[data-side-panel-toggle=checks]")
    page.locator("[data-side-panel=checks] [data-checks-panel]").first.wait_for(state="attached")
    page.get_by_text("Lien trop vague").first.wait_for()
    photographer.take(page, "verifications")
    page.click("[data-side-panel-toggle=checks]")
    page.click("footer [data-w-dropdown-target=toggle]")
    photographer.take(page, "valider")
    page.goto("/admin/calendrier/")
    photographer.take(page, "calendrier")


def as_the_region_writes(photographer, region):
    page = photographer.enter("bretagne.contribution")
    page.goto(f"/admin/pages/{region.pk}/")
    photographer.take(page, "pages-de-la-region")
    page.goto(f"/admin/pages/add/territories/territorypage/{region.pk}/")
    # Typed, not pasted: the address follows the title key by key.
    page.locator("[name=title]").press_sequentially("Pays de Saint-Brieuc")
    photographer.take(page, "nouvelle-page")
    page.get_by_role("button", name="Enregistrer le brouillon").click()
    page.get_by_text("Il manque un résumé").wait_for()
    page.click("footer [data-w-dropdown-target=toggle]")
    photographer.take(page, "enregistrer-et-soumettre")


def as_communication(photographer):
    page = photographer.enter("communication")
    page.goto("/admin/")
    photographer.take(page, "accueil-communication")
    page.goto("/admin/articles/")
    page.click(
        "[aria-label='Afficher les filtres'], [data-controller*=w-drilldown] button >> nth=0"
    )
    photographer.take(page, "liste-articles")
    page.goto("/admin/national/")
    photographer.take(page, "articles-des-regions")
    page.goto("/admin/reports/a-relire/")
    photographer.take(page, "pages-a-relire")
    as_communication_keeps_the_site(photographer, page)


def as_communication_keeps_the_site(photographer, page):
    page.goto("/admin/snippets/site_cms/banner/add/")
    page.locator("[name=title]").fill("Le dépôt des dossiers est suspendu.")
    page.locator("[name=kind]").select_option("alert")
    photographer.take(page, "bandeau")
    page.goto("/admin/settings/site_cms/sitemenu/")
    page.locator(".fi-menu-preview").evaluate("preview => preview.scrollIntoView()")
    photographer.take(page, "menu")
    call = CallPage.objects.get(locale__language_code="fr", closes_at__gt=timezone.now())
    page.goto(f"/admin/calls/{call.pk}/extend/")
    photographer.take(page, "prolonger")
    theme = Theme.objects.filter(locale__language_code="fr").order_by("name").first()
    page.goto(reverse("wagtailsnippets_site_cms_theme:merge", args=[theme.pk]))
    photographer.take(page, "fusionner")


def main():
    try:
        sys.stdout.write("Loading the demo content …\n")
        make_content()
        path = next(filter(None, map(shutil.which, CHROMIUM)), None)
        if not path:
            sys.exit("The pictures are taken with Chromium, which is not on this machine.")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
            take_pictures(Photographer(browser, serve()))
            browser.close()
        for picture in sorted(PICTURES.glob("*.png")):
            sys.stdout.write(f"{picture.relative_to(ROOT)}  {picture.stat().st_size // 1024} kB\n")
    finally:
        shutil.rmtree(SCRATCH)
        shutil.rmtree(settings.MEDIA_ROOT, ignore_errors=True)


if __name__ == "__main__":
    main()
