"""Kept answers: everybody's, for as long as they hold, and never anybody's in particular."""

import gzip
import threading
import time
from datetime import timedelta

import brotli
import pytest
from django.db import OperationalError, connection
from django.http import HttpResponse, StreamingHttpResponse
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from site_cms.publications.counter import raise_counter, watch
from site_cms.web import page_cache
from site_cms.web.page_cache import PageCacheMiddleware
from tests.factories import PASSWORD, article, content, restrict, user

# Every test commits, and so costs a copy of the database: what is kept does not depend on which.
pytestmark = pytest.mark.once
PUBLIC = {"Cache-Control": "public, max-age=0, s-maxage=60"}
TEXT = "Bonjour à tous. " * 100


@pytest.fixture(autouse=True)
def database(transactional_db):
    """Data is committed, as in life: within a transaction nothing is kept."""


class View:
    """A view that counts how often it renders."""

    def __init__(self, answer=None):
        self.count = 0
        self._answer = answer or (lambda request: HttpResponse(TEXT, headers=PUBLIC))
        self.site = PageCacheMiddleware(self)

    def __call__(self, request):
        self.count += 1
        return self._answer(request)

    def get(self, path="/page/", method="get", cookies=(), **headers):
        request = getattr(RequestFactory(), method)(path, headers=headers)
        request.COOKIES.update(cookies)
        if cookies:
            request.META["HTTP_COOKIE"] = "; ".join(f"{k}={v}" for k, v in cookies.items())
        return self.site(request)


def renders(view, *asked) -> int:
    """How often the view renders for some requests, each asked twice."""
    for request in asked:
        for _time in range(2):
            view.get(**request)
    return view.count


def test_an_answer_is_rendered_once():
    assert renders(View(), {}, {"path": "/page/?utm_source=lettre"}, {"method": "head"}) == 1


def test_a_chain_of_middlewares_made_meanwhile_leaves_the_copies_alone():
    """Wagtail makes one for each preview."""
    view = View()
    view.get()
    PageCacheMiddleware(view)
    assert renders(view, {}) == 1


def test_hosts_paths_and_what_is_understood_have_their_own():
    view = View(lambda request: HttpResponse(request.GET.get("page", "1"), headers=PUBLIC))
    asked = [{}, {"path": "/autre/"}, {"path": "/page/?page=2"}, {"host": "localhost"}]
    assert renders(view, *asked) == 4
    assert view.get("/page/?page=2&x=y").content == b"2"
    assert view.get("/page/?x=y").content == b"1"
    assert view.count == 4


@pytest.mark.parametrize(
    "asked",
    [
        {"cookies": {"sessionid": "abc"}},
        {"authorization": "Basic abc"},
        {"range": "bytes=0-10"},
        {"method": "post"},
        {"method": "options"},
        {"path": "/admin/pages/"},
    ],
)
def test_who_is_somebody_or_asks_for_something_else_meets_no_copy(asked):
    view = View()
    view.get()
    assert renders(view, asked) == 3


def test_a_cookie_that_means_nothing_here_changes_nothing():
    assert renders(View(), {}, {"cookies": {"theme": "dark"}}, {"cookies": {"csrftoken": "x"}}) == 1


KEPT = {
    "public": PUBLIC,
    "in any case": {"Cache-Control": "PUBLIC, Max-Age=0"},
    "no vary": PUBLIC | {"Vary": ""},
    "encoding": PUBLIC | {"Vary": " accept-encoding "},
}
NOT_KEPT = {
    "nothing said": {},
    "private": {"Cache-Control": "public, PRIVATE"},
    "no-store": {"Cache-Control": "Public, No-Store"},
    "no-cache": {"Cache-Control": 'public, no-cache="Set-Cookie"'},
    "cookie": PUBLIC | {"Vary": "accept-encoding,  COOKIE"},
    "language": PUBLIC | {"Vary": "Accept-Language"},
    "everything": PUBLIC | {"Vary": "*"},
    "encoded": PUBLIC | {"Content-Encoding": "gzip"},
}


@pytest.mark.parametrize("which", KEPT)
def test_what_says_it_is_public_is_kept(which):
    assert renders(View(lambda request: HttpResponse(TEXT, headers=KEPT[which])), {}) == 1


@pytest.mark.parametrize("which", NOT_KEPT)
def test_what_does_not_is_not(which):
    assert renders(View(lambda request: HttpResponse(TEXT, headers=NOT_KEPT[which])), {}) == 2


def test_what_sets_a_cookie_is_not_kept():
    def answer(request):
        response = HttpResponse(TEXT, headers=PUBLIC)
        response.set_cookie("choice", "dark")
        return response

    assert renders(View(answer), {}) == 2


def test_errors_and_files_are_not_kept():
    assert renders(View(lambda request: HttpResponse(status=500, headers=PUBLIC)), {}) == 2
    assert renders(View(lambda request: StreamingHttpResponse([b"x"], headers=PUBLIC)), {}) == 2


def test_an_answer_to_head_is_no_page():
    view = View()
    head = view.get(method="head")
    assert view.get().content.decode() == TEXT
    later = view.get(method="head")
    assert later.content == b"" and later["Content-Length"] == str(len(TEXT.encode()))
    assert view.count == 2
    assert head.status_code == later.status_code == 200


def test_each_reader_gets_what_his_browser_takes():
    view = View()
    plain, packed = view.get(), view.get(accept_encoding="gzip, deflate")
    brotli_ = view.get(accept_encoding="gzip, deflate, br")
    assert plain.content == gzip.decompress(packed.content) == brotli.decompress(brotli_.content)
    assert [r.get("Content-Encoding") for r in (plain, packed, brotli_)] == [None, "gzip", "br"]
    assert "Content-Encoding" not in view.get(accept_encoding="br;q=0, identity").headers
    assert {r["Vary"] for r in (plain, packed, brotli_)} == {"Accept-Encoding"}
    assert all(r["Content-Length"] == str(len(r.content)) for r in (plain, packed, brotli_))
    assert view.count == 1


def test_pictures_are_not_compressed_again():
    answer = HttpResponse(b"\x89PNG" * 1000, headers=PUBLIC, content_type="image/png")
    view = View(lambda request: answer)
    view.get()
    assert "Content-Encoding" not in view.get(accept_encoding="br").headers


def test_who_has_the_page_already_is_told_so_without_rendering():
    view = View()
    etag = view.get()["ETag"]
    for known in (etag, etag.removeprefix("W/"), f'"other", {etag}', "*"):
        response = view.get(if_none_match=known)
        assert (response.status_code, response.content) == (304, b"")
        assert response["ETag"] == etag and "max-age=0" in response["Cache-Control"]
    assert view.get(if_none_match='"other"').status_code == 200
    assert view.count == 1


def test_who_asks_by_the_date_is_told_by_the_date():
    changed = "Mon, 30 Nov 2026 08:00:00 GMT"
    view = View(lambda request: HttpResponse(TEXT, headers=PUBLIC | {"Last-Modified": changed}))
    view.get()
    assert view.get(if_modified_since=changed).status_code == 304
    assert view.get(if_modified_since="Sun, 29 Nov 2026 08:00:00 GMT").status_code == 200
    assert view.get(if_modified_since="yesterday").status_code == 200
    assert view.get(if_modified_since=changed, if_none_match='"other"').status_code == 200
    assert view.count == 1


def test_a_publication_renews_it():
    view = View()
    view.get()
    raise_counter()
    assert renders(view, {}) == 2


def test_so_does_a_minute_whatever_was_missed(monkeypatch):
    view = View()
    view.get()
    now = time.time()
    monkeypatch.setattr("site_cms.web.copies.time.time", lambda: now + 61)
    assert renders(view, {}) == 2


def test_what_is_not_there_is_kept_for_seconds(monkeypatch):
    view = View(lambda request: HttpResponse(status=404, headers=PUBLIC))
    view.get()
    assert renders(view, {}) == 1
    now = time.time()
    monkeypatch.setattr("site_cms.web.copies.time.time", lambda: now + 6)
    view.get()
    assert view.count == 2


def test_copies_stay_within_their_bytes(settings):
    settings.KEPT_BYTES = 200_000
    view = View(lambda request: HttpResponse(b"x" * 10_000, headers=PUBLIC))
    for number in range(100):
        view.get(f"/page-{number}/")
        view.get(f"/page-{number}/?q={number}")
    assert 100_000 < page_cache.shelves.size <= 200_000


def test_made_up_addresses_drive_no_page_out(settings):
    settings.KEPT_BYTES = 400_000

    def answer(request):
        status = 200 if request.path == "/page/" else 404
        return HttpResponse(b"x" * 5_000, status=status, headers=PUBLIC)

    view = View(answer)
    view.get()
    for number in range(200):
        view.get(f"/nulle-part-{number}/")
    before = view.count
    view.get()
    assert view.count == before


def at_once(ask, times):
    answers = []
    threads = [threading.Thread(target=lambda: answers.append(ask())) for _n in range(times)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def slow(seconds):
    def answer(request):
        time.sleep(seconds)
        return HttpResponse(TEXT, headers=PUBLIC)

    return answer


def test_many_readers_of_a_new_page_wait_for_one_rendering():
    view = View(slow(0.5))
    answers = at_once(view.get, 30)
    assert view.count == 1
    assert {answer.content for answer in answers} == {TEXT.encode()}


def test_after_a_publication_the_others_get_the_last_copy_while_one_renders(monkeypatch):
    # However busy the machine is.
    monkeypatch.setattr(page_cache, "GRACE", 30)
    others_are_served, rendered = threading.Event(), []

    def answer(request):
        rendered.append(1)
        if len(rendered) == 2:
            others_are_served.wait(20)
        return HttpResponse(f"{TEXT} {len(rendered)}", headers=PUBLIC)

    view, served = View(answer), []
    view.get()
    raise_counter()

    def ask():
        served.append(view.get().content)
        if len(served) == 9:
            others_are_served.set()

    at_once(ask, 10)
    assert len(rendered) == 2
    assert len(set(served[:9])) == 1


def test_a_database_that_is_away_leaves_the_last_copies(monkeypatch):
    view = View()
    view.get()
    raise_counter()
    monkeypatch.setattr(watch, "is_answered", False)
    monkeypatch.setattr(watch, "current", lambda: watch.state)
    assert view.get().content.decode() == TEXT
    assert view.count == 1


def test_an_error_of_the_database_while_rendering_leaves_the_last_copy(client):
    page = content("Une page")
    first = client.get(page.url)
    raise_counter()

    def away(execute, *args):
        raise OperationalError("the server closed the connection")

    client.raise_request_exception = False
    watch.current()
    with connection.execute_wrapper(away):
        assert client.get(page.url).content == first.content


# --- On the site itself ---------------------------------------------------------------------------


@pytest.fixture
def client(client, database):
    """A reader; Wagtail writes a site's settings down when they are first read."""
    client.get("/")
    return client


def queries(client, path):
    with CaptureQueriesContext(connection) as found:
        response = client.get(path)
    return len(found), response


def test_a_page_read_before_asks_the_database_nothing(client):
    page = article("Une nouvelle", body="<p>Un texte.</p>")
    for path in (page.url, "/", "/actualites/", "/recherche/?q=nouvelle", "/nulle-part/"):
        first = client.get(path)
        count, second = queries(client, path)
        assert (path, count, second.content) == (path, 0, first.content)
        assert second["Content-Security-Policy"] == first["Content-Security-Policy"]


def test_trackers_share_the_copy_of_the_page(client):
    page = article("Une nouvelle")
    for path in (page.url, "/", "/actualites/"):
        client.get(path)
        count, _response = queries(client, f"{path}?utm_source=lettre&fbclid=1")
        assert (path, count) == (path, 0)


def test_an_editor_meets_no_copy(client, rf):
    page = content("Une page")
    client.get(page.url)
    user("camille", "Communication")
    client.login(username="camille", password=PASSWORD)
    count, response = queries(client, page.url)
    assert count > 0 and "private" in response["Cache-Control"]


def test_a_page_that_becomes_private_is_seen_by_nobody(client):
    page = content("Réservée", summary="Un secret.")
    assert "Un secret." in client.get(page.url).content.decode()
    restrict(page)
    assert "Un secret." not in client.get(page.url).content.decode()
    page.get_view_restrictions().all().delete()
    assert "Un secret." in client.get(page.url).content.decode()


def test_a_page_leaves_at_the_moment_it_ends(client):
    page = content("Éphémère", expire_at=timezone.now() + timedelta(seconds=2))
    assert client.get(page.url).status_code == 200
    time.sleep(2.1)
    assert client.get(page.url).status_code == 404


def test_a_renamed_page_is_followed_at_once(client):
    page = content("Avant")
    client.get("/avant/")
    page.slug = "apres"
    page.save_revision().publish()
    assert client.get("/avant/").status_code == 301
    assert client.get("/apres/").status_code == 200


def test_a_preview_is_no_copy_and_makes_none(client):
    page = content("Une page")
    client.get(page.url)
    page.title = "Pas encore"
    page.save_revision()
    assert "Pas encore" not in client.get(page.url).content.decode()
