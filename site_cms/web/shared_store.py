"""The copies of all processes, where CACHE_URL names a store: a fresh process starts warm.

It is no more than a help. One that is away, that hangs or holds nonsense is one that has nothing,
and is left alone for a while: it holds up a reader for a moment, and not each of them.
"""

import logging
import time
from hashlib import blake2b

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.cache import caches

from site_cms.publications import memo

from .copies import Copy

logger = logging.getLogger(__name__)

STORE = "kept"
# Seconds that a store in trouble is left alone.
LEFT_ALONE = 10


class SharedStore:
    def __init__(self):
        self._left_until = 0.0

    def find(self, key, edition) -> Copy | None:
        copy = self._try(lambda cache: cache.get(self._name(key, edition)))
        return copy if copy and copy.holds(edition.state) else None

    def put(self, key, copy: Copy):
        name = self._name(key, copy.edition)
        self._try(lambda cache: cache.set(name, copy, timeout=memo.LONGEST))

    def _try(self, act):
        if STORE not in settings.CACHES or time.monotonic() < self._left_until:
            return None
        try:
            return act(caches[STORE])
        except Exception as error:
            self._left_until = time.monotonic() + LEFT_ALONE
            logger.warning("The shared store of copies is left alone: %s", type(error).__name__)
            return None

    def _name(self, key, edition):
        """Copies name the static files of their release."""
        release = getattr(staticfiles_storage, "manifest_hash", "")
        text = repr((release, edition.state, key)).encode("utf-8", "surrogatepass")
        return blake2b(text, digest_size=16).hexdigest()

    def clear(self):
        self._left_until = 0.0
