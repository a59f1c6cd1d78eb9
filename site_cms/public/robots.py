"""What search engines are told about the site as a whole."""

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpResponse
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_safe
from wagtail.models import Site


@require_safe
def robots_txt(request):
    """Open the site to engines in production, all but what is not for them; close any other."""
    root = _root_of(request)
    if not settings.OPEN_TO_SEARCH_ENGINES or root is None:
        lines = ["User-agent: *", "Disallow: /"]
    else:
        closed = [reverse("wagtailadmin_home"), "/_util/", *_search_addresses()]
        lines = [
            "User-agent: *",
            *(f"Disallow: {path}" for path in closed),
            "",
            f"Sitemap: {root}{reverse('sitemap')}",
        ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def _root_of(request) -> str | None:
    """Return the address of the site, as the database has it, or as the request does without."""
    try:
        site = Site.find_for_request(request)
    except (OperationalError, InterfaceError):
        return f"{request.scheme}://{request.get_host()}"
    return site.root_url if site else None


def _search_addresses():
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            yield reverse("search")


class ClosedToEnginesMiddleware:
    """Keep whatever is not the public's site out of search engines, page by page.

    robots.txt keeps robots from reading, not from listing an address that others link to.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if not settings.OPEN_TO_SEARCH_ENGINES:
            response.headers["X-Robots-Tag"] = "noindex"
        return response
