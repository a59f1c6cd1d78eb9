"""The WSGI entry point; the settings module is chosen by whoever starts the server."""

import os

from django.core.wsgi import get_wsgi_application

from site_cms.database.patience import patience
from site_cms.web.wire import read_as_utf_8, read_whole

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_cms.settings.production")

# A server ends what its database does not answer; commands wait, and so do tests: they load none
# of this.
patience.is_short = True
application = read_whole(read_as_utf_8(get_wsgi_application()))
