"""The configurations of deploy/ for nginx and Varnish, run as they stand but for their ports."""

import gzip
import time
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

import pytest
from django.conf import settings as site_settings

from site_cms.tasks.work import tasks
from tests import factories
from tests import nginx as nginx_of_deploy
from tests.processes import running, start, wait_for, work_off
from tests.programs import free_port, listening, listens, program

pytestmark = [pytest.mark.once, pytest.mark.django_db(transaction=True)]
VARNISH = Path(site_settings.BASE_DIR) / "deploy" / "varnish" / "site.vcl"


@dataclass
class Front:
    name: str
    port: int
    origin: object

    def get(self, path, method="GET", **headers):
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, headers={"Host": "localhost", **names})
        answer = connection.getresponse()
        answer.body = answer.read()
        connection.close()
        return answer

    def text(self, path):
        return self.get(path).body.decode()


@contextmanager
def nginx(folder, port, purge_port, origin_port):
    if not nginx_of_deploy.with_purge():
        program("the module of nginx for purging")
    with nginx_of_deploy.nginx(folder, port, purge_port, origin_port):
        yield


def varnish(folder, port, purge_port, origin_port):
    # It needs a compiler for its rules: not in continuous integration.
    path = program("varnishd", is_required=False)
    rules = VARNISH.read_text().replace('"8000"', f'"{origin_port}"')
    (folder / "site.vcl").write_text(rules.replace("www.example.org", "localhost"))
    where = ("-a", f"127.0.0.1:{port}", "-a", f"127.0.0.1:{purge_port}", "-n", f"{folder}/work")
    return listening(port, path, "-F", "-f", str(folder / "site.vcl"), "-j", "none", *where)


@pytest.fixture(params=[nginx, varnish], ids=["nginx", "varnish"])
def front(request, tmp_path, settings):
    port, purge_port, origin_port = free_port(), free_port(), free_port()
    settings.WAGTAILFRONTENDCACHE = {
        "front": {
            "BACKEND": "site_cms.web.front_caches.HttpCache",
            "LOCATION": f"http://127.0.0.1:{purge_port}",
        }
    }
    options = ("--threads", "4", "--no-control-socket", "--log-level", "error")
    command = ("-m", "gunicorn", "site_cms.wsgi", "--bind", f"127.0.0.1:{origin_port}", *options)
    with ExitStack() as stack:
        origin = stack.enter_context(
            running(start(*command, MEDIA_ROOT=settings.MEDIA_ROOT, TRUSTED_PROXIES="1"))
        )
        wait_for(lambda: listens(origin_port), seconds=60)
        stack.enter_context(request.param(tmp_path, port, purge_port, origin_port))
        front = Front(request.node.callspec.id, port, origin)
        wait_for(lambda: front.get("/").status == 200, seconds=60)
        yield front


def purge():
    """What the worker does, once every process has seen the change."""
    wait_for(lambda: tasks().ready().exists())
    time.sleep(0.5)
    work_off()
    assert not tasks().failed().exists()


def test_a_page_is_kept_until_it_is_published_anew(front):
    theme = factories.theme("Climat")
    article = factories.article("Une nouvelle", summary="Le premier résumé.", themes=[theme])
    purge()
    assert "Le premier résumé." in front.text(article.url)
    article.summary = "Le second résumé."
    article.save_revision().publish()
    time.sleep(1.5)
    assert "Le premier résumé." in front.text(article.url), "it is not kept"
    purge()
    assert "Le second résumé." in front.text(article.url)
    # nginx cannot be told to forget everything: there it takes a minute.
    theme.name = "Mobilité"
    theme.save()
    purge()
    assert ("Mobilité" in front.text(article.url)) == (front.name == "varnish")


def test_while_the_site_is_down_what_was_seen_last_stands_in(front):
    known = front.text("/")
    assert front.get("/nulle-part/").status == 404
    stop(front.origin)
    # Longer than a page that is not there is kept.
    time.sleep(5.5)
    assert front.text("/") == known
    assert front.get("/nulle-part/").status == 404
    assert front.get("/ailleurs/").status == 503


def stop(process):
    process.terminate()
    process.wait()


def test_what_readers_meet(front):
    accounts_and_pages_of_other_sites_meet_no_copy(front)
    each_gets_what_he_can_read_and_what_he_lacks(front)
    a_video_comes_in_parts(front)
    what_was_not_there_is_seen_after_seconds_whatever_was_missed(front)


def what_was_not_there_is_seen_after_seconds_whatever_was_missed(front):
    assert front.get("/une-page/").status == 404
    factories.content("Une page")
    wait_for(lambda: front.get("/une-page/").status == 200, seconds=15)


def accounts_and_pages_of_other_sites_meet_no_copy(front):
    front.get("/")
    assert "private" in front.get("/", Cookie="sessionid=abc").getheader("Cache-Control")
    assert "public" in front.get("/", Cookie="theme=dark").getheader("Cache-Control")
    front.get("/api/v2/pages/")
    other = front.get("/api/v2/pages/", Origin="https://ailleurs.example.org")
    assert other.getheader("Access-Control-Allow-Origin") == "*"


def each_gets_what_he_can_read_and_what_he_lacks(front):
    packed, plain = front.get("/", Accept_Encoding="br, gzip"), front.get("/")
    # Browsers ask, whatever caches may do.
    assert "while-revalidate" not in plain.getheader("Cache-Control")
    assert packed.getheader("Content-Encoding") == "gzip"
    assert gzip.decompress(packed.body) == plain.body
    etag = packed.getheader("ETag")
    known = front.get("/", Accept_Encoding="br, gzip", If_None_Match=etag)
    assert (known.status, known.body) == (304, b"")
    head = front.get("/", method="HEAD")
    assert (head.status, head.body) == (200, b"")
    # A name at most, no release.
    assert "/" not in head.getheader("Server", "")


def a_video_comes_in_parts(front):
    document = factories.document("film.mp4", bytes(range(256)) * 100)
    for _time in range(2):
        part = front.get(document.url, Range="bytes=10-19")
        assert (part.status, part.body) == (206, bytes(range(10, 20)))
        assert part.getheader("Content-Range") == "bytes 10-19/25600"
