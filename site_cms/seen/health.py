"""Is the process alive, and can it do its work? /healthz/live and /healthz/ready, for probes.

They come before all else: no redirect to HTTPS, no check of the host, no session, no log. What is
asked may hang: each look has a thread of its own, and whoever asks waits half a second. Only
the machine itself, or who has the token, is told more than a word.
"""

import logging
import os
import shutil
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import wait as wait_for
from http import HTTPStatus
from pathlib import Path

from django.conf import settings
from django.core.files.storage import FileSystemStorage, default_storage
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpResponse, HttpResponseNotFound, JsonResponse
from django.utils.crypto import constant_time_compare

from site_cms.keeping import backups, mirrored
from site_cms.publications.counter import watch
from site_cms.seen import metrics
from site_cms.tasks import scheduler, work

PATIENCE = 0.5  # seconds
HOLDS = 1.0  # … that what was found is told again
ROOM = 200 * 1024 * 1024  # bytes
OK, AWAY, UNKNOWN = "ok", "away", "unknown"
_LOOPBACK = ("127.0.0.1", "::1", "")  # "": a socket of this machine
_PROXIED = ("HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_X_REAL_IP")
# What a server needs to answer; the others are told, and take none out of service.
NEEDED = ("database", "migrations", "storage")
logger = logging.getLogger(__name__)


class HealthMiddleware:
    """The outermost."""

    def __init__(self, get_response):
        self.get_response = get_response
        self._answers = {
            "/healthz/live": live,
            "/healthz/ready": ready,
            "/metrics": count,
        }

    def __call__(self, request):
        answer = self._answers.get(request.path)
        if answer is None:
            return self.get_response(request)
        response = answer(request)
        response.headers["Cache-Control"] = "no-store"
        response.headers["X-Robots-Tag"] = "noindex"
        return response


def live(request):
    return HttpResponse("live\n", content_type="text/plain")


def ready(request):
    found = health.found()
    is_ready = all(found[name] == OK for name in NEEDED)
    status = HTTPStatus.OK if is_ready else HTTPStatus.SERVICE_UNAVAILABLE
    if may_know(request):
        return JsonResponse({"ready": is_ready, **found}, status=status)
    word = "ready" if is_ready else "not ready"
    return HttpResponse(f"{word}\n", status=status, content_type="text/plain")


def count(request):
    if not may_know(request):
        return HttpResponseNotFound(b"Not found\n", content_type="text/plain")
    return HttpResponse(metrics.written(), content_type="text/plain; version=0.0.4; charset=utf-8")


def may_know(request) -> bool:
    """Whether the machine itself asks, past no proxy, or somebody who has the token."""
    meta = request.META
    if meta.get("REMOTE_ADDR", "") in _LOOPBACK and not any(name in meta for name in _PROXIED):
        return True
    token = settings.OPERATIONS_TOKEN
    given = meta.get("HTTP_AUTHORIZATION", "").removeprefix("Bearer ")
    return bool(token) and constant_time_compare(given, token)


class Health:
    """What was last found, by looks of which each is under way once at most."""

    def __init__(self):
        self._looks: dict[Callable, Future] = {}
        self._found: tuple[float, dict] = (-HOLDS, {})
        self._lookers = ThreadPoolExecutor(len(_OF), "health")

    def found(self) -> dict[str, str]:
        seen_at, found = self._found
        if time.monotonic() - seen_at > HOLDS:
            found = self._look()
            self._found = (time.monotonic(), found)
        return found

    def _look(self):
        looks = {look: self._begun(look) for look in _OF}
        wait_for(looks.values(), PATIENCE)
        found = dict.fromkeys((*NEEDED, "worker", "scheduler", "backup", "mirror"), UNKNOWN)
        for look, future in looks.items():
            found |= future.result() if future.done() else {_OF[look]: "hangs"}
        return found

    def _begun(self, look):
        future = self._looks.get(look)
        if future is None or future.done():
            self._looks[look] = future = self._lookers.submit(look)
        return future


def _ask_database() -> dict[str, str]:
    watch.current()
    if not watch.is_answered:
        return {"database": AWAY}
    try:
        return {
            "database": OK,
            "migrations": _migrations(),
            "worker": "late" if work.is_late(work.last_pulse()) else OK,
            "scheduler": "late" if scheduler.is_late(scheduler.last_run_at()) else OK,
        }
    except Exception as error:
        logger.warning("Health: the database answers with %s", type(error).__name__)
        return {"database": AWAY}
    finally:
        connection.close()


_known_migrations: set[tuple[str, str]] = set()


def _migrations():
    if not _known_migrations:
        _known_migrations.update(MigrationLoader(None).disk_migrations)
    missing = _known_migrations - set(MigrationRecorder(connection).applied_migrations())
    return f"{len(missing)} to run" if missing else OK


def _ask_storage() -> dict[str, str]:
    try:
        return {"storage": _storage()}
    except Exception as error:
        return {"storage": f"cannot be written: {type(error).__name__}"}


def _storage():
    if not isinstance(default_storage, FileSystemStorage):
        default_storage.exists("healthz")
        return OK
    folder = Path(settings.MEDIA_ROOT)
    folder.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".healthz-", dir=folder)
    try:
        os.write(handle, b"healthz")
    finally:
        os.close(handle)
        Path(name).unlink()
    return OK if shutil.disk_usage(folder).free > ROOM else "nearly full"


def _ask_backups() -> dict[str, str]:
    try:
        return {"backup": "late" if backups.is_late(backups.last_backup_at()) else OK}
    except OSError as error:
        return {"backup": f"cannot be read: {type(error).__name__}"}


def _ask_mirror() -> dict[str, str]:
    return {"mirror": "late" if mirrored.is_late(mirrored.last_mirror_at()) else OK}


_OF = {
    **{_ask_database: "database", _ask_storage: "storage"},
    **{_ask_backups: "backup", _ask_mirror: "mirror"},
}
health = Health()
