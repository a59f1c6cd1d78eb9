"""From what a reader asks to the entries that answer, best first, with the counts of each facet.

One query per language brings every entry that holds all the words, with its weight and what the
facets need; choosing, counting and ordering are done here, the same for every database.
"""

import math
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from django.conf import settings
from django.db.models import Case, Count, F, FloatField, Q, Sum, Value, When
from django.utils import timezone
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _
from wagtail.models import CollectionViewRestriction

from site_cms.models import SearchEntry, SearchKind, SearchTerm, SiteDocument
from site_cms.search.analysis import terms

QUERY_LIMIT = 200
TERM_LIMIT = 12
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


class Hit(NamedTuple):
    entry: int
    kind: str
    region: str
    region_name: str
    themes: str
    day: int | None
    weight: float
    language: str


@dataclass(frozen=True)
class Choice:
    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True)
class Facet:
    name: str
    label: str
    choices: list[Choice]

    @property
    def is_chosen(self) -> bool:
        return self.name != "langue" and any(choice.chosen for choice in self.choices)


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
        """Return every entry in any language that holds the words, whatever facets are chosen."""
        codes = [code for code, _name in settings.LANGUAGES]
        return [hit for code in codes for hit in self._hits_in(code)]

    @cached_property
    def found(self) -> list[int]:
        """Return the keys of the entries of the chosen facets, best first."""
        newest = max((hit.day for hit in self.hits if hit.day), default=0)
        kept = self._kept(self.hits)
        kept.sort(key=lambda hit: (-_score(hit, newest), hit.entry))
        return [hit.entry for hit in kept]

    @cached_property
    def facets(self) -> list[Facet]:
        """Return the facets that leave a choice, each counted as if nothing in it were chosen."""
        facets = [self._facet(name, label) for name, label in FACETS.items()]
        return [facet for facet in facets if len(facet.choices) > 1 or self.chosen.get(facet.name)]

    @cached_property
    def _readable(self):
        return readable()

    def terms_in(self, language) -> list[str]:
        return list(dict.fromkeys(terms(self.words, language)))[:TERM_LIMIT]

    def _hits_in(self, language):
        wanted = self.terms_in(language)
        if not wanted:
            return []
        least = 1 if self.some_words else len(wanted)
        entries = SearchTerm.objects.filter(self._readable, language=language, term__in=wanted)
        columns = [f"entry__{name}" for name in ("kind", "region", "region_name", "themes", "day")]
        if len(wanted) > 1:
            weight = Sum(F("weight") * _rarity(language, wanted), output_field=FloatField())
            entries = entries.values("entry_id", *columns).annotate(total=weight, held=Count("pk"))
            rows = entries.filter(held__gte=least).values_list("entry_id", *columns, "total")
        else:
            rows = entries.values_list("entry_id", *columns, "weight")
        return [Hit(*row, language) for row in rows]

    def _kept(self, hits, but=""):
        """Keep what the chosen values of every facet allow, of those that `but` does not name."""
        for name in FACETS:
            values = set(self.languages if name == "langue" else self.chosen.get(name, ()))
            if values and name != but:
                of = VALUES[name]
                hits = [hit for hit in hits if not values.isdisjoint(of(hit))]
        return list(hits)

    def _facet(self, name, label):
        labels = LABELS[name]
        # Few combinations stand for thousands of hits.
        counts, shown = Counter(), {}
        for hit, count in Counter(
            hit._replace(entry=0, day=None, weight=0) for hit in self._kept(self.hits, but=name)
        ).items():
            for value, text in labels(hit):
                counts[value] += count
                shown[value] = text
        chosen = self.languages if name == "langue" else self.chosen.get(name, [])
        choices = [
            Choice(value, str(shown.get(value, value)), counts[value], value in chosen)
            for value in {**shown, **dict.fromkeys(chosen)}
        ]
        return Facet(name, label, sorted(choices, key=lambda c: (-c.count, c.label)))


def readable() -> Q:
    """The condition for terms of entries that a reader may meet now.

    Pages have no entry unless they are public. A document is met through a page that links to it,
    unless its collection is kept for some readers: neither need write to the index.
    """
    now = timezone.now()
    fresh = Q(entry__expires_at=None) | Q(entry__expires_at__gt=now)
    # A join: as a list, SQLite would read every entry, text and all, to ask about a few documents.
    linked = Q(search_links__expires_at=None) | Q(search_links__expires_at__gt=now)
    documents = SiteDocument.objects.filter(linked, search_links__isnull=False)
    for path in CollectionViewRestriction.objects.values_list("collection__path", flat=True):
        documents = documents.exclude(collection__path__startswith=path)
    return fresh & (Q(entry__document=None) | Q(entry__document__in=documents.values("pk")))


def _rarity(language, wanted):
    """Weigh rare words more, as a SQL expression of the term."""
    counts = dict(
        SearchTerm.objects.filter(language=language, term__in=wanted)
        .values_list("term")
        .annotate(Count("pk"))
    )
    total = SearchEntry.objects.count()
    cases = [
        When(term=term, then=Value(math.log(1 + total / counts[term])))
        for term in wanted
        if term in counts
    ]
    return Case(*cases, default=Value(0.0), output_field=FloatField())


def _score(hit, newest):
    if not hit.day:
        return hit.weight
    years = (newest - hit.day) / 365
    return hit.weight * (1 - OLD_NEWS * years / (1 + years))


def _themes(hit):
    return [tuple(line.split("\t", 1)) for line in hit.themes.split("\n") if line]


LABELS = {
    "type": lambda hit: [(hit.kind, SearchKind(hit.kind).label)],
    "theme": _themes,
    "region": lambda hit: [(hit.region, hit.region_name)] if hit.region else [],
    "langue": lambda hit: [(hit.language, get_language_info(hit.language)["name_local"])],
}
VALUES = {
    "type": lambda hit: (hit.kind,),
    "theme": lambda hit: [value for value, _label in _themes(hit)],
    "region": lambda hit: (hit.region,),
    "langue": lambda hit: (hit.language,),
}
