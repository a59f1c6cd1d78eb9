"""Names in the order a reader looks them up, whatever the database makes of accents."""

from collections.abc import Iterable

from site_cms.search.analysis import fold


def name_key(name) -> tuple[str, str]:
    """Return what a name is sorted by: accents and capitals count only between equals."""
    return (fold(str(name)), str(name))


def by_label(choices: Iterable[tuple]) -> list[tuple]:
    """Return (value, label) choices by their labels in the active language."""
    return sorted(choices, key=lambda choice: name_key(choice[1]))


def by_name(things: Iterable) -> list:
    return sorted(things, key=lambda thing: name_key(thing.name))
