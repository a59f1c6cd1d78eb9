"""What a search reads of the index: so many rows at most, however many pages hold a word."""

from collections.abc import Collection, Iterable

from django.db import connection
from django.db.models import Count, QuerySet

from site_cms.models import SearchTerm
from site_cms.search.indexing import leaving

# Of a word that more entries hold, those are looked at in which it weighs most.
MOST_HITS = 10_000

# Of several words that more entries hold, fewer: in each of them the other words are looked for.
MOST_TOGETHER = 2_000

# A language, and a word as it is analysed there.
Word = tuple[str, str]


def staying(rows: QuerySet) -> QuerySet:
    """Leave out, of terms or words, those of pages made private that the index still holds."""
    for path in leaving():
        here = {"entry__page__path__startswith": path}
        repeated = {"entry__page__alias_of__path__startswith": path}
        rows = rows.exclude(**here).exclude(**repeated)
    return rows


def holding(language: str, terms: Iterable[str]) -> QuerySet:
    return staying(SearchTerm.objects.filter(language=language, term__in=list(terms)))


def heaviest(found: QuerySet, most: int | None = None) -> QuerySet:
    """Cut the rows of one word where no more are looked at; one row too many tells that it was."""
    return found.order_by("-weight", "-entry")[: most or MOST_HITS + 1]


def count_entries(words: list[Word], but: Collection[int]) -> dict[Word, int]:
    """How many entries hold each word, counted as far as they are looked at; in one statement.

    `but` are entries that do not count.
    """
    if not words:
        return {}
    parts = [
        holding(language, [term]).values("weight")[: MOST_HITS + 1] for language, term in words
    ]
    counts = dict(zip(words, _sizes(parts), strict=True))
    if but:
        terms = {term for _language, term in words}
        rows = SearchTerm.objects.filter(entry__in=but, term__in=terms).order_by()
        for language, term, count in rows.values_list("language", "term").annotate(Count("pk")):
            if (language, term) in counts:
                counts[language, term] -= count
    return counts


def _sizes(parts):
    told = [part.query.sql_with_params() for part in parts]
    # Around what Django itself wrote, whose values stand apart.
    counts = ", ".join(f"(SELECT COUNT(*) FROM ({sql}) part)" for sql, _params in told)  # noqa: S608
    params = [value for _sql, given in told for value in given]
    return _rows(f"SELECT {counts}", params)[0]


def by_shelf(hits: QuerySet, but: Collection[int]) -> list[tuple[int, int, int | None]]:
    """Return each shelf of the hits less those in `but`: how many are on it, and the last day.

    Hits without a weight are none.
    """
    if hits.query.is_empty():
        return []
    sql, params = hits.query.sql_with_params()
    unread = f"AND entry NOT IN ({', '.join(['%s'] * len(but))})" if but else ""
    named = f"WITH hit(entry, shelf, day, weight) AS ({sql})"
    kept = f"FROM hit WHERE weight IS NOT NULL {unread}"
    counted = f"{named} SELECT shelf, COUNT(*), MAX(day) {kept} GROUP BY shelf"
    return _rows(counted, [*params, *but])


def _rows(sql, params):
    """Run what Django made of querysets; their values stand apart."""
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()
