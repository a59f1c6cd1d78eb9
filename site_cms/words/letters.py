"""Letters without what distinguishes them in French: what sorting, search and addresses share."""

import unicodedata

from django.utils.text import slugify

LIGATURES = {"œ": "oe", "æ": "ae", "Œ": "oe", "Æ": "ae"}
# What a text holds and nobody sees: soft hyphens, joiners, marks of direction.
_HIDDEN = (0xAD, 0x61C, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F))
_HIDDEN_TOO = (*range(0x2060, 0x2070), 0xFEFF)
_SEEN = dict.fromkeys((*_HIDDEN, *_HIDDEN_TOO))
_SPREAD = str.maketrans(LIGATURES) | _SEEN


def seen(text: str) -> str:
    """Return the text without the signs that nobody sees, which part or join letters."""
    return text if text.isascii() else text.translate(_SEEN)


def fold(text: str) -> str:
    """Return the text in lower case, without accents or ligatures."""
    if text.isascii():
        return text.lower()
    spread = unicodedata.normalize("NFKD", text.translate(_SPREAD))
    return "".join(char for char in spread if not unicodedata.combining(char)).lower()


def slug_from(title: str) -> str:
    """Return the part of an address that a title makes: "Au cœur" gives "au-coeur"."""
    return slugify(title.translate(_SPREAD))
