"""One page of results, ready to be shown."""

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import prefetch_related_objects
from django.http import QueryDict
from wagtail.models import Page

from site_cms.models import PromotedResult, SearchEntry, visible_pages
from site_cms.public.listing import PAGE_SIZE
from site_cms.public.screens import SCREENS, Screen
from site_cms.search.analysis import terms
from site_cms.search.extracts import Passage, marked, passage
from site_cms.search.promoted import promoted
from site_cms.search.query import CHOICE_LIMIT, FACETS, QUERY_LIMIT, Search
from site_cms.search.spelling import mended
from site_cms.words.letters import seen


@dataclass(frozen=True)
class Result:
    entry: SearchEntry
    url: str
    title: Passage
    passage: Passage

    @property
    def kind(self) -> str:
        return self.entry.shelf.kind_label


class Answer:
    """What /recherche/ says to one address.

    When no page holds all the words, a likely spelling is tried, then pages that hold some of them;
    `words` is what was asked, `search` what was found, `is_mended` and `some_words` tell which.
    """

    def __init__(self, request, language: str):
        self._request = request
        self.words = " ".join(seen(request.GET.get("q", "")[:QUERY_LIMIT]).split())
        self.chosen = _chosen(request.GET)
        asked = Search(self.words, language, self.chosen)
        self.screens = [] if self.chosen else _screens(asked)
        self._promoted = [] if self.chosen else _promoted(asked)
        self.is_found = asked.is_found or bool(self.screens or self._promoted)
        self.search = asked if self.is_found else self._next_best(asked)

    def _next_best(self, asked):
        some = Search(self.words, asked.language, self.chosen, some_words=True)
        return mended(asked) or (some if some.found else asked)

    @property
    def is_miss(self) -> bool:
        return bool(self.words) and not self.is_found

    @property
    def is_mended(self) -> bool:
        return self.search.words != self.words

    @cached_property
    def page(self):
        return Paginator(self.search.found, PAGE_SIZE).get_page(self._request.GET.get("page"))

    @property
    def total(self) -> int:
        return self.page.paginator.count + len(self.screens) or len(self._promoted)

    @cached_property
    def results(self) -> list[Result]:
        found = targets(self.page.object_list, self._request)
        return [_result(entry, url, self.search) for entry, url in found]

    @property
    def promoted(self) -> list[tuple[Page, PromotedResult]]:
        """What communication puts first, on the first page of a search without filters."""
        return self._promoted if self.page.number == 1 else []

    @property
    def query(self) -> str:
        """The search as a query string ending in "&", for links that add a page number."""
        pairs = [("q", self.search.words)]
        pairs += [(name, value) for name, values in self.chosen.items() for value in values]
        return f"{urlencode(pairs)}&"

    @property
    def mended_query(self) -> str:
        return "?" + urlencode({"q": self.search.words})


def _screens(search) -> list[Screen]:
    """The screens that a search calls by their names, which are in the reader's language."""
    asked = set(search.terms_in(search.language))
    return [screen for screen in SCREENS if _is_meant_by(screen, asked, search.language)]


def _is_meant_by(screen, asked: set[str], language: str) -> bool:
    return bool(asked) and asked <= set(terms(f"{screen.title} {screen.words}", language))


def _promoted(search) -> list[tuple[Page, PromotedResult]]:
    results = promoted(search)
    if not results:
        return []
    pages = visible_pages().specific().in_bulk([result.page_id for result in results])
    return [(pages[r.page_id], r) for r in results if r.page_id in pages]


def targets(keys, request):
    """Yield the entries with these keys and their addresses, less what is no longer public."""
    entries = SearchEntry.objects.select_related("shelf").in_bulk(keys)
    prefetch_related_objects([e for e in entries.values() if e.document_id], "document")
    pages = visible_pages().only("url_path")
    pages = pages.in_bulk([e.page_id for e in entries.values() if e.page_id])
    for key in keys:
        entry = entries.get(key)
        if entry and entry.document:
            yield entry, entry.document.url
        elif entry and entry.page_id in pages:
            yield entry, pages[entry.page_id].get_url(request)


def _result(entry, url, search):
    wanted = frozenset(search.terms_in(entry.shelf.language))
    text = "\n".join(filter(None, [entry.summary, entry.text]))
    return Result(
        entry,
        url,
        marked(entry.title, wanted, entry.shelf.language),
        passage(text, wanted, entry.shelf.language),
    )


def _chosen(parameters: QueryDict) -> dict[str, list[str]]:
    given = {name: parameters.getlist(name)[:CHOICE_LIMIT] for name in FACETS}
    return {name: [v for v in values if v] for name, values in given.items() if any(values)}
