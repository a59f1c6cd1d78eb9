"""What is refused before anybody asks what it is for."""

from urllib.parse import unquote_plus

from django.http import HttpResponse, HttpResponseNotAllowed
from django.utils.translation import gettext as _

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

    Databases refuse both with an exception, deep inside whatever happens to look them up.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        # From the server's own words: no answer depends on this look at the query.
        query = unquote_plus(request.environ.get("QUERY_STRING", ""), errors="surrogateescape")
        if any(char == "\0" or "\ud800" <= char <= "\udfff" for char in request.path + query):
            return not_found(request)
        return self.get_response(request)


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
