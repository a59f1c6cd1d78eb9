"""What caches between the site and its readers may keep, and for how long.

Three things set a longer life elsewhere, since their address changes with their content: images
(public/views.py), pictures for networks (public/share_pictures.py) and static files (whitenoise).
"""

from django.conf import settings
from django.utils.cache import patch_cache_control

from site_cms.web.door import leads_to_admin

# Shared caches may keep an answer this long, give it for as long again while they fetch the next,
# and for a day while the site is down; browsers ask each time whether theirs still holds.
SHARED_SECONDS = 60
NOT_FOUND_SECONDS = 5
STALE_SECONDS = 24 * 3600
NOT_FOUND = 404


class PublicCacheMiddleware:
    """Let anonymous answers be kept for a minute and revalidated by ETag; the rest not at all.

    An answer is public when the reader sent no session and nothing on the way asked otherwise:
    a page behind a password or a login sets its own headers.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if not _is_for_one_reader(request, response):
            _leave_broken_cookies(request, response)
        if response.has_header("Cache-Control") and not response.cookies:
            return response
        if self._is_public(request, response):
            _let_be_kept(response)
        else:
            patch_cache_control(response, private=True, no_cache=True)
        return response

    def _is_public(self, request, response):
        return (
            request.method in ("GET", "HEAD")
            and response.status_code in (200, 301, 302, 304, 404)
            and settings.SESSION_COOKIE_NAME not in request.COOKIES
            and not response.cookies
            and not leads_to_admin(request)
            and "Cookie" not in response.get("Vary", "")
        )


def _let_be_kept(response):
    seconds = NOT_FOUND_SECONDS if response.status_code == NOT_FOUND else SHARED_SECONDS
    # Browsers would not ask either: the proxies of deploy/ keep it from them.
    while_fetching = {"stale_while_revalidate": seconds} if settings.TRUSTED_PROXIES else {}
    patch_cache_control(
        response,
        **{"public": True, "max_age": 0, "s_maxage": seconds},
        **while_fetching,
        stale_if_error=STALE_SECONDS,
    )


def _is_for_one_reader(request, response):
    says_private = "private" in response.get("Cache-Control", "")
    return leads_to_admin(request) or says_private


def _leave_broken_cookies(request, response):
    """Neither replace nor remove a cookie that means nothing, in an answer that needs none.

    Django does so whatever is asked for, and the answer could be kept with a cookie in it.
    """
    broken = [name for name in response.cookies if _is_broken(request, response, name)]
    for name in broken:
        del response.cookies[name]
    if broken and not response.cookies and response.has_header("Vary"):
        varies = [name.strip() for name in response["Vary"].split(",")]
        response["Vary"] = ", ".join(name for name in varies if name.lower() != "cookie")
        if not response["Vary"]:
            del response["Vary"]


def _is_broken(request, response, name):
    """Whether the reader brought the cookie and the answer would remove it, or change its value."""
    if name not in request.COOKIES:
        return False
    answered = response.cookies[name].value
    if name == settings.SESSION_COOKIE_NAME:
        return not answered
    return name == settings.CSRF_COOKIE_NAME and answered != request.COOKIES[name]
