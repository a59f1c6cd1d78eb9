"""A real server whose database freezes: what is known comes at once, the rest is said in words."""

import socket
import time
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass

import pytest
from django.db import connection

from tests import factories
from tests.frozen import way_to_postgres
from tests.processes import running, start, wait_for
from tests.site_wide.test_two_servers import OPENER, free_port

AT_ONCE = 2.0  # seconds, on a machine with other things to do


@dataclass
class Answer:
    status: int
    body: str
    headers: dict
    seconds: float


class Server:
    def __init__(self, port):
        self.port = port

    def ask(self, path, data=None) -> Answer:
        begun = time.monotonic()
        body = urllib.parse.urlencode(data).encode() if data else None
        address = f"http://127.0.0.1:{self.port}{path}"
        try:
            with OPENER.open(urllib.request.Request(address, body), timeout=30) as answer:
                found = answer.status, answer.read().decode(), dict(answer.headers)
        except urllib.error.HTTPError as error:
            found = error.code, error.read().decode(), dict(error.headers)
        except OSError:
            found = 0, "", {}
        return Answer(*found, time.monotonic() - begun)

    def says(self, lines: bytes) -> bytes:
        """Send bytes as they are, hang up, and return the beginning of the answer."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=30) as line:
            line.sendall(lines)
            line.shutdown(socket.SHUT_WR)
            return line.recv(200)


@pytest.fixture
def way(transactional_db):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite is no server")
    with way_to_postgres() as way:
        yield way


@pytest.fixture
def log(tmp_path):
    return tmp_path / "log"


@pytest.fixture
def server(way, log):
    port = free_port()
    command = ("-m", "gunicorn", "site_cms.wsgi", "--config", "deploy/gunicorn.conf.py")
    options = {"BIND": f"127.0.0.1:{port}", "WORKERS": "1", "DATABASE_URL": way.url}
    with running(start(*command, "--log-file", str(log), **options)):
        server = Server(port)
        wait_for(lambda: server.ask("/").status == 200, seconds=60)
        yield server


def test_a_frozen_database(server, way):
    page = factories.contact()
    wait_for(lambda: server.ask(page.url).status == 200)
    way.freeze()
    begun = time.monotonic()
    for path in ("/", page.url, "/robots.txt", "/healthz/live", "/"):
        answer = server.ask(path)
        assert answer.status == 200 and answer.seconds < AT_ONCE, (path, answer)
        assert "Server" not in answer.headers
    for _time in range(3):
        unknown = server.ask("/recherche/?q=jamais")
        assert unknown.status == 503 and unknown.headers["Retry-After"] == "20"
        assert unknown.seconds < AT_ONCE and "momentanément indisponible" in unknown.body
    assert "unavailable" in server.ask("/en/search/?q=never").body
    sent = server.ask(page.url, {"message": "Un texte à ne pas perdre"})
    assert sent.status == 503 and "Un texte à ne pas perdre" in sent.body
    ready = server.ask("/healthz/ready")
    assert ready.status == 503 and '"database": "away"' in ready.body
    # Whatever was begun while it was frozen has ended.
    assert time.monotonic() - begun < 20
    way.thaw()
    wait_for(lambda: server.ask("/recherche/?q=jamais").status == 200, seconds=30)


def test_a_body_that_is_shorter_than_announced_is_refused(server):
    page = factories.contact()
    for path in (page.url, "/admin/login/"):
        head = f"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 500\r\n"
        head += f"Cookie: csrftoken={'a' * 32}\r\n"
        head += "Content-Type: application/x-www-form-urlencoded\r\n\r\nmessage=Bonjour"
        refused = server.says(head.encode())
        assert refused.startswith(b"HTTP/1.1 400") and b"Server:" not in refused, path
