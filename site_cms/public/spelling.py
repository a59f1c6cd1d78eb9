"""Addresses as people and old programs write them: capitals, accents, slashes twice, Latin-1.

None of ours has any of these, so what is meant can be told from what was asked.
"""

import re
from urllib.parse import quote, unquote_to_bytes

from site_cms.words.letters import fold

# Percent signs that are left in a path are bytes that are no UTF-8.
_BYTES = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
# The letters among the bytes of Windows, and of Latin-1.
_LETTERS = "".join(
    char for char in bytes(range(0x80, 0x100)).decode("cp1252", "ignore") if char.isalpha()
)


def tidied(path: str) -> list[str]:
    """Return the ways an address may have been meant, other than as it was asked for."""
    read = _BYTES.sub(lambda found: from_latin(unquote_to_bytes(found[0])) or found[0], path)
    parts = [part for part in read.split("/") if part]
    plain = "/" + "/".join(parts) + ("/" if parts and path.endswith("/") else "")
    ways = dict.fromkeys((plain, plain.lower(), fold(plain)))
    return [way for way in ways if way != path]


def from_latin(raw: bytes) -> str | None:
    """Read letters written as before UTF-8; None for what are no letters."""
    text = raw.decode("cp1252", errors="replace")
    is_text = all((char.isascii() and char.isprintable()) or char in _LETTERS for char in text)
    return text if is_text else None


def mended_query(raw: str) -> str | None:
    """Return a query in UTF-8 that was sent in Latin-1; None for what no program means."""
    text = from_latin(unquote_to_bytes(raw.replace("+", " ")))
    return text and quote(text, safe="=&;/:,!*'()").replace("%20", "+")
