"""What stands beside the site where its environment names it: a shared store, caches in front."""

from collections.abc import Mapping

from redis.backoff import NoBackoff
from redis.retry import Retry


def shared_store(url: str) -> dict:
    """Return Django's CACHES entry for the copies that all processes share (web/shared_store.py).

    A reader may be waiting: it answers at once or not at all, and is not asked twice.
    """
    options = {"socket_connect_timeout": 0.2, "socket_timeout": 0.2, "retry": Retry(NoBackoff(), 0)}
    return {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": url,
        "OPTIONS": options | {"serializer": "site_cms.web.copies.Packed"},
    }


def caches_in_front(environment: Mapping[str, str]) -> dict[str, dict]:
    """Return Wagtail's WAGTAILFRONTENDCACHE: Varnish or nginx by their addresses, Cloudflare."""
    addresses = filter(None, map(str.strip, environment.get("FRONT_CACHE", "").split(",")))
    found = {
        address: {"BACKEND": "site_cms.web.front_caches.HttpCache", "LOCATION": address}
        for address in addresses
    }
    if environment.get("CLOUDFLARE_ZONE"):
        found["cloudflare"] = {
            "BACKEND": "site_cms.web.front_caches.Cloudflare",
            "ZONEID": environment["CLOUDFLARE_ZONE"],
            "BEARER_TOKEN": environment.get("CLOUDFLARE_TOKEN", ""),
        }
    return found
