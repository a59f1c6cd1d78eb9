"""The site and what it stands on, as processes of their own that may be frozen and killed."""

import os
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from contextlib import suppress
from http import HTTPStatus
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PATIENCE = 30  # seconds
# As the shipped units of systemd do.
RESTART_AFTER = 2
COMMANDS = {
    "server": ["-m", "gunicorn", "site_cms.wsgi", "--config", "deploy/gunicorn.conf.py"],
    "worker": ["manage.py", "work"],
    "scheduler": ["manage.py", "publish_due", "--every", "20"],
}


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args, **kwargs):
        return None


OPENER = urllib.request.build_opener(_NoRedirect)


class Stack:
    """Server, worker and scheduler; whichever ends is started again."""

    def __init__(self, url, folder, port, mail):
        self.url, self.media = url, folder / "media"
        self.base = f"http://127.0.0.1:{port}"
        self.environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "bench.faulty",
            "DATABASE_URL": url,
            "BENCH_FOLDER": str(folder),
            "BIND": f"127.0.0.1:{port}",
            "WORKERS": "2",
            "MAIL_PORT": str(mail),
        }
        self.processes: dict[str, subprocess.Popen] = {}
        self.log = (folder / "log").open("ab")
        self._ended = threading.Event()
        self._keeper = threading.Thread(target=self._keep)

    def __enter__(self):
        for name in COMMANDS:
            self._start(name)
        self._keeper.start()
        try:
            self._wait()
        except SystemExit:
            self.end()
            raise
        return self

    def __exit__(self, *error):
        self.end()

    def end(self):
        self._ended.set()
        self._keeper.join()
        for process in self.processes.values():
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        self.log.close()

    def manage(self, *command):
        subprocess.run(
            [sys.executable, "manage.py", *command],
            **{"cwd": ROOT, "env": self.environment, "check": True, "stdout": subprocess.DEVNULL},
        )

    def _start(self, name):
        self.processes[name] = subprocess.Popen(
            [sys.executable, *COMMANDS[name]],
            **{"cwd": ROOT, "env": self.environment, "start_new_session": True},
            **{"stdout": self.log, "stderr": self.log},
        )

    def _keep(self):
        while not self._ended.wait(RESTART_AFTER):
            for name, process in list(self.processes.items()):
                if process.poll() is not None:
                    self._start(name)

    def _wait(self, seconds=90):
        end = time.monotonic() + seconds
        while self.ask("/")[0] != HTTPStatus.OK:
            if time.monotonic() > end:
                raise SystemExit("The site does not answer")
            time.sleep(0.3)

    def ask(self, path, data=None) -> tuple[int, float]:
        """Return the status of an answer, 0 for none, and the seconds it took."""
        begun = time.monotonic()
        body = urllib.parse.urlencode(data).encode() if data else None
        request = urllib.request.Request(self.base + path, body, {"Connection": "close"})
        try:
            with OPENER.open(request, timeout=PATIENCE) as answer:
                answer.read()
                status = answer.status
        except urllib.error.HTTPError as error:
            status = error.code
        except OSError:
            status = 0
        return status, time.monotonic() - begun

    def read(self, path) -> str:
        with OPENER.open(self.base + path, timeout=PATIENCE) as answer:
            return answer.read().decode()

    def kill(self, name):
        self.processes[name].kill()

    def kill_child(self, name):
        pid = self.processes[name].pid
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        os.kill(int(children[0]), signal.SIGKILL)
