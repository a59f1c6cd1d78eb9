"""From what a reader asks to the entries that answer, best first, with the counts of each facet.

One query brings the entries of a language that hold all the words, with their weights and shelves,
out of one index: so many at most, those that weigh most. Choosing, counting and ordering are done
here, the same for every database. Of the other languages, only shelves are counted.
"""

import math
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    Subquery,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.models import CollectionViewRestriction

from site_cms.models import SearchEntry, SearchShelf, SearchTerm, SiteDocument
from site_cms.publications.memo import remembered
from site_cms.search.analysis import terms
from site_cms.search.facets import LABELS, NAMES, codes
from site_cms.search.rows import (
    MOST_HITS,
    MOST_TOGETHER,
    by_shelf,
    count_entries,
    heaviest,
    holding,
)
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
# be ten thousand.
Hit = tuple[int, int, int | None, int]
_HIT = ("entry", "shelf", "day")


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

    @property
    def languages(self) -> list[str]:
        return self.chosen.get("langue") or [self.language]

    @cached_property
    def hits(self) -> list[Hit]:
        """Return the entries that hold the words, in the languages asked for, whatever else is
        chosen; of very many, those that weigh most."""
        read = chain.from_iterable(hits[:MOST_HITS] for hits in self._hits.values())
        return [hit for hit in read if hit[0] not in self.hidden] if self.hidden else list(read)

    @cached_property
    def is_cut(self) -> bool:
        """Whether more entries may hold the words than were looked at."""
        return any(self._least_held(code) > MOST_HITS for code in self._hits)

    @cached_property
    def _hits(self) -> dict[str, list[Hit]]:
        """What was read for each language asked for."""
        found = {code: self._hits_in(code) for code in codes() if code in self.languages}
        return {code: [hit for hit in hits if hit[-1] is not None] for code, hits in found.items()}

    def _least_held(self, language):
        """How many entries hold the rarest of the words."""
        if len(self.terms_in(language)) <= 1:
            return len(self._hits[language])
        return min(self._deciding(language).values(), default=0)

    @property
    def is_found(self) -> bool:
        """Whether anything is found in the languages asked for, whatever other facets are chosen.

        What only another language has is offered as a facet, and is no answer in this one.
        """
        return bool(self.hits)

    @cached_property
    def found(self) -> list[int]:
        """Return the keys of the entries of the chosen facets, best first."""
        shelves = {shelf.pk for shelf in self._kept()}
        newest = {day for _shelf, _count, day in self._elsewhere}
        freshness = _freshness({day for _entry, _shelf, day, _weight in self.hits} | newest)
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
        return self._counts[language]

    @cached_property
    def _counts(self):
        words = [(code, term) for code in codes() for term in self.terms_in(code)]
        found = {code: {} for code in codes()}
        held = count_entries(words, self.hidden).items()
        for (code, term), count in sorted(held, key=lambda one: (one[1], one[0])):
            if count > 0:
                found[code][term] = count
        return found

    def _deciding(self, language) -> dict[str, int]:
        """The words that decide what is found, rarest first, and how many entries hold each."""
        counts = self.counts_in(language)
        if self.some_words:
            return _few(counts)
        lacking = len(counts) < len(self.terms_in(language))
        return {} if lacking else dict(list(counts.items())[:ALL_LIMIT])

    def _hits_in(self, language):
        wanted = self.terms_in(language)
        if len(wanted) == 1:
            return heaviest(holding(language, wanted)).values_list(*_HIT, "weight")
        counts = self._deciding(language) if wanted else {}
        return self._hits_of(counts, language) if counts else SearchTerm.objects.none()

    def _hits_of(self, counts, language):
        least, most = min(counts.values()), max(counts.values())
        if least > MOST_HITS:
            return self._hits_of_common(counts, language)
        found = holding(language, counts)
        are_lopsided = least < sum(counts.values()) / LOPSIDED or most > MOST_HITS
        if are_lopsided and not self.some_words:
            found = found.filter(entry__in=_rarest(counts, language).values("entry"))
        rows = found.values(*_HIT).annotate(
            total=Sum(F("weight") * _rarity(counts)), held=Count("*")
        )
        needed = 1 if self.some_words else len(counts)
        return rows.filter(held__gte=needed).values_list(*_HIT, "total")

    def _hits_of_common(self, counts, language):
        """The rows of the rarest of very common words, the others looked up in each of them: by
        joining them all, every row of each would be read. Without a weight where one is missing."""
        others = list(counts)[1:]
        held = holding(language, others).filter(entry=OuterRef("entry")).order_by().values("entry")
        held = held.annotate(total=Sum(F("weight") * _rarity(counts)), count=Count("*"))
        if not self.some_words:
            held = held.filter(count__gte=len(others))
        rest = Subquery(held.values("total"))
        rows = _rarest(counts, language, MOST_TOGETHER)
        return rows.annotate(
            total=F("weight") * _rarity(counts) + (Coalesce(rest, 0) if self.some_words else rest)
        ).values_list(*_HIT, "total")

    @cached_property
    def _shelves(self) -> dict[SearchShelf, int]:
        """The shelves of what holds the words in any language, with how many are on each."""
        counts = Counter(shelf for _entry, shelf, _day, _weight in self.hits)
        for shelf, count, _day in self._elsewhere:
            counts[shelf] += count
        shelves = _shelves_of(tuple(sorted(counts)))
        return {shelves[key]: count for key, count in counts.items()}

    @cached_property
    def _elsewhere(self):
        """What the languages hold that were not asked for, by shelf."""
        others = [self._hits_in(code) for code in codes() if code not in self._hits]
        return [row for hits in others for row in by_shelf(hits, but=self.hidden)]

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
        shown.update({value: NAMES[name](value) for value in chosen if value not in shown})
        choices = [
            Choice(value, capfirst(label), counts[value], value in chosen)
            for value, label in shown.items()
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


def _few(counts):
    """Of some rare words the rarest, and others as far as all of them together bring few rows."""
    kept = {}
    for term, count in list(counts.items())[:SOME_LIMIT]:
        if kept and sum(kept.values()) + count > MOST_HITS:
            break
        kept[term] = count
    return kept


def _rarest(counts, language, most=None):
    """The rows of the rarest of these words, so many at most."""
    return heaviest(holding(language, [min(counts, key=counts.get)]), most)


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
