"""Names in the order a reader looks them up, whatever the database makes of accents."""

from collections.abc import Iterable

from django.db.models import Func, TextField

from site_cms.words.letters import fold

# The letters of Europe's Latin alphabets that fold to one plain letter, and that letter.
_LETTERS = {letter: fold(letter) for letter in map(chr, range(0xC0, 0x180))}
_ACCENTED = [letter for letter, plain in _LETTERS.items() if plain.isascii() and len(plain) == 1]


def name_key(name) -> tuple[str, str]:
    """Return what a name is sorted by: accents and capitals count only between equals."""
    return (fold(str(name)), str(name))


def by_label(choices: Iterable[tuple]) -> list[tuple]:
    """Return (value, label) choices by their labels in the active language."""
    return sorted(choices, key=lambda choice: name_key(choice[1]))


def by_name(things: Iterable) -> list:
    return sorted(things, key=lambda thing: name_key(thing.name))


class NameKey(Func):
    """The same order in a query: neither database knows a reader's order by itself.

    A SQLite connection is given `fold` (see apps.py); PostgreSQL has the means to do without.
    """

    function = "FOLD"
    arity = 1
    output_field = TextField()

    def as_postgresql(self, compiler, connection, **context):
        text = "replace(replace(%(expressions)s, 'œ', 'oe'), 'Œ', 'oe')"
        accented, plain = "".join(_ACCENTED), "".join(map(fold, _ACCENTED))
        template = f"lower(translate({text}, '{accented}', '{plain}')) COLLATE \"C\""
        return self.as_sql(compiler, connection, template=template, **context)


BY_TITLE = (NameKey("title"), "title", "pk")


def add_fold(connection, **_kwargs):
    """Give a new connection to SQLite the function that NameKey calls."""
    if connection.vendor == "sqlite":
        connection.connection.create_function("FOLD", 1, fold, deterministic=True)
