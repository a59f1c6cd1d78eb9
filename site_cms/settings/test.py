"""Tests: the base settings made fast and sealed off. Each override says what it saves."""

import os
import tempfile
from pathlib import Path

from .base import *
from .base import STORAGES, database_settings

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
AXES_ENABLED = False
LONGEST_REQUEST = 0
