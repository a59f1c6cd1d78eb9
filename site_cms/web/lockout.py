"""Passwords that open a part of the site to readers are guessed no longer than those of accounts.

django-axes counts wrong passwords by name and address; such a part of the site gets a name that no
account can have. Private parts only: accounts need nothing but the AXES_* settings.
"""

from collections.abc import Callable
from functools import wraps

from axes.handlers.proxy import AxesProxyHandler
from axes.helpers import get_lockout_response
from django.http import HttpResponseRedirect


def guarded(view: Callable, kind: str) -> Callable:
    """Return a view that takes a password for a restriction, the first thing its address names."""

    @wraps(view)
    def guarded_view(request, *args, **kwargs):
        if request.method != "POST":
            return view(request, *args, **kwargs)
        key = [*args, *kwargs.values()][0]
        credentials = {"username": f"{kind}:{key}"}
        if not AxesProxyHandler.is_allowed(request, credentials):
            return get_lockout_response(request, credentials=credentials)
        response = view(request, *args, **kwargs)
        # The right password leads on; after a wrong one the form comes again.
        if not isinstance(response, HttpResponseRedirect):
            AxesProxyHandler.user_login_failed(__name__, credentials, request)
        return response

    return guarded_view
