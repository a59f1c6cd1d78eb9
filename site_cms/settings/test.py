"""Tests: the base settings made fast and sealed off. Each override says what it saves."""

import os
import tempfile
from pathlib import Path

from .base import *
from .base import HOUSE, INSTALLED_APPS, STORAGES, database_settings

SECRET_KEY = "tests only"
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
# A file, not :memory:, so that SQLite runs with the locking it has in real life.
DATABASES = {
    "default": database_settings(f"sqlite:///{Path(tempfile.gettempdir()) / 'french-impact.db'}")
}
# Hashing passwords slowly is the point of the default hasher, and most of a test's time.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# No manifest: templates render without collectstatic.
STORAGES = STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
# A process that a test starts may be given the test's own.
MEDIA_ROOT = os.environ.get("MEDIA_ROOT") or tempfile.mkdtemp(prefix="french-impact-media-")
# Tests of the queue name it; others look at what is sent, at once.
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
DEMO_CONTENT_ALLOWED = True
# `make check` asks it which migrations a release without downtime cannot take.
INSTALLED_APPS = [*INSTALLED_APPS, "django_migration_linter"]
MIGRATION_LINTER_OPTIONS = {
    "include_apps": HOUSE,
    "quiet": ["ok", "ignore", "warning"],
    "no_cache": True,
    # Older than the first release that had to do without downtime.
    "ignore_name": [
        "0003_noindex",
        "0004_noindex",
        "0005_noindex",
        "0006_one_child_per_language",
        "0006_translation_progress",
        "0007_one_child_per_language",
        "0007_seat_position",
        "0007_translation_progress",
        "0008_translation_progress",
        "0009_search_shelves",
    ],
}
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
LONGEST_REQUEST = 0
# A server that a test starts behind a proxy is told so.
TRUSTED_PROXIES = int(os.environ.get("TRUSTED_PROXIES", "0"))
