"""The rooms above the ground floor, which names none of them: they bring what they add.

`settings.ROOMS` lists them. What a room registers stands in a module of a fixed name, which the
ground floor loads when it needs it; a room without that concern has no such file.
"""

from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from django.conf import settings


def modules(name: str) -> list[ModuleType]:
    """Return the module of this name of every room that has one, in the order of the rooms."""
    paths = (f"{room}.{name}" for room in settings.ROOMS)
    return [import_module(path) for path in paths if find_spec(path)]
