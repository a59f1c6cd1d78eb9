"""What a reader may have meant: words of the index one slip of the finger away from theirs."""

import re
from string import ascii_lowercase

from django.db.models import Count

from site_cms.models import SearchEntry, SearchTerm
from site_cms.search.analysis import fold, stem
from site_cms.search.query import Search, readable
from site_cms.search.suggestions import words_beginning

# Shorter words are too near to too many others.
SHORTEST = 4
LONGEST = 24
WORDS_MENDED = 3
BEGINNINGS = 20
_WORD = re.compile(r"[^\W_]+")


def mended(search: Search) -> Search | None:
    """Return the search with its unknown words replaced, if that finds something; else None."""
    unknown = _unknown_words(search)
    if not 0 < len(unknown) <= WORDS_MENDED:
        return None
    words = search.words
    for word in unknown:
        term = _nearest_term(fold(word), search.language)
        if not term:
            return None
        words = words.replace(word, _as_written(term, search.language))
    better = Search(words, search.language, search.chosen)
    return better if better.found else None


def _unknown_words(search):
    terms = {word: stem(fold(word), search.language) for word in _WORD.findall(search.words)}
    known = set(
        SearchTerm.objects.filter(
            readable(), language=search.language, term__in=filter(None, terms.values())
        ).values_list("term", flat=True)
    )
    return [word for word, term in terms.items() if term and term not in known]


def _nearest_term(word, language):
    """Return the most frequent term one letter away, or begun by the word, or ""."""
    if not SHORTEST <= len(word) <= LONGEST or word.isdigit():
        return ""
    slips = {stem(other, language) for other in _one_letter_away(word)}
    return _most_frequent(slips, language) or _most_frequent(
        {stem(other, language) for other in words_beginning(word, language)[:BEGINNINGS]}, language
    )


def _most_frequent(terms, language):
    found = SearchTerm.objects.filter(readable(), language=language, term__in=terms - {""})
    ranked = found.values("term").annotate(count=Count("pk")).order_by("-count", "term")
    return ranked.values_list("term", flat=True).first() or ""


def _one_letter_away(word):
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    for left, right in cuts:
        if right:
            yield left + right[1:]
        if len(right) > 1:
            yield left + right[1] + right[0] + right[2:]
        for letter in ascii_lowercase:
            yield left + letter + right
            if right:
                yield left + letter + right[1:]


def _as_written(term, language):
    """Return the term as an entry writes it, with its accents and its ending."""
    entries = SearchTerm.objects.filter(readable(), language=language, term=term)
    entry = SearchEntry.objects.get(
        pk=entries.order_by("-weight", "entry").values_list("entry", flat=True)[:1].get()
    )
    text = f"{entry.summary} {entry.text} {entry.title} {entry.themes}"
    written = (word for word in _WORD.findall(text) if stem(fold(word), language) == term)
    return next(written, term)
