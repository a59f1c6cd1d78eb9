"""Production: everything that differs between two installations comes from the environment."""

import os
from datetime import date
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from .base import *
from .base import BACKUP_DIR, CACHES, LOGGING, STORAGES, database_settings
from .bucket import bucket, mirror_bucket
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


def _list(name: str) -> list[str]:
    return [part.strip().lower() for part in _required(name).split(",") if part.strip()]


def _strong(name: str) -> str:
    """Return a secret that nobody guesses, as Django's own check has it."""
    value = _required(name)
    if len(value) < SECRET_LENGTH or len(set(value)) < SECRET_SIGNS:
        raise ImproperlyConfigured(
            f"{name} can be guessed: {SECRET_LENGTH} random characters or more are needed "
            "(see docs/production.md)."
        )
    return value


SECRET_LENGTH, SECRET_SIGNS = 50, 10
SECRET_KEY = _strong("SECRET_KEY")
ALLOWED_HOSTS = _list("ALLOWED_HOSTS")
if any("*" in host for host in ALLOWED_HOSTS):
    raise ImproperlyConfigured("ALLOWED_HOSTS names hosts, and not all of them by « * ».")
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

BACKUP_DIR = Path(os.environ.get("BACKUP_DIR", str(BACKUP_DIR)))
BACKUP_RECIPIENT = os.environ.get("BACKUP_RECIPIENT", "")
BACKUP_IDENTITY = os.environ.get("BACKUP_IDENTITY", "")
BACKUP_PROGRAMS = os.environ.get("BACKUP_PROGRAMS", "")
# BACKUP_DUE_HOURS=0 where the host makes them.
BACKUP_DUE_HOURS = int(os.environ.get("BACKUP_DUE_HOURS", "26")) or None

# Media in a bucket, where several servers share them.
if os.environ.get("S3_BUCKET"):
    STORAGES = STORAGES | {"default": bucket(os.environ)}

# All that is public as plain files, here and, if one is named, in a bucket of its own.
MIRROR_DIR = os.environ.get("MIRROR_DIR") and Path(os.environ["MIRROR_DIR"])
if os.environ.get("MIRROR_BUCKET"):
    STORAGES = STORAGES | {"mirror": mirror_bucket(os.environ)}

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
KNOWN_DEVICE_COOKIE_NAME = "__Host-known"

# Every account has a second factor; regional ones may be given until a day: 2027-03-01.
SECOND_FACTOR = True
if os.environ.get("SECOND_FACTOR_SPARED_UNTIL"):
    SECOND_FACTOR_SPARED_UNTIL = date.fromisoformat(os.environ["SECOND_FACTOR_SPARED_UNTIL"])
SESSION_COOKIE_AGE = int(os.environ.get("SESSION_IDLE_MINUTES", "240")) * 60
SESSION_LONGEST = int(os.environ.get("SESSION_HOURS", "12")) * 3600

if os.environ.get("PROCONNECT_URL"):
    PROCONNECT_DOMAINS = _list("PROCONNECT_DOMAINS")
    SOCIALACCOUNT_PROVIDERS = {
        "proconnect": {
            "APP": {
                "provider_id": "proconnect",
                "name": "ProConnect",
                "client_id": _required("PROCONNECT_CLIENT_ID"),
                "secret": _required("PROCONNECT_CLIENT_SECRET"),
                "settings": {"server_url": os.environ["PROCONNECT_URL"].rstrip("/")},
            }
        }
    }

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
