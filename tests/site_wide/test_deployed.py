"""The files of deploy/: their programs take them, they agree, nginx does what it is there for."""

import json
import re
import socket
import threading
import time
from contextlib import contextmanager
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from subprocess import run

import pytest
from django.conf import settings

from tests import nginx
from tests.programs import free_port, program

ROOT = Path(settings.BASE_DIR)
DEPLOY = ROOT / "deploy"
UNITS = DEPLOY / "systemd"


def test_nginx_takes_its_configuration_as_it_stands(tmp_path):
    said = nginx.verify(tmp_path)
    assert "test is successful" in said and "warn" not in said, said


def test_so_does_varnish():
    path = program("varnishd", is_required=False)
    said = run([path, "-C", "-f", str(DEPLOY / "varnish" / "site.vcl")], capture_output=True)
    assert said.returncode == 0, said.stderr.decode()


def test_so_does_systemd(tmp_path):
    path = program("systemd-analyze", is_required=False)
    for unit in UNITS.iterdir():
        # What it starts is not installed here.
        text = re.sub(r"/srv/site/checkout/\.venv/bin/python", "/bin/true", unit.read_text())
        (tmp_path / unit.name).write_text(text)
    units = sorted(str(path) for path in tmp_path.iterdir())
    said = run([path, "verify", "--man=no", *units], capture_output=True, text=True)
    assert (said.returncode, said.stderr) == (0, "")


def test_everybody_starts_the_same_processes():
    """Whoever adds one to systemd remembers platforms and Docker."""
    units = "".join(path.read_text() for path in UNITS.glob("*.service"))
    others = [(ROOT / "Procfile").read_text(), (DEPLOY / "compose.yaml").read_text()]
    for words in ("work", "publish_due"):
        assert f"manage.py {words}" in units
        for text in others:
            assert words in re.findall(r"manage\.py,? (\w+)", text)
    server = "gunicorn site_cms.wsgi --config deploy/gunicorn.conf.py"
    docker = json.loads(re.search(r"CMD (.*)", (DEPLOY / "Dockerfile").read_text())[1])
    assert all(server in text for text in (units, others[0], " ".join(docker)))


class _Site(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Headers and body leave at once.
    disable_nagle_algorithm = True

    def do_GET(self):
        self.server.asked.append(self.path)
        if self.server.hangs:
            self.server.ended.wait(20)
        body = f"{len(self.server.asked)}".encode()
        self.send_response(200)
        self.send_header(
            "Cache-Control", "public, max-age=0, s-maxage=1, stale-while-revalidate=60"
        )
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self.do_GET()

    def log_message(self, *args):
        pass


class Front:
    """A site that may hang, behind nginx."""

    def __init__(self, site, port, media):
        self.site, self.port, self.media = site, port, media

    def ask(self, path, method="GET", body=None, **headers):
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body, {"Host": "www.example.org", **names})
        answer = connection.getresponse()
        answer.body = answer.read()
        connection.close()
        return answer


@contextmanager
def _site():
    with ThreadingHTTPServer(("127.0.0.1", 0), _Site) as site:
        site.asked, site.hangs, site.ended = [], False, threading.Event()
        threading.Thread(target=site.serve_forever, args=(0.02,), daemon=True).start()
        try:
            yield site
        finally:
            site.ended.set()
            site.shutdown()


@pytest.fixture(scope="module")
def front(tmp_path_factory):
    folder, port = tmp_path_factory.mktemp("front"), free_port()
    media = folder / "media"
    (media / "images").mkdir(parents=True)
    with (
        _site() as site,
        nginx.nginx(folder, port, free_port(), site.server_address[1], media),
    ):
        yield Front(site, port, media)
        site.hangs = False


def test_a_site_that_is_slow_makes_nobody_wait_for_what_is_known(front):
    known = front.ask("/page/")
    assert known.getheader("Cache-Control") == "public, max-age=0, s-maxage=1"
    time.sleep(1.1)
    front.site.hangs = True
    begun = time.monotonic()
    assert [front.ask("/page/").body for _time in range(3)] == [known.body] * 3
    assert time.monotonic() - begun < 2
    front.site.hangs = False
    front.site.ended.set()


def test_forms_and_logins_have_a_rate_and_reading_has_none(front):
    for path, most in (("/contact/", 31), ("/admin/login/", 16)):
        answers = [front.ask(path, "POST", b"a=b").status for _time in range(most + 5)]
        assert answers.count(200) in (most, most + 1) and set(answers) == {200, 429}
        assert {front.ask(path).status for _time in range(40)} == {200}


def test_pictures_come_from_the_disk_and_nothing_else_does(front):
    for name in ("images/photo.png", "images/page.html", "documents/secret.pdf"):
        (front.media / name).parent.mkdir(exist_ok=True)
        (front.media / name).write_text("of the disk")
    photo, page = front.ask("/media/images/photo.png"), front.ask("/media/images/page.html")
    assert photo.body == page.body == b"of the disk"
    assert photo.getheader("Content-Type") == "image/png"
    assert photo.getheader("Content-Disposition") is None
    assert "immutable" in photo.getheader("Cache-Control")
    assert page.getheader("Content-Type") == "application/octet-stream"
    assert page.getheader("Content-Disposition") == "attachment"
    for answer in (photo, page):
        assert answer.getheader("X-Content-Type-Options") == "nosniff"
        assert "sandbox" in answer.getheader("Content-Security-Policy")
    for path in ("/media/images/other.png", "/media/documents/secret.pdf"):
        assert front.ask(path).body != b"of the disk"
    assert front.ask("/media/images/../documents/secret.pdf").body != b"of the disk"


def test_a_large_body_is_an_accounts(front):
    large = b"x" * 1_100_000
    asked = len(front.site.asked)
    assert front.ask("/admin/images/add/", "POST", large).status == 413
    assert front.ask("/contact/", "POST", large * 2).status == 413
    assert len(front.site.asked) == asked
    cookie = {"Cookie": "__Host-sessionid=abc"}
    assert front.ask("/admin/images/add/", "POST", large, **cookie).status == 200


def test_a_body_that_stops_half_way_never_reaches_the_site(front):
    asked = len(front.site.asked)
    with socket.create_connection(("127.0.0.1", front.port)) as line:
        head = "POST /admin/images/add/ HTTP/1.1\r\nHost: www.example.org\r\n"
        line.sendall(f"{head}Cookie: sessionid=a\r\nContent-Length: 5000\r\n\r\nabc".encode())
        time.sleep(0.2)
    time.sleep(0.2)
    assert len(front.site.asked) == asked


def test_whoever_is_not_known_is_told_in_his_language_that_the_site_is_away(tmp_path):
    port = free_port()
    with nginx.nginx(tmp_path, port, free_port(), free_port()):
        front = Front(None, port, None)
        french, english = front.ask("/nulle-part/"), front.ask("/en/contact/", "POST", b"a=b")
    assert french.status == english.status == 503
    assert french.getheader("Retry-After") == "20"
    assert french.getheader("Cache-Control") == "no-store"
    assert "momentanément indisponible" in french.body.decode()
    assert "temporarily unavailable" in english.body.decode()
