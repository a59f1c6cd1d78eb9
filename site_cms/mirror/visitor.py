"""An anonymous visitor: asks the site as a browser does, in this process, through all of it.

No copy that was kept for somebody is given to it (web/page_cache.py), and each answer knows that it
is for the mirror (keeping/mirrored.py).
"""

import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from io import BytesIO
from urllib.parse import urlsplit

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpResponseBase
from django.utils import translation

from site_cms.keeping.mirrored import KEY


class Visitor:
    def __init__(self, base: str, mirrored_at: datetime):
        self._handler = WSGIHandler()
        self._environ = _environ(urlsplit(base)) | {KEY: mirrored_at}

    @contextmanager
    def answer(self, address: str, method: str = "GET") -> Iterator[HttpResponseBase]:
        path, _mark, query = address.partition("?")
        environ = self._environ | {
            "REQUEST_METHOD": method,
            # As servers give it: bytes, one a character.
            "PATH_INFO": path.encode().decode("latin-1"),
            "QUERY_STRING": query,
            "wsgi.input": BytesIO(),
        }
        # A request leaves its language behind.
        with translation.override(None), closing(self._handler(environ, _started)) as response:
            yield response


def _started(status, headers, error=None):
    pass


def _environ(base):
    # Behind its proxy the site would send plain HTTP away.
    scheme = "https" if settings.SECURE_SSL_REDIRECT else base.scheme
    port = base.port or (443 if scheme == "https" else 80)
    return {
        **{"SCRIPT_NAME": "", "SERVER_NAME": base.hostname, "SERVER_PORT": str(port)},
        **{"SERVER_PROTOCOL": "HTTP/1.1", "REMOTE_ADDR": "127.0.0.1", "HTTP_HOST": base.netloc},
        **{"HTTP_X_FORWARDED_PROTO": scheme, "wsgi.url_scheme": scheme, "wsgi.version": (1, 0)},
        **{"wsgi.errors": sys.stderr, "wsgi.multithread": True, "wsgi.multiprocess": True},
        "wsgi.run_once": False,
    }
