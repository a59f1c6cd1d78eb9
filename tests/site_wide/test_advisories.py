"""What is known about pinned packages, from pip-audit itself and a source of advisories of ours."""

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from requirements import advisories

NONE = "--hash=sha256:" + "0" * 64
LOCK = f"""\
django[bcrypt]==5.2.5 ; python_full_version >= '3.11' \\
    {NONE}
nh3==0.3.8 \\
    {NONE}
"""
ADVISORY = {
    "id": "GHSA-6w2r-r2m5-xq5w",
    "aliases": ["CVE-2025-57833"],
    "modified": "2025-09-04T00:00:00Z",
    "affected": [
        {
            "package": {"name": "django", "ecosystem": "PyPI"},
            "ranges": [
                {"type": "ECOSYSTEM", "events": [{"introduced": "5.2a1"}, {"fixed": "5.2.6"}]}
            ],
        }
    ],
}


class Source(BaseHTTPRequestHandler):
    """Answers as OSV does: with one advisory about Django, none about the rest."""

    known = {"django": [ADVISORY]}

    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        answer = json.dumps({"vulns": self.known.get(asked["package"]["name"], [])}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *args):
        """Say nothing."""


class Mirror(Source):
    """Knows packages, but nothing of advisories."""

    def do_POST(self):
        self.send_error(404)


@pytest.fixture
def ask(monkeypatch, tmp_path, capsys):
    """Ask a source about a lock: how it ended, and what was said."""

    def ask(handler):
        lock = tmp_path / "lock.txt"
        lock.write_text(LOCK)
        with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
            Thread(target=server.serve_forever, daemon=True).start()
            url = f"http://127.0.0.1:{server.server_address[1]}/v1/query"
            monkeypatch.setenv("ADVISORIES_URL", url)
            ended = advisories.main(lock)
            server.shutdown()
        return ended, capsys.readouterr().out

    return ask


def test_a_known_advisory_fails_and_names_the_release_that_mends_it(ask):
    ended, said = ask(Source)
    assert ended == 1
    assert "django 5.2.5: CVE-2025-57833, GHSA-6w2r-r2m5-xq5w; mended in 5.2.6" in said
    assert "2 packages, 0 not known there" in said


def test_nothing_known_ends_well(ask, monkeypatch):
    monkeypatch.setattr(Source, "known", {})
    ended, said = ask(Source)
    assert ended == 0
    assert said.endswith("\n  none\n")


def test_a_source_without_advisories_is_not_taken_for_good_news(ask):
    ended, said = ask(Mirror)
    assert ended == 0
    assert "Advisories: could not look" in said
    assert "none" not in said


def test_packages_that_the_source_does_not_know_are_not_counted_as_looked_up(monkeypatch):
    reason = "Dependency not found on PyPI and could not be audited: django (5.2.5)"
    skipped = [{"name": "django", "version": "5.2.5", "skip_reason": reason}]
    monkeypatch.setattr(advisories, "audit", lambda lock, options: (skipped, reason))
    assert advisories.first_answer("lock.txt", {}) == ("", [], 0)


def test_newer_releases_are_named(tmp_path, capsys):
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(LOCK)
    new.write_text(LOCK.replace("5.2.5", "5.2.19"))
    advisories.say_newer(old, new)
    assert capsys.readouterr().out.splitlines()[1:] == ["  django 5.2.5 -> 5.2.19"]


def test_every_pin_of_the_locks_is_read():
    for lock in Path("requirements").glob("*.txt"):
        lines = [line for line in lock.read_text().splitlines() if line[0] not in "# "]
        assert sum(map(len, advisories.pins(lock.read_text()).values())) == len(lines)
