"""What a reader may have meant: words of the index one slip of the finger away from theirs."""

import re
from string import ascii_lowercase

from django.db.models import Count

from site_cms.models import SearchEntry, SearchTerm, SearchWord
from site_cms.search.analysis import stem
from site_cms.search.query import Search
from site_cms.search.rows import staying
from site_cms.search.suggestions import words_beginning
from site_cms.words.letters import fold

# Shorter words are too near to too many others.
SHORTEST = 4
# From this length on, what two words share before their endings is enough.
SURE = 7
LONGEST = 18
WORDS_MENDED = 2
BEGINNINGS = 20
BATCH = 100
_WORD = re.compile(r"[^\W_]+")


def mended(search: Search) -> Search | None:
    """Return the search with its unknown words replaced, if that finds something; else None."""
    unknown = _unknown_words(search)
    if not 0 < len(unknown) <= WORDS_MENDED:
        return None
    words = search.words
    for word in unknown:
        term = _nearest_term(fold(word), search)
        if not term:
            return None
        written = _as_written(term, search)
        if not _is_near(fold(word), fold(written)):
            return None
        words = words.replace(word, written)
    better = Search(words, search.language, search.chosen)
    return better if better.found else None


def _unknown_words(search):
    terms = {word: stem(fold(word), search.language) for word in _WORD.findall(search.words)}
    wanted = set(search.terms_in(search.language)) - set(search.counts_in(search.language))
    return [word for word, term in terms.items() if term in wanted]


def _readable(search, terms):
    found = staying(SearchTerm.objects.filter(language=search.language, term__in=terms))
    return found.exclude(entry__in=search.hidden)


def _nearest_term(word, search):
    """Return the most frequent term one slip away, or begun alike, or ""."""
    if not SHORTEST <= len(word) <= LONGEST or word.isdigit():
        return ""
    near = _most_frequent(_slips(word, search), search) or _longest_beginning(word, search)
    return near or _most_frequent(
        {stem(other, search.language) for other in words_beginning(word, search)[:BEGINNINGS]},
        search,
    )


def _slips(word, search):
    """The terms one slip away: of the word's own stem, and of words that titles hold.

    Stemming each of the thousand words one letter away would take most of the time of a search.
    """
    written = sorted(set(_one_letter_away(word)))
    titles = SearchWord.objects.filter(language=search.language)
    found = {
        other
        for start in range(0, len(written), BATCH)
        for other in titles.filter(word__in=written[start : start + BATCH]).values_list(
            "word", flat=True
        )
    }
    begun = stem(word, search.language)
    near = set(_one_letter_away(begun)) if len(begun) >= SHORTEST else set()
    return near | {stem(other, search.language) for other in found}


def _longest_beginning(word, search):
    """The longest term the word begins with: a slip in an ending keeps it from being taken off."""
    beginnings = [word[:end] for end in range(SURE - 1, len(word))]
    found = _readable(search, beginnings).values_list("term", flat=True).distinct()
    return max(found, key=len, default="")


def _most_frequent(terms, search):
    terms, counts = sorted(terms - {""}), {}
    # Asked for hundreds of terms at once, PostgreSQL would read the whole table.
    for start in range(0, len(terms), BATCH):
        found = _readable(search, terms[start : start + BATCH]).values_list("term")
        counts.update(found.annotate(count=Count("*")))
    return min(counts, key=lambda term: (-counts[term], term), default="")


def _is_near(word, written):
    """Whether a word is meant by what was typed: endings may hide that a short one is another."""
    if len(word) >= SURE or written.startswith(word):
        return True
    return written in _one_letter_away(word)


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


def _as_written(term, search):
    """Return the term as an entry writes it, with its accents and its ending."""
    best = _readable(search, [term]).order_by("-weight", "entry").values("entry")[:1]
    entry = SearchEntry.objects.select_related("shelf").get(pk=best)
    text = f"{entry.summary} {entry.text} {entry.title} {entry.shelf.themes}"
    written = (word for word in _WORD.findall(text) if stem(fold(word), search.language) == term)
    return next(written, term)
