"""Leave out of a stylesheet what a site cannot use: rules of classes it never names, variables.

A stylesheet is a list of tinycss2's nodes: what stands in @media and @supports are rules again,
what stands in a rule are tokens.
"""

from collections.abc import Callable, Iterable, Iterator

import tinycss2
from tinycss2.ast import LiteralToken, Node

_GROUPS = ("media", "supports")
_CLASS = "fr-"
_STATE = "aria-"


def parsed(css: str) -> list[Node]:
    """Return the rules of a stylesheet, without its comments."""
    return _rules(tinycss2.parse_component_value_list(css, skip_comments=True))


def is_group(rule: Node) -> bool:
    return rule.type == "at-rule" and rule.lower_at_keyword in _GROUPS


def walk(nodes: Iterable[Node]) -> Iterator[Node]:
    """Yield each node and all it holds."""
    for node in nodes:
        yield node
        for part in ("prelude", "content", "arguments"):
            yield from walk(getattr(node, part, None) or ())


def split(tokens: list[Node], separator: str) -> list[list[Node]]:
    """Return what stands between separators; nothing is split within brackets."""
    parts = [[]]
    for token in tokens:
        if token == separator:
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def joined(parts: Iterable[list[Node]], separator: str) -> list[Node]:
    tokens = [token for part in parts for token in (*part, LiteralToken(0, 0, separator))]
    return tokens[:-1]


def prune(
    rules: list[Node], is_used: Callable[[str], bool], is_begun: Callable[[str], bool]
) -> list[Node]:
    """Return the rules at least one of whose selectors asks for no class but used ones, and for
    no state, such as being pressed, but used ones.

    `is_begun` says whether a used class begins so: [class^=fr-icon-] asks for one that does.
    """
    for rule in rules:
        if is_group(rule):
            rule.content = prune(rule.content, is_used, is_begun)
        elif rule.type == "qualified-rule":
            kept = (
                selector
                for selector in split(rule.prelude, ",")
                if all(map(is_used, (*_classes(selector), *_states(selector))))
                and all(map(is_begun, _beginnings(selector)))
            )
            rule.prelude = joined(kept, ",")
    return _that_say_something(rules)


def without_unused_variables(rules: list[Node], elsewhere: list[Node]) -> list[Node]:
    """Return the rules less the variables that neither they nor the rules `elsewhere` read."""
    declarations = [d for rule in _flat(rules) for d in split(rule.content, ";")]
    reads = [(_variable(declaration), _read(declaration)) for declaration in declarations]
    kept, found = {None}, _read(elsewhere)
    while not found <= kept:
        kept |= found
        found = {name for variable, names in reads if variable in kept for name in names}
    return _with_variables(rules, kept)


def _with_variables(rules, kept):
    for rule in _flat(rules):
        declarations = split(rule.content, ";")
        rule.content = joined((d for d in declarations if d and _variable(d) in kept), ";")
    return _that_say_something(rules)


def _rules(tokens):
    rules = tinycss2.parse_rule_list(tokens, skip_comments=True, skip_whitespace=True)
    for rule in filter(is_group, rules):
        rule.content = _rules(rule.content)
    return rules


def _that_say_something(rules):
    """Leave out rules without a selector left, or with nothing in them."""
    for rule in filter(is_group, rules):
        rule.content = _that_say_something(rule.content)
    return [r for r in rules if r.content and (r.prelude or r.type == "at-rule")]


def _flat(rules):
    for rule in rules:
        if is_group(rule):
            yield from _flat(rule.content)
        else:
            yield rule


def _classes(selector):
    """Yield the DSFR's classes that an element must have."""
    dot = False
    for token in selector:
        if dot and token.type == "ident" and token.value.startswith(_CLASS):
            yield token.value
        dot = token.type == "literal" and token.value == "."
        if token.type == "function" and token.lower_name != "not":
            yield from _classes(token.arguments)


def _states(selector):
    """Yield the attributes of accessibility that an element must have."""
    for token in selector:
        if token.type == "[] block" and token.content[0].value.startswith(_STATE):
            yield token.content[0].value
        if token.type == "function" and token.lower_name != "not":
            yield from _states(token.arguments)


def _beginnings(selector):
    """Yield how a class of the DSFR must begin, where it is asked for as [class^=…], [class*=…]."""
    for token in selector:
        if token.type == "[] block":
            asked = [part.value for part in token.content if part.type != "whitespace"]
            if asked[0] == "class" and asked[1] in ("^=", "*=") and _CLASS in asked[2]:
                yield asked[2].strip()
        if token.type == "function" and token.lower_name != "not":
            yield from _beginnings(token.arguments)


def _variable(declaration):
    """Return the name of the variable that is set, if one is."""
    name = next((t.value for t in declaration if t.type == "ident"), "")
    return name if name.startswith("--") else None


def _read(nodes):
    calls = (n for n in walk(nodes) if n.type == "function" and n.lower_name == "var")
    return {t.value for call in calls for t in call.arguments[:2] if t.type == "ident"}
