"""French typography mended by machine: spaces that must not break, real apostrophes, ellipses.

Pure functions of text and of rich text; neither changes a word. What is not prose (addresses, tags,
entities, code) is put aside before the rules run and comes back as it was. Running them again
changes nothing.
"""

import re
from collections.abc import Callable

NBSP, NNBSP = "\u00a0", "\u202f"
# Stand in for what is put aside: inside a line, as a word would, or between two paragraphs.
_INLINE, _WORD, _BREAK = "\ue000", "\ue001", "\ue002"
_STAND_INS = re.compile(f"[{_INLINE}{_WORD}{_BREAK}]")

_ADDRESS = (
    r"(?:https?|ftp|mailto|tel):[^\s<>\"»]+|www\.[^\s<>\"»]+|[\w.+-]+@[\w-]+\.[\w.-]+"
    r"|\b[\w-]+(?:\.[\w-]+)+/[^\s<>\"»]*|\b[\w-]+(?:\.[\w-]+)+\?[\w%-]+=[^\s<>\"»]*"
)
_PROTECTED_TEXT = re.compile(rf"`[^`]*`|&#?\w+;|{_ADDRESS}")
_PROTECTED_HTML = re.compile(
    r"<(?P<code>code|pre|kbd|samp|script|style)\b[^>]*>.*?</(?P=code)>"
    r"|<!--.*?-->|</?(?P<name>[a-zA-Z][\w-]*)(?:\"[^\"]*\"|'[^']*'|[^>\"'])*>"
    rf"|`[^`<]*`|&#?\w+;|{_ADDRESS}",
    re.DOTALL,
)
_INLINE_TAGS = {"a", "abbr", "b", "cite", "del", "em", "i", "ins", "mark", "q", "s", "small"}
_INLINE_TAGS |= {"span", "strong", "sub", "sup", "time", "u"}
_HARD_SPACES = re.compile(r"&nbsp;|&#160;|&#xa0;", re.IGNORECASE)

_S = f"[ {NBSP}{NNBSP}]"
_T = f"{_INLINE}*"
# What may stand before a mark: anything but a space, an opening sign or a tag.
_BEFORE = rf"(?P<before>[^\s(\[{{«“\"{_INLINE}{_BREAK}])(?P<open>{_T}){_S}*(?P<close>{_T}){_S}*"
_UNITS = (
    r"%|‰|€|k€|M€|Md€|°C|km²?|m[²³]?|cm|mm|ha|kg|g|t|h|min|euros?|millions?|milliards?|ans?"
    r"|habitants?"
)
_MONTHS = (
    r"(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)"
)


def _hold(match):
    return match[0].replace(" ", NBSP)


_RULES: tuple[tuple[re.Pattern, str | Callable], ...] = (
    (re.compile(r"(?<!\.)\.{3}(?!\.)"), "…"),
    (re.compile(rf"(?<=[^\W\d_])'(?={_T}(?:[^\W_]|[«“]))"), "’"),
    (re.compile(rf"«{_S}*(?P<tags>{_T}){_S}*(?=[^\s{_INLINE}{_BREAK}])"), rf"«{NBSP}\g<tags>"),
    (
        re.compile(rf"(?P<before>[^\s{_INLINE}{_BREAK}])(?P<open>{_T}){_S}*(?P<close>{_T}){_S}*»"),
        rf"\g<before>\g<open>{NBSP}\g<close>»",
    ),
    (
        re.compile(rf"{_BEFORE}(?P<mark>[;?!]+)(?={_T}(?:[\s)\]}}»”\"’…,.:{_BREAK}]|$))"),
        rf"\g<before>\g<open>{NNBSP}\g<close>\g<mark>",
    ),
    (
        re.compile(rf"{_BEFORE}:(?={_T}(?:[\s«{_BREAK}]|$))"),
        rf"\g<before>\g<open>{NBSP}\g<close>:",
    ),
    (re.compile(r"(?<![\d.,/-])\d{1,3}(?: \d{3})+(?![\d/-])"), _hold),
    (re.compile(rf"(?<=\d) (?=(?:{_UNITS})(?!\w))"), NBSP),
    (re.compile(rf"(?<=\d{NBSP}h) (?=\d)"), NBSP),
    (re.compile(r"(?<=\d)(?=[%€](?!\w))"), NBSP),
    (re.compile(rf"(?<![\w.,/])(?:1er|[12]?\d|3[01]) (?={_MONTHS}(?!\w))"), _hold),
)
# Two rules may meet on the same signs ("?:"); the second round settles them.
_ROUNDS = 4


def mend_text(text: str, limit: int | None = None) -> str:
    """Return plain text as a French typesetter would space it; unchanged if it outgrew `limit`."""
    return _mend(text, _PROTECTED_TEXT, limit)


def mend_html(html: str) -> str:
    """Return rich text mended between its tags; inline tags are read through."""
    return _mend(_HARD_SPACES.sub(NBSP, html), _PROTECTED_HTML, None)


def _mend(text, protected, limit):
    if _STAND_INS.search(text):
        return text
    kept = []

    def put_aside(match):
        kept.append(match[0])
        return _stand_in(match)

    mended = protected.sub(put_aside, text)
    for _round in range(_ROUNDS):
        before, mended = mended, _apply(mended)
        if mended == before:
            break
    pieces = iter(kept)
    mended = _STAND_INS.sub(lambda _match: next(pieces), mended)
    return text if limit and len(mended) > limit else mended


def _apply(text):
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text


def _stand_in(match):
    name = match.groupdict().get("name")
    if not name:
        return _WORD
    return _INLINE if name.lower() in _INLINE_TAGS else _BREAK
