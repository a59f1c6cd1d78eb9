"""What every test may ask for, and what every test gets: a migrated database, empty caches, an
empty media folder.

`site` and `home_page` are those of a fresh installation. `page` is a browser page on the running
site; a test that uses it may create content with the ORM as usual: its data is committed, seen by
the server, and gone after the test (see database.py for how the page tree survives that).
"""

import fcntl
import gc
import os
import shutil
from contextlib import ExitStack
from datetime import timedelta
from functools import cache
from itertools import count
from pathlib import Path

import pytest
from django.core.cache import caches
from django.test import TransactionTestCase
from django.utils import timezone, translation
from playwright.sync_api import sync_playwright
from wagtail.models import Site

from site_cms.publications import memo
from site_cms.web import page_cache
from site_cms.words.catalogue import compile_all
from tests.database import KEPT, built_around, migrated_database
from tests.demonstration import demo_files, load_demo
from tests.strict import require_variables, shuffle_querysets

# What a test asks for when it opens the database, itself or through another fixture.
DATABASE = {"db", "transactional_db", "django_db_setup", "live_server"}
# Where one database says it all. What asks much of the database is PostgreSQL's, as in production;
# pages and screens that show what they are given are SQLite's, which is faster. The longest place
# that fits decides; what fits none is asked on both.
SQLITE, POSTGRES, BOTH = "once", "screens", None
ASKED_ON = {
    "site_wide": POSTGRES,
    "site_wide/test_admin_browser.py": SQLITE,
    "site_wide/test_browser.py": SQLITE,
    "site_wide/test_demo.py": BOTH,
    "site_wide/test_editing.py": BOTH,
    "site_wide/test_observatory.py": SQLITE,
    "site_wide/test_private_pages.py": SQLITE,
    "site_wide/test_structured_data.py": SQLITE,
    "site_wide/test_translation.py": SQLITE,
    "site_cms/accounts": SQLITE,
    "site_cms/accounts/test_guesses.py": BOTH,
    "site_cms/accounts/test_limits.py": BOTH,
    "site_cms/admin": POSTGRES,
    "site_cms/admin/test_conflicts.py": SQLITE,
    "site_cms/admin/test_desk.py": SQLITE,
    "site_cms/admin/test_guide.py": SQLITE,
    "site_cms/admin/test_mail.py": SQLITE,
    "site_cms/admin/lists/test_pickers.py": SQLITE,
    "site_cms/admin/test_redirects.py": SQLITE,
    "site_cms/admin/test_reviews.py": SQLITE,
    "site_cms/admin/test_links.py": SQLITE,
    "site_cms/admin/test_first_save.py": SQLITE,
    "site_cms/admin/vocabularies/test_choosing.py": SQLITE,
    "site_cms/admin/test_words.py": SQLITE,
    "site_cms/admin/test_writing.py": SQLITE,
    "site_cms/api": POSTGRES,
    "site_cms/blocks": SQLITE,
    "site_cms/mirror": SQLITE,
    "site_cms/models/test_forms.py": SQLITE,
    "site_cms/models/test_media.py": SQLITE,
    "site_cms/models/test_slugs.py": SQLITE,
    "site_cms/open_data": POSTGRES,
    "site_cms/public/test_former.py": SQLITE,
    "site_cms/public/test_redirects.py": SQLITE,
    "site_cms/public/test_routing.py": POSTGRES,
    "site_cms/public/test_security_txt.py": SQLITE,
    "site_cms/public/test_sitemaps.py": POSTGRES,
    "site_cms/public/test_views.py": SQLITE,
    "site_cms/rights/test_roles.py": SQLITE,
    "site_cms/translation": POSTGRES,
    "site_cms/web": SQLITE,
    "site_cms/words": SQLITE,
    "site_cms/words/test_sorting.py": BOTH,
    "home/management": POSTGRES,
    "home/test_calendars.py": SQLITE,
    "home/test_follow.py": SQLITE,
    "news/test_feeds.py": SQLITE,
    "news/test_models.py": POSTGRES,
    "pioneers/test_map.py": SQLITE,
    "pioneers/test_extensions.py": SQLITE,
    "pioneers/test_models.py": POSTGRES,
    "territories/test_actors.py": SQLITE,
    "territories/test_map.py": SQLITE,
    "territories/test_models.py": POSTGRES,
}
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")


def pytest_configure(config):
    """Compile the interface's words once, before any worker of a parallel run starts."""
    if not hasattr(config, "workerinput"):
        compile_all()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Mark what one database says for both: what opens none, and what ASKED_ON names.

    What reads the demonstration comes first, so that one worker loads it and none waits for it.
    """
    items.sort(key=_rank)
    for item in items:
        if not item.get_closest_marker("django_db") and DATABASE.isdisjoint(item.fixturenames):
            item.add_marker(SQLITE)
        elif not item.get_closest_marker(SQLITE) and (marker := _asked_on(item.path)):
            item.add_marker(marker)


def _rank(item):
    """What builds most comes first, one after the other: no worker takes its end from another."""
    return "kept_demo" not in item.fixturenames, item.path.name != "test_smoke.py"


@cache
def _asked_on(path):
    place = path.relative_to(Path(__file__).parent)
    return next(
        (ASKED_ON[key] for part in (place, *place.parents) if (key := part.as_posix()) in ASKED_ON),
        BOTH,
    )


def pytest_collection_finish(session):
    """Collect garbage less often, and not among what is loaded: an eighth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 20)


@pytest.fixture(scope="session", autouse=True)
def strictness():
    """No order but the one that is asked for, no variable that does not exist: see strict.py."""
    with pytest.MonkeyPatch.context() as patch:
        shuffle_querysets(patch)
        require_variables(patch)
        yield


@pytest.fixture(scope="session")
def shared_folder(request, tmp_path_factory):
    """A folder that all processes of this run share, and no other run."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if hasattr(request.config, "workerinput") else own) / "shared"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def django_db_setup(
    request, django_test_environment, django_db_blocker, tmp_path_factory, shared_folder
):
    """Stand in for pytest-django's: see database.py."""
    cache, own = request.config.cache.mkdir("database"), tmp_path_factory.mktemp("database")
    with django_db_blocker.unblock(), migrated_database(cache, own, shared_folder) as database:
        flush = TransactionTestCase._fixture_teardown
        TransactionTestCase._fixture_teardown = lambda self: database.copy()
        yield database
        TransactionTestCase._fixture_teardown = flush


@pytest.fixture(scope="session")
def kept_demo(django_db_setup, django_db_blocker, shared_folder):
    """The demonstration, loaded by the first process that asks for it; its folder.

    `media/`, `logins.json` and what the commands said, `said.txt`, lie there; the database comes
    with `django_db_setup.copy(KEPT)`.
    """
    folder = shared_folder / "demo"
    with (shared_folder / "lock").open("w") as lock, django_db_blocker.unblock():
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "said.txt").exists():
            folder.mkdir()
            with demo_files(folder), translation.override("fr"):
                (folder / "said.txt").write_text(load_demo())
            django_db_setup.keep()
            django_db_setup.copy()
    return folder


@pytest.fixture(scope="module")
def demo(kept_demo, django_db_setup, django_db_blocker, tmp_path_factory):
    """The demonstration for all tests of a module, each seeing it as it was loaded; its folder."""
    folder = tmp_path_factory.mktemp("demo") / "demo"
    shutil.copytree(kept_demo, folder)
    with django_db_blocker.unblock():
        django_db_setup.copy(KEPT)
    with demo_files(folder):
        yield folder
    with django_db_blocker.unblock():
        django_db_setup.copy()


@pytest.fixture(scope="module")
def build(django_db_setup, django_db_blocker, tmp_path_factory):
    """Make content for all tests of a module: `build(make)` returns what `make()` does.

    Every test of the module should then ask for `standing`: the content is there for all of them.
    Not for tests that commit.
    """
    media = str(tmp_path_factory.mktemp("built"))
    with ExitStack() as stack:

        def build(make):
            return stack.enter_context(built_around(django_db_blocker, media, make))

        build.media = media
        yield build


@pytest.fixture
def standing(build, db, settings, clean_slate):
    """The database and the media as the module has built them."""
    settings.MEDIA_ROOT = build.media


@pytest.fixture(scope="session")
def media_folders(tmp_path_factory):
    folder = tmp_path_factory.mktemp("media")
    yield (folder / str(number) for number in count())
    shutil.rmtree(folder)


@pytest.fixture(autouse=True)
def clean_slate(settings, media_folders):
    """Start each test in French, with an empty media folder and empty caches."""
    # A request leaves its language behind in the thread.
    translation.activate(settings.LANGUAGE_CODE)
    settings.MEDIA_ROOT = str(next(media_folders))
    for store in caches.all():
        store.clear()
    page_cache.forget_all()


@pytest.fixture
def between_publications(monkeypatch):
    """As in life, what pages share is known from the second request on; answers are not kept."""
    edition = memo.Edition((-1, -1), timezone.now() + timedelta(days=1))
    monkeypatch.setattr(memo, "edition", lambda state: edition)


@pytest.fixture
def site(db):
    return Site.objects.get(is_default_site=True)


@pytest.fixture
def home_page(site):
    return site.root_page.specific


@pytest.fixture(scope="session")
def browser():
    """A Chromium of this machine; without one the test is skipped, except in CI, where it fails."""
    path = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if not path:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("no Chromium on this machine")
    with sync_playwright() as playwright:
        # Playwright runs an event loop in this thread, where Django would refuse the ORM.
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def page(browser, live_server):
    """A page in a window of its own, at 1280 x 800, whose addresses start at the site's root.

    Requests to any other origin are refused and listed in `page.foreign_requests`; uncaught script
    errors and policy violations are listed in `page.problems`.
    """
    context = browser.new_context(
        base_url=live_server.url, locale="fr-FR", viewport={"width": 1280, "height": 800}
    )
    page = context.new_page()
    page.foreign_requests, page.problems = [], []

    def refuse(route):
        page.foreign_requests.append(route.request.url)
        route.abort()

    context.route(lambda url: not url.startswith((live_server.url, "data:", "blob:")), refuse)
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    page.on(
        "console",
        lambda said: "Content Security Policy" in said.text and page.problems.append(said.text),
    )
    yield page
    context.close()
