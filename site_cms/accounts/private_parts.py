"""Passwords that open a part of the site are guessed no longer than those of accounts."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpResponseRedirect
from django.shortcuts import render

from site_cms.accounts.devices import remember
from site_cms.accounts.guesses import PRIVATE, Guess

TOO_MANY = 429


def guarded(view: Callable, kind: str) -> Callable:
    """Return a view that takes a password for a restriction, the first thing its address names."""

    @wraps(view)
    def guarded_view(request, *args, **kwargs):
        if request.method != "POST":
            return view(request, *args, **kwargs)
        part = f"{kind}:{[*args, *kwargs.values()][0]}"
        guess = Guess(request, PRIVATE, part)
        if not guess.is_allowed():
            return render(request, "site_cms/lockout.html", status=TOO_MANY)
        response = view(request, *args, **kwargs)
        # The right password leads on; after a wrong one the form comes again.
        if isinstance(response, HttpResponseRedirect):
            guess.was_right()
            remember(request, response, part)
        return response

    return guarded_view
