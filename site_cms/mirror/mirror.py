"""The mirror: all of the public site as plain files, for when the site itself is dead.

`copy_whole` makes it anew; `copy_changes` asks again for what a publication has changed, as told to
the caches in front (web/purge.py). Either ends with a copy that is whole, or leaves the last one.
"""

import time
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.core.files.storage import storages
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from site_cms.keeping.mirrored import CURRENT, LEDGER, SITE, last_mirror_at
from site_cms.models import visible_pages
from site_cms.web.purge import shown_by

from . import bucket, folder
from .addresses import Scope
from .copying import Before, Unanswered, Walk
from .ledger import Ledger
from .visitor import Visitor

# Of old addresses that people wrote down, the newest.
MOST_REDIRECTS = 2_000
# What is asked for by its address alone, whatever pages say.
BARE = ("/", "/robots.txt", "/favicon.ico", "/apple-touch-icon.png")
ALIAS = "mirror"


@dataclass(frozen=True)
class Report:
    """What a copy has become; `missing`: address, state, the page that links to it."""

    files: int
    seconds: float
    missing: list[tuple[str, str, str]]


def copy_whole(root: Path) -> Report:
    with folder.lock(root, waits=True):
        with _copy(root) as (walk, made_at):
            walk.ledger.note(filter(None, map(walk.scope.address_of, _known(walk.scope))))
            report = _walked(walk, made_at, is_whole=True)
        _send(root, is_whole=True)
    return report


def copy_changes(root: Path, urls: Iterable[str], everything: bool = False) -> Report:
    """Ask again for some addresses; and, if anything may have changed, for what was made private,
    or public, by what is no publication of the page itself.
    """
    whole_at = last_mirror_at()
    if whole_at is None:
        raise Unanswered("There is no copy yet: manage.py mirror makes the first.")
    with folder.lock(root, waits=False):
        with _copy(root, is_like_before=True) as (walk, _made_at):
            walk.ledger.ask_again(filter(None, map(walk.scope.address_of, urls)))
            if everything:
                visible = filter(None, map(walk.scope.address_of, _pages()))
                walk.ledger.ask_for_what_is_not(visible)
            report = _walked(walk, whole_at, is_whole=False)
        _send(root, is_whole=False)
    return report


@contextmanager
def _copy(root: Path, is_like_before: bool = False) -> Iterator[tuple[Walk, datetime]]:
    made_at = timezone.now()
    base = Site.objects.get(is_default_site=True).root_url
    last = (root / CURRENT).resolve() if (root / CURRENT).exists() else None
    with (
        folder.new_copy(root, made_at, last if is_like_before else None) as copy,
        _before(last) as before,
        closing(Ledger(copy / LEDGER)) as ledger,
    ):
        if last and not is_like_before:
            ledger.remember_sent(last / LEDGER)
        yield Walk(Scope(base), Visitor(base, made_at), ledger, copy, before), made_at


@contextmanager
def _before(last: Path | None) -> Iterator[Before]:
    if last is None or not (last / LEDGER).exists():
        yield Before()
        return
    with closing(Ledger(last / LEDGER)) as ledger:
        yield Before(last, ledger)


def _known(scope: Scope) -> Iterator[str]:
    """Yield what is public whether or not anything links to it."""
    yield from (scope.base + path for path in BARE)
    yield from sorted(shown_by([]))
    yield from _pages()
    old = Redirect.objects.order_by("-pk").values_list("old_path", flat=True)[:MOST_REDIRECTS]
    yield from (scope.base + path for path in old)


def _pages() -> Iterator[str]:
    pages = visible_pages().order_by("pk").only("id", "path", "depth", "url_path", "locale_id")
    urls = (page.get_full_url() for page in pages.iterator(chunk_size=500))
    yield from filter(None, urls)


def _walked(walk, whole_at, is_whole):
    begun = time.monotonic()
    walk.go(is_whole)
    folder.note_made(walk.copy, whole_at)
    return Report(walk.ledger.count(), time.monotonic() - begun, walk.ledger.missing())


def _send(root, is_whole):
    """Have the bucket hold what the folder does, where one is named."""
    if ALIAS in storages.backends:
        current = (root / CURRENT).resolve()
        with closing(Ledger(current / LEDGER)) as ledger:
            bucket.send(storages[ALIAS], current / SITE, ledger, is_whole)
