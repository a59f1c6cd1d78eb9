"""From what a reader asks to the entries that answer, best first, with the counts of each facet.

One query per language brings every entry that holds all the words, with its weight and its shelf,
out of one index; choosing, counting and ordering are done here, the same for every database.
"""

import math
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from django.conf import settings
from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    Sum,
    Value,
    When,
)
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import get_language_info, gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import CollectionViewRestriction

from site_cms.models import SEARCH_KINDS, SearchEntry, SearchShelf, SearchTerm, SiteDocument
from site_cms.publications.memo import remembered
from site_cms.search.analysis import terms
from site_cms.search.indexing import leaving
from site_cms.words.sorting import name_key

QUERY_LIMIT = 200
TERM_LIMIT = 8
# Of longer searches so many of the rarest words decide: common ones add little, and each may bring
# every page there is. Fewer where one of them is enough.
ALL_LIMIT = 4
SOME_LIMIT = 3
# Where the rarest word has less than this part of all the rows, only its entries are looked at.
LOPSIDED = 10
# How much less the oldest news weigh than the newest of the same results.
OLD_NEWS = 0.15
FACETS = {
    "type": _("Type"),
    "theme": _("Thème"),
    "region": _("Région"),
    "langue": _("Langue"),
}
# More values than this in one facet are nothing a reader chose.
CHOICE_LIMIT = 20


# One result: the keys of its entry and of its shelf, its day, its weight. A plain tuple: there may
# be twenty thousand.
Hit = tuple[int, int, int | None, int]


@dataclass(frozen=True)
class Choice:
    value: str
    label: str
    count: int
    selected: bool


@dataclass(frozen=True)
class Facet:
    name: str
    label: str
    choices: list[Choice]

    @property
    def is_chosen(self) -> bool:
        return self.name != "langue" and any(choice.selected for choice in self.choices)


@dataclass
class Search:
    """What one search finds.

    words: as typed. language: whose pages are found unless `chosen` names others. chosen: facet ->
    values. some_words: whether one of the words is enough.
    """

    words: str
    language: str
    chosen: dict[str, list[str]] = field(default_factory=dict)
    some_words: bool = False
    _counts: dict[str, dict[str, int]] = field(default_factory=dict, init=False, repr=False)

    @property
    def languages(self) -> list[str]:
        return self.chosen.get("langue") or [self.language]

    @cached_property
    def hits(self) -> list[Hit]:
        """Return every entry in any language that holds the words, whatever facets are chosen."""
        codes = [code for code, _name in settings.LANGUAGES]
        hits = chain.from_iterable(self._hits_in(code) for code in codes)
        return [hit for hit in hits if hit[0] not in self.hidden] if self.hidden else list(hits)

    @property
    def is_found(self) -> bool:
        """Whether anything is found in the languages asked for, whatever other facets are chosen.

        What only another language has is offered as a facet, and is no answer in this one.
        """
        return any(shelf.language in self.languages for shelf in self._shelves)

    @cached_property
    def found(self) -> list[int]:
        """Return the keys of the entries of the chosen facets, best first."""
        shelves = {shelf.pk for shelf in self._kept()}
        freshness = _freshness({day for _entry, _shelf, day, _weight in self.hits})
        scores = [
            (-weight * freshness[day], entry)
            for entry, shelf, day, weight in self.hits
            if shelf in shelves
        ]
        return [entry for _score, entry in sorted(scores)]

    @cached_property
    def facets(self) -> list[Facet]:
        """Return the facets that leave a choice, each counted as if nothing in it were chosen."""
        facets = [self._facet(name, label) for name, label in FACETS.items()]
        return [facet for facet in facets if len(facet.choices) > 1 or self.chosen.get(facet.name)]

    @cached_property
    def hidden(self) -> set[int]:
        return hidden()

    def terms_in(self, language) -> list[str]:
        return list(dict.fromkeys(terms(self.words, language)))[:TERM_LIMIT]

    def counts_in(self, language) -> dict[str, int]:
        """How many entries hold each word, rarest first; words that none holds are left out."""
        if language not in self._counts:
            found = _holding(language, self.terms_in(language)).exclude(entry__in=self.hidden)
            counts = found.values_list("term").annotate(count=Count("*"))
            self._counts[language] = dict(counts.order_by("count", "term"))
        return self._counts[language]

    def _hits_in(self, language):
        wanted = self.terms_in(language)
        if len(wanted) <= 1:
            found = _holding(language, wanted)
            return found.values_list("entry", "shelf", "day", "weight")
        counts = self.counts_in(language)
        if len(counts) < len(wanted) and not self.some_words:
            return []
        rarest = list(counts)[: SOME_LIMIT if self.some_words else ALL_LIMIT]
        return self._hits_of({term: counts[term] for term in rarest}, language)

    def _hits_of(self, counts, language):
        found = _holding(language, counts)
        least, most = min(counts.values(), default=0), sum(counts.values())
        if not self.some_words and least < most / LOPSIDED:
            rarest = found.filter(term=min(counts, key=counts.get))
            found = found.filter(entry__in=rarest.values("entry"))
        rows = found.values("entry", "shelf", "day").annotate(
            total=Sum(F("weight") * _rarity(counts)), held=Count("*")
        )
        needed = 1 if self.some_words else len(counts)
        return rows.filter(held__gte=needed).values_list("entry", "shelf", "day", "total")

    @cached_property
    def _shelves(self) -> dict[SearchShelf, int]:
        """The shelves of the hits, with how many are on each."""
        counts = Counter(shelf for _entry, shelf, _day, _weight in self.hits)
        shelves = _shelves_of(tuple(sorted(counts)))
        return {shelves[key]: count for key, count in counts.items()}

    def _kept(self, but="") -> list[SearchShelf]:
        """Keep what the chosen values of every facet allow, of those that `but` does not name."""
        shelves = list(self._shelves)
        for name in FACETS:
            values = set(self.languages if name == "langue" else self.chosen.get(name, ()))
            if values and name != but:
                labels = LABELS[name]
                shelves = [s for s in shelves if not values.isdisjoint(dict(labels(s)))]
        return shelves

    def _facet(self, name, label):
        counts, shown = Counter(), {}
        for shelf in self._kept(but=name):
            for value, text in LABELS[name](shelf):
                counts[value] += self._shelves[shelf]
                shown[value] = text
        chosen = self.languages if name == "langue" else self.chosen.get(name, [])
        choices = [
            Choice(value, capfirst(shown.get(value, value)), counts[value], value in chosen)
            for value in {**shown, **dict.fromkeys(chosen)}
        ]
        return Facet(name, label, sorted(choices, key=lambda c: (-c.count, name_key(c.label))))


@remembered
def hidden() -> frozenset[int]:
    """The keys of the entries that no reader may meet now: few, and found by indexes alone.

    Pages have no entry unless they are public; some expire. A document is met through a page that
    links to it, unless its collection is kept for some readers: neither need write to the index.
    """
    now = timezone.now()
    fresh = Q(expires_at=None) | Q(expires_at__gt=now)
    # Asked of each link: as a join, SQLite would begin with all the entries there are.
    pages = SearchEntry.objects.filter(fresh, pk=OuterRef("searchentry"))
    links = SearchEntry.linked_documents.through.objects.filter(sitedocument=OuterRef("pk"))
    unmet = Q(~Exists(links.filter(Exists(pages))))
    for path in CollectionViewRestriction.objects.values_list("collection__path", flat=True):
        unmet |= Q(collection__path__startswith=path)
    documents = SiteDocument.objects.filter(unmet, search_entry__isnull=False)
    expired = SearchEntry.objects.filter(expires_at__lte=now).values_list("pk", flat=True)
    return frozenset(expired.union(documents.values_list("search_entry", flat=True), all=True))


@remembered
def _shelves_of(keys) -> dict[int, SearchShelf]:
    return SearchShelf.objects.in_bulk(keys)


@remembered
def _entry_count() -> int:
    return SearchEntry.objects.count()


def staying(rows):
    """Leave out, of terms or words, those of pages made private that the index still holds."""
    for path in leaving():
        here = {"entry__page__path__startswith": path}
        repeated = {"entry__page__alias_of__path__startswith": path}
        rows = rows.exclude(**here).exclude(**repeated)
    return rows


def _holding(language, terms):
    return staying(SearchTerm.objects.filter(language=language, term__in=list(terms)))


def _rarity(counts):
    """Weigh rare words more, as a SQL expression of the term; whole, so that sums are exact."""
    total = _entry_count()
    cases = [
        When(term=term, then=Value(round(1_000 * math.log(1 + total / count))))
        for term, count in counts.items()
    ]
    return Case(*cases, default=Value(0), output_field=IntegerField())


def _freshness(days):
    """What to multiply a weight by: 1 without a day or for the newest, less for older ones."""
    newest = max((day for day in days if day), default=0)
    years = {day: (newest - day) / 365 for day in days if day}
    fresh = {day: 1 - OLD_NEWS * age / (1 + age) for day, age in years.items()}
    return {None: 1, **fresh}


def _themes(shelf):
    return [tuple(line.split("\t", 1)) for line in shelf.themes.split("\n") if line]


# The (value, label) pairs of a shelf in each facet.
LABELS = {
    "type": lambda shelf: [(shelf.kind, SEARCH_KINDS.label_of(shelf.kind))],
    "theme": _themes,
    "region": lambda shelf: [(shelf.region, gettext(shelf.region_name))] if shelf.region else [],
    "langue": lambda shelf: [(shelf.language, get_language_info(shelf.language)["name_local"])],
}
