"""Where the ground has moved under a patch, the checks fail, or the site does not start."""

import subprocess
import sys
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.dispatch import Signal
from wagtail import hooks

from site_cms.patches import PATCHES, REMOVED_HOOKS, check_ground
from site_cms.patches.ground import (
    MOVED,
    UNDONE,
    Receiver,
    RemovedHook,
    Replaced,
    fingerprint,
    instead,
)

REPLACED = [patch for patch in PATCHES if isinstance(patch, Replaced)]
RECEIVERS = [patch for patch in PATCHES if isinstance(patch, Receiver)]


def written_anew(*args):
    return "written anew"


def ids(patch):
    return str(patch).replace(" ", "_")


def errors(patch):
    return [error.id for error in patch.errors()]


# --- Our patches ----------------------------------------------------------------------------------


def test_all_patches_are_in_place_on_the_ground_they_were_written_for():
    assert check_ground() == []


@pytest.mark.parametrize("patch", REPLACED, ids=ids)
def test_a_patch_notices_when_what_it_replaces_moves(patch, monkeypatch):
    if patch.is_new:
        monkeypatch.delattr(patch.owner, patch.name)
    else:
        monkeypatch.setattr(patch.owner, patch.name, patch.shipped)
    others = {(other.owner, other.name): other.shipped for other in REPLACED if not other.is_new}
    for place in patch.rests_on:
        monkeypatch.setattr(*place, others.get(place, getattr(*place)))
    assert patch.look() == ""
    for owner, name in (*patch.rests_on, *([] if patch.is_new else [(patch.owner, patch.name)])):
        with monkeypatch.context() as moved:
            moved.setattr(owner, name, written_anew)
            assert "is not as in" in patch.look()


@pytest.mark.parametrize("patch", RECEIVERS, ids=ids)
def test_a_receiver_notices_when_the_packages_own_is_connected_otherwise(patch, monkeypatch):
    assert patch.look() == ""
    monkeypatch.setattr(patch, "connects", written_anew)
    assert "is not as in" in patch.look()


@pytest.mark.parametrize("patch", REMOVED_HOOKS, ids=lambda patch: patch.hook)
def test_a_hook_that_is_taken_out_has_to_be_there(patch, monkeypatch):
    assert "is gone" in patch.look()
    monkeypatch.setitem(hooks._hooks, patch.hook, [patch._entry()])
    assert patch.look() == ""
    assert errors(patch) == [UNDONE]
    monkeypatch.setattr(patch, "function", "wagtail_localize.wagtail_hooks.no_such_hook")
    assert "is gone" in patch.look()


def test_the_checks_of_django_tell_of_moved_ground(monkeypatch):
    monkeypatch.setattr(PATCHES[-1], "moved", "its fingerprint is another")
    with pytest.raises(SystemCheckError, match=rf"{MOVED}.*its fingerprint is another"):
        call_command("check")


START = """
import inspect
inspect.getsource = lambda function: "written anew"
import django
django.setup()
"""


def test_the_site_does_not_start_where_the_boundary_rests_on_moved_ground():
    done = subprocess.run(
        [sys.executable, "-c", START],
        cwd=settings.BASE_DIR,
        env={"DJANGO_SETTINGS_MODULE": "site_cms.settings.test"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "ImproperlyConfigured: Page.get_admin_display_title is not as in" in done.stderr


# --- How a patch works ----------------------------------------------------------------------------


@pytest.fixture
def package():
    class Package:
        def greet(self):
            return "bonjour"

        def name(self):
            return "camarade"

    return Package


def replaced(package, **kwargs):
    fields = {
        "seen": {"1": fingerprint(package.greet, package.name)},
        "rests_on": ((package, "name"),),
        "by": lambda shipped: lambda self: shipped(self) + " tous",
        "why": "One is not alone.",
    }
    return Replaced(owner=package, name="greet", **{**fields, **kwargs})


def test_a_replacement_is_given_what_was_there(package):
    patch = replaced(package)
    patch.put_in_place()
    assert package().greet() == "bonjour tous"
    assert errors(patch) == []


def test_blanks_and_comments_do_not_move_the_ground():
    def one(value):
        return value + 1

    first = fingerprint(one)

    def one(value):
        # One more.

        return value + 1  # at last

    assert fingerprint(one) == first

    def one(value):
        return value + 2

    assert fingerprint(one) != first


def test_what_was_written_anew_is_told_and_replaced_all_the_same(package):
    patch = replaced(package, seen={"1": "another"})
    patch.put_in_place()
    assert errors(patch) == [MOVED]
    assert package().greet() == "bonjour tous"


@pytest.mark.parametrize("name", ["greet", "name"])
def test_what_is_gone_is_told(package, name):
    patch = replaced(package, by=instead(written_anew))
    delattr(package, name)
    patch.put_in_place()
    assert patch.moved == f"Package.{name} is gone"
    assert errors(patch) == [MOVED]


def test_nothing_is_replaced_where_the_boundary_rests_on_moved_ground(package):
    patch = replaced(package, seen={"1": "another"}, guards_boundary=True)
    with pytest.raises(ImproperlyConfigured, match="One is not alone"):
        patch.put_in_place()


def test_a_replacement_that_something_undid_is_told(package):
    patch = replaced(package)
    patch.put_in_place()
    package.greet = written_anew
    assert errors(patch) == [UNDONE]


@pytest.mark.parametrize("is_first", [True, False])
def test_our_receiver_stays_whoever_connects_first(is_first):
    signal, heard = Signal(), []

    def connect_theirs():
        signal.connect(theirs, sender=SimpleNamespace, dispatch_uid="mail")

    def theirs(**kwargs):
        heard.append("theirs")

    patch = Receiver(
        signal=signal,
        sender=SimpleNamespace,
        uid="mail",
        by=lambda **kwargs: heard.append("ours"),
        connects=connect_theirs,
        seen={"1": fingerprint(connect_theirs)},
        why="Ours waits for the commit.",
    )
    steps = [patch.put_in_place, connect_theirs]
    for step in steps if is_first else reversed(steps):
        step()
    signal.send(SimpleNamespace)
    assert heard == ["ours"]
    assert errors(patch) == []
    signal.disconnect(sender=SimpleNamespace, dispatch_uid="mail")
    assert errors(patch) == [UNDONE]


def test_a_hook_is_taken_out(monkeypatch):
    patch = RemovedHook(hook="greet", function=f"{__name__}.written_anew", why="Nobody is there.")
    monkeypatch.setattr(patch, "_entry", lambda: (written_anew, 0))
    monkeypatch.setitem(hooks._hooks, "greet", [(written_anew, 0), (ids, 0)])
    patch.put_in_place()
    assert hooks._hooks["greet"] == [(ids, 0)]
    assert errors(patch) == []
