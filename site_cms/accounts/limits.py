"""How often something may be tried, by whom and about whom: in rows that all processes share.

Each subject (an account, a network, a device, a private page) has a bucket: `burst` tries at once,
then `an_hour` of them. One statement asks and counts, so that a hundred requests at the same moment
are counted like a hundred in a row.
"""

import time
from dataclasses import dataclass
from hashlib import blake2b
from ipaddress import ip_address, ip_network

from django.db.models import F
from django.db.models.functions import Greatest

from site_cms.accounts.client_address import client_address
from site_cms.models import GuessBucket

HOUR = 3_600_000
IPV6, NETWORK_BITS = 6, 64


@dataclass(frozen=True)
class Limit:
    """In any hour, `burst + an_hour` tries at most."""

    kind: str
    burst: int = 10
    an_hour: int = 20

    @property
    def _step(self):
        return HOUR // self.an_hour

    def take(self, subject) -> bool:
        """Count a try about a subject; return whether there was one left."""
        key, now = self._key(subject), _now()
        GuessBucket.objects.bulk_create([GuessBucket(key=key, empty_at=now)], ignore_conflicts=True)
        full = now + (self.burst - 1) * self._step
        return bool(
            GuessBucket.objects.filter(key=key, empty_at__lte=full).update(
                empty_at=Greatest(F("empty_at"), now) + self._step
            )
        )

    def give_back(self, subject):
        """Count no longer a try that was no guess: what was given was right."""
        GuessBucket.objects.filter(key=self._key(subject)).update(
            empty_at=F("empty_at") - self._step
        )

    def _key(self, subject):
        # Names that were typed are kept by nobody: some are passwords in the wrong field.
        return blake2b(f"{self.kind}\0{subject}".encode(), digest_size=16).hexdigest()


def network_of(request) -> str:
    """Return who is at the other end, as far as it cannot be changed at will.

    Whoever has one address of IPv6 has all those of its network.
    """
    address = client_address(request)
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if found.version == IPV6:
        if found.ipv4_mapped:
            return str(found.ipv4_mapped)
        return str(ip_network((found, NETWORK_BITS), strict=False))
    return str(found)


def forget_empty():
    """Remove the buckets that say nothing any more."""
    GuessBucket.objects.filter(empty_at__lt=_now()).delete()


def _now():
    return int(time.time() * 1000)
