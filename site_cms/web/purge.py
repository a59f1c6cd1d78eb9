"""A publication purges what it changed from the caches in front (settings.WAGTAILFRONTENDCACHE).

A page that stands for itself, an article say, is named with all that surely shows it: its versions
and its former address, with and without the slash; the pages above it, those it names and those
that name it; the first level of the site; feeds, calendars, search, data, API, its part of the
sitemap. Whatever else changes, a menu, a theme, a setting, a right, shows where nobody can list:
then everything is purged. What shows a page besides these is as old as a shared cache may keep it,
a minute.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from functools import cache
from itertools import groupby
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import OneToOneField, Q
from django.urls import NoReverseMatch, get_resolver, reverse
from django.utils import timezone, translation
from modelcluster.fields import ParentalKey
from wagtail.contrib.frontend_cache.utils import PurgeBatch, get_backends
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, ReferenceIndex, Site
from wagtail.signals import page_slug_changed, post_page_move

from site_cms.open_data.datasets import datasets
from site_cms.open_data.views import file_path, formats_of
from site_cms.public.screens import addresses
from site_cms.public.sitemaps import SPAN
from site_cms.publications.what_counts import public_change
from site_cms.rights.boundary import way_to
from site_cms.tasks.work import beside

from .front_caches import NotPurged

# Until then a process may give its last copy (half a second until it looks, one while another
# renders): a cache that asks again before would keep that.
SEEN_BY_ALL = timedelta(seconds=2)
# The home pages, and those that stand in the menu.
FIRST_LEVELS = (2, 3)
MOST_LINKED = 200
# Follows from pages and documents; the screen of search is named with each page.
_SEARCH = {"searchentry", "searchentry_linked_documents", "searchshelf", "searchterm", "searchword"}


@beside(repeats=True)
def purge(urls, page=None, everything=False):
    """Tell every cache in front what no longer holds."""
    told = shown_by(urls, page)
    if everything:
        told.update(f"{base}/*" for base in _bases())
    failures = list(_failures(told))
    if failures:
        raise NotPurged("; ".join(failures))


def shown_by(urls, page=None) -> set[str]:
    """Return all addresses that surely show a change of a page, or of what these addresses are."""
    batch = PurgeBatch(urls)
    if page:
        _add_what_shows(batch, **page)
    batch.add_pages(Page.objects.live().filter(depth__in=FIRST_LEVELS).order_by("path"))
    batch.add_urls(_beside_pages())
    return batch.urls


def _has_caches() -> bool:
    return bool(settings.WAGTAILFRONTENDCACHE)


# Tasks that are told of each change, with the same arguments, where they are wanted.
listeners: list[tuple[Callable[[], bool], object]] = [(_has_caches, purge)]


def _wanted() -> list:
    return [task for is_wanted, task in listeners if is_wanted()]


def purge_changed(sender, instance=None, **kwargs):
    """Put down what a change owes to the caches; once for each page in a transaction."""
    if not _wanted() or sender._meta.model_name in _SEARCH:
        return
    page = _page_of(instance)
    if isinstance(instance, Redirect):
        _put_down(_leading(instance))
    elif page and page.depth > max(FIRST_LEVELS) and page.is_leaf():
        if _is_first(page.pk):
            told = {"key": page.pk, "path": page.path, "group": str(page.translation_key)}
            _put_down(_own(page), page=told)
    elif _is_first("*"):
        _put_down(_own(page) if page else [], everything=True)


def purge_former(sender, instance, instance_before=None, url_path_before="", **kwargs):
    """Put down the former address of a page that was renamed or moved."""
    if _wanted():
        before = instance_before or Page(url_path=url_path_before, locale=instance.locale)
        _put_down(_own(before), everything=not instance.is_leaf())


def connect():
    public_change.connect(purge_changed)
    page_slug_changed.connect(purge_former)
    post_page_move.connect(purge_former)


def _put_down(urls, **what):
    for task in _wanted():
        task.using(run_after=timezone.now() + SEEN_BY_ALL).enqueue(list(urls), **what)


class _Mark:
    """Stands in a transaction's list of what follows it: put down already."""

    def __init__(self, name):
        self.name = name

    def __call__(self):
        pass


def _is_first(name) -> bool:
    marks = [entry[1] for entry in transaction.get_connection().run_on_commit]
    names = {mark.name for mark in marks if isinstance(mark, _Mark)}
    if names & {name, "*"}:
        return False
    transaction.on_commit(_Mark(name))
    return True


def _page_of(instance) -> Page | None:
    """Return the page that an object is, or is a part of."""
    if instance is None or isinstance(instance, Page):
        return instance
    for field in instance._meta.concrete_fields:
        is_part = isinstance(field, ParentalKey | OneToOneField) and not field.primary_key
        if is_part and issubclass(field.related_model, Page):
            return getattr(instance, field.name)
    return None


# --- Addresses --------------------------------------------------------------------------------


def _own(page) -> list[str]:
    url = page.get_full_url()
    return _both(url) if url else []


def _both(url) -> list[str]:
    """An address, with the slash and without."""
    return [url, url.rstrip("/")] if url.endswith("/") else [url, f"{url}/"]


def _leading(redirect) -> list[str]:
    bases = [redirect.site.root_url] if redirect.site else _bases()
    return [url for base in bases for url in _both(base + redirect.old_path)]


def _bases() -> list[str]:
    return [site.root_url for site in Site.objects.order_by("pk")]


def _add_what_shows(batch, key, path, group):
    own = list(Page.objects.filter(Q(pk=key) | Q(alias_of=key) | Q(translation_key=group)))
    for page in own:
        batch.add_urls(_own(page))
        batch.add_urls(base + each for base in _bases() for each in _of_one(page))
    paths = {path, *(page.path for page in own)}
    above = {above for path in paths for above in way_to(path)[:-1]}
    shown_on = Q(path__in=above) | Q(pk__in=_linked(own))
    batch.add_pages(Page.objects.live().filter(shown_on, depth__gt=1).order_by("path"))


def _linked(pages) -> set[int]:
    """The keys of the pages that some pages name, or that name them."""
    pages_only = {"to_content_type": ContentType.objects.get_for_model(Page)}
    found = set()
    for page in pages:
        named = ReferenceIndex.get_references_for_object(page).filter(**pages_only)
        found.update(named.values_list("to_object_id", flat=True)[:MOST_LINKED])
        naming = ReferenceIndex.get_references_to(page)
        found.update(naming.values_list("object_id", flat=True)[:MOST_LINKED])
    return {int(key) for key in found if str(key).isdigit()}


def _of_one(page) -> list[str]:
    """The paths of one page in the API and in the sitemap."""
    part = [page.content_type.app_label, str(page.pk // SPAN)]
    return [reverse("api:pages:detail", args=[page.pk]), reverse("sitemap_section", args=part)]


def _beside_pages() -> Iterator[str]:
    """Every address that is no page of the tree and says something of them, in each language."""
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            paths = [*_plain_paths(code), *_paths_of_data(), reverse("api:pages:listing")]
            paths += [reverse(name, args=args) for name, args in addresses()]
        yield from (base + path for base in _bases() for path in paths)


@cache
def _plain_paths(_language) -> tuple[str, ...]:
    """The public addresses without arguments: feeds, calendars, search, the list of sitemaps…"""
    names = {name for name in get_resolver().reverse_dict if isinstance(name, str)}
    paths = filter(None, map(_path_of, sorted(names)))
    return tuple(path for path in paths if not path.startswith(reverse("wagtailadmin_home")))


def _path_of(name):
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def _paths_of_data():
    for dataset in datasets().values():
        for kind in formats_of(dataset):
            yield file_path(dataset.slug, kind)
    for kind in ("jsonld", "ttl"):
        yield reverse("open_data_catalogue", args=[kind])


# --- Telling ----------------------------------------------------------------------------------


def _failures(urls: Iterable[str]) -> Iterator[str]:
    """Tell the caches, each whatever the others answer; yield what went wrong."""
    backends = get_backends().values()
    for host, group in groupby(sorted(urls), key=_host):
        told = list(group)
        for backend in backends:
            if not backend.invalidates_hostname(host.partition(":")[0]):
                continue
            try:
                backend.purge_batch(told)
            except Exception as error:
                yield str(error) if isinstance(error, NotPurged) else type(error).__name__


def _host(url):
    return urlsplit(url).netloc
