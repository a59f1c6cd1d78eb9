"""Letters without what distinguishes them in French: what sorting and search both compare."""

import unicodedata

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "Œ": "oe", "Æ": "ae"})


def fold(text: str) -> str:
    """Return the text in lower case, without accents or ligatures."""
    if text.isascii():
        return text.lower()
    spread = unicodedata.normalize("NFKD", text.translate(_LIGATURES))
    return "".join(char for char in spread if not unicodedata.combining(char)).lower()
