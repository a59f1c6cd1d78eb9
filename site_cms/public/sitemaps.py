"""sitemap.xml: an index of files of bounded size, a series for each room.

A page's key alone decides the file it stands in, so that a page stays in its file for good and a
new one changes only the last. Each type of page costs a query or two, however many there are.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from urllib.parse import urljoin
from xml.sax.saxutils import escape, quoteattr

from django.core.files.storage import default_storage
from django.db.models import ExpressionWrapper, F, FilteredRelation, IntegerField, Max, Q
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone, translation
from django.views.decorators.http import require_safe
from wagtail.models import Site

from site_cms.models import page_types
from site_cms.public.routing import site_tree
from site_cms.public.screens import addresses
from site_cms.public.share_pictures import SHARE_IMAGE
from site_cms.words.french import is_french

# Keys to a file, so pages at most: the protocol allows 50,000, and 50 MB.
SPAN = 2_000
# The name of the file that lists no pages of a room.
SCREENS_FILE = "donnees"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_EXTENSIONS = (
    'xmlns:xhtml="http://www.w3.org/1999/xhtml" '
    'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'
)


@dataclass(frozen=True)
class Entry:
    """A public page as a sitemap tells of it."""

    key: int
    group: str
    language: str
    address: str
    changed: datetime | None
    picture: str


@require_safe
def index(request):
    """List the files there are, each with the day its last page was published."""
    base, roots = _roots(request)
    number = ExpressionWrapper(F("id") / SPAN, output_field=IntegerField())
    files = {}
    for model in page_types():
        chunks = _pages(model, roots).annotate(number=number).order_by().values_list("number")
        for key, changed in chunks.annotate(changed=Max("last_published_at")):
            name = (model._meta.app_label, key)
            files[name] = max(filter(None, (files.get(name), changed)), default=None)
    files[SCREENS_FILE, 0] = None
    items = (
        f"<sitemap><loc>{_address(base, name)}</loc>{_lastmod(changed)}</sitemap>\n"
        for name, changed in sorted(files.items())
    )
    return _xml(f"<sitemapindex {_NAMESPACE}>\n", items, "</sitemapindex>\n")


@require_safe
def screens(request):
    """List what is no page of the tree and for everybody all the same, such as the open data."""
    base, roots = _roots(request)
    codes = [root[3] for root in roots]
    entries = [
        Entry(0, name + "".join(given), code, base + _screen(name, given, code), None, "")
        for name, given in addresses()
        for code in codes
    ]
    items = (
        _url(entry, [twin for twin in entries if twin.group == entry.group]) for entry in entries
    )
    return _xml(f"<urlset {_NAMESPACE} {_EXTENSIONS}>\n", items, "</urlset>\n")


def _screen(name, given, code):
    with translation.override(code):
        return reverse(name, args=given)


@require_safe
def section(request, room, number):
    """List the pages of one room whose keys lie in one span, each with its translations."""
    if (room, number) == (SCREENS_FILE, "0"):
        return screens(request)
    base, roots = _roots(request)
    keys = range(int(number) * SPAN, (int(number) + 1) * SPAN)
    models = [model for model in page_types() if model._meta.app_label == room]
    entries = [entry for model in models for entry in _entries(model, base, roots, keys)]
    if not any(entry.key in keys for entry in entries):
        raise Http404
    entries.sort(key=attrgetter("group", "key"))
    items = (
        _url(entry, translations)
        for _key, group in groupby(entries, key=attrgetter("group"))
        for entry, translations in _own(list(group), keys)
    )
    return _xml(f"<urlset {_NAMESPACE} {_EXTENSIONS}>\n", items, "</urlset>\n")


# --- What the database says -----------------------------------------------------------------------


def _roots(request):
    """The address of the site, and the home pages of the languages one can read."""
    tree = site_tree(request, [])
    if tree is None:
        raise Http404
    return Site.find_for_request(request).root_url, [
        (root.path, root.url_path, root.get_full_url(request), root.locale.language_code)
        for root in tree.roots
    ]


def _pages(model, roots):
    """The pages of one type that engines may show; an alias repeats what stands elsewhere."""
    under = Q()
    for path, *_rest in roots:
        under |= Q(path__startswith=path)
    return model.objects.indexable().filter(under, alias_of=None).order_by()


def _entries(model, base, roots, keys) -> Iterable[Entry]:
    """The pages of the file, and those of other files that translate them."""
    pages = _pages(model, roots)
    own = list(_read(pages.filter(id__gte=keys.start, id__lt=keys.stop), base, roots))
    yield from own
    if len(roots) > 1 and own:
        # By their keys, not by a subquery: PostgreSQL would compare every page with every other.
        twins = pages.filter(translation_key__in=[entry.group for entry in own])
        yield from _read(twins.exclude(id__gte=keys.start, id__lt=keys.stop), base, roots)


def _read(pages, base, roots) -> Iterable[Entry]:
    # Only pictures that were made: they are, when the page is first shown.
    picture = FilteredRelation(
        "image__renditions", condition=Q(image__renditions__filter_spec=SHARE_IMAGE)
    )
    rows = pages.annotate(picture=picture).values_list(
        "id", "translation_key", "path", "url_path", "numchild", "last_published_at",
        "picture__file",
    )  # fmt: skip
    for key, group, path, url_path, children, published, file in rows:
        root = next(root for root in roots if path.startswith(root[0]))
        yield Entry(
            key=key,
            group=str(group),
            language=root[3],
            address=root[2] + url_path[len(root[1]) :],
            # A page with others below it shows them: when it last changed, nobody wrote down.
            changed=None if children else published,
            picture=urljoin(base, default_storage.url(file)) if file else "",
        )


def _own(group, keys):
    """The entries of the file, each once, with the translations of one page."""
    # Pictures of several focal points give several rows.
    group = list({entry.key: entry for entry in group}.values())
    return [(entry, group) for entry in group if entry.key in keys]


# --- What the file says ---------------------------------------------------------------------------


def _url(entry, translations):
    links = _alternates(translations) if len(translations) > 1 else ""
    picture = f"<image:image><image:loc>{escape(entry.picture)}</image:loc></image:image>"
    return (
        f"<url><loc>{escape(entry.address)}</loc>{_lastmod(entry.changed)}"
        f"{links}{picture if entry.picture else ''}</url>\n"
    )


def _alternates(translations):
    """The page in each language; whoever speaks none of them gets the main one."""
    named = [(entry.language, entry) for entry in translations]
    main = [("x-default", entry) for code, entry in named if is_french(code)]
    return "".join(
        f'<xhtml:link rel="alternate" hreflang="{code}" href={quoteattr(entry.address)}/>'
        for code, entry in named + main
    )


def _lastmod(instant):
    if instant is None:
        return ""
    return f"<lastmod>{timezone.localtime(instant).isoformat(timespec='seconds')}</lastmod>"


def _address(base, name):
    return escape(base + reverse("sitemap_section", args=name))


def _xml(begin, items, end):
    # No Last-Modified: a page taken offline changes the file without a date. The ETag tells.
    content = "".join([_HEAD, begin, *items, end])
    return HttpResponse(content, content_type="application/xml; charset=utf-8")
