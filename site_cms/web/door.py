"""The door of the admin: `within_admin` puts it before every view of the URLs it is given.

Outside the door nobody reads (rights/reader.py), no script has a nonce (web/scripts.py), and no
act is a transaction. Where the admin is, site_cms/urls.py alone says.
"""

from functools import cache, wraps

from django.core.exceptions import BadRequest, PermissionDenied
from django.db import transaction
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.datastructures import MultiValueDictKeyError
from wagtail.admin.auth import permission_denied
from wagtail.utils.urlpatterns import decorate_urlpatterns

from site_cms.accounts.factors import must_add_factor
from site_cms.accounts.sessions import note_act
from site_cms.admin.trace import group_rights_traced, note_export
from site_cms.database.stored import files_of_the_act
from site_cms.rights.reader import read_by, reading
from site_cms.rights.table import may_open
from site_cms.templatetags.script_tags import no_scripts, scripts_of
from site_cms.web.made_up import refuse_made_up
from site_cms.web.scripts import under_admin_policy
from site_cms.words.cells import harmless_export

SAFE_METHODS = ("GET", "HEAD", "OPTIONS")


def within_admin(patterns: list) -> list:
    """Return the URL patterns, each view of them, however deep, behind the door."""
    return decorate_urlpatterns(patterns, behind_the_door)


def leads_to_admin(request) -> bool:
    """Say whether an address is the admin's, to what must know before it is resolved."""
    return request.path.startswith(_prefix())


@cache
def _prefix() -> str:
    return reverse("wagtailadmin_home")


def behind_the_door(view):
    """Ask the table of admin URLs, then let the view act as a whole.

    An answer of the table's own goes out as it is. Visitors are left to Wagtail, which sends them
    to the login page. The screens of the account itself (accounts/screens.py) are open without a
    second factor, which is added there, and no transaction.
    """

    is_account_screen = getattr(view, "is_account_screen", False)

    @wraps(view)
    def guarded(request, *args, **kwargs):
        scripts_of(request)
        if request.user.is_authenticated:
            note_act(request)
            if not is_account_screen and must_add_factor(request.user):
                return _first_a_factor(request)
            read_by(request)
            answer = _ask_the_table(request, args, kwargs)
            if answer is not True:
                return answer or permission_denied(request)
            refuse_made_up(request)
        if is_account_screen:
            return view(request, *args, **kwargs)
        response = _act(view, request, args, kwargs)
        note_export(request, response)
        return under_admin_policy(request, harmless_export(request, response))

    guarded.is_behind_the_door = True
    return guarded


def _first_a_factor(request):
    """Open nothing to an account without a second factor: it adds one, and goes on."""
    if request.headers.get("x-requested-with") == "XMLHttpRequest":
        raise PermissionDenied
    return redirect("account_access")


def _ask_the_table(request, args, kwargs):
    # What the admin has no name for (its pages that are not found) has the empty one.
    name = request.resolver_match.view_name if request.resolver_match.url_name else ""
    return may_open(request, name, {**dict(enumerate(args)), **kwargs})


def _act(view, request, args, kwargs):
    """Let page, revision, log and index be written together, or not at all."""
    try:
        if request.method in SAFE_METHODS:
            return view(request, *args, **kwargs)
        with files_of_the_act(), transaction.atomic(), group_rights_traced(request):
            return view(request, *args, **kwargs)
    except MultiValueDictKeyError as error:
        # A field that every form of the admin sends was left out.
        raise BadRequest from error


class OutsideTheDoorMiddleware:
    """Let every request begin with no reader and no nonce, and end so.

    A preview is a request within a request of the admin, and shows what the public will read.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        with reading(), no_scripts():
            return self.get_response(request)
