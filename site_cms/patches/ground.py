"""How something of a package's own is replaced: said in one place, and checked at each start.

A replacement is right as long as the ground it stands on is: the function it replaces, and those
it takes for granted, as somebody read them. Each carries their fingerprints by version. Where the
ground has moved `manage.py check` fails; where the boundary between teams rests on it, the site
does not start.
"""

import inspect
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from types import ModuleType

from django.core.checks import Error
from django.core.exceptions import ImproperlyConfigured
from django.dispatch import Signal
from django.utils.module_loading import import_string
from wagtail import hooks

MOVED, UNDONE = "site_cms.E101", "site_cms.E102"
HINT = (
    "Read what changed, mend or drop the patch, then write down the new fingerprint. It is there: "
)
_BLANKS_AND_COMMENTS = re.compile(r"#.*|\s")


def fingerprint(*functions: Callable) -> str:
    """Return what changes when a function is written differently, blanks and comments apart."""
    sources = (inspect.getsource(inspect.unwrap(function)) for function in functions)
    text = "\n".join(_BLANKS_AND_COMMENTS.sub("", source) for source in sources)
    return sha256(text.encode()).hexdigest()[:12]


def _unlike(patch, seen: dict[str, str], *functions: Callable) -> str:
    found = fingerprint(*functions)
    known = ", ".join(seen)
    return "" if found in seen.values() else f"{patch} is not as in {known}: {found}"


def instead(function: Callable) -> Callable:
    """For a replacement that has no use for what it replaces."""
    return lambda shipped: function


@dataclass(eq=False, kw_only=True)
class Patch:
    """Something put in place of a package's own, and why."""

    why: str
    # Without it one team could read or change what is another's.
    guards_boundary: bool = False
    moved: str = field(default="", init=False)

    def put_in_place(self):
        self.moved = self.look()
        if self.moved and self.guards_boundary:
            raise ImproperlyConfigured(f"{self.moved}. {HINT}{self.why}")
        self.replace()

    def look(self) -> str:
        """Return what has changed in the ground since somebody read it, or ""."""
        raise NotImplementedError

    def replace(self):
        raise NotImplementedError

    def is_in_place(self) -> bool:
        raise NotImplementedError

    def errors(self) -> Iterator[Error]:
        if self.moved:
            yield Error(self.moved, hint=HINT + self.why, id=MOVED)
        elif not self.is_in_place():
            yield Error(f"{self} was undone by something else", hint=self.why, id=UNDONE)


@dataclass(eq=False, kw_only=True)
class Replaced(Patch):
    """A function or method. `by` is given the one that was there, and returns its replacement."""

    owner: type | ModuleType
    name: str
    by: Callable
    # By version of the package; versions that are alike have the same.
    seen: dict[str, str]
    # Others, as (owner, name), that the replacement takes for granted.
    rests_on: tuple = ()
    # What is new on the owner has no fingerprint of its own.
    is_new: bool = False
    shipped: object = field(default=None, init=False)
    ours: object = field(default=None, init=False)

    def __str__(self):
        return f"{self.owner.__name__}.{self.name}"

    def look(self):
        ground = (() if self.is_new else ((self.owner, self.name),)) + self.rests_on
        gone = [f"{owner.__name__}.{name}" for owner, name in ground if not hasattr(owner, name)]
        if gone:
            return f"{', '.join(gone)} is gone"
        return _unlike(self, self.seen, *(getattr(owner, name) for owner, name in ground))

    def replace(self):
        self.shipped = getattr(self.owner, self.name, None)
        self.ours = self.by(self.shipped)
        setattr(self.owner, self.name, self.ours)

    def is_in_place(self):
        return inspect.getattr_static(self.owner, self.name) is self.ours


@dataclass(eq=False, kw_only=True)
class Receiver(Patch):
    """A receiver of a signal, under the name that the package gives its own.

    Whoever connects first under a name stays: it does not matter which of us is loaded first.
    """

    signal: Signal
    sender: type
    uid: str
    by: Callable
    # Where the package connects its own, and how that is written by version.
    connects: Callable
    seen: dict[str, str]

    def __str__(self):
        return f"The receiver {self.uid}"

    def look(self):
        return _unlike(self, self.seen, self.connects)

    def replace(self):
        self.signal.disconnect(sender=self.sender, dispatch_uid=self.uid)
        self.signal.connect(self.by, sender=self.sender, dispatch_uid=self.uid, weak=False)

    def is_in_place(self):
        key = (self.uid, id(self.sender))
        return [entry[1] for entry in self.signal.receivers if entry[0] == key] == [self.by]


@dataclass(eq=False, kw_only=True)
class RemovedHook(Patch):
    """A hook of a package's own that is taken out; no public way leads there."""

    hook: str
    function: str
    order: int = 0

    def __str__(self):
        return f"The hook {self.function}"

    def _entry(self):
        return (import_string(self.function), self.order)

    def look(self):
        try:
            is_there = self._entry() in hooks._hooks.get(self.hook, [])
        except ImportError:
            is_there = False
        return "" if is_there else f"{self} is gone, or registered otherwise"

    def replace(self):
        if not self.moved:
            hooks._hooks[self.hook].remove(self._entry())

    def is_in_place(self):
        return self._entry() not in hooks._hooks[self.hook]
