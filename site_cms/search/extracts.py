"""The passage of a text that answers a search, with the words that were found marked."""

import re
from functools import lru_cache

from site_cms.search.analysis import FIGURE, INITIALS, terms
from site_cms.words.letters import seen

LENGTH = 220
# Places of the text that are looked at, and how far: a report of two hundred pages is as quick.
PLACES = 40
REACH = 100_000
_FIRST_LETTERS = {"a": "aàâäáãæ", "c": "cç", "e": "eéèêë", "i": "iîïí", "o": "oôöóœ", "u": "uùûüú"}
_UNFINISHED = re.compile(r"(?<![.!?…:;,\n])\n+")

# Pieces of a passage, each with whether it is one of the words.
Passage = list[tuple[str, bool]]


def passage(text: str, wanted: frozenset[str], language: str) -> Passage:
    """Return the stretch of a text with most of the wanted words; its beginning if it has none."""
    text = _on_one_line(seen(text[:REACH]))
    places = _places(text, wanted, language)
    start = _best_start(places)
    end = min(len(text), start + LENGTH)
    start, end = _at_words(text, start, end)
    return _cut(text, start, end, [place for place in places if start <= place[0] < end])


def marked(text: str, wanted: frozenset[str], language: str) -> Passage:
    """Return a whole text, such as a title, with the wanted words marked."""
    text = seen(text)
    return _cut(text, 0, len(text), _places(text, wanted, language))


def _on_one_line(text):
    """Part the blocks of a page, a line each, where the end of one is not a sentence's."""
    return _UNFINISHED.sub(" – ", text).replace("\n", " ")


def _places(text, wanted, language):
    """Return (start, end, term) of the first places where wanted words stand."""
    found = []
    for match in _words_beginning(wanted).finditer(text):
        term = _term(match[0], language)
        if term in wanted:
            found.append((match.start(), match.end(), term))
            if len(found) == PLACES:
                break
    return found


@lru_cache(maxsize=1_000)
def _words_beginning(wanted):
    letters = {term[0] for term in wanted}
    letters = "".join(_FIRST_LETTERS.get(letter, letter) for letter in sorted(letters))
    first = re.escape(letters + letters.upper())
    return re.compile(rf"(?<![^\W_])(?=[{first}])(?:{INITIALS}|{FIGURE}|[^\W_]+)")


@lru_cache(maxsize=50_000)
def _term(word, language):
    return next(iter(terms(word, language)), "")


def _best_start(places):
    """Return where the stretch that holds most different words begins, a few words before it."""
    best, most = 0, 0
    for number, (start, _end, _term) in enumerate(places):
        near = {term for at, _end, term in places[number:] if at < start + LENGTH - 40}
        if len(near) > most:
            best, most = start, len(near)
    return max(0, best - 40)


def _at_words(text, start, end):
    """Move both ends to the nearest space, so that no word is cut."""
    if start:
        space = text.find(" ", start)
        start = space + 1 if 0 <= space < start + 40 else start
    if end < len(text):
        space = text.rfind(" ", start, end)
        end = space if space > start else end
    return start, end


def _cut(text, start, end, places):
    pieces = [("… ", False)] if start else []
    at = start
    for begin, stop, _term in places:
        pieces += [(text[at:begin], False), (text[begin:stop], True)]
        at = stop
    pieces += [(text[at:end], False)]
    if end < len(text):
        pieces += [(" …", False)]
    return [piece for piece in pieces if piece[0]]
