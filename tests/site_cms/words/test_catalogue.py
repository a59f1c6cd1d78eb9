"""The words of the interface: ours stay ours, beside those of the packages."""

import re
from pathlib import Path

import django
import pytest
from babel.messages.mofile import read_mo
from django.apps import apps
from django.utils import translation

from site_cms.words.catalogue import load, strings

# Named in English in the settings, for Django to translate.
LANGUAGES = {"French", "English"}


@pytest.fixture
def ours():
    """Our strings that no context tells from another's of the same letters."""
    ids = (message.id for message in strings() if message.id and not message.context)
    return {one if isinstance(one, str) else one[0] for one in ids} - LANGUAGES


def test_no_word_of_ours_is_said_in_the_words_of_a_package(ours):
    with translation.override("fr"):
        assert {word: said for word in ours if (said := translation.gettext(word)) != word} == {}


def test_no_word_of_ours_changes_the_english_of_a_package(ours):
    english = load("en")
    folders = [config.path for config in apps.get_app_configs()]
    folders.append(Path(django.__file__).parent / "conf")
    theirs = set()
    for folder in folders:
        path = Path(folder, "locale", "fr", "LC_MESSAGES", "django.mo")
        if path.exists():
            with path.open("rb") as file:
                theirs |= {one.id for one in read_mo(file) if isinstance(one.id, str)}
    assert len(theirs) > 1000
    changed = {word: english.get(word).string for word in ours & theirs}
    assert {word: said for word, said in changed.items() if said != word} == {}


def test_one_space_stands_before_a_colon_and_a_narrow_one_before_other_signs():
    """As what editors write: see typography.py."""
    texts = [str(message.id) for message in strings()]
    assert [text for text in texts if re.search("\u00a0[;?!]|\u202f[:»]", text)] == []
