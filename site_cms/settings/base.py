"""Settings shared by every way of running the site. Nothing here reads a secret."""

from datetime import date
from pathlib import Path

import dj_database_url
import dsfr
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from site_cms.video import PLAYER_ORIGINS

from .accounts import *
from .keeping import *
from .logs import *
from .wagtail import *

BASE_DIR = Path(__file__).resolve().parents[2]
VAR_DIR = BASE_DIR / "var"
DSFR_DIR = Path(dsfr.__file__).parent

DEBUG = False

# The rooms of the house, each above those it imports from: the one list that all tools read. What a
# room adds, it registers in its own files (site_cms/rooms.py).
ROOMS = ["home", "news", "pioneers", "territories"]
# … with the ground floor, which stands under them and names none.
HOUSE = [*ROOMS, "site_cms"]

INSTALLED_APPS = [
    *HOUSE,
    "django_tasks",
    "django_tasks_db",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "site_cms.admin.users_app.AccountsAppConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "widget_tweaks",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "corsheaders",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    # For its catalogue: the admin says how long ago something was.
    "django.contrib.humanize",
]

MIDDLEWARE = [
    "site_cms.seen.health.HealthMiddleware",
    "site_cms.seen.requests.RequestMiddleware",
    "site_cms.web.limits.KnownMethodMiddleware",
    "site_cms.web.own_pages.OwnPagesMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # What is kept passes nothing below.
    "site_cms.web.page_cache.PageCacheMiddleware",
    # What is not kept; whitenoise serves files that were compressed once.
    "site_cms.web.files.TextCompressionMiddleware",
    "site_cms.web.files.FileMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "site_cms.public.robots.ClosedToEnginesMiddleware",
    "corsheaders.middleware.CorsMiddleware",
    "site_cms.web.cache_headers.PublicCacheMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    # First the language: whatever refuses a request says so in it.
    "site_cms.web.language.LanguageFromPathMiddleware",
    "site_cms.web.limits.CleanQueryMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "site_cms.web.limits.AnonymousBodyMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "site_cms.web.door.OutsideTheDoorMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "site_cms.public.redirects.RedirectMiddleware",
]

ROOT_URLCONF = "site_cms.urls"
WSGI_APPLICATION = "site_cms.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        # django-dsfr is used for its tags and files only, without being an installed app.
        "DIRS": [DSFR_DIR / "templates"],
        "OPTIONS": {
            # Django's own, but that the scripts in templates are given their nonce.
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    ["django.template.loaders.filesystem.Loader", "site_cms.web.scripts.Loader"],
                )
            ],
            "builtins": ["site_cms.templatetags.script_tags"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "libraries": {"dsfr_tags": "dsfr.templatetags.dsfr_tags"},
        },
    },
]
FORM_RENDERER = "site_cms.web.scripts.FormRenderer"

# --- Data -------------------------------------------------------------------------------------


# Our statements join a few tables by their keys: compiling them, or weighing every order of joins,
# takes longer than running them (docs/performance.md).
POSTGRES_OPTIONS = "-c jit=off -c join_collapse_limit=4 -c from_collapse_limit=4"
# For a machine that is gone or cut off: seconds to connect (2 is the least), and until a silent
# connection counts as lost.
POSTGRES_PATIENCE = {
    **{"connect_timeout": 2, "tcp_user_timeout": 10_000},
    **{"keepalives_idle": 10, "keepalives_interval": 5, "keepalives_count": 3},
}


def database_settings(default_url: str) -> dict:
    """Return Django's DATABASES entry for DATABASE_URL, or for `default_url` when it is unset.

    SQLite gets write-ahead logging and immediate transactions: with Django's defaults 162 to 174 of
    180 concurrent publications ended in "database is locked", with these none.
    """
    config = dj_database_url.config(default=default_url, conn_max_age=600, conn_health_checks=True)
    if config["ENGINE"] == "django.db.backends.sqlite3":
        config["CONN_MAX_AGE"] = 0
        config["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
            # What the address says after its "?": timeout=5
            **config.get("OPTIONS", {}),
        }
    else:
        # Django's own, which a server does not wait for without end.
        config["ENGINE"] = "site_cms.database"
        config["OPTIONS"] = {
            "options": POSTGRES_OPTIONS,
            **POSTGRES_PATIENCE,
            # What the address says after its "?": sslmode=verify-full
            **config.get("OPTIONS", {}),
        }
    return config


VAR_DIR.mkdir(exist_ok=True)
DATABASES = {"default": database_settings(f"sqlite:///{VAR_DIR / 'site.sqlite3'}")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- Kept answers -----------------------------------------------------------------------------

# How much of them a process keeps, compressed forms included.
KEPT_BYTES = 64 * 1024 * 1024
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
# Caches between the site and its readers, which a publication purges (web/purge.py).
WAGTAILFRONTENDCACHE = {}

# --- Work beside the request --------------------------------------------------------------------

# Wagtail's own tasks stay where they are caused: the indexes of the admin are written in the
# transaction that publishes. Ours wait in the database for `manage.py work`.
TASKS = {
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
    "beside": {"BACKEND": "django_tasks_db.backend.DatabaseBackend"},
}

# --- People: see accounts.py --------------------------------------------------------------------

# How many proxies stand in front; each adds who called it to X-Forwarded-For.
TRUSTED_PROXIES = 0

# --- Pages the State owes ---------------------------------------------------------------------

# The type of page that states how accessible the site is; the footer reads its result.
ACCESSIBILITY_STATEMENT = "home.AccessibilityStatementPage"

# --- Languages --------------------------------------------------------------------------------

LANGUAGE_CODE = "fr"
TIME_ZONE = "Europe/Paris"
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = False
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("fr", _("French")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "site_cms" / "locale", DSFR_DIR / "locale"]
WAGTAIL_I18N_ENABLED = True
WAGTAILADMIN_PERMITTED_LANGUAGES = [("fr", "Français"), ("en", "English")]
# Locale-tree synchronisation makes English aliases of half-typed French pages: translations
# are submitted by hand, and arrive as drafts.
WAGTAILSIMPLETRANSLATION_SYNC_PAGE_TREE = False
WAGTAIL_LOCALIZE_DEFAULT_TRANSLATION_MODE = "synced"
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False

# --- Files ------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [("img", BASE_DIR / "static" / "img")]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    # Our css and js and the DSFR components in use, built into one file each.
    "site_cms.web.assets.BundleFinder",
]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "site_cms.database.stored.WholeFileStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_MAX_AGE = 3600
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
FILE_UPLOAD_PERMISSIONS = 0o644

# --- Security ---------------------------------------------------------------------------------

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "media-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [SELF],
        # Outside players are framed only after a reader's click.
        "frame-src": [SELF, *PLAYER_ORIGINS],
        "frame-ancestors": [SELF],
        "object-src": [NONE],
    },
}
X_FRAME_OPTIONS = "SAMEORIGIN"
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
PERMISSIONS_POLICY = {
    name: [] for name in ("camera", "geolocation", "microphone", "payment", "usb")
}

# Who may read from a page of another site: anybody, the data and the API, and nothing else. No
# cookie is ever allowed with it.
CORS_URLS_REGEX = r"^/(api|donnees)/"
CORS_ALLOW_ALL_ORIGINS = True
CORS_ALLOW_METHODS = ["GET", "HEAD", "OPTIONS"]
CORS_ALLOW_HEADERS = ["if-none-match", "if-modified-since"]
CORS_EXPOSE_HEADERS = ["Content-Disposition", "ETag", "Link"]

BACKUP_DIR = VAR_DIR / "backups"

# --- Search engines ---------------------------------------------------------------------------

# Production only: what else can be reached is a demonstration, or a rehearsal.
OPEN_TO_SEARCH_ENGINES = False

# --- Whom to tell of a weakness -----------------------------------------------------------------

# "mailto:…" or "https://…"; empty: the site's contact page.
SECURITY_CONTACT = ""
# Until when the contact is promised, a year at most: to be moved by whoever has checked that
# somebody still reads there. Tests warn two months before; past it, security.txt is gone.
SECURITY_CONTACT_UNTIL = date(2027, 10, 31)

# --- API --------------------------------------------------------------------------------------

WAGTAILAPI_LIMIT_MAX = 50

# --- DSFR -------------------------------------------------------------------------------------

DSFR_USE_INTEGRITY_CHECKSUMS = False
DSFR_CONTENT_IS_SAFE = False

# --- Mail and logs ----------------------------------------------------------------------------

DEFAULT_FROM_EMAIL = "French Impact <ne-pas-repondre@localhost>"
# Every message is put down with the act that causes it; the worker sends it by the second.
EMAIL_BACKEND = "site_cms.tasks.mail.QueueBackend"
EMAIL_SENDING_BACKEND = "site_cms.tasks.smtp.EmailBackend"
# The worker waits no longer for the mail server; seconds.
EMAIL_TIMEOUT = 10
EMAIL_SUBJECT_PREFIX = "[French Impact] "
WAGTAILADMIN_NOTIFICATION_FROM_EMAIL = DEFAULT_FROM_EMAIL
# Seconds after which a request is told of as slow; and ended (five times that in the admin).
SLOW_REQUEST, LONGEST_REQUEST = 2.0, 60
# Opens /healthz/ready and /metrics to whoever is not on this machine; empty: to nobody.
OPERATIONS_TOKEN = ""
