"""`make dev`: the demo settings with debug pages, autoreload and unhashed static files."""

from .demo import *
from .demo import STORAGES

DEBUG = True
STORAGES = STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
EMAIL_SENDING_BACKEND = "django.core.mail.backends.console.EmailBackend"
# Somebody may be looking at it in a debugger.
LONGEST_REQUEST = 0
