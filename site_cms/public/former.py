"""Which page an address led to, before a page on its way was renamed or moved.

From the home page down, slug by slug: by the page that stands there, or else by those that did.
Each step takes a slug off the address, so no chain of renamings turns in circles, and a page that
is there goes before one that was.
"""

import re
from collections.abc import Iterator
from itertools import combinations, islice

from django.urls import reverse
from wagtail.models import Page

from site_cms.models import FormerPlace, visible_pages
from site_cms.models.addresses import true_url_path
from site_cms.public.routing import site_tree

DEEPEST = 20
PLACES_LIMIT = 100
# Pages that the same address may have led to.
TRIED = 10
_SLUG = re.compile(r"[-\w]+")


def former_page(request, path: str) -> Page | None:
    """Return the public page that an address led to, with its present address."""
    slugs = _slugs(path)
    places = _places(slugs)
    tree = places and site_tree(request, slugs)
    if not tree:
        return None
    for page in islice(_Walk(slugs, places).pages(tree.root, 0), TRIED):
        if found := visible_pages().filter(pk=page.pk).first():
            found.url_path = true_url_path(found)
            return found
    return None


def _slugs(path) -> list[str]:
    """The parts of the address below the home page; none where they cannot be those of a page."""
    below = path.removeprefix(reverse("wagtail_serve", args=[""]))
    slugs = [slug for slug in below.split("/") if slug]
    is_likely = len(slugs) <= DEEPEST and all(map(_SLUG.fullmatch, slugs))
    return slugs if is_likely else []


def _places(slugs) -> list[FormerPlace]:
    """The former places that may be on the way, the last that was left first."""
    if not slugs:
        return []
    runs = {"/".join(slugs[start:end]) for start, end in combinations(range(len(slugs) + 1), 2)}
    found = FormerPlace.objects.filter(slugs__in=runs).select_related("page")
    return list(found.order_by("-pk")[:PLACES_LIMIT])


class _Walk:
    """The ways down an address, each place met once."""

    def __init__(self, slugs, places):
        self._slugs, self._places = slugs, places
        self._met = set()

    def pages(self, page: Page, taken: int) -> Iterator[Page]:
        """Yield the pages that the rest of the address leads to from here, the likeliest first."""
        if (page.pk, taken) in self._met:
            return
        self._met.add((page.pk, taken))
        if taken == len(self._slugs):
            yield page
            return
        for below, slugs in self._next(page, taken):
            yield from self.pages(below, taken + slugs)

    def _next(self, page, taken):
        children = Page.objects.filter(depth=page.depth + 1, path__startswith=page.path)
        if child := children.filter(slug=self._slugs[taken]).first():
            yield child, 1
        for place in self._places:
            slugs = place.slugs.split("/")
            here = self._slugs[taken : taken + len(slugs)]
            if place.parent_id == page.pk and slugs == here:
                yield place.page, len(slugs)
