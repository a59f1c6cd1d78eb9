"""Links to pages inside rich text, resolved once for a whole page.

Wagtail asks for the targets of each paragraph apart, as specific pages, and once more for the
language of each: an article with eight links made twenty queries. Here a page about to be shown
gathers the links of all its texts, and one query brings them in the language of the page. A link
to a page the public cannot see keeps its words and loses its address; one to a page that nobody
has translated says its language.
"""

import re
from collections.abc import Iterable, Iterator
from contextvars import ContextVar
from functools import cache

from django.core.signals import request_started
from django.db.models import CharField, Value
from django.utils.html import escape
from django.utils.translation import get_language
from wagtail import hooks
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from site_cms.models import visible_pages
from site_cms.publications.memo import shared_each

_PAGE_LINK = re.compile(r'<a\b(?=[^>]*\blinktype="page")[^>]*\bid="(\d+)"')
# The tags of the links gathered for the page being shown, by the key of the page a link names.
_links: ContextVar[dict[str, str] | None] = ContextVar("links", default=None)
NO_LINK = "<a>"


class PageLinks(PageLinkHandler):
    @classmethod
    def expand_db_attributes_many(cls, attrs_list):
        keys = [str(attrs.get("id", "")) for attrs in attrs_list]
        known = _links.get() or {}
        unknown = {key for key in keys if key not in known and key.isdigit()}
        if unknown:
            known = known | _links_of(_versions_of(unknown), locale_id=None)
        return [known.get(key, NO_LINK) for key in keys]


@hooks.register("register_rich_text_features", order=100)
def register_page_links(features):
    features.register_link_type(PageLinks)


@hooks.register("before_serve_page")
def gather_links(page, request, serve_args, serve_kwargs):
    """Find the targets of all the links in the page's own texts, before they are shown.

    What its relations lead to is found with them, and stays with the page.
    """
    related, keys = _related_keys(page), _keys_in(page)
    models = {name: page._meta.get_field(name).related_model for name in related}
    named = {
        key for name, found in related.items() if issubclass(models[name], Page) for key in found
    }
    versions = _versions_of(keys | {str(key) for key in named})
    _links.set(_links_of({key: versions[key] for key in keys}, page.locale_id))
    page.found_relations = {
        name: _found(models[name], found, versions) for name, found in related.items()
    }


def gather_links_of(pages, locale_id):
    """As gather_links, for several pages of one language shown together."""
    _links.set(_links_of(_versions_of(set().union(*map(_keys_in, pages))), locale_id))


def _related_keys(page) -> dict[str, list[int]]:
    """The keys behind the relations that the page shows, in one statement."""
    keys = {name: [] for name in page.shown_relations}
    if keys:
        first, *others = (_rows_of(page, name) for name in keys)
        for name, key in first.union(*others, all=True):
            keys[name].append(key)
    return keys


def _rows_of(page, name):
    field = page._meta.get_field(name)
    rows = field.remote_field.through.objects.filter(**{field.m2m_field_name(): page.pk})
    return rows.annotate(relation=_said(name)).values_list(
        "relation", field.m2m_reverse_field_name()
    )


@cache
def _said(name):
    # Made once: Django compares such values by the signature of their class.
    return Value(name, CharField())


def _found(model, keys, versions):
    """What the public may see of what a relation leads to."""
    if issubclass(model, Page):
        return [page for key in keys for page in versions[str(key)] if page.pk == key]
    found = shared_each(("named", model), keys, model.objects.in_bulk)
    return list(found.values())


def _versions_of(keys: Iterable[str]) -> dict[str, list[Page]]:
    """The public pages behind `keys`, each with what translates it: once per publication."""
    return shared_each(("linked",), keys, _found_versions)


def _found_versions(keys):
    originals = Page.objects.filter(pk__in=keys).values("translation_key")
    pages = visible_pages().filter(translation_key__in=originals).select_related("locale")
    versions = {}
    for page in pages:
        versions.setdefault(page.translation_key, []).append(page)
    visible = {str(page.pk): versions[page.translation_key] for page in pages}
    # What is not to be seen itself leads nowhere, whatever its translations are.
    return {key: visible.get(key, []) for key in keys}


def _links_of(versions, locale_id) -> dict[str, str]:
    """The tag of each link: to the page in the given language if it has one."""
    return {key: _tag(_in_language(pages, key, locale_id)) for key, pages in versions.items()}


def _in_language(pages, key, locale_id) -> Page | None:
    here = (page for page in pages if page.locale_id == locale_id)
    return next(here, next((page for page in pages if str(page.pk) == key), None))


def _tag(page):
    if not page or not page.url:
        return NO_LINK
    code = page.locale.language_code
    foreign = "" if code == get_language() else f' hreflang="{code}"'
    return f'<a href="{escape(page.url)}"{foreign}>'


def _keys_in(page) -> set[str]:
    return {key for text in _texts(page) for key in _PAGE_LINK.findall(text)}


def _texts(page) -> Iterator[str]:
    for field in page._meta.concrete_fields:
        if isinstance(field, RichTextField):
            yield getattr(page, field.name)
        elif isinstance(field, StreamField):
            yield from _strings(list(getattr(page, field.name).raw_data))


def _strings(value) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            yield from _strings(list(value.values()))
        case list():
            for item in value:
                yield from _strings(item)


@request_started.connect
def _forget(**kwargs):
    _links.set(None)
