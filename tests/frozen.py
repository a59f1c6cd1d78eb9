"""A way to PostgreSQL that can be frozen: it takes what is sent, and no answer comes.

The tests' server is everybody's: it is not stopped itself.
"""

import os
import socket
import threading
from contextlib import contextmanager
from urllib.parse import parse_qs, urlsplit

from django.db import connection


class Way:
    def __init__(self, server):
        self._server, self._open, self._sockets = server, threading.Event(), []
        self._open.set()
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port = self._door.getsockname()[1]
        threading.Thread(target=self._let_in, daemon=True).start()

    @property
    def url(self):
        return f"postgres://postgres@127.0.0.1:{self.port}/{connection.settings_dict['NAME']}"

    def freeze(self):
        self._open.clear()

    def thaw(self):
        self._open.set()

    def close(self):
        self.thaw()
        for one in (self._door, *self._sockets):
            one.close()

    def _let_in(self):
        while True:
            try:
                here, _address = self._door.accept()
                there = socket.socket(socket.AF_UNIX)
                there.connect(self._server)
            except OSError:
                return
            self._sockets += [here, there]
            for ends in ((here, there), (there, here)):
                threading.Thread(target=self._carry, args=ends, daemon=True).start()

    def _carry(self, one, other):
        try:
            while data := one.recv(65536):
                self._open.wait()
                other.sendall(data)
        except OSError:
            pass
        for end in (one, other):
            end.close()


@contextmanager
def way_to_postgres():
    folder = parse_qs(urlsplit(os.environ["DATABASE_URL"]).query)["host"][0]
    way = Way(f"{folder}/.s.PGSQL.5432")
    try:
        yield way
    finally:
        way.close()
