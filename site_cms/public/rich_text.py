"""Links to pages inside rich text, resolved once for a whole page.

Wagtail asks for the targets of each paragraph apart, as specific pages, and once more for the
language of each: an article with eight links made twenty queries. Here a page about to be shown
gathers the links of all its texts, and one query brings them in the language of the page. A link
to a page the public cannot see keeps its words and loses its address; one to a page that nobody
has translated says its language.
"""

import re
from collections.abc import Iterator
from contextvars import ContextVar

from django.core.signals import request_started
from django.db.models import Case, Q, When
from django.utils.html import escape
from django.utils.translation import get_language
from wagtail import hooks
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from site_cms.models import visible_pages

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
            known = known | _links_of(_linked_pages(unknown), unknown, locale_id=None)
        return [known.get(key, NO_LINK) for key in keys]


@hooks.register("register_rich_text_features", order=100)
def register_page_links(features):
    features.register_link_type(PageLinks)


@hooks.register("before_serve_page")
def gather_links(page, request, serve_args, serve_kwargs):
    """Find the targets of all the links in the page's own texts, before they are shown.

    The pages it names outside its texts come in the same query, and stay with it.
    """
    keys = _keys_in(page)
    if page.named_pages is None and not keys:
        return
    pages = _linked_pages(keys, page.named_pages)
    _links.set(dict.fromkeys(keys, NO_LINK) | _links_of(pages, keys, page.locale_id))
    page.found_named_pages = [found for found in pages if found.is_named]


def gather_links_of(pages, locale_id):
    """As gather_links, for several pages of one language shown together."""
    keys = set().union(*map(_keys_in, pages))
    found = _linked_pages(keys) if keys else []
    _links.set(dict.fromkeys(keys, NO_LINK) | _links_of(found, keys, locale_id))


def _linked_pages(keys, named: Q | None = None):
    """The public pages behind `keys`, in every language, and those that `named` describes."""
    named = named or Q(pk__in=[])
    linked = Page.objects.filter(pk__in=keys).values("translation_key")
    pages = visible_pages().filter(Q(translation_key__in=linked) | named).select_related("locale")
    return list(pages.annotate(is_named=Case(When(named, then=True), default=False)))


def _links_of(pages, keys, locale_id):
    """The tag of each link to `keys`: to the page in the given language if it has one."""
    originals = {page.translation_key: page for page in pages if str(page.pk) in keys}
    here = {page.translation_key: page for page in pages if page.locale_id == locale_id}
    return {
        str(page.pk): _tag(here.get(translation_key, page))
        for translation_key, page in originals.items()
    }


def _tag(page):
    if not page.url:
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
