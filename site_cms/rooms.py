"""The rooms above the ground floor, which names none of them: they bring what they add.

`settings.ROOMS` lists them. The ground floor loads four modules by their names, when it needs them:
rights.py, urls.py, exports.py and events.py; a room without that concern has no such file. The rest
is registered where it is made.
"""

from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from django.conf import settings


def modules(name: str) -> list[ModuleType]:
    """Return the module of this name of every room that has one, in the order of the rooms."""
    paths = (f"{room}.{name}" for room in settings.ROOMS)
    return [import_module(path) for path in paths if find_spec(path)]
