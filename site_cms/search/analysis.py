"""Words as search compares them: the one analyser, for what is indexed and for what is asked.

Accents, case, ligatures and apostrophes go first, then words that say nothing, then endings, each
language in its own way. Folding comes before stemming, so that "education" and "éducations" meet.
"""

import re
from functools import lru_cache

import snowballstemmer

from site_cms.words.letters import fold

STEMMERS = {"fr": "french", "en": "english"}
WORD_LIMIT = 40
_WORD = re.compile(r"[^\W_]+")
# Signs that stand within a word: "R&D", "E.S.S.", "10 000" or, in English, "10,000". In a text that
# is not folded yet, spaces may be thin or not to be broken.
INITIALS = r"[^\W\d_](?:(?:\.|\s?&\s?)[^\W\d_](?![^\W_]))+"
FIGURE = r"\d{1,3}(?:[ \u00a0\u2009\u202f,]\d{3})+(?![^\W_])"
_JOINED = re.compile(rf"(?<![^\W_])(?:{INITIALS}|{FIGURE})")
# "co-voiturage" is "covoiturage": writers do not agree, and the prefix alone says nothing.
_PREFIX = re.compile(r"(?<![^\W_])(anti|auto|co|eco|inter|micro|mini|multi|pre|re|semi)[-‐‑](?=\w)")
_STOP_WORDS = {
    "fr": """au aux avec ce ces cet cette comment dans de des du elle elles en entre est et etre
    eux il ils je la le les leur leurs lors lui ma mais me mes moi mon ne ni nos notre nous on ont
    ou par pas pour qu quand que quel quelle quelles quels qui quoi sa sans se ses si son sont sous
    sur ta te tes toi ton tu un une vers vos votre vous""",
    "en": """about an and are as at be been but by can do does for from had has have he her his how
    if in into is it its of on or our she so than that the their them then there these they this
    those to was we were what when where which who will with you your""",
}
STOP_WORDS = {language: frozenset(words.split()) for language, words in _STOP_WORDS.items()}


def words(text: str) -> list[str]:
    """Return the words of a text, folded, in order. An elided article is a word of one letter."""
    text = _JOINED.sub(lambda found: "".join(_WORD.findall(found[0])), fold(text))
    return [word[:WORD_LIMIT] for word in _WORD.findall(_PREFIX.sub(r"\1", text))]


@lru_cache(maxsize=100_000)
def stem(word: str, language: str) -> str:
    """Return what a folded word is compared by, or "" if it says nothing."""
    if (len(word) == 1 and not word.isdigit()) or word in STOP_WORDS.get(language, ()):
        return ""
    name = STEMMERS.get(language)
    # A stemmer keeps the word it works on: one for each word, or threads would mix theirs.
    return snowballstemmer.stemmer(name).stemWord(word) if name else word


def terms(text: str, language: str) -> list[str]:
    """Return what a text is found by, in order and with repetitions."""
    return [term for word in words(text) if (term := stem(word, language))]
