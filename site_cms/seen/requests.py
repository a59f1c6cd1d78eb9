"""Every request has a name, a line in the log and an end; it is counted (metrics.py).

A line says nothing that a reader wrote: no query of the address, no header, no body. It holds the
address the request came from, and the number of the account if the answer had to know it.
"""

import logging
import re
import time

from django.conf import settings

from site_cms.accounts.client_address import client_address
from site_cms.keeping.mirrored import mirrored_at
from site_cms.seen import metrics
from site_cms.seen.logs import id_for, request_id
from site_cms.seen.overdue import in_hand
from site_cms.web.door import leads_to_admin

logger = logging.getLogger(__name__)
# What follows opens an account, or a page.
_KEYS = re.compile(r"(/(?:confirm|key|reset)/).+")
# Editors send large files from where lines are slow.
PATIENCE_WITH_EDITORS = 5


class RequestMiddleware:
    """The outermost but that of probes."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        begun = time.perf_counter()
        name = id_for(request.META.get("HTTP_X_REQUEST_ID", ""))
        token = request_id.set(name)
        try:
            with in_hand.noted(_path_of(request), _limit_for(request)):
                response = self.get_response(request)
            response.headers["X-Request-ID"] = name
            seconds = time.perf_counter() - begun
            metrics.count_request(request, response, seconds)
            _tell(request, response, seconds)
            return response
        finally:
            request_id.reset(token)


def _limit_for(request):
    limit = settings.LONGEST_REQUEST
    return limit * PATIENCE_WITH_EDITORS if leads_to_admin(request) else limit


def _tell(request, response, seconds):
    is_slow = seconds > settings.SLOW_REQUEST
    level = logging.WARNING if is_slow else logging.INFO
    # The mirror asks for everything: nobody has come.
    if not logger.isEnabledFor(level) or (mirrored_at(request) and not is_slow):
        return
    path = _path_of(request)
    account = getattr(request, "_cached_user", None)
    told = {
        "method": request.method,
        "path": path,
        "status": response.status_code,
        "duration_ms": round(seconds * 1000, 1),
        "client": client_address(request),
        "user": getattr(account, "pk", None),
        "slow": is_slow,
    }
    said = "Slow request" if is_slow else "Request"
    logger.log(level, "%s: %s %s, %d ms", said, request.method, path, seconds * 1000, extra=told)


def _path_of(request):
    path = _KEYS.sub(r"\1…", request.path)
    # A line stays one line.
    return path.encode("unicode_escape").decode() if not path.isprintable() else path
