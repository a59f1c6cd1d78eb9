"""Two habits of the tests: what has no order comes in another, and a template knows its variables.

A list that is right only because rows happen to lie in the order they were written, and a
misspelt variable that leaves a hole in a page, both pass unseen. Here they fail.
"""

import random
from copy import copy
from functools import cache
from pathlib import Path

from django.conf import settings
from django.db.models import query
from django.template.base import FilterExpression, Parser, TokenType, VariableDoesNotExist
from django.template.defaultfilters import default, default_if_none
from django.template.defaulttags import ForNode
from django.templatetags.i18n import BlockTranslateNode

# `RawModelIterable` is left out: the order of SQL written by hand is not known.
RESULTS = (
    query.ModelIterable,
    query.ValuesIterable,
    query.ValuesListIterable,
    query.FlatValuesListIterable,
)

# --- Querysets ------------------------------------------------------------------------------------


def shuffle(rows: list) -> list:
    """Put rows in another order: never the one they came in, and the same in every run."""
    mixed = random.Random(len(rows)).sample(rows, len(rows))
    return rows[::-1] if mixed == rows else mixed


def has_no_order(queryset) -> bool:
    """Tell whether the database may answer in any order. A slice would choose other rows."""
    return (
        queryset.model._meta.app_label in settings.HOUSE
        and not queryset.ordered
        and not queryset.query.is_sliced
    )


def shuffle_querysets(monkeypatch):
    """Shuffle what our models' querysets find, where they name no order."""
    for results in RESULTS:
        monkeypatch.setattr(results, "__iter__", shuffled(results.__iter__))


def shuffled(iterate):
    def rows(self):
        found = iterate(self)
        return iter(shuffle(list(found))) if has_no_order(self.queryset) else found

    return rows


# --- Templates ------------------------------------------------------------------------------------


class UnknownVariable(Exception):
    """A template of ours names what its context does not hold."""


@cache
def is_ours(origin: str) -> bool:
    """Tell our templates from those of packages, which count on Django's leniency."""
    path = Path(origin)
    return any(path.is_relative_to(settings.BASE_DIR / room) for room in settings.HOUSE)


class Needed:
    """A variable that must exist, for an expression of a template."""

    def __init__(self, variable, origin):
        self.variable, self.origin = variable, origin

    def resolve(self, context):
        try:
            return self.variable.resolve(context)
        except VariableDoesNotExist as missing:
            unknown = f"{self.origin}: {self.variable}, {missing.params[0]!r} is not there"
            raise UnknownVariable(unknown) from missing


class StrictExpression(FilterExpression):
    """What stands between braces; `{% if %}` may ask for what does not exist, and so may `default`.

    Django resolves the sequence of `{% for %}` as leniently as a condition; here it must exist.
    """

    __slots__ = ("is_looped", "needed")

    def __init__(self, token, parser):
        super().__init__(token, parser)
        self.is_looped, self.needed = False, None
        if self.is_var and not {default, default_if_none} & {name for name, _ in self.filters}:
            self.needed = copy(self)
            self.needed.var = Needed(self.var, parser.origin)

    def resolve(self, context, ignore_failures=False):
        if self.needed and (self.is_looped or not ignore_failures):
            return self.needed.resolve(context)
        return super().resolve(context, ignore_failures)


def require_variables(monkeypatch):
    """Fail where one of our templates names a variable that does not exist."""
    begin_loop, translate = ForNode.__init__, BlockTranslateNode.render

    def compile_filter(self, token):
        return (StrictExpression if is_ours(str(self.origin)) else FilterExpression)(token, self)

    def loop(self, loopvars, sequence, *args, **kwargs):
        if isinstance(sequence, StrictExpression):
            sequence.is_looped = True
        begin_loop(self, loopvars, sequence, *args, **kwargs)

    def render(self, context, *args, **kwargs):
        if is_ours(str(self.origin)):
            require_words(self, context)
        return translate(self, context, *args, **kwargs)

    monkeypatch.setattr(Parser, "compile_filter", compile_filter)
    monkeypatch.setattr(ForNode, "__init__", loop)
    monkeypatch.setattr(BlockTranslateNode, "render", render)


def require_words(node, context):
    """Look for the variables inside a translated text, which Django reads by itself."""
    tokens = [*node.singular, *(node.plural or [])]
    names = {token.contents for token in tokens if token.token_type == TokenType.VAR}
    known = {*node.extra_context, node.countervar}
    for name in names - known:
        if name not in context:
            raise UnknownVariable(f"{node.origin}: {name} in a translated text is not there")
