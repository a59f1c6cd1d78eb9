"""Translates the demonstration into English.

Three pages stay untranslated and one falls behind its French, so that notices and the board can be
seen.
"""

from pathlib import Path

from home.start.english import Translator, words

WORDS = Path(__file__).parent / "english"
UNTRANSLATED = (
    "article:nantes-acces-partage-foncier",
    "pioneer:toit-a-moi",
    "territory:territoire-ledonien",
)
OUT_OF_DATE = "accelerateur"
ADDED_SINCE = "<p>Le calendrier donne les étapes de janvier 2018 à septembre 2020.</p>"


def translate(pages: dict, snippets: list):
    """`pages` are the French pages by key, as DemoBuilder leaves them."""
    translator = Translator(words(WORDS))
    translator.translate_all(snippets)
    translator.translate_all(pages[key] for key in pages if key not in UNTRANSLATED)
    _let_one_fall_behind(pages[OUT_OF_DATE])


def _let_one_fall_behind(page):
    page.refresh_from_db()
    page.body.append(("paragraph", ADDED_SINCE))
    page.save_revision().publish()
