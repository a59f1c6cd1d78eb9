"""Copies of answers, as a process keeps them: whole, compressed once, within a bound of bytes."""

import gzip
import json
import threading
import time
from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import blake2b
from http import HTTPStatus

import brotli
from django.http import HttpResponse, HttpResponseNotModified
from django.utils.cache import cc_delim_re, patch_vary_headers
from django.utils.http import parse_etags, parse_http_date_safe

from site_cms.publications.memo import LONGEST, Edition

from .cache_headers import NOT_FOUND, NOT_FOUND_SECONDS
from .files import is_text

KEPT_STATUS = (200, 301, 302, 404)
_SMALLEST = 200  # bytes worth compressing
# What a browser that has the copy already is told of it.
_OF_NOT_MODIFIED = ("ETag", "Cache-Control", "Vary", "Content-Location", "Last-Modified")
# Each compresses a page in one or two milliseconds.
_ENCODERS = {
    "br": lambda body: brotli.compress(body, quality=5),
    "gzip": lambda body: gzip.compress(body, compresslevel=6, mtime=0),
}


@dataclass(eq=False)
class Copy:
    status: int
    headers: dict[str, str]
    body: bytes
    edition: Edition
    made_at: float  # by time.time(), which other processes share
    fresh_at: float  # when it was last known to hold
    # What of the query was known to be understood at its address.
    names: frozenset[str] = frozenset()
    encoded: dict[str, bytes] = field(default_factory=dict)

    @property
    def size(self) -> int:
        # Compressed forms come later; they are a fraction.
        return len(self.body) * 3 // 2 + 2_000

    def holds(self, state) -> bool:
        now = time.time()
        longest = NOT_FOUND_SECONDS if self.status == NOT_FOUND else LONGEST
        if now - self.made_at > longest or not self.edition.holds(state):
            return False
        self.fresh_at = now
        return True

    def was_fresh(self, seconds: float) -> bool:
        return time.time() - self.fresh_at < seconds

    def answer(self, request) -> HttpResponse:
        if self._is_known_to(request):
            response = HttpResponseNotModified()
            names = [name for name in _OF_NOT_MODIFIED if name in self.headers]
            for name in names:
                response.headers[name] = self.headers[name]
            return response
        encoding = self._encoding_for(request)
        body = self._body(encoding)
        response = HttpResponse(b"" if request.method == "HEAD" else body, status=self.status)
        del response.headers["Content-Type"]
        for name, value in self.headers.items():
            response.headers[name] = value
        if encoding:
            response.headers["Content-Encoding"] = encoding
        response.headers["Content-Length"] = len(body)
        return response

    def _is_known_to(self, request):
        known = request.META.get("HTTP_IF_NONE_MATCH")
        if self.status != HTTPStatus.OK:
            return False
        if not known:
            return self._is_no_newer_than(request.META.get("HTTP_IF_MODIFIED_SINCE"))
        return known == "*" or _weak(self.headers["ETag"]) in map(_weak, parse_etags(known))

    def _is_no_newer_than(self, since):
        """Whether what a reader has from then holds: asked of answers that say their date."""
        changed = parse_http_date_safe(self.headers.get("Last-Modified", ""))
        since = parse_http_date_safe(since or "")
        return bool(changed and since) and changed <= since

    def _encoding_for(self, request):
        if "Accept-Encoding" not in self.headers.get("Vary", ""):
            return ""
        accepted = accepted_encodings(request.META.get("HTTP_ACCEPT_ENCODING", ""))
        return next((name for name in _ENCODERS if name in accepted), "")

    def _body(self, encoding):
        if not encoding:
            return self.body
        if encoding not in self.encoded:
            self.encoded[encoding] = _ENCODERS[encoding](self.body)
        return self.encoded[encoding]


def _weak(etag):
    return etag.removeprefix("W/")


def accepted_encodings(header: str) -> set[str]:
    """Return the codings a client takes; « br;q=0 » is one it does not."""
    accepted = set()
    for part in header.lower().split(","):
        name, _semicolon, weight = part.partition(";")
        if weight.strip().replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000"):
            accepted.add(name.strip())
    return accepted


def copy_of(response, edition: Edition) -> Copy | None:
    """Return a copy of an answer, if it may be given to everybody."""
    if response.status_code not in KEPT_STATUS or response.streaming or response.cookies:
        return None
    if "public" not in directives(response) or not _varies_for_nobody(response):
        return None
    body = bytes(response.content)
    response.headers["ETag"] = f'W/"{blake2b(body, digest_size=12).hexdigest()}"'
    if is_text(response) and len(body) >= _SMALLEST:
        patch_vary_headers(response, ["Accept-Encoding"])
    headers = dict(response.items())
    headers.pop("Content-Length", None)
    now = time.time()
    return Copy(response.status_code, headers, body, edition, made_at=now, fresh_at=now)


def directives(response) -> set[str]:
    """Return the names in Cache-Control, whatever their case."""
    parts = cc_delim_re.split(response.get("Cache-Control", ""))
    names = {part.partition("=")[0].strip().lower() for part in parts}
    return names - {"public"} if names & {"private", "no-store", "no-cache"} else names


def _varies_for_nobody(response):
    names = {name.strip().lower() for name in response.get("Vary", "").split(",")}
    return names <= {"", "accept-encoding", "origin"} and not response.has_header(
        "Content-Encoding"
    )


class Packed:
    """Copies as a store outside the process holds them: data, and never code as pickles are."""

    def dumps(self, copy: Copy) -> bytes:
        edition = {"state": copy.edition.state, "until": copy.edition.until.isoformat()}
        told = {name: getattr(copy, name) for name in ("status", "headers", "made_at", "fresh_at")}
        told |= {"names": sorted(copy.names), "edition": edition}
        return json.dumps(told).encode() + b"\n" + copy.body

    def loads(self, data: bytes) -> Copy:
        told, _line, body = data.partition(b"\n")
        told = json.loads(told)
        edition = told.pop("edition")
        edition = Edition(tuple(edition["state"]), datetime.fromisoformat(edition["until"]))
        names = frozenset(told.pop("names"))
        return Copy(**told, names=names, edition=edition, body=body)


class Shelf:
    """The copies of a process, within `limit` bytes; those that were not asked for go first."""

    def __init__(self, limit: int):
        self.limit, self.size = limit, 0
        self._lock = threading.Lock()
        self._copies: OrderedDict = OrderedDict()

    def find(self, key) -> Copy | None:
        with self._lock:
            copy = self._copies.get(key)
            if copy:
                self._copies.move_to_end(key)
            return copy

    def put(self, key, copy: Copy):
        with self._lock:
            self._drop(key)
            if copy.size > self.limit // 8:
                return
            self._copies[key] = copy
            self.size += copy.size
            while self.size > self.limit:
                self._drop(next(iter(self._copies)))

    def drop(self, key):
        with self._lock:
            self._drop(key)

    def clear(self):
        with self._lock:
            self._copies.clear()
            self.size = 0

    def _drop(self, key):
        copy = self._copies.pop(key, None)
        if copy:
            self.size -= copy.size
