"""The WSGI entry point; the settings module is chosen by whoever starts the server."""

import os
import re

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_cms.settings.production")

_CHARSET = re.compile(r";\s*charset\*?\s*=[^;]*", re.IGNORECASE)


def read_as_utf_8(application):
    """Drop the charset that a request names, before Django decodes even its address with it.

    Browsers send UTF-8. Some charsets cannot be read, which Django answers with a 500, and a cache
    would give everybody the answer to a question read in another way.
    """

    def answer(environ, start_response):
        if "CONTENT_TYPE" in environ:
            environ["CONTENT_TYPE"] = _CHARSET.sub("", environ["CONTENT_TYPE"])
        return application(environ, start_response)

    return answer


application = read_as_utf_8(get_wsgi_application())
