"""The store that all processes share, tried with a Redis of its own."""

import json
import signal
import time

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from redis import Redis

from site_cms.publications.counter import raise_counter
from site_cms.settings.stores import shared_store
from site_cms.web import page_cache
from site_cms.web import shared_store as module
from site_cms.web.page_cache import PageCacheMiddleware
from site_cms.web.shared_store import STORE
from tests.programs import free_port, listening, program

pytestmark = [pytest.mark.once, pytest.mark.django_db(transaction=True)]
HEADERS = {"Cache-Control": "public, max-age=0, s-maxage=60"}


@pytest.fixture(scope="module")
def redis(tmp_path_factory):
    """(the process, its port)"""
    port, folder = free_port(), tmp_path_factory.mktemp("redis")
    options = ("--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", str(folder))
    with listening(port, program("redis-server"), "--port", str(port), *options) as process:
        yield process, port


@pytest.fixture
def process(redis):
    return redis[0]


@pytest.fixture(autouse=True)
def store(redis, settings):
    url = f"redis://127.0.0.1:{redis[1]}/0"
    settings.CACHES = settings.CACHES | {STORE: shared_store(url)}
    with Redis.from_url(url) as client:
        client.flushdb()
        yield client


class Site:
    def __init__(self):
        self.rendered = 0
        self.chain = PageCacheMiddleware(self)

    def __call__(self, request):
        self.rendered += 1
        return HttpResponse(f"Page {request.GET.get('page', '1')} «é»", headers=HEADERS)

    def get(self, path="/liste/"):
        return self.chain(RequestFactory().get(path)).content.decode()

    def elsewhere(self, path="/liste/"):
        """Ask a process that has just started."""
        page_cache.forget_all()
        return self.get(path)


def test_a_fresh_process_starts_warm():
    site = Site()
    assert site.get() == site.elsewhere() == site.elsewhere() == "Page 1 «é»"
    assert site.rendered == 1


def test_it_is_not_given_what_answers_another_question():
    """It does not know yet what of the query the address reads."""
    site = Site()
    site.get()
    assert site.elsewhere("/liste/?page=2") == "Page 2 «é»"
    assert site.elsewhere("/liste/?page=3&utm_source=lettre") == "Page 3 «é»"
    before = site.rendered
    assert site.elsewhere("/liste/?utm_source=lettre") == "Page 1 «é»"
    assert site.get("/liste/?page=2") == "Page 2 «é»"
    assert site.rendered == before


def test_nor_what_a_publication_has_changed():
    site = Site()
    site.get()
    raise_counter()
    site.elsewhere()
    assert site.rendered == 2


def test_nor_what_an_older_release_has_rendered(monkeypatch):
    site = Site()
    site.get()
    monkeypatch.setattr(module.staticfiles_storage, "manifest_hash", "new", raising=False)
    site.elsewhere()
    assert site.rendered == 2


def test_what_is_stored_is_data_that_goes_after_a_minute(store):
    Site().get()
    [key] = store.keys()
    head, _line, body = store.get(key).partition(b"\n")
    assert json.loads(head)["status"] == 200 and body.decode() == "Page 1 «é»"
    assert 0 < store.ttl(key) <= 60


def test_nonsense_is_nothing(store):
    site = Site()
    site.get()
    [key] = store.keys()
    store.set(key, b"cos\nsystem\n(S'true'\ntR.")
    assert site.elsewhere() == "Page 1 «é»"
    assert site.rendered == 2


def test_a_store_that_hangs_holds_one_reader_for_a_moment(process, caplog):
    site = Site()
    process.send_signal(signal.SIGSTOP)
    try:
        begun = time.monotonic()
        assert [site.get(f"/{number}/") for number in range(20)] == ["Page 1 «é»"] * 20
        assert time.monotonic() - begun < 2
    finally:
        process.send_signal(signal.SIGCONT)
    assert caplog.text.count("left alone") == 1


def test_a_store_that_is_away_is_asked_again_when_it_is_back(store, settings, caplog, monkeypatch):
    there = settings.CACHES
    settings.CACHES = there | {STORE: shared_store(f"redis://127.0.0.1:{free_port()}/0")}
    site = Site()
    begun = time.monotonic()
    assert [site.get(f"/{number}/") for number in range(20)] == ["Page 1 «é»"] * 20
    assert time.monotonic() - begun < 1
    assert caplog.text.count("left alone") == 1
    settings.CACHES = there
    now = time.monotonic()
    monkeypatch.setattr(module.time, "monotonic", lambda: now + module.LEFT_ALONE)
    site.get()
    assert store.dbsize() == 1
