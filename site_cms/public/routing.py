"""From an address to a page in three queries, with all that navigation needs on the way.

Wagtail's own routing asks twice per path component, and menus, breadcrumb and view restrictions
ask again. Here one query brings the language roots, the first level of the site and the pages
whose slugs stand in the address, with what translates them; everything else is read from it.
"""

from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Exists, OuterRef, Q
from django.http import Http404
from django.utils import translation
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.url_routing import RouteResult

from site_cms.models import BasePage, is_online

# First-level pages, namesakes of the address and private parts together; private parts first,
# so that a site with more than this many pages could lose a page, never open one.
CANDIDATE_LIMIT = 500


@dataclass
class SiteTree:
    """The part of the tree one request needs.

    root: the home page of the active language. trail: the pages of the address after the root,
    as far as they exist. children: the live first-level pages of that language. roots: the live
    home pages of all languages. private_paths: where the private parts of the whole tree begin.
    twins: the public pages of all languages that translate the trail's, by translation key.
    """

    root: Page
    trail: list[Page] = field(default_factory=list)
    children: list[Page] = field(default_factory=list)
    roots: list[Page] = field(default_factory=list)
    private_paths: list[str] = field(default_factory=list)
    twins: dict[UUID, list[Page]] = field(default_factory=dict)

    @property
    def menu(self) -> list[Page]:
        return [page for page in self.children if page.show_in_menus and not self.is_private(page)]

    @property
    def is_open(self) -> bool:
        """Whether no view restriction stands on the way (aliases ask Wagtail itself)."""
        pages = [self.root, *self.trail]
        return not any(self.is_private(page) or page.alias_of_id for page in pages)

    def translations(self, page) -> list[Page]:
        """Return the public versions of the root or a page of the trail, one a language."""
        return self.twins.get(page.translation_key, [])

    def nearest(self, language_code: str) -> Page | None:
        """Return the deepest page on the way here that can be read in that language."""
        for page in (*reversed(self.trail), self.root):
            for twin in self.translations(page):
                if twin.locale.language_code == language_code:
                    return twin
        return None

    def is_private(self, page) -> bool:
        """Whether a view restriction stands on the page or above it."""
        return any(page.path.startswith(path) for path in self.private_paths)


def site_tree(request, components: list[str] | None = None) -> SiteTree | None:
    """Return the request's tree, loading it once; None where the language has no live site."""
    if not hasattr(request, "_site_tree"):
        if components is None:
            components = [part for part in request.path_info.split("/") if part]
        request._site_tree = _load(request, components)
    return request._site_tree


def route(request, path: str) -> RouteResult | None:
    """Return what Wagtail's `Page.route_for_request` would, and leave it where Wagtail looks."""
    components = [part for part in path.split("/") if part]
    tree = site_tree(request, components)
    request._wagtail_route_for_request = tree and _route_in(tree, request, components)
    return request._wagtail_route_for_request


def _load(request, components):
    site = Site.find_for_request(request)
    if not site:
        return None
    top = site.root_page
    restrictions = PageViewRestriction.objects.filter(page=OuterRef("pk"))
    namesakes = Page.objects.filter(depth__gt=top.depth, slug__in=components)
    pages = (
        Page.objects.annotate(begins_private=Exists(restrictions))
        .filter(
            Q(translation_key=top.translation_key)
            | Q(depth=top.depth + 1, live=True)
            # The pages of the address, and what translates them.
            | Q(translation_key__in=namesakes.values("translation_key"))
            # A list, though the same as `begins_private`: that would be asked for every page.
            | Q(pk__in=PageViewRestriction.objects.values("page"))
        )
        .select_related("locale")
        .order_by("-begins_private", "path")
    )
    pages = list(pages[:CANDIDATE_LIMIT])
    online = [page for page in pages if is_online(page)]
    language = translation.get_language()
    roots = [page for page in online if page.translation_key == top.translation_key]
    root = next((page for page in roots if page.locale.language_code == language), None)
    if not root:
        return None
    children = [page for page in online if _is_child(page, root)]
    trail = _trail(root, pages, components)
    private = [page.path for page in pages if page.begins_private]
    tree = SiteTree(root, trail, children, roots, private)
    for page in online:
        if not page.alias_of_id and not tree.is_private(page):
            tree.twins.setdefault(page.translation_key, []).append(page)
    return tree


def _trail(root, pages, components):
    trail = []
    parent = root
    for slug in components:
        parent = next((p for p in pages if p.slug == slug and _is_child(p, parent)), None)
        if not parent:
            break
        trail.append(parent)
    return trail


def _is_child(page, parent):
    return page.depth == parent.depth + 1 and page.path.startswith(parent.path)


def _route_in(tree, request, components):
    target = tree.trail[-1] if tree.trail else tree.root
    model = target.specific_class
    if model is None or not is_online(target):
        return None
    relations = model.detail_relations if issubclass(model, BasePage) else ()
    page = model.objects.select_related(*relations).get(pk=target.pk)
    page.locale = target.locale
    page.routed_in_public = tree.is_open
    try:
        return page.route(request, components[len(tree.trail) :])
    except Http404:
        return None
