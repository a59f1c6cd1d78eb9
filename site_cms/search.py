"""What a reader's search finds."""

import re

from wagtail.models import Page

from site_cms.models import PublicPageQuerySet
from site_cms.models.pages import restricted

QUERY_LIMIT = 200
_NOT_WORDS = re.compile(r"[^\w\s’'-]+")


def clean_query(text: str) -> str:
    """Return the words of a query: engines give meaning to punctuation, readers do not."""
    return " ".join(_NOT_WORDS.sub(" ", text[:QUERY_LIMIT]).split())


def search_pages(query: str, locale_id: int):
    """Return the public pages of one language that match, best first; empty for no words."""
    words = clean_query(query)
    if not words:
        return Page.objects.none()
    pages = PublicPageQuerySet(Page).live().public().filter(locale_id=locale_id)
    # The engines know no subqueries, so not visible(): aliases of private pages are named.
    private = Page.objects.filter(restricted("alias_of__path")).values_list("pk", flat=True)
    return pages.exclude(pk__in=list(private)).search(words)
