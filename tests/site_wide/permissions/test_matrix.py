"""Who may do what to which page: every role, on every side, for every kind of page and deed.

What is allowed must be done; what is not must leave the page as it was, and tell nothing of it.
"""

from dataclasses import dataclass

import pytest
from django.db import transaction

from tests.site_wide.permissions import deeds
from tests.site_wide.permissions.deeds import EVERY, NATIONAL, PUBLISH, READ, REMOVE, WRITE, Attempt

ROLES = (
    "anonymous",
    "deactivated",
    "nobody",
    "contribution",
    "publication",
    "two_regions",
    "relecture",
    "communication",
    "superuser",
)
SIDES = ("own", "second", "foreign", "reserved", "national")
REGIONAL = {*READ, *WRITE, *PUBLISH, *REMOVE}
# What each role may do to a page, by side.
RIGHTS = {
    "contribution": {"own": {*READ, *WRITE}},
    "publication": {"own": REGIONAL},
    "two_regions": {"own": REGIONAL, "second": REGIONAL},
    "relecture": {
        side: {*PUBLISH, deeds.compare} - {deeds.publish, deeds.schedule} for side in SIDES
    },
    "communication": {side: {*REGIONAL, *NATIONAL} for side in SIDES},
    "superuser": {side: set(EVERY) for side in SIDES},
}
BASIC = (deeds.open_, deeds.save, deeds.publish, deeds.unpublish)
LEAF = (*BASIC, deeds.delete, deeds.copy)
# Which deeds are tried on which kind of page: all on articles, the essential ones on each type.
TRIED = {
    "draft": tuple(deed for deed in EVERY if deed not in (deeds.add, *PUBLISH)) + (deeds.publish,),
    "article": tuple(deed for deed in EVERY if deed is not deeds.add),
    "region": (*BASIC, deeds.add, deeds.delete, deeds.bulk_delete),
    "twin": (deeds.open_, deeds.save, deeds.publish, deeds.add, deeds.delete),
    "territory": LEAF,
    "private": (deeds.open_, deeds.history, deeds.bulk_unpublish),
    "content": LEAF,
    "pioneer": LEAF,
    "call": LEAF,
    "milestone": LEAF,
    "contact": BASIC,
    "statement": BASIC,
    "site_map": BASIC,
    "timeline": BASIC,
    "index": (*BASIC, deeds.add),
    "territories": (*BASIC, deeds.add),
    "home": (deeds.open_, deeds.save, deeds.publish, deeds.add),
}
# Deeds that are set up by changing the page first.
PREPARED = (deeds.lock, deeds.unlock, deeds.bulk_publish)


@dataclass(frozen=True)
class Cell:
    role: str
    side: str
    kind: str
    deed: object

    @property
    def rights(self):
        return RIGHTS.get(self.role, {}).get(self.side, set())

    @property
    def may_write(self):
        """Whether something may change: who may not publish saves a draft by trying."""
        return self.is_allowed or deeds.save in self.rights

    @property
    def is_allowed(self):
        return self._may_remove() if self.deed in REMOVE else self.deed in self.rights

    def _may_remove(self):
        if self.kind in ("region", "twin"):
            # The rights of the region hang on it; and there are pages under it.
            return self.role == "superuser" or (
                self.kind == "twin" and self.role == "communication"
            )
        is_own_draft = self.role == "contribution" and self.side == "own" and self.kind == "draft"
        return is_own_draft or self.deed in self.rights

    def __str__(self):
        return f"{self.role}: {self.deed.__name__} {self.kind} ({self.side})"


def cells(world, role):
    for side in SIDES:
        for kind in world.sides[side].pages:
            if is_telling(role, side, kind):
                for deed in TRIED.get(kind, ()):
                    yield Cell(role, side, kind, deed)


def is_telling(role, side, kind):
    """Leave out what another cell says: each one takes its time."""
    if side == "reserved":
        return kind == "draft"
    if role == "superuser":
        return kind in ("draft", "article", "home") and side in ("own", "national")
    if side == "second" or (role == "communication" and side == "foreign"):
        return kind in ("draft", "region")
    return True


def enter(client, world, role):
    if role != "anonymous":
        client.force_login(world.accounts[role])


# On both databases those whose rights are asked of the most tables; the others on one.
ON_BOTH = ("contribution", "publication", "communication")
TRIED_ROLES = [
    role if role in ON_BOTH else pytest.param(role, marks=pytest.mark.once) for role in ROLES
]


@pytest.mark.parametrize("role", TRIED_ROLES)
def test_a_role_may_do_what_the_table_says_and_nothing_else(world, client, role):
    enter(client, world, role)
    wrong = [str(cell) for cell in cells(world, role) if tried(client, world, cell) is False]
    assert "\n".join(wrong) == ""


def tried(client, world, cell):
    """Return whether the cell came out as it should; nothing stays done."""
    with transaction.atomic():
        attempt = Attempt(client, world, world.sides[cell.side].fresh(cell.kind))
        before = attempt.before
        is_done = cell.deed(attempt)
        is_right = bool(is_done) == cell.is_allowed
        if not cell.may_write and cell.deed not in PREPARED:
            is_right = is_right and attempt.state() == before
        transaction.set_rollback(True)
    # Messages that no page has shown would pile up.
    client.cookies.pop("messages", None)
    return is_right
