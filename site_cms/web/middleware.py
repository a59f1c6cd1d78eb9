import re
from json import JSONDecodeError
from traceback import walk_tb
from urllib.parse import unquote_plus

from csp.constants import NONCE, SELF
from django.conf import settings
from django.core.exceptions import BadRequest, ValidationError
from django.db import DataError, transaction
from django.http import HttpResponse
from django.utils import translation
from django.utils.datastructures import MultiValueDictKeyError
from django.utils.translation import gettext as _
from draftjs_exporter.error import ExporterException
from wagtail.admin.auth import permission_denied

from site_cms.admin.trace import group_rights_traced
from site_cms.public.views import not_found
from site_cms.rights.reader import read_by, reading
from site_cms.rights.table import may_open

# A hundred long answers of plain letters, or twenty in which every letter has an accent.
ANONYMOUS_BODY_LIMIT = 1024 * 1024
UNREADABLE = (
    *(AttributeError, LookupError, TypeError, ValueError),
    *(ValidationError, ExporterException),
)
MADE_UP = (MultiValueDictKeyError, OverflowError, RecursionError, DataError, JSONDecodeError)
# The steps in which a form takes in what was sent.
READING = {"value_from_datadict", "initial_form_count", "_construct_form"}
# Python's, Django's and SQLite's words for what is no number.
NO_NUMBER = ("invalid literal for int()", "expected a number but got", "datatype mismatch")
SAFE_METHODS = ("GET", "HEAD", "OPTIONS")
_INLINE_SCRIPT = re.compile(rb"<script(?![^>]*\b(?:src|nonce)=)")


class LanguageFromPathMiddleware:
    """Activate the language of the address: /en/… is English, all else the default language.

    Django's LocaleMiddleware would also add `Vary: Accept-Language` to pages that do not vary.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        language = translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
        translation.activate(language)
        request.LANGUAGE_CODE = language
        response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


class CleanQueryMiddleware:
    """Answer 404 to an address with a NUL byte or a lone surrogate: no page has such an address.

    Databases refuse both with an exception, deep inside whatever happens to look them up.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        query = unquote_plus(request.META.get("QUERY_STRING", ""), errors="surrogateescape")
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
        if is_long and not (request.path.startswith("/admin/") and request.user.is_authenticated):
            message = _("Votre envoi est trop volumineux.")
            return HttpResponse(message, status=413, content_type="text/plain; charset=utf-8")
        return self.get_response(request)


class AdminContentSecurityMiddleware:
    """Let the admin's own inline scripts run, by a nonce, under a policy of its own.

    Wagtail's admin writes inline scripts and styles; public pages and previews have none.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        is_html = response.headers.get("Content-Type", "").startswith("text/html")
        if not request.path.startswith("/admin/") or not is_html or response.streaming:
            return response
        if getattr(request, "is_preview", False):
            return response
        nonce = f'<script nonce="{request.csp_nonce}"'.encode()
        response.content = _INLINE_SCRIPT.sub(nonce, response.content)
        if "Content-Length" in response.headers:
            response.headers["Content-Length"] = len(response.content)
        response._csp_update = {}
        response._csp_replace = {
            "script-src": [SELF, NONCE],
            "style-src": [SELF, "'unsafe-inline'"],
            "img-src": [SELF, "data:", "blob:"],
        }
        return response


class AdminBoundaryMiddleware:
    """Ask the table of admin URLs before every admin view; an answer of its own goes out as it is.

    Visitors are left to Wagtail, which sends them to the login page.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        with reading():
            return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if not request.path.startswith("/admin/") or not request.user.is_authenticated:
            return None
        read_by(request)
        name = request.resolver_match.view_name if request.resolver_match.url_name else ""
        answer = may_open(request, name, {**dict(enumerate(args)), **kwargs})
        if answer is True:
            return None
        return answer or permission_denied(request)


class AdminTransactionMiddleware:
    """Make every act in the admin whole: page, revision, log and index are written together.

    The last middleware, so that whatever refuses a request does so before a transaction begins.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if request.method in SAFE_METHODS or not request.path.startswith("/admin/"):
            return None
        try:
            with transaction.atomic(), group_rights_traced(request):
                return view(request, *args, **kwargs)
        except Exception as error:
            self.process_exception(request, error)
            raise

    def process_exception(self, request, error):
        if request.path.startswith("/admin/") and _is_made_up(error):
            raise BadRequest from error


def _is_made_up(error):
    """Whether no form or link of ours sends what Wagtail failed to read: a number that is none or
    out of bounds, a field left out, or broken where a form is read before it is checked."""
    if isinstance(error, MADE_UP):
        return True
    if any(words in str(error) for words in NO_NUMBER):
        return True
    steps = {frame.f_code.co_name for frame, _line in walk_tb(error.__traceback__)}
    return isinstance(error, UNREADABLE) and bool(steps & READING)
