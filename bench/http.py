"""Over HTTP, on the loopback: requests a second, what the server works for one, what it holds.

The client is a few threads with a connection each, which send the same bytes again and again. It
shares the processors with the server; what the server worked for one answer does not depend on it.
"""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from .cost import process_ms

WORKERS, THREADS = 2, 4
CLIENTS = 4
START = 60  # seconds that a server may take to answer first
PATIENCE = 120  # … and to answer once
MOST = 40_000  # requests of one measure


@dataclass(frozen=True)
class Rate:
    per_second: float
    server_ms: float
    status: int


@contextmanager
def served(port: int):
    """Serve the application on a port of the loopback; yield a `Server`, and stop it after."""
    command = [sys.executable, "-m", "gunicorn", "bench.wsgi", "--no-control-socket"]
    command += ["--bind", f"127.0.0.1:{port}", "--log-level", "warning"]
    command += ["--workers", str(WORKERS), "--threads", str(THREADS)]
    process = subprocess.Popen(command, env=os.environ)
    try:
        server = Server(port, process.pid)
        server.wait()
        yield server
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=PATIENCE)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    def __init__(self, port, pid):
        self._port, self._pid = port, pid

    def wait(self):
        end = time.monotonic() + START
        while True:
            try:
                return self.get("/trivial/")
            except OSError:
                if time.monotonic() > end:
                    raise
                time.sleep(0.2)

    def get(self, address, **headers) -> tuple[int, dict]:
        with self._connection() as connection:
            return connection.ask(self._request(address, headers))

    def rate(self, address, seconds, **headers) -> Rate:
        """Ask for the same from all clients at once, for some seconds."""
        status, _headers = self.get(address, **headers)
        request, end = self._request(address, headers), time.monotonic() + seconds
        counts = []

        def ask():
            with self._connection() as connection:
                asked = 0
                while time.monotonic() < end and asked < MOST // CLIENTS:
                    connection.ask(request)
                    asked += 1
                counts.append(asked)

        threads = [threading.Thread(target=ask) for _client in range(CLIENTS)]
        worked, begun = self._worked(), time.monotonic()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        took, asked = time.monotonic() - begun, sum(counts)
        return Rate(asked / took, (self._worked() - worked) / max(asked, 1), status)

    def memory_mb(self) -> float:
        """What the larger worker holds in memory."""
        lines = [Path(f"/proc/{pid}/status").read_text() for pid in self._workers()]
        held = [line.split()[1] for text in lines for line in text.splitlines() if "VmRSS" in line]
        return max(map(int, held)) / 1024

    def _workers(self):
        return Path(f"/proc/{self._pid}/task/{self._pid}/children").read_text().split()

    def _worked(self):
        return sum(process_ms(int(pid)) for pid in self._workers())

    def _connection(self):
        return Connection(self._port)

    def _request(self, address, headers):
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        named = {"Host": "127.0.0.1", "Accept-Encoding": "gzip", **named}
        lines = [f"GET {address} HTTP/1.1", *(f"{n}: {value}" for n, value in named.items())]
        return "\r\n".join([*lines, "", ""]).encode()


class Connection:
    """One that stays open, and is opened anew when the server has closed it."""

    def __init__(self, port):
        self._port = port

    def __enter__(self):
        self._open()
        return self

    def __exit__(self, *_error):
        self._socket.close()

    def _open(self):
        self._socket = socket.create_connection(("127.0.0.1", self._port), timeout=PATIENCE)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def ask(self, request: bytes) -> tuple[int, dict]:
        self._socket.sendall(request)
        head, _blank, rest = self._until_blank_line().partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        pairs = (line.split(": ", 1) for line in lines if ": " in line)
        headers = {name.lower(): value for name, value in pairs}
        self._skip(headers, len(rest), rest)
        if headers.get("connection") == "close":
            self._socket.close()
            self._open()
        return int(first.split()[1]), headers

    def _until_blank_line(self):
        got = b""
        while b"\r\n\r\n" not in got:
            piece = self._socket.recv(65_536)
            if not piece:
                raise ConnectionResetError("the server has closed the connection")
            got += piece
        return got

    def _skip(self, headers, got, rest):
        if "chunked" in headers.get("transfer-encoding", ""):
            while not rest.endswith(b"0\r\n\r\n"):
                rest += self._socket.recv(65_536)
            return
        while got < int(headers.get("content-length", 0)):
            got += len(self._socket.recv(65_536))
