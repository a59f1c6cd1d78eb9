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
# Where whole screens are asked for, but for what each database does in its own way.
SCREENS = ("site_wide", "site_cms/accounts", "site_cms/admin", "site_cms/translation")
NOT_ONLY_SCREENS = {
    *("test_board.py", "test_demo.py", "test_editing.py", "test_guesses.py", "test_limits.py"),
    *("test_twins.py", "test_two_servers.py"),
}
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")


def pytest_configure(config):
    """Compile the interface's words once, before any worker of a parallel run starts."""
    if not hasattr(config, "workerinput"):
        compile_all()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Mark what opens no database: on another one it would say the same again; and screens.

    What reads the demonstration comes first, so that one worker loads it and none waits for it.
    """
    items.sort(key=lambda item: "kept_demo" not in item.fixturenames)
    for item in items:
        if not item.get_closest_marker("django_db") and DATABASE.isdisjoint(item.fixturenames):
            item.add_marker("once")
        if not item.get_closest_marker("once") and _is_of_screens(item.path):
            item.add_marker("screens")


def _is_of_screens(path):
    place = path.relative_to(Path(__file__).parent).as_posix()
    return place.startswith(SCREENS) and path.name not in NOT_ONLY_SCREENS


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
    for cache in caches.all():
        cache.clear()
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
