"""The site as `make bench-faults` runs it: the settings of the tests, with mail that leaves."""

import os

from site_cms.settings.stores import shared_store
from site_cms.settings.test import *  # noqa: F403 (settings are made of each other)
from site_cms.settings.test import CACHES, LOGGING

MEDIA_ROOT = f"{os.environ['BENCH_FOLDER']}/media"
# From their sources: nothing is collected.
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = True
if os.environ.get("CACHE_URL"):
    CACHES["kept"] = shared_store(os.environ["CACHE_URL"])
TRUSTED_PROXIES = 1
EMAIL_BACKEND = "site_cms.tasks.mail.QueueBackend"
EMAIL_HOST, EMAIL_PORT = "127.0.0.1", int(os.environ.get("MAIL_PORT", "25"))
LONGEST_REQUEST = 60
LOGGING["handlers"]["console"]["formatter"] = "json"
