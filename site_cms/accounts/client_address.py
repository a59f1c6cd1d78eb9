"""Who is at the other end of a request, seen past the proxies in front of the site."""

from ipaddress import ip_address

from django.conf import settings


def client_address(request) -> str:
    """Return the address that the outermost of our proxies was called from.

    Each proxy writes, at the end of X-Forwarded-For, who called it. What stands before the entries
    of ours is the caller's own word, which would let anybody guess passwords without end.
    """
    peer = request.META.get("REMOTE_ADDR", "")
    if not settings.TRUSTED_PROXIES:
        return peer
    hops = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    return _address(hops[-settings.TRUSTED_PROXIES :][0]) or peer


def _address(hop) -> str:
    """Return the address in an entry, which may have a port; "" where there is none."""
    hop = hop.strip()
    if hop.startswith("["):
        hop = hop[1:].partition("]")[0]
    elif hop.count(":") == 1:
        hop = hop.partition(":")[0]
    try:
        # PostgreSQL takes no scope.
        return str(ip_address(hop.partition("%")[0]))
    except ValueError:
        return ""
