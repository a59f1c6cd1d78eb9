"""What is refused before anybody asks what it is for."""

from urllib.parse import unquote_plus

from django.http import HttpResponse, HttpResponseNotAllowed, HttpResponsePermanentRedirect
from django.utils.encoding import escape_uri_path
from django.utils.translation import gettext as _

from site_cms.public.spelling import mended_query
from site_cms.public.views import not_found
from site_cms.web.door import leads_to_admin

# A hundred long answers of plain letters, or twenty in which every letter has an accent.
ANONYMOUS_BODY_LIMIT = 1024 * 1024


PUBLIC_METHODS = ("GET", "HEAD", "POST", "OPTIONS")
ADMIN_METHODS = (*PUBLIC_METHODS, "PUT", "PATCH", "DELETE")


class KnownMethodMiddleware:
    """Answer 405 to what no page is asked by: TRACE, PUT, made-up words."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        known = ADMIN_METHODS if leads_to_admin(request) else PUBLIC_METHODS
        return (
            self.get_response(request) if request.method in known else HttpResponseNotAllowed(known)
        )


class CleanQueryMiddleware:
    """Answer 404 to an address with a NUL byte or a lone surrogate: no page has such an address.

    Databases refuse both with an exception, deep inside whatever happens to look them up. A query
    that old programs wrote in Latin-1 leads to the same in UTF-8.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        # From the server's own words: no answer depends on this look at the query.
        query = unquote_plus(request.environ.get("QUERY_STRING", ""), errors="surrogateescape")
        if not _is_bad(request.path + query):
            return self.get_response(request)
        # From here on the answer is that of this very query.
        raw = request.META.get("QUERY_STRING", "")
        mended = None if _is_bad(request.path) else mended_query(raw)
        if not mended or request.method not in ("GET", "HEAD"):
            return not_found(request)
        return HttpResponsePermanentRedirect(f"{_place(request)}?{mended}")


def _is_bad(text):
    return any(char == "\0" or "\ud800" <= char <= "\udfff" for char in text)


def _place(request) -> str:
    """The address without its query; slashes at its beginning would make a host of the rest."""
    return escape_uri_path("/" + request.path.lstrip("/"))


class AnonymousBodyMiddleware:
    """Refuse, unread, what is too long for any form that people without an account may send.

    Django would keep a file on the disk before anybody asks what it is for.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        length = request.META.get("CONTENT_LENGTH") or "0"
        is_long = not length.isdecimal() or int(length) > ANONYMOUS_BODY_LIMIT
        # The account is looked up for long bodies only: reading needs no session.
        if is_long and not (leads_to_admin(request) and request.user.is_authenticated):
            message = _("Votre envoi est trop volumineux.")
            return HttpResponse(message, status=413, content_type="text/plain; charset=utf-8")
        return self.get_response(request)
