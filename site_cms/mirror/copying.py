"""Walking through the site, address after address, and keeping what everybody may read.

It begins with what is known to be public (pages, feeds, calendars, data, sitemaps…) and follows
every link from there. One answer is in memory at a time, files are passed on piece by piece.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from http import HTTPStatus
from pathlib import Path, PurePath

from django.conf import settings
from django.http import HttpResponseBase
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from site_cms.keeping.mirrored import SITE
from site_cms.web.copies import directives

from . import folder
from .addresses import Scope, file_of, leading_file_of, url_of
from .ledger import BROKEN, GONE, KEPT, LEADS, PRIVATE, Found, Ledger
from .links import links_in, reader_for
from .visitor import Visitor

# No page will ever have this address.
NOWHERE = "~/"
_REDIRECTS = (301, 302, 303, 307, 308)


class Unanswered(Exception):
    """The site cannot answer now: what was copied before stays."""


@dataclass(frozen=True)
class Walk:
    """A walk through a site into a copy; `before` is the last one, whose files may be taken."""

    scope: Scope
    visitor: Visitor
    ledger: Ledger
    copy: Path
    before: "Before"

    def go(self, is_whole: bool):
        self._go_on()
        self.ledger.ask_for_what_went_with_pages()
        if is_whole:
            for code, _name in settings.LANGUAGES:
                self._keep_error_page(code)
        self._go_on()
        if not self.ledger.row("/"):
            raise Unanswered("There is no home page to begin with.")

    def _go_on(self):
        for address in self.ledger.to_ask():
            self._see(address)

    def _see(self, address):
        if self._is_as_before(address):
            return
        with self.visitor.answer(address) as answer:
            status = answer.status_code
            if status == HTTPStatus.SERVICE_UNAVAILABLE:
                self._make_sure_of_the_site()
            if status == HTTPStatus.OK:
                self._keep_if_public(address, answer)
            elif status in _REDIRECTS:
                self._lead_on(address, answer.headers["Location"])
            else:
                is_gone = status < HTTPStatus.INTERNAL_SERVER_ERROR
                self._leave_out(address, GONE if is_gone else BROKEN)

    def _make_sure_of_the_site(self):
        """Go on if only that one address takes too long, say."""
        with self.visitor.answer("/") as answer:
            if answer.status_code == HTTPStatus.SERVICE_UNAVAILABLE:
                raise Unanswered("The site cannot answer.")

    def _keep_if_public(self, address, answer):
        if not is_public(address, answer):
            self._leave_out(address, PRIVATE)
        elif file := file_of(address):
            self._keep(address, file, answer)
        else:
            self._leave_out(address, BROKEN)

    def _keep(self, address, file, answer):
        kind, validator = answer.headers.get("Content-Type", ""), _validator(answer)
        pieces = [b"".join(answer)] if reader_for(kind) else answer
        try:
            with folder.written(self.copy / SITE / file) as out:
                digest = _passed_on(pieces, out)
        except (IsADirectoryError, NotADirectoryError, FileExistsError):
            self._leave_out(address, BROKEN)
            return
        if reader_for(kind):
            self._note_links(address, kind, pieces[0])
        found = Found(file, kind, validator, digest)
        self.ledger.settle(address, KEPT, found)

    def _note_links(self, address, kind, body):
        links = {self.scope.address_of(link, address) for link in links_in(kind, body)}
        self.ledger.note(links - {None, address}, found_on=address)

    def _is_as_before(self, address):
        """Take a file that has not changed from the copy before, and read it no more."""
        if not (known := self.before.file(address)):
            return False
        file, kind, validator, _digest = known
        with self.visitor.answer(address, "HEAD") as answer:
            is_same = answer.status_code == HTTPStatus.OK and _validator(answer) == validator
            if not is_same or not is_public(address, answer):
                return False
        folder.link(self.before.site / file, self.copy / SITE / file)
        if reader_for(kind):
            self._note_links(address, kind, (self.copy / SITE / file).read_bytes())
        self.ledger.settle(address, KEPT, known)
        return True

    def _lead_on(self, address, location):
        """Write a page that leads on: where it is asked for, nobody reads a header."""
        target, file = self.scope.address_of(location, address), leading_file_of(address)
        if target is None and self.scope.is_own(location):
            self._leave_out(address, PRIVATE)
        elif file is None or (target and leading_file_of(target) == file):
            self._leave_out(address, LEADS)
        elif target and PurePath(address).suffix:
            self._keep_as(address, target)
        else:
            self._keep_way(address, file, url_of(target) if target else location)
        if target:
            self.ledger.note([target], found_on=address)

    def _keep_as(self, address, target):
        """An icon, say: nobody would follow a page to it."""
        with self.visitor.answer(target) as answer:
            if answer.status_code == HTTPStatus.OK:
                self._keep_if_public(address, answer)
            else:
                self._leave_out(address, GONE)

    def _keep_way(self, address, file, link):
        language = translation.get_language_from_path(address) or settings.LANGUAGE_CODE
        with translation.override(language):
            html = render_to_string("site_cms/leads_on.html", {"link": link})
        with folder.written(self.copy / SITE / file) as out:
            digest = _passed_on([html.encode()], out)
        found = Found(file, "text/html; charset=utf-8", "", digest)
        self.ledger.settle(address, LEADS, found)

    def _leave_out(self, address, state):
        """Remove its file, unless the address with its slash, or without, has it too."""
        file = self.ledger.file_at(address)
        self.ledger.settle(address, state)
        if file and not self.ledger.has_file(file):
            folder.remove(self.copy / SITE, file)
            self.ledger.note_removed(address)

    def _keep_error_page(self, language):
        with translation.override(language):
            home = reverse("wagtail_serve", args=[""])
        with self.visitor.answer(home + NOWHERE) as answer:
            if answer.status_code != HTTPStatus.NOT_FOUND:
                raise Unanswered(f"What is not there is answered with {answer.status_code}.")
            address = f"{home}404.html"
            self.ledger.note([address])
            self._keep(address, file_of(address), answer)


@dataclass(frozen=True)
class Before:
    """The files of the last copy, if there is one; `ledger` says what they were."""

    copy: Path | None = None
    ledger: Ledger | None = None

    @property
    def site(self) -> Path:
        return self.copy / SITE

    def file(self, address: str) -> Found | None:
        known = self.ledger and self.ledger.row(address)
        is_file = known and known.validator and (self.site / known.file).is_file()
        return known if is_file else None


def is_public(address: str, answer: HttpResponseBase) -> bool:
    """Whether all caches may keep it; and a file is one, and no form that asks for a password."""
    is_page = answer.headers.get("Content-Type", "").startswith("text/html")
    wants_page = address.partition("?")[0].endswith("/")
    return "public" in directives(answer) and is_page == wants_page


def _validator(answer) -> str:
    """What tells one content of a file from another; empty for what is made anew each time."""
    is_file = answer.streaming or "Accept-Ranges" in answer.headers
    size = answer.headers.get("Content-Length")
    mark = answer.headers.get("ETag") or answer.headers.get("Last-Modified")
    return f"{mark} {size}" if is_file and size and mark else ""


def _passed_on(pieces: Iterable[bytes], out) -> str:
    digest = blake2b(digest_size=16)
    for piece in pieces:
        out.write(piece)
        digest.update(piece)
    return digest.hexdigest()
