"""Letters without what distinguishes them in French: what sorting, search and addresses share."""

import unicodedata

from django.utils.text import slugify

LIGATURES = {"œ": "oe", "æ": "ae", "Œ": "oe", "Æ": "ae"}
_SPREAD = str.maketrans(LIGATURES)


def fold(text: str) -> str:
    """Return the text in lower case, without accents or ligatures."""
    if text.isascii():
        return text.lower()
    spread = unicodedata.normalize("NFKD", text.translate(_SPREAD))
    return "".join(char for char in spread if not unicodedata.combining(char)).lower()


def slug_from(title: str) -> str:
    """Return the part of an address that a title makes: "Au cœur" gives "au-coeur"."""
    return slugify(title.translate(_SPREAD))
