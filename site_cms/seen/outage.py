"""What is answered when something the site stands on is gone: the database, or room for files.

The last copy of a page, where there is one; else what the mirror has of it; else a page that asks
nothing of anybody. Whatever was sent lies in it, whole, with a button that sends it again. It is
the handler of errors, so it hears of whatever failed, wherever that was.
"""

import sys
from http import HTTPStatus

from django.conf import settings
from django.http import HttpResponse, HttpResponseServerError, JsonResponse
from django.utils import translation
from django.utils.translation import gettext as _

from site_cms.database.troubles import says_away, says_full
from site_cms.mirror.giving import from_mirror
from site_cms.models.forms import is_cross_site
from site_cms.public.views import plain
from site_cms.seen.overdue import RequestTooLong
from site_cms.web.page_cache import LIFEBOAT

UNAVAILABLE, FULL = HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.INSUFFICIENT_STORAGE
# Seconds; a database that restarts takes less.
_HEADERS = {"Retry-After": "20", "Cache-Control": "no-store"}
# What is sent from a field of this name is not written into a page.
_SECRET = "password"  # noqa: S105 (a name)


def server_error(request):
    status = _status_for(sys.exc_info()[1])
    copy = getattr(request, "_last_copy", None)
    if status == UNAVAILABLE and copy and copy.was_fresh(LIFEBOAT):
        return copy.answer(request)
    if status == UNAVAILABLE and (mirrored := from_mirror(request)):
        return mirrored
    if status is None:
        return HttpResponseServerError(plain("500.html", request))
    if _is_upload(request) or not request.accepts("text/html"):
        return _for_scripts(request, status)
    sent = _sent(request)
    more = {"has_files": bool(sent and request.FILES), "enctype": request.content_type}
    html = plain(f"{status.value}.html", request, sent=sent, **more)
    return HttpResponse(html, status=status, headers=_HEADERS)


def _status_for(error):
    if says_full(error):
        return FULL
    return UNAVAILABLE if says_away(error) or isinstance(error, RequestTooLong) else None


def _sent(request) -> list[tuple[str, str]]:
    """Return the fields of a form that was not received; a password is typed again."""
    if request.method != "POST" or is_cross_site(request):
        return []
    try:
        fields = [(name, value) for name, values in request.POST.lists() for value in values]
    except Exception:
        return []  # It could not be read.
    return [] if any(_SECRET in name.lower() for name, _value in fields) else fields


def _is_upload(request):
    """Whether files are dropped on a screen, whose script shows a reason only if all went well."""
    match = request.resolver_match
    return bool(match) and match.view_name.endswith(":add_multiple") and request.method == "POST"


def _for_scripts(request, status):
    """Answer a script: the editor's, which saves as one types, and shows why it did not.

    It goes on trying, and shows words of ours only for errors of a kind that it knows.
    """
    language = translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
    with translation.override(language):
        said = (
            _("L’espace de stockage du site est plein\u00a0: rien n’est enregistré.")
            if status == FULL
            else _("Le site ne peut rien enregistrer pour le moment.")
        )
        stays = _("Votre texte reste dans cette page\u00a0: ne la fermez pas.")
    told = {"error_code": "validation_error", "error_message": f"{said} {stays}"}
    status = HTTPStatus.OK if _is_upload(request) else status
    return JsonResponse({"success": False, **told}, status=status, headers=_HEADERS)
