"""`make bench-faults`: what readers and editors meet while something the site stands on breaks.

The nginx of deploy/, a real server (deploy/gunicorn.conf.py), a worker, a scheduler, and a
PostgreSQL, a Redis and a mail server of their own, with the demonstration. Readers ask nginx at a
steady rate for pages, a file, a picture; once a second somebody sends the contact form, every two
seconds an editor saves. One thing breaks for a while and is mended; last, what was acknowledged is
looked for. Disks are small ones in memory: that takes root. Loopback only; ends what it began.
"""

import argparse
import atexit
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path

from bench.faults.readers import Readers
from bench.faults.services import Postgres, Redis, disk
from bench.faults.stack import Stack
from tests.postgres import postgres
from tests.smtp import smtp_server

RECOVERY = 60
# The copy of each message leaves by mail.
ADDRESSEE = "from home.models import ContactPage as P; P.objects.update(to_address='a@example.org')"
COLUMNS = (
    *("fault", "pages answered", "slowest", "forms taken", "not taken", "lost"),
    *("edits taken", "not taken", "lost", "back after"),
)


@dataclass
class Fault:
    name: str
    breaks: Callable[[], None]
    mends: Callable[[], None] = lambda: None


def of_postgres(server, its_disk) -> list[Fault]:
    def make_room():
        its_disk.empty()
        server.start()

    found = [
        Fault(
            "PostgreSQL frozen",
            lambda: server.tell(signal.SIGSTOP),
            lambda: server.tell(signal.SIGCONT),
        ),
        Fault("PostgreSQL killed", lambda: server.tell(signal.SIGKILL), server.start),
    ]
    return found + ([Fault("PostgreSQL’s disk full", its_disk.fill, make_room)] if its_disk else [])


def of_processes(stack) -> list[Fault]:
    return [
        Fault("One of two server processes killed", lambda: stack.kill_child("server")),
        Fault("Server killed, master first", lambda: stack.kill("server")),
        Fault("Worker killed", lambda: stack.kill("worker")),
        Fault("Scheduler killed", lambda: stack.kill("scheduler")),
    ]


def of_mail(mail) -> list[Fault]:
    moods = [("refusing", "Mail refused"), ("silent", "Mail hanging")]
    return [
        Fault(name, lambda mood=mood: _feel(mail, mood), lambda: _feel(mail, "taking"))
        for mood, name in moods
    ]


def _feel(mail, mood):
    mail.mood = mood
    if mood == "taking":
        mail.ended.set()


def of_redis(redis) -> list[Fault]:
    return [
        Fault("Redis killed", lambda: redis.tell(signal.SIGKILL), redis.start),
        Fault(
            "Redis frozen",
            lambda: redis.tell(signal.SIGSTOP),
            lambda: redis.tell(signal.SIGCONT),
        ),
    ]


def of_media(its_disk) -> list[Fault]:
    if not its_disk:
        return []
    return [
        Fault("Disk of the media full", its_disk.fill, its_disk.empty),
        Fault("Media read-only", lambda: its_disk.turn("ro"), lambda: its_disk.turn("rw")),
    ]


def recovery(stack, readers) -> float | None:
    """Seconds until a page that nobody keeps, the form and an editor's screen all answer."""
    begun = time.monotonic()
    while time.monotonic() - begun < RECOVERY:
        fresh = stack.ask(f"/recherche/?q=essai{time.time_ns()}").status
        title = f"Essai {time.time_ns()}"
        saves = readers.editor.save
        if fresh == HTTPStatus.OK and readers.send() and saves(title, readers.seen.edits):
            return time.monotonic() - begun
        time.sleep(0.25)
    return None


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
    row = [fault.name, f"{seen.share:.1f} %", f"{seen.slowest:.2f} s"]
    for kind in ("messages", "edits"):
        sent = getattr(seen, kind)
        row += [len(sent.acknowledged), sent.refused, seen.lost(stack.url, kind)]
    row.append("never" if recovered is None else f"{recovered:.1f} s")
    print("|", " | ".join(map(str, row)), "|", flush=True)
    if seen.failures:
        print("  not answered, or not in time:", dict(seen.failures), file=sys.stderr)


def table(stack, tried, chosen):
    readers = Readers(stack)
    print("|", " | ".join(COLUMNS), "|")
    print("|" + "---|" * len(COLUMNS), flush=True)
    for fault in tried:
        if any(part in fault.name.lower() for part in chosen.only.lower().split(",")):
            try:
                try_out(stack, readers, fault, chosen.seconds)
            except Exception as error:
                print(f"  {fault.name}: could not be tried, {error!r}", file=sys.stderr)


def with_demonstration(url, folder, mail, redis):
    stack = Stack(url, folder, mail.port, redis.url)
    for command in ("migrate", "permissions", "demo", "search_index"):
        print(f"  {command}", file=sys.stderr, flush=True)
        stack.manage(command)
    stack.manage("shell", "-c", ADDRESSEE)
    return stack


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=120, help="how long each fault lasts")
    parser.add_argument("--only", default="", help="faults whose names hold one of these")
    chosen = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    kept = Path(tempfile.gettempdir()) / "faults.log"
    folder = Path(tempfile.mkdtemp(prefix="faults-"))
    folder.chmod(0o755)
    # Registered before what PostgreSQL's package does last in that folder, so done after it.
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    with ExitStack() as place:
        of_database = place.enter_context(disk(folder / "pg", 1024))
        pictures = place.enter_context(disk(folder / "media", 256))
        # Where PostgreSQL is to live.
        tempfile.tempdir = str(folder / "pg")
        url = place.enter_context(postgres())
        server, mail = Postgres(url), place.enter_context(smtp_server())
        redis = place.enter_context(Redis())
        stack = with_demonstration(url, folder, mail, redis)
        place.callback(lambda: kept.write_bytes((folder / "log").read_bytes()))
        tried = [Fault("None", lambda: None), *of_postgres(server, of_database)]
        tried += [*of_processes(stack), *of_mail(mail), *of_redis(redis), *of_media(pictures)]
        if not of_database:
            print("  no disks of our own: what fills them was not tried", file=sys.stderr)
        with stack:
            table(stack, tried, chosen)


if __name__ == "__main__":
    main()
