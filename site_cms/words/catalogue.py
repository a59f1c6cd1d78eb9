"""The words of the interface: read out of the code, and checked to be translated.

The code's own strings are French; each other language has a catalogue in site_cms/locale/. Babel
reads and compiles them, so that no machine needs the gettext programs.
"""

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir, extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

from site_cms.words.french import is_french

LOCALES = settings.LOCALE_PATHS[0]
METHODS = [
    ("**/migrations/**", "ignore"),
    ("**.py", "python"),
    ("**/templates/**.html", "site_cms.words.catalogue:extract_template"),
    ("**/templates/**.txt", "site_cms.words.catalogue:extract_template"),
]
KEYWORDS = DEFAULT_KEYWORDS | {
    "gettext_lazy": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
}
WIDTH = 100
HEADER = "# The words of the interface. `make words` finds them; translate what is empty."


def extract_template(fileobj, keywords, comment_tags, options):
    """Yield the strings of a Django template, which Django itself turns into Python to read."""
    source = templatize(fileobj.read().decode())
    # In brackets Python minds no indentation, of which templates have their own.
    bracketed = BytesIO(f"({source}\n)".encode())
    yield from extract_python(bracketed, keywords, comment_tags, options)


def strings() -> Catalog:
    """Return every string of the code, each with the files that use it."""
    found = Catalog(project="French Impact", fuzzy=False)
    for room in reversed(settings.HOUSE):
        folder = settings.BASE_DIR / room
        for file, _line, message, comments, context in extract_from_dir(
            folder, method_map=METHODS, keywords=KEYWORDS
        ):
            # Files without lines: a catalogue changes only when words do.
            found.add(message, None, [(f"{room}/{file}", None)], (), comments, context=context)
    return found


def languages() -> list[str]:
    """Return the languages other than the code's own, as the settings name them."""
    return [code for code, _name in settings.LANGUAGES if not is_french(code)]


def path_of(language: str) -> Path:
    return LOCALES / language / "LC_MESSAGES" / "django.po"


def load(language: str) -> Catalog:
    path = path_of(language)
    if not path.exists():
        return Catalog(locale=language, fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def update(language: str):
    """Write the catalogue anew: strings that came are empty, those that went are dropped."""
    catalogue = load(language)
    catalogue.update(strings(), no_fuzzy_matching=True, update_creation_date=False)
    catalogue.obsolete.clear()
    catalogue.header_comment = HEADER
    path_of(language).parent.mkdir(parents=True, exist_ok=True)
    with path_of(language).open("wb") as file:
        write_po(file, catalogue, width=WIDTH, sort_output=True, omit_header=False)


def compile_all():
    """Compile the catalogues that changed since they were: Django reads only compiled ones."""
    for path in LOCALES.glob("*/LC_MESSAGES/django.po"):
        compiled = path.with_suffix(".mo")
        if compiled.exists() and compiled.stat().st_mtime >= path.stat().st_mtime:
            continue
        with path.open("rb") as source, compiled.open("wb") as target:
            write_mo(target, read_po(source, locale=path.parts[-3]))


def faults(language: str) -> list[str]:
    """Return what is wrong with a catalogue, a sentence each: none when all is translated."""
    known = {_key(message): message for message in load(language) if message.id}
    used = {_key(message) for message in strings() if message.id}
    wrong = [f"not in the catalogue: {key[1]!r}" for key in used - known.keys()]
    wrong += [f"no longer used: {key[1]!r}" for key in known.keys() - used]
    for key in used & known.keys():
        wrong += _faults_of(known[key])
    return sorted(wrong)


def _key(message):
    return message.context, message.id


def _faults_of(message):
    texts = message.string if isinstance(message.string, tuple) else (message.string,)
    if message.fuzzy or not all(texts):
        yield f"not translated: {message.id!r}"
        return
    for error in message.check():
        yield f"{error}: {message.id!r}"
