"""The site and what stands before it, as processes of their own that may be frozen and killed."""

import os
import signal
import subprocess
import sys
import threading
import time
import urllib.parse
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from http.cookies import SimpleCookie
from itertools import count
from pathlib import Path

from tests.nginx import nginx
from tests.programs import free_port

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30  # seconds
# As the shipped units of systemd do.
RESTART_AFTER = 2
COMMANDS = {
    "server": ["-m", "gunicorn", "site_cms.wsgi", "--config", "deploy/gunicorn.conf.py"],
    "worker": ["manage.py", "work"],
    "scheduler": ["manage.py", "publish_due", "--every", "20"],
}


@dataclass
class Answer:
    """Status 0 where there was none."""

    status: int = 0
    seconds: float = 0
    text: str = ""
    cookies: dict[str, str] = field(default_factory=dict)


class Stack:
    """nginx, server, worker and scheduler; whichever of the last three ends is started again."""

    def __init__(self, url, folder, mail, redis):
        self.url, self.folder, self.media = url, folder, folder / "media"
        self.port, self.origin = free_port(), free_port()
        self.environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "bench.faults.settings",
            "DATABASE_URL": url,
            "BENCH_FOLDER": str(folder),
            "BIND": f"127.0.0.1:{self.origin}",
            "WORKERS": "2",
            "MAIL_PORT": str(mail),
            "CACHE_URL": redis,
        }
        self.processes: dict[str, subprocess.Popen] = {}
        self.log = (folder / "log").open("ab")
        self._ended, self._front = threading.Event(), ExitStack()
        self._keeper = threading.Thread(target=self._keep)
        self._readers = count()

    def __enter__(self):
        for name in COMMANDS:
            self._start(name)
        self._keeper.start()
        try:
            place = self.folder / "nginx"
            place.mkdir()
            front = nginx(place, self.port, free_port(), self.origin, self.media)
            self._front.enter_context(front)
            self._wait()
        except BaseException:
            self.end()
            raise
        return self

    def __exit__(self, *error):
        self.end()

    def end(self):
        self._front.close()
        self._ended.set()
        self._keeper.join()
        for process in self.processes.values():
            _end_all_of(process)
            process.wait()
        self.log.close()

    def manage(self, *command):
        self.said(*command)

    def said(self, *command) -> str:
        options = {"cwd": ROOT, "env": self.environment, "check": True, "text": True}
        command = [sys.executable, "manage.py", *command]
        return subprocess.run(command, stdout=subprocess.PIPE, **options).stdout

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
                    _end_all_of(process)
                    self._start(name)

    def _wait(self, seconds=90):
        end = time.monotonic() + seconds
        while self.ask("/").status != HTTPStatus.OK:
            if time.monotonic() > end:
                raise SystemExit("The site does not answer")
            time.sleep(0.3)

    def ask(self, path, data=None, cookies=None) -> Answer:
        """Ask as somebody else each time, for nginx counts what one sends."""
        begun = time.monotonic()
        number = next(self._readers)
        source = (f"127.0.{1 + number // 250 % 250}.{1 + number % 250}", 0)
        connection = HTTPConnection("127.0.0.1", self.port, PATIENCE, source_address=source)
        try:
            answer = _answer(connection, path, data, cookies or {})
        except (OSError, HTTPException):
            answer = Answer()
        finally:
            connection.close()
        answer.seconds = time.monotonic() - begun
        return answer

    def kill(self, name):
        self.processes[name].kill()

    def kill_child(self, name):
        pid = self.processes[name].pid
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        os.kill(int(children[0]), signal.SIGKILL)


def _end_all_of(process):
    """With what it has begun, as systemd does: else workers without a master hold the port."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


def _answer(connection, path, data, cookies) -> Answer:
    headers = {"Host": "localhost", "Connection": "close"}
    if cookies:
        headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in cookies.items())
    body = urllib.parse.urlencode(data) if data else None
    if body:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    connection.request("POST" if body else "GET", path, body, headers)
    answer = connection.getresponse()
    brought = SimpleCookie("; ".join(answer.headers.get_all("Set-Cookie", [])))
    values = {name: morsel.value for name, morsel in brought.items()}
    text = answer.read().decode(errors="replace")
    return Answer(answer.status, text=text, cookies=values)
