"""Leave out of a stylesheet what a site cannot use: rules of classes it never names, variables.

Written for the DSFR's minified files: rules, and rules inside @media and @supports.
"""

import re
from collections.abc import Callable

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CLASS = re.compile(r"\.(fr-[\w-]+)")
_NOT = re.compile(r":not\([^()]*\)")
_COMMA = re.compile(r",(?![^()]*\))")
_VALUE = r"(?:url\([^)]*\)|\"[^\"]*\"|'[^']*'|[^;{}\"'])*"
_VARIABLE = re.compile(r"(?<=[{;])(--[\w-]+):" + _VALUE + r"(?:;|(?=\}))")
_VARIABLE_USE = re.compile(r"var\(\s*(--[\w-]+)")
_GROUPS = ("@media", "@supports")


def without_comments(css: str) -> str:
    return _COMMENT.sub("", css)


def prune(css: str, is_used: Callable[[str], bool]) -> str:
    """Return the rules at least one of whose selectors has no class but used ones."""
    kept = []
    for prelude, body in _blocks(css):
        if prelude.startswith(_GROUPS):
            body = prune(body, is_used)
        elif not prelude.startswith("@"):
            prelude = ",".join(s for s in _COMMA.split(prelude) if _fits(s, is_used))
        if prelude and body:
            kept.append(f"{prelude}{{{body}}}")
    return "".join(kept)


def without_unused_variables(css: str, elsewhere: str) -> str:
    """Return the rules less the variables neither they nor the text `elsewhere` read."""
    size = 0
    while size != len(css):
        size = len(css)
        used = {*_VARIABLE_USE.findall(css), *_VARIABLE_USE.findall(elsewhere)}
        css = _VARIABLE.sub(lambda m: m[0] if m[1] in used else "", css)  # noqa: B023
    return prune(css, lambda name: True)


def _blocks(css):
    """Yield (prelude, body) of each top-level block."""
    start = depth = opened = 0
    for brace in re.finditer(r"[{}]", css):
        depth += 1 if brace[0] == "{" else -1
        if brace[0] == "{" and depth == 1:
            opened = brace.start()
        elif depth == 0:
            yield css[start:opened].strip(), css[opened + 1 : brace.start()].strip()
            start = brace.end()


def _fits(selector, is_used):
    return all(map(is_used, _CLASS.findall(_NOT.sub("", selector))))
