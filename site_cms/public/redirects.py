"""Where an address that no longer exists leads.

Wagtail keeps the redirects that people write. Looking them up is ours: one query, whatever trackers
stand in the address, and never to what the public may not see. Where pages stood before they were
renamed or moved, the site notes by itself (former.py): what people have written goes first. What
leads nowhere as it was asked for may have been meant otherwise (spelling.py).
"""

from collections.abc import Iterable
from urllib.parse import SplitResult, quote, urlsplit, urlunsplit

from django.conf import settings
from django.db.models import Q
from django.http import HttpResponsePermanentRedirect, HttpResponseRedirect
from django.urls import Resolver404, resolve, reverse
from django.utils import translation
from django.utils.encoding import uri_to_iri
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from site_cms.models import FormerWord, Vocabulary, visible_pages
from site_cms.public.former import former_page
from site_cms.public.spelling import tidied
from site_cms.publications.memo import remembered

NOT_FOUND = 404
BATCH = 500
QUERY_PARTS_LIMIT = 10
# What newsletters, networks and audience measurement add behind any address.
_TRACKERS = ("at_", "mc_", "mtm_", "matomo_", "pk_", "utm_")
_TRACKER_NAMES = {"dclid", "fbclid", "gclid", "igshid", "msclkid", "twclid", "xtor", "yclid"}


class RedirectMiddleware:
    """Send whoever asks for a former address to the present one."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method in ("GET", "HEAD") and (renamed := _renamed(request)):
            return HttpResponsePermanentRedirect(renamed)
        response = self.get_response(request)
        if response.status_code != NOT_FOUND:
            return response
        link, is_permanent = _link(request)
        if not link or _leads_back(link, request):
            return response
        kind = HttpResponsePermanentRedirect if is_permanent else HttpResponseRedirect
        return kind(link)


def _renamed(request) -> str:
    """Return the address with the words that stand for those merged with them, or ""."""
    # By name: of a query that is read as a whole, each one has its own copy of the page.
    is_named = any(each.parameter in request.GET for each in Vocabulary.__subclasses__())
    names = former_words() if is_named else {}
    if not any(set(request.GET.getlist(name)) & now.keys() for name, now in names.items()):
        return ""
    query = request.GET.copy()
    for name, now in names.items():
        if name in query:
            query.setlist(name, dict.fromkeys(now.get(v, v) for v in query.getlist(name)))
    return f"{request.path}?{query.urlencode()}"


@remembered
def former_words() -> dict[str, dict[str, str]]:
    """Return, by the parameter, the word that each merged one is now."""
    found = {}
    for name, slug, now in FormerWord.objects.values_list("parameter", "slug", "now"):
        found.setdefault(name, {})[slug] = now
    return found


def _link(request) -> tuple[str | None, bool]:
    """Return where a request leads, and whether for good."""
    asked = request.get_full_path().partition("?")[0]
    link, is_permanent = _link_at(request, request.path, asked)
    ways = tidied(request.path) if not link and request.method in ("GET", "HEAD") else ()
    for path in ways:
        if link := _link_at(request, path, quote(path))[0] or _present(request, path):
            return link, True
    return link, is_permanent


def _link_at(request, path, encoded):
    """Return where a former address leads, and whether for good."""
    redirect = _find(request, encoded)
    # Redirects made by Wagtail are of times before places were noted.
    is_chosen = redirect and not redirect.automatically_created
    if not is_chosen and (page := former_page(request, path)):
        return _with_query(page.get_url(request), request), True
    if not redirect:
        return None, False
    return _with_query(redirect.link, request, redirect.old_path), redirect.is_permanent


def _present(request, path) -> str | None:
    """Return the address of what stands at a path now."""
    # Uploaded files are called as they were, and no other way is tried to them.
    if path.startswith(settings.MEDIA_URL):
        return None
    targets = Targets([path])
    if page := targets.page_at(path):
        return _with_query(page.get_url(request), request)
    answered = (way for way in (path, f"{path}/") if targets.is_answered(way))
    return next((_with_query(quote(way), request) for way in answered), None)


def _with_query(link, request, old_path="") -> str:
    """Add what was asked besides; to an address of ours only, and not what named the page."""
    parts = split(link)
    if not link or parts.netloc not in ("", request.get_host()):
        return link
    named = {part.removesuffix("=") for part in old_path.partition("?")[2].split("&")}
    asked = request.META.get("QUERY_STRING", "").split("&")
    kept = [part for part in asked if part and part.removesuffix("=") not in named]
    return urlunsplit(parts._replace(query="&".join(filter(None, [parts.query, *kept]))))


def _leads_back(link, request) -> bool:
    """Whether the reader would come back here, and be sent there again, for ever."""
    parts = urlsplit(link)
    return parts.path == request.path and parts.netloc in ("", request.get_host())


def _find(request, path) -> Redirect | None:
    """The redirect of the whole address, or else of its path; of this site before all sites."""
    wanted = _spellings(path, request.META.get("QUERY_STRING", ""))
    public = Q(redirect_page=None) | Q(redirect_page__in=visible_pages())
    found = (
        Redirect.get_for_site(Site.find_for_request(request))
        .filter(public, old_path__in=wanted)
        .select_related("redirect_page")
    )

    def order(redirect):
        return wanted.index(redirect.old_path), redirect.site_id is None

    return min(found, key=order, default=None)


def _spellings(path, query) -> list[str]:
    """The ways the address may have been written down, the most precise first.

    Old systems named a page by one part of the query (spip.php?article12), and went on adding
    others; some programs write "article12=" for it.
    """
    parts = query_parts(query)[:QUERY_PARTS_LIMIT]
    queries = ["&".join(parts), *parts, *(part.removesuffix("=") for part in parts), ""]
    encoded = (
        Redirect.normalise_path(f"{path}?{query}", decode_unicode=False) for query in queries
    )
    both = (spelling for each in encoded for spelling in (uri_to_iri(each), each))
    return list(dict.fromkeys(both))


def query_parts(query: str) -> list[str]:
    """The parts of a query string that may name a page: all but trackers."""
    return [part for part in query.split("&") if part and not _is_tracker(part)]


def _is_tracker(part):
    name = part.partition("=")[0].lower()
    return name in _TRACKER_NAMES or name.startswith(_TRACKERS)


# --- Where a redirect may lead --------------------------------------------------------------------


class Targets:
    """The public pages at some addresses, all found at once, to tell where redirects lead.

    A redirect to a page leads to it wherever it moves. One to an address of ours where there is no
    page would end nowhere, or turn in circles.
    """

    def __init__(self, addresses: Iterable[str]):
        roots = Site.get_site_root_paths()
        self.base = roots[0].root_url if roots else ""
        self._hosts = {urlsplit(root.root_url).netloc for root in roots}
        self._roots = [(_prefix(root.language_code), root.root_path) for root in roots]
        places = {place for address in addresses for place in self._places(address)}
        self._pages = {page.url_path: page for page in _visible_at(sorted(places))}

    def is_ours(self, address: str) -> bool:
        return split(address).netloc in {"", *self._hosts}

    def is_answered(self, address: str) -> bool:
        """Whether something else than a page may stand at an address of ours, as a document."""
        path = urlsplit(address).path
        with translation.override(translation.get_language_from_path(path)):
            try:
                return resolve(path).url_name != "wagtail_serve"
            except Resolver404:
                return False

    def page_at(self, address: str):
        """The page one sees at an address of ours, or None."""
        found = (self._pages.get(place) for place in self._places(address))
        return next(filter(None, found), None)

    def _places(self, address):
        path = split(address).path.rstrip("/") + "/"
        inside = [(root, path.removeprefix(prefix)) for prefix, root in self._roots]
        return [root + rest for root, rest in inside if not rest.startswith("/")]


def split(address: str) -> SplitResult:
    """As urlsplit(); what it cannot read is an address of nobody's."""
    try:
        return urlsplit(address)
    except ValueError:
        return SplitResult("", "[", "", "", "")


def _prefix(language_code):
    with translation.override(language_code):
        return reverse("wagtail_serve", args=[""])


def _visible_at(places):
    for start in range(0, len(places), BATCH):
        yield from visible_pages().filter(url_path__in=places[start : start + BATCH])
