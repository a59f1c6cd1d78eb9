"""What the search field offers while a reader types: pages whose titles hold the words begun."""

from django.db import connection
from django.db.models import Exists, F, OuterRef, Q

from site_cms.models import SearchWord
from site_cms.search.analysis import STOP_WORDS, words
from site_cms.search.query import QUERY_LIMIT, readable

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
    found = SearchWord.objects.filter(_begins(longest), readable(), language=language)
    for other in begun:
        if other != longest:
            titles = SearchWord.objects.filter(_begins(other), entry=OuterRef("entry"))
            found = found.filter(Exists(titles))
    rows = found.order_by("word").values_list("position", F("entry__title"), "entry")[:LOOKED_AT]
    ranked = sorted(rows, key=lambda row: (row[0] > 1, len(row[1]), row[1], row[2]))
    return list(dict.fromkeys(entry for _position, _title, entry in ranked))[:SUGGESTION_COUNT]


def words_beginning(start: str, language: str) -> list[str]:
    """Return the words of titles that begin so, in order."""
    found = SearchWord.objects.filter(_begins(start), readable(), language=language)
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
