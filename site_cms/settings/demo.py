"""`make run`: the site as the public would meet it, on one machine, over plain HTTP."""

import os
import secrets

from .base import *
from .base import BASE_DIR, LOGGING, VAR_DIR


def _kept_secret() -> str:
    """Return the secret key of this checkout, made at the first start and kept under var/."""
    path = VAR_DIR / "secret_key"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50))
    return path.read_text()


PORT = os.environ.get("PORT", "8000")
SECRET_KEY = _kept_secret()
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
WAGTAILADMIN_BASE_URL = f"http://127.0.0.1:{PORT}"
EMAIL_SENDING_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = VAR_DIR / "mail"
STATIC_ROOT = BASE_DIR / "staticfiles"
DEMO_CONTENT_ALLOWED = True
# SECOND_FACTOR=1 make run: as in production.
SECOND_FACTOR = os.environ.get("SECOND_FACTOR") == "1"
# Passkeys over plain HTTP, which browsers allow on this machine only.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
# Who did what, one JSON line each.
LOGGING["handlers"]["trace"] = {
    "class": "logging.FileHandler",
    "filename": VAR_DIR / "trace.jsonl",
    "formatter": "json",
    "delay": True,
}
LOGGING["loggers"] = {
    "site_cms.admin.trace": {"level": "INFO", "handlers": ["trace"], "propagate": False}
}
