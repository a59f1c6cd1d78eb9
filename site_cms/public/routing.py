"""From an address to a page in two queries, with all that navigation needs on the way.

Wagtail's own routing asks twice per path component, and menus, breadcrumb and view restrictions
ask again. Here the frame of the site (home pages, first level, private parts) is read once per
publication, and one query brings the pages whose slugs stand in the address, with what translates
them; everything else is read from these.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Q
from django.http import Http404
from django.http.request import split_domain_port
from django.utils import translation
from wagtail.models import Page, Site
from wagtail.models.sites import get_site_for_hostname
from wagtail.url_routing import RouteResult

from site_cms.models import BasePage, is_online, private_paths
from site_cms.models.frame import entry_keys
from site_cms.publications.memo import remembered, shared_each

# First-level pages, and namesakes of the address with what translates them.
CANDIDATE_LIMIT = 500


@dataclass(frozen=True)
class Frame:
    """What is the same for all addresses of a site: its home pages and those just below them."""

    top: Page
    pages: tuple[Page, ...]
    private_paths: tuple[str, ...]
    menu: tuple[UUID, ...]
    footer: tuple[UUID, ...]


@dataclass
class SiteTree:
    """The part of the tree one request needs.

    root: the home page of the active language. trail: the pages of the address after the root,
    as far as they exist. children: the live first-level pages of that language. roots: the live
    home pages of all languages. private_paths: where the private parts of the whole tree begin.
    twins: the public pages of all languages that translate the trail's, by translation key.
    above: the section that a screen which is no page belongs to.
    menu_keys, footer_keys: which pages stand there, in order, where somebody has said so.
    """

    root: Page
    trail: list[Page] = field(default_factory=list)
    children: list[Page] = field(default_factory=list)
    roots: list[Page] = field(default_factory=list)
    private_paths: tuple[str, ...] = ()
    twins: dict[UUID, list[Page]] = field(default_factory=dict)
    above: Page | None = None
    menu_keys: tuple[UUID, ...] = ()
    footer_keys: tuple[UUID, ...] = ()

    @property
    def menu(self) -> list[Page]:
        if self.menu_keys:
            return self.first_level(self.menu_keys)
        return [page for page in self.children if page.show_in_menus and not self.is_private(page)]

    def first_level(self, keys: Iterable[UUID]) -> list[Page]:
        """Return the public first-level pages with these translation keys, in their order."""
        known = {page.translation_key: page for page in self.children if not self.is_private(page)}
        return [known[key] for key in keys if key in known]

    @property
    def section(self) -> Page | None:
        """The first-level page that the address is, or is under."""
        return self.trail[0] if self.trail else self.above

    @property
    def is_section(self) -> bool:
        return len(self.trail) == 1

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
    site = site_of(request)
    frame = site and _frame(site.pk)
    if not frame:
        return None
    top, language = frame.top, translation.get_language()
    pages = [*frame.pages, *_named(frame, components)]
    online = [page for page in pages if is_online(page)]
    roots = [page for page in online if page.translation_key == top.translation_key]
    root = next((page for page in roots if page.locale.language_code == language), None)
    if not root:
        return None
    children = [page for page in online if _is_child(page, root)]
    trail = _trail(root, pages, components)
    tree = SiteTree(root, trail, children, roots, frame.private_paths)
    tree.menu_keys, tree.footer_keys = frame.menu, frame.footer
    for page in online:
        if not page.alias_of_id and not tree.is_private(page):
            tree.twins.setdefault(page.translation_key, []).append(page)
    return tree


def site_of(request) -> Site | None:
    """Return the request's site as Wagtail finds it, and leave it where Wagtail looks."""
    if not hasattr(request, "_wagtail_site"):
        # Allowed or not, as Wagtail takes it.
        host = split_domain_port(request._get_raw_host())[0]
        request._wagtail_site = _site_at(host, request.get_port())
    return request._wagtail_site


@remembered
def _site_at(host, port) -> Site | None:
    try:
        return get_site_for_hostname(host, port)
    except Site.DoesNotExist:
        return None


@remembered
def _frame(site_key) -> Frame:
    top = Site.objects.select_related("root_page").get(pk=site_key).root_page
    pages = (
        Page.objects.filter(
            Q(translation_key=top.translation_key) | Q(depth=top.depth + 1, live=True)
        )
        .select_related("locale")
        .order_by("path")
    )
    return Frame(top, tuple(pages[:CANDIDATE_LIMIT]), private_paths(), *entry_keys(site_key))


def _specific(target, model) -> BasePage:
    page = model.objects.select_related(*model.detail_relations).get(pk=target.pk)
    for name in model.shared_relations:
        field, key = model._meta.get_field(name), getattr(page, f"{name}_id")
        one, keys = field.related_model, [key] if key else []
        if found := shared_each(("one", one), keys, one.objects.in_bulk):
            setattr(page, name, found[key])
    return page


def _named(frame: Frame, components) -> Iterable[Page]:
    """Return the pages whose slugs stand in the address, and what translates them."""
    if not components:
        return []
    depths = (frame.top.depth + 1, frame.top.depth + len(components))
    namesakes = Page.objects.filter(slug__in=set(components), depth__range=depths)
    keys = namesakes.order_by().values("translation_key")
    known = {page.pk for page in frame.pages}
    found = Page.objects.filter(translation_key__in=keys).select_related("locale").order_by("path")
    return [page for page in found[:CANDIDATE_LIMIT] if page.pk not in known]


def _trail(root, pages, components):
    trail = []
    for slug in components:
        above = trail[-1] if trail else root
        page = next((p for p in pages if p.slug == slug and _is_child(p, above)), None)
        if not page:
            break
        # It may not have followed yet a page above that was renamed: see tasks/addresses.py.
        if page.url_path != (address := f"{above.url_path}{slug}/"):
            page.url_path = address
        trail.append(page)
    return trail


def _is_child(page, parent):
    return page.depth == parent.depth + 1 and page.path.startswith(parent.path)


def _route_in(tree, request, components):
    target = tree.trail[-1] if tree.trail else tree.root
    model = target.specific_class
    if model is None or not is_online(target):
        return None
    page = _specific(target, model) if issubclass(model, BasePage) else target.specific
    page.locale, page.url_path = target.locale, target.url_path
    page.routed_in_public = tree.is_open
    try:
        return page.route(request, components[len(tree.trail) :])
    except Http404:
        return None
