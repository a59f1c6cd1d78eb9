"""What installed packages say in French: in French, whole sentences, in the words of the guide.

Their own catalogues leave some of it in English, guess at no agreement (« supprimé(e) ») and call
things by names that only developers know: site_cms/locale/fr says it otherwise.
"""

import re
from pathlib import Path

import pytest
import wagtail.admin
from babel.messages.pofile import read_po
from django.apps import apps
from django.template.loader import get_template
from django.utils.translation import gettext, ngettext, override, pgettext

from site_cms.translation.editor_words import EditorWords, ScreenWords
from site_cms.words.package_templates import REWORDED
from tests.site_cms.words.stock_words import stock_words

# The same word in both languages, or signs only.
ALIKE = {
    *("%(range_start)s - %(range_end)s", "%(status_display)s %(task_name)s %(started_at)s"),
    *("%(count)s document", "%(count)s image", "%(num_parent_objects)d page", "1 page"),
    *("%(related_model_name)s %(field_label)s", "0 minutes", "%(num)s min", "%(num)s pixel"),
    *(
        "action",
        "actions",
        "permanent",
        "alias",
        "app",
        "application",
        "client",
        "clients",
        "code",
        "format",
    ),
    *("collection", "collections", "date", "description", "document", "documents", "headless"),
    *("id", "image", "images", "maximum", "mfa", "minimum", "notifications", "page", "pages"),
    *("pagination", "parent", "permission", "permissions", "port", "public", "section", "site"),
    *("sessions", "sites", "source", "type", "uid", "url", "version", "webauthn"),
    "wagtail api v2",
}
PACKAGES = [
    app
    for app in apps.get_app_configs()
    if app.name.startswith(("wagtail", "allauth")) or app.name == "django.contrib.auth"
]


def messages(app, domain):
    """Yield what a package says, with its context, as it stands in its English catalogue."""
    file = Path(app.path) / "locale" / "en" / "LC_MESSAGES" / f"{domain}.po"
    if file.exists():
        with file.open("rb") as opened:
            yield from ((m.id, m.context) for m in read_po(opened) if m.id)


def in_french(words, context):
    if isinstance(words, tuple):
        return [ngettext(*words, 1), ngettext(*words, 5)]
    return [pgettext(context, words) if context else gettext(words)]


@pytest.mark.parametrize("app", PACKAGES, ids=lambda app: app.name)
def test_packages_speak_as_the_guide_does(app):
    with override("fr"):
        said = {words: in_french(words, context) for words, context in messages(app, "django")}
    found = [(words, stock) for words, french in said.items() if (stock := faults(words, french))]
    assert not found


def faults(words, french):
    first = words[0] if isinstance(words, tuple) else words
    if first.lower() not in ALIKE and first in french:
        return "English"
    return [stock for line in french for stock in stock_words(without_places(line))]


def without_places(line):
    """Leave out the names of what is put in, and of tags."""
    return re.sub(r"%\([^)]*\)[sd]|\{[^}]*\}|<[^>]*>", "X", line)


@pytest.mark.parametrize("view", [ScreenWords, EditorWords])
def test_scripts_speak_as_the_guide_does(rf, view):
    catalogue = view()
    with override("fr"):
        catalogue.get(rf.get("/"))
        said = catalogue.get_catalog()
    package = next(app for app in PACKAGES if app.name in view.packages)
    found = {}
    for words, _context in messages(package, "djangojs"):
        first = words[0] if isinstance(words, tuple) else words
        french = said.get(first, first)
        found[first] = faults(first, [french] if isinstance(french, str) else french)
    assert found
    assert not {words: stock for words, stock in found.items() if stock}


@pytest.mark.parametrize("name", REWORDED)
def test_what_is_reworded_still_stands_in_the_templates_of_packages(name):
    source = Path(get_template(name).origin.name).read_text()
    if name.startswith("wagtailadmin/home"):
        # Ours stands before it.
        source = (Path(wagtail.admin.__path__[0]) / "templates" / name).read_text()
    assert [theirs for theirs in REWORDED[name] if theirs not in source] == []
