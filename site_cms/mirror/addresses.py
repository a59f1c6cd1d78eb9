"""Which addresses the mirror holds, and the file that each lies in.

An address is the path of a URL, decoded, and of its query what turns over a list: "?page=2".
Whatever else stands in a query leads to the page itself, in the mirror as in its links. A server
of plain files finds the files by their names: deploy/nginx/mirror.conf says how.
"""

import re
from urllib.parse import quote, unquote, urljoin, urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils import translation

# The same expression stands in mirror.conf.
KEPT_QUERY = re.compile(r"page=[1-9][0-9]{0,2}|vue=[a-z]{1,20}")
# What only the site itself can answer; nothing of it is public, but the API.
_NEVER = ("/_util/", "/api/", "/healthz/", "/metrics")
LONGEST_NAME = 255  # bytes, for file systems


class Scope:
    """The public part of one site."""

    def __init__(self, base: str):
        self.base = base
        self._host = urlsplit(base).netloc
        self._never = (reverse("wagtailadmin_home"), *_NEVER, *_suggestions())

    def address_of(self, link: str, here: str = "/") -> str | None:
        """Return the address that a link on a page leads to; None if it leads out of the mirror."""
        try:
            parts = urlsplit(urljoin(self.base + url_of(here), link.strip()))
        except ValueError:
            return None
        if parts.scheme not in ("http", "https") or parts.netloc != self._host:
            return None
        path = unquote(parts.path) or "/"
        if path.startswith(self._never) or "?" in path:
            return None
        return f"{path}?{parts.query}" if KEPT_QUERY.fullmatch(parts.query) else path

    def is_own(self, link: str) -> bool:
        return urlsplit(urljoin(self.base, link)).netloc == self._host


def _suggestions():
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            yield reverse("search_suggestions")


def url_of(address: str) -> str:
    path, mark, query = address.partition("?")
    return quote(path, safe="/:@!$&'()*+,;=~") + mark + query


def file_of(address: str) -> str | None:
    """Return the name of the file; None where no file can stand for the address."""
    path, _mark, query = address.partition("?")
    *folders, last = path.removeprefix("/").split("/")
    if query and last:
        return None
    names = [*folders, f"{query}.html" if query else last or "index.html"]
    return "/".join(names) if all(map(_is_name, names)) else None


def leading_file_of(address: str) -> str | None:
    """Return the name of the page that leads on from an address, with or without its slash."""
    return file_of(address.rstrip("/") + "/") if "?" not in address else None


def _is_name(name):
    return name not in ("", ".", "..") and "\0" not in name and len(name.encode()) <= LONGEST_NAME
