"""The nonce with which an inline script of the admin may run: see web/scripts.py."""

from contextlib import contextmanager
from contextvars import ContextVar

from django import template
from django.http import HttpRequest
from django.utils.html import format_html

register = template.Library()
# The request being answered in the admin: forms are rendered without one.
_request: ContextVar[HttpRequest | None] = ContextVar("scripts", default=None)


@contextmanager
def no_scripts():
    """Give no nonce to anything, until `scripts_of` names a request."""
    before = _request.set(None)
    try:
        yield
    finally:
        _request.reset(before)


def scripts_of(request):
    """Give the nonce of this request's answer to the scripts of templates from here on."""
    _request.set(request)


@register.simple_tag
def script_nonce():
    """Write the attribute; outside the admin, nothing: public pages have no inline script."""
    request = _request.get()
    return format_html(' nonce="{}"', request.csp_nonce) if request else ""
