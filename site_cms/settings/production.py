"""Production: everything that differs between two installations comes from the environment."""

import os

from django.core.exceptions import ImproperlyConfigured

from .base import *
from .base import CACHES, LOGGING, database_settings
from .sentry import start_sentry
from .stores import caches_in_front, shared_store


def _required(name: str) -> str:
    """Return an environment variable, or refuse to start with a sentence that says what to set."""
    value = os.environ.get(name, "").strip()
    if not value:
        raise ImproperlyConfigured(
            f"{name} is not set: production refuses to start without it (see docs/production.md)."
        )
    return value


SECRET_KEY = _required("SECRET_KEY")
ALLOWED_HOSTS = [host.strip() for host in _required("ALLOWED_HOSTS").split(",")]
_required("DATABASE_URL")
DATABASES = {"default": database_settings("")}
WAGTAILADMIN_BASE_URL = os.environ.get("BASE_URL", f"https://{ALLOWED_HOSTS[0].lstrip('.')}")
CSRF_TRUSTED_ORIGINS = [WAGTAILADMIN_BASE_URL]
MEDIA_ROOT = os.environ.get("MEDIA_ROOT", str(MEDIA_ROOT))

# What all processes may share, and what stands between them and the readers.
if os.environ.get("CACHE_URL"):
    CACHES["kept"] = shared_store(os.environ["CACHE_URL"])
WAGTAILFRONTENDCACHE = caches_in_front(os.environ)

# Fills the gaps of translations when asked to; off without its address and its key.
if os.environ.get("MACHINE_TRANSLATION_URL") and os.environ.get("MACHINE_TRANSLATION_KEY"):
    WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {
        "CLASS": "wagtail_localize.machine_translators.libretranslate.LibreTranslator",
        "OPTIONS": {
            "LIBRETRANSLATE_URL": os.environ["MACHINE_TRANSLATION_URL"].rstrip("/"),
            "API_KEY": os.environ["MACHINE_TRANSLATION_KEY"],
        },
    }

# A rehearsal of production says SEARCH_ENGINES=closed.
OPEN_TO_SEARCH_ENGINES = os.environ.get("SEARCH_ENGINES", "open") != "closed"

SECURITY_CONTACT = os.environ.get("SECURITY_CONTACT", "")

TRUSTED_PROXIES = int(os.environ.get("TRUSTED_PROXIES", "1"))
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
# W019 asks for X_FRAME_OPTIONS = "DENY": previews are framed by the admin, on the same origin.
SILENCED_SYSTEM_CHECKS = ["security.W019"]
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-sessionid"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-csrftoken"

EMAIL_HOST = os.environ.get("EMAIL_HOST", "localhost")
EMAIL_PORT = int(os.environ.get("EMAIL_PORT", "25"))
EMAIL_HOST_USER = os.environ.get("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = os.environ.get("EMAIL_USE_TLS", "") == "1"
DEFAULT_FROM_EMAIL = os.environ.get("DEFAULT_FROM_EMAIL", f"noreply@{ALLOWED_HOSTS[0].lstrip('.')}")
WAGTAILADMIN_NOTIFICATION_FROM_EMAIL = DEFAULT_FROM_EMAIL

# One JSON line per event on standard error; the trace of who did what is among them.
LOGGING["handlers"]["console"]["formatter"] = "json"
_TOLD = ("site_cms.admin.trace", "site_cms.tasks", "site_cms.seen.requests")
LOGGING["loggers"] = {name: {"level": "INFO"} for name in _TOLD}

OPERATIONS_TOKEN = os.environ.get("OPERATIONS_TOKEN", "")
if os.environ.get("SENTRY_DSN"):
    start_sentry(os.environ["SENTRY_DSN"], os.environ.get("SENTRY_ENVIRONMENT", "production"))
