"""The application is dead: the nginx of deploy/ gives the mirror, to readers and machines."""

import shutil
from contextlib import ExitStack
from http.client import HTTPConnection

import pytest
from csp.utils import build_policy

from site_cms.mirror.mirror import copy_whole
from site_cms.models import SiteDocument
from site_cms.public.listing import Listing
from tests.nginx import nginx
from tests.processes import kill, manage, running, start, wait_for
from tests.programs import free_port, listens
from tests.site_cms.mirror.small import STATIC, small_site

pytestmark = [pytest.mark.once, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def root(settings, tmp_path, monkeypatch):
    monkeypatch.setattr(Listing, "page_size", 3)
    for name, value in STATIC.items():
        setattr(settings, name, value)
    settings.MIRROR_DIR = tmp_path / "mirror"
    return settings.MIRROR_DIR


@pytest.fixture
def made(root):
    made = small_site()
    copy_whole(root)
    return made


@pytest.fixture
def front(made, settings, tmp_path):
    """Ask nginx, before a server that `front.origin` is."""
    port, origin = free_port(), free_port()
    command = ("-m", "gunicorn", "site_cms.wsgi", "--bind", f"127.0.0.1:{origin}")
    told = {"MEDIA_ROOT": settings.MEDIA_ROOT, "TRUSTED_PROXIES": "1"}
    with ExitStack() as stack:
        server = stack.enter_context(running(start(*command, "--no-control-socket", **told)))
        wait_for(lambda: listens(origin), seconds=60)
        stack.enter_context(nginx(tmp_path, port, free_port(), origin))
        front = Front(port, server)
        wait_for(lambda: front.get("/a-propos/").status == 200, seconds=60)
        yield front


class Front:
    def __init__(self, port, origin):
        self.port, self.origin = port, origin

    def get(self, path, method="GET", body=None):
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request(method, path, body, headers={"Host": "localhost"})
        answer = connection.getresponse()
        answer.text = answer.read().decode("utf-8", "replace")
        connection.close()
        return answer


def test_when_the_application_is_dead(front, made, settings):
    known = front.get("/a-propos/").text
    assert "Copie du" not in known
    front.origin.terminate()
    front.origin.wait()
    assert front.get("/a-propos/").text == known, "what nginx has goes first"
    pages_are_there_in_both_languages_with_their_date(front)
    lists_are_turned_over_and_other_queries_lead_to_their_page(front)
    files_are_what_they_are(front, made)
    what_is_not_there_is_said_in_the_language_of_the_address(front)
    what_no_copy_stands_in_for_is_said_to_be_away(front)
    shutil.rmtree(settings.MIRROR_DIR)
    assert front.get("/").status == 503, "without a mirror nothing is said to be missing"


def pages_are_there_in_both_languages_with_their_date(front):
    for path in ("/", "/actualites/une-nouvelle/", "/actualites/une-nouvelle", "/contact/?utm=x"):
        page = front.get(path)
        assert page.status == 200 and "Copie du" in page.text, path
        assert page.getheader("Content-Type") == "text/html; charset=utf-8"
        assert page.getheader("Cache-Control") == "no-cache"
    assert policy(page.getheader("Content-Security-Policy")) == policy(build_policy())
    assert "Copy of" in front.get("/en/about/").text
    assert "ne fonctionne pas dans cette copie" in front.get("/recherche/?q=climat").text
    assert "une-nouvelle" in front.get("/vieux").text


def policy(text):
    return {frozenset(part.split()) for part in text.split(";") if part.strip()}


def lists_are_turned_over_and_other_queries_lead_to_their_page(front):
    first, second = front.get("/actualites/").text, front.get("/actualites/?page=2").text
    assert "– page 2" in second and first != second
    for query in ("?page=99", "?theme=3&page=2", "?page=2/../../../../etc/passwd", "?vue=x"):
        assert front.get(f"/actualites/{query}").text == first, query


TYPES = {
    "/suivre/actualites.rss": "application/rss+xml; charset=utf-8",
    "/suivre/actualites.atom": "application/atom+xml; charset=utf-8",
    "/suivre/calendrier.ics": "text/calendar; charset=utf-8",
    "/donnees/calendrier.csv": "text/csv; charset=utf-8",
    "/donnees/catalogue.jsonld": "application/ld+json",
    "/sitemap.xml": "application/xml; charset=utf-8",
    "/robots.txt": "text/plain; charset=utf-8",
    "/static/assets/site.css": "text/css; charset=utf-8",
    "/static/assets/site.js": "text/javascript; charset=utf-8",
    "/static/assets/fonts/Marianne-Regular.woff2": "font/woff2",
    "/favicon.ico": "image/x-icon",
}


def files_are_what_they_are(front, made):
    for path, kind in TYPES.items():
        answer = front.get(path)
        assert (answer.status, answer.getheader("Content-Type")) == (200, kind), path
    assert front.get("/donnees/calendrier.csv").getheader("Access-Control-Allow-Origin") == "*"
    document = front.get(SiteDocument.objects.get(pk=made["file"]).url)
    assert (document.status, document.text) == (200, "%PDF-1.4 un dossier")
    assert document.getheader("Content-Security-Policy") == "default-src 'none'; sandbox"


def what_is_not_there_is_said_in_the_language_of_the_address(front):
    french, english = front.get("/nulle-part/"), front.get("/en/nowhere/")
    assert (french.status, english.status) == (404, 404)
    assert "Page introuvable" in french.text and "Copie du" in french.text
    assert "Page not found" in english.text
    for path in ("/gardee-un/", "/brouillon/", "/404.html/", "/../../mirror/made.json"):
        assert front.get(path).status in (400, 404), path


def what_no_copy_stands_in_for_is_said_to_be_away(front):
    sent = front.get("/contact/", "POST", "message=bonjour")
    away = [front.get(path) for path in ("/admin/", "/api/v2/pages/", "/_mirror/index.html")]
    assert [answer.status for answer in (sent, *away)] == [503, 503, 503, 404]
    assert "indisponible" in sent.text


def test_a_process_that_is_killed_leaves_the_copy_of_before(root, settings):
    copy_whole(root)
    before = (root / "current").resolve()
    process = manage("mirror", "--to", str(root), MEDIA_ROOT=settings.MEDIA_ROOT)
    wait_for(lambda: list(root.glob("copies/.unfinished-*/site/index.html")), seconds=60)
    kill(process)
    assert (root / "current").resolve() == before
    assert "Copie du" in (before / "site" / "index.html").read_text()
