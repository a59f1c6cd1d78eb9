"""The mirror of a small site: all of it that is public, nothing else; what publications change."""

import re
import shutil
from pathlib import Path
from urllib.parse import unquote

import pytest
from defusedxml import ElementTree
from django.db import transaction
from django.utils import timezone
from wagtail.models import PageViewRestriction

from news.models import NewsPage
from site_cms.keeping.mirrored import is_late, last_mirror_at
from site_cms.mirror import folder
from site_cms.mirror.mirror import copy_whole
from site_cms.mirror.refreshing import refresh
from site_cms.models import SiteDocument
from site_cms.tasks.work import tasks
from tests import factories
from tests.processes import work_off
from tests.site_cms.mirror.small import SECRET, small_site, within_a_transaction

FILES = (
    *("index.html", "en/index.html", "actualites/index.html", "actualites/page=2.html"),
    *(
        "actualites/une-nouvelle/index.html",
        "en/about/index.html",
        "hors-moteurs/index.html",
        "des-fichiers/dedans/index.html",
    ),
    *("suivre/actualites.rss", "suivre/actualites.atom", "suivre/calendrier.ics"),
    *("en/follow/news.rss", "donnees/calendrier.csv", "donnees/catalogue.jsonld", "robots.txt"),
    *("sitemap.xml", "404.html", "en/404.html", "recherche/index.html", "favicon.ico"),
    *("static/assets/site.css", "static/assets/site.js", "vieux/index.html"),
    "static/assets/fonts/Marianne-Regular.woff2",
)
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(scope="module")
def made(build, tmp_path_factory):
    """A site and its mirror: `root`, `report`, and what small_site() says."""
    root = tmp_path_factory.mktemp("mirror")

    def make():
        site = small_site()
        with within_a_transaction():
            return {**site, "root": root, "report": copy_whole(root)}

    return build(make)


@pytest.fixture
def site(made):
    return made["root"] / "current" / "site"


@pytest.fixture
def root(made, standing, settings, tmp_path):
    """A mirror of its own for a test that changes it."""
    settings.MIRROR_DIR = tmp_path / "mirror"
    shutil.copytree(made["root"], settings.MIRROR_DIR, symlinks=True)
    with within_a_transaction():
        yield settings.MIRROR_DIR


def text(site, name):
    return (site / name).read_text()


def all_files(site):
    return {p.relative_to(site).as_posix(): p for p in site.rglob("*") if p.is_file()}


# --- What is in it ------------------------------------------------------------------------------


def test_everything_public_is_there(made, site):
    found = all_files(site)
    assert set(FILES) - found.keys() == set()
    assert made["report"].missing == [] and made["report"].files == len(found)
    assert unquote(SiteDocument.objects.get(pk=made["file"]).url).lstrip("/") in found
    kinds = {Path(name).suffix for name in found if name.startswith(("media/", "partage/"))}
    assert kinds >= {".png", ".webp", ".avif"}


def test_all_that_the_sitemap_names(site):
    files = [loc.text for loc in ElementTree.parse(site / "sitemap.xml").iter(f"{SITEMAP}loc")]
    paths = [path_of(file) for file in files]
    pages = [
        loc.text for path in paths for loc in ElementTree.parse(site / path).iter(f"{SITEMAP}loc")
    ]
    assert len(pages) > 20
    assert [page for page in pages if not (site / path_of(page) / "index.html").is_file()] == []


def path_of(url):
    return url.removeprefix("http://localhost").strip("/")


def test_all_that_its_pages_link_to(made, site):
    """A crawl of its own: what a page names lies there, but for what is not the mirror's."""
    others = ("/admin", "/api/", f"/documents/{made['secret_file']}/", "/recherche/suggestions/")
    others += ("/en/search/suggestions/",)
    for name, path in all_files(site).items():
        if path.suffix == ".html":
            for link in re.findall(r'(?:href|src|action)="(/[^"#?]*)', path.read_text()):
                here = site / unquote(link).strip("/")
                is_there = here.is_file() or (here / "index.html").is_file()
                assert is_there or link.startswith(others), (name, link)


def test_nothing_else_is(made, site):
    for name, path in all_files(site).items():
        assert SECRET.encode() not in path.read_bytes(), name
    for page in made["hidden"][:-1]:
        assert not (site / page.slug).exists(), page.slug
    assert not (site / "documents" / str(made["secret_file"])).exists()
    assert not (site / "admin").exists() and not (site / "_util").exists()


def test_pages_say_that_they_are_a_copy(site):
    day = timezone.localdate()
    for name in ("index.html", "actualites/une-nouvelle/index.html", "404.html"):
        assert re.search(rf"Copie du\s{day.day}(er)?\s\w+\s{day.year}\.", text(site, name)), name
    english = text(site, "en/about/index.html")
    assert re.search(rf"Copy of\s{day.day}\s\w+\s{day.year}\.", english)
    assert "temporarily unavailable" in english and "Copie" not in english


def test_what_does_not_work_says_so(site):
    contact = text(site, "contact/index.html")
    assert "ne peut pas être envoyé" in contact and 'method="post"' not in contact
    assert "ne fonctionne pas dans cette copie" in text(site, "recherche/index.html")
    news = text(site, "actualites/index.html")
    assert 'class="fi-filters' not in news and "Copie 4" in news + text(
        site, "actualites/page=2.html"
    )


def test_pages_of_the_site_say_nothing_of_it(made, standing, client):
    said = client.get("/contact/").content.decode() + client.get("/actualites/").content.decode()
    assert "Copie du" not in said and 'method="post"' in said and 'class="fi-filters' in said


def test_old_addresses_lead_on(site):
    assert 'content="0; url=/actualites/une-nouvelle/"' in text(site, "vieux/index.html")
    assert (site / "favicon.ico").read_bytes()[:4] == b"\0\0\1\0"


def test_others_may_read_what_was_written(site):
    for path in (site, site / "actualites"):
        assert path.stat().st_mode & 0o777 == 0o755
    assert (site / "index.html").stat().st_mode & 0o777 == 0o644


# --- Publications -------------------------------------------------------------------------------


@pytest.fixture
def refreshed(root):
    """Do something, and then what the worker does; return the folder as it is now."""

    def refreshed(act):
        transaction.get_connection().run_on_commit.clear()
        tasks().delete()
        act()
        tasks().filter(status="READY").update(run_after=timezone.now())
        work_off()
        assert not tasks().failed().exists()
        return root / "current" / "site"

    return refreshed


def test_a_publication_changes_its_page_and_what_shows_it_and_nothing_else(made, refreshed, root):
    before = {name: p.stat().st_ino for name, p in all_files(root / "current/site").items()}
    article = NewsPage.objects.get(pk=made["article"].pk)
    article.title = "Une nouvelle tout autre"

    def publish():
        article.save_revision().publish()
        factories.article("Toute neuve", image=factories.image("neuve.png"))

    site = refreshed(publish)
    assert tasks().filter(task_path=refresh.module_path).count() == 1, "one copy for all"
    for name in ("actualites/une-nouvelle/index.html", "suivre/actualites.rss"):
        assert "tout autre" in text(site, name), name
    pictures = re.findall(r'src="/(media/[^"]+)', text(site, "actualites/toute-neuve/index.html"))
    assert pictures and all((site / name).is_file() for name in pictures)

    now = {name: path.stat().st_ino for name, path in all_files(site).items()}
    changed = {name for name in now if now[name] != before.get(name)}
    assert {"actualites/index.html", "actualites/page=2.html", "index.html"} <= changed
    assert not changed & {"actualites/copie-3/index.html", "404.html"}
    assert now.keys() >= before.keys()


def test_what_is_withdrawn_is_gone_with_what_was_its_own(made, refreshed):
    plain = NewsPage.objects.get(slug="sans-image")
    assert list(made["root"].glob(f"current/site/partage/{plain.pk}-*"))
    site = refreshed(plain.unpublish)
    assert not (site / "actualites/sans-image").exists()
    assert not list(site.glob(f"partage/{plain.pk}-*")), "its picture"
    lists = text(site, "actualites/index.html") + text(site, "actualites/page=1.html")
    assert "/actualites/sans-image/" not in lists + text(site, "sitemap-news-0.xml")
    # Three are left, on one page.
    assert not (site / "actualites/page=2.html").exists()


def test_what_becomes_private_is_gone_with_all_below_it_and_comes_back(made, refreshed):
    above, document = made["page"], SiteDocument.objects.get(pk=made["file"])

    def hide():
        factories.restrict(above)
        document.delete()

    site = refreshed(hide)
    assert not (site / "des-fichiers").exists()
    assert not (site / "documents" / str(made["file"])).exists()
    site = refreshed(PageViewRestriction.objects.filter(page=above).delete)
    assert (site / "des-fichiers/dedans/index.html").is_file()


def test_where_no_mirror_is_kept_nothing_is_put_down(standing):
    factories.article("Une autre")
    assert not tasks().filter(task_path__contains="mirror").exists()


# --- What goes wrong ----------------------------------------------------------------------------


def test_two_are_not_written_at_once(root):
    with folder.lock(root, waits=False), pytest.raises(folder.Busy):
        folder.lock(root, waits=False).__enter__()


def test_its_age(root, settings):
    assert not is_late(last_mirror_at())
    assert is_late(last_mirror_at() - timezone.timedelta(hours=27))
    shutil.rmtree(root)
    assert last_mirror_at() is None and is_late(None)
    settings.MIRROR_DIR = None
    assert not is_late(None)
