from functools import partial

import snowballstemmer

from site_cms.search.analysis import stem
from tests.at_once import at_once

WORDS = ("associations", "territoires", "nationalement", "continuellement", "entrepreneurs")


def test_words_stemmed_at_once_stay_apart():
    """A stemmer keeps the word it works on."""
    expected = {word: snowballstemmer.stemmer("french").stemWord(word) for word in WORDS}

    def search(word):
        # Past the cache: each word is new to a process once.
        return {stem.__wrapped__(word, "fr") for _time in range(100)}

    assert at_once(*(partial(search, word) for word in WORDS)) == [
        {expected[word]} for word in WORDS
    ]
