"""Caches in front of the site, as Wagtail's backends: they wait a bounded time, and say what fails.

Wagtail's own wait for ever, and what fails is a line in the log. An address that ends in "*" stands
for all that begin so: Varnish and nginx are told to take it so (docs/production.md), Cloudflare has
a word for it, and the services behind Wagtail's other backends take it as it is.
"""

from collections.abc import Iterable
from contextlib import closing
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import urlsplit

import requests
from wagtail.contrib.frontend_cache.backends.base import BaseBackend

# Seconds; the worker has other things to do.
PATIENCE = 3
# What nginx answers when it has no such copy: nothing to do.
NOT_THERE = (HTTPStatus.NOT_FOUND, HTTPStatus.PRECONDITION_FAILED)


class NotPurged(Exception):
    """A cache still has what it had, perhaps."""


class HttpCache(BaseBackend):
    """Varnish, nginx, or any cache that takes PURGE requests at `LOCATION`."""

    def __init__(self, params):
        super().__init__(params)
        self.location = urlsplit(params["LOCATION"])

    def purge(self, url: str):
        self.purge_batch([url])

    def purge_batch(self, urls: Iterable[str]):
        try:
            with closing(self._connection()) as connection:
                for url in urls:
                    self._purge(connection, url)
        except (OSError, HTTPException) as error:
            raise NotPurged(f"{self.location.netloc}: {type(error).__name__}") from error

    def _connection(self):
        kind = HTTPSConnection if self.location.scheme == "https" else HTTPConnection
        return kind(self.location.hostname, self.location.port, timeout=PATIENCE)

    def _purge(self, connection, url):
        asked = urlsplit(url)
        target = asked._replace(scheme="", netloc="").geturl()
        connection.request("PURGE", target or "/", headers={"Host": asked.netloc})
        answer = connection.getresponse()
        answer.read()
        if answer.status >= HTTPStatus.BAD_REQUEST and answer.status not in NOT_THERE:
            raise NotPurged(f"{self.location.netloc}: {answer.status}")


class Cloudflare(BaseBackend):
    """A zone of Cloudflare's, by its `ZONEID` and a `BEARER_TOKEN` that may purge it."""

    API = "https://api.cloudflare.com/client/v4"
    # So many addresses in one request, on every plan.
    MOST = 30

    def __init__(self, params):
        super().__init__(params)
        self.address = f"{params.get('API', self.API)}/zones/{params['ZONEID']}/purge_cache"
        self.token = params["BEARER_TOKEN"]

    def purge(self, url: str):
        self.purge_batch([url])

    def purge_batch(self, urls: Iterable[str]):
        urls = list(urls)
        beginnings = [url.removesuffix("*").partition("//")[2] for url in urls if url[-1] == "*"]
        self._purge("prefixes", beginnings)
        self._purge("files", [url for url in urls if url[-1] != "*"])

    def _purge(self, kind, values):
        for start in range(0, len(values), self.MOST):
            self._send({kind: values[start : start + self.MOST]})

    def _send(self, data):
        headers = {"Authorization": f"Bearer {self.token}"}
        try:
            answer = requests.post(self.address, json=data, headers=headers, timeout=PATIENCE)
            if not answer.json().get("success"):
                raise NotPurged(f"Cloudflare: {answer.status_code}")
        except (requests.RequestException, ValueError) as error:
            raise NotPurged(f"Cloudflare: {type(error).__name__}") from error
