"""What caches between the site and its readers may keep, and for how long."""

from django.conf import settings
from django.utils.cache import patch_cache_control

PUBLIC_SECONDS = 60


class PublicCacheMiddleware:
    """Let anonymous answers be kept for a minute and revalidated by ETag; the rest not at all.

    An answer is public when the reader sent no session and nothing on the way asked otherwise:
    a page behind a password or a login sets its own headers.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.has_header("Cache-Control"):
            return response
        if self._is_public(request, response):
            patch_cache_control(response, public=True, max_age=PUBLIC_SECONDS)
        else:
            patch_cache_control(response, private=True, no_cache=True)
        return response

    def _is_public(self, request, response):
        return (
            request.method in ("GET", "HEAD")
            and response.status_code in (200, 301, 304, 404)
            and settings.SESSION_COOKIE_NAME not in request.COOKIES
            and not response.cookies
            and not request.path.startswith("/admin/")
            and "Cookie" not in response.get("Vary", "")
        )
