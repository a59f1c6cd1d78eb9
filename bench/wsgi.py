"""The site as gunicorn serves it; the trivial view passes no middleware, on the same server."""

from django.core.handlers.wsgi import WSGIHandler
from django.core.wsgi import get_wsgi_application
from django.test import override_settings

TRIVIAL = "/trivial/"

_site = get_wsgi_application()
with override_settings(MIDDLEWARE=[]):
    _bare = WSGIHandler()


def application(environ, start_response):
    handler = _bare if environ["PATH_INFO"] == TRIVIAL else _site
    return handler(environ, start_response)
