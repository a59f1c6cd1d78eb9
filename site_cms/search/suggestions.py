"""What the search field offers while a reader types: pages whose titles hold the words begun."""

from django.db import connection
from django.db.models import Exists, OuterRef, Q

from site_cms.models import SearchEntry, SearchWord
from site_cms.search.analysis import STOP_WORDS, words
from site_cms.search.query import QUERY_LIMIT, Search, hidden
from site_cms.search.rows import staying

SUGGESTION_COUNT = 8
SHORTEST = 2
WORD_LIMIT = 6
# Of a short beginning that thousands of titles hold, so many are looked at.
LOOKED_AT = 200


def suggestions(typed: str, language: str) -> list[int]:
    """Return the keys of the entries to suggest: titles beginning with what is typed come first."""
    begun = _beginnings(typed, language)
    if not begun:
        return []
    longest = max(begun, key=len)
    found = staying(SearchWord.objects.filter(_begins(longest), language=language))
    found = found.exclude(entry__in=hidden())
    for other in begun:
        if other != longest:
            titles = SearchWord.objects.filter(_begins(other), entry=OuterRef("entry"))
            found = found.filter(Exists(titles))
    places = list(found.order_by("word").values_list("entry", "position")[:LOOKED_AT])
    # Apart: to join them, PostgreSQL would read every entry.
    entries = SearchEntry.objects.filter(pk__in={entry for entry, _position in places})
    titles = dict(entries.values_list("pk", "title"))

    def rank(place):
        entry, position = place
        return position > 1, len(titles[entry]), titles[entry], entry

    places = sorted((place for place in places if place[0] in titles), key=rank)
    return list(dict.fromkeys(entry for entry, _position in places))[:SUGGESTION_COUNT]


def words_beginning(start: str, search: Search) -> list[str]:
    """Return the words of titles that begin so, in order."""
    found = staying(SearchWord.objects.filter(_begins(start), language=search.language))
    found = found.exclude(entry__in=search.hidden)
    return list(found.order_by("word").values_list("word", flat=True).distinct()[:LOOKED_AT])


def _beginnings(typed, language):
    """The words typed, the last of which may go on; small words before it say nothing."""
    typed = words(typed[:QUERY_LIMIT])[:WORD_LIMIT]
    stop = STOP_WORDS.get(language, ())
    kept = [word for word in typed[:-1] if len(word) >= SHORTEST and word not in stop]
    kept += [word for word in typed[-1:] if len(word) >= SHORTEST]
    return list(dict.fromkeys(kept))


def _begins(start) -> Q:
    if connection.vendor == "sqlite":
        # Its LIKE knows no index; its order is that of the code points.
        return Q(word__gte=start, word__lt=start + "\U0010ffff")
    return Q(word__startswith=start)
