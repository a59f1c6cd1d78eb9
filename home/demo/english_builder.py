"""Translates the demo site into English, as the people of its translation desk would.

The words are PO files, one for each part of the site: French segment, English segment. Three pages
stay untranslated and one falls behind its French, so that notices and the board can be seen.
"""

from functools import cache
from json import dumps
from pathlib import Path

from polib import pofile
from wagtail.models import Locale
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)

from site_cms.translation.fields import ADDRESS

WORDS = Path(__file__).parent / "english"
UNTRANSLATED = (
    "article:nantes-acces-partage-foncier",
    "pioneer:toit-a-moi",
    "territory:territoire-ledonien",
)
OUT_OF_DATE = "accelerateur"
ADDED_SINCE = "<p>Le calendrier donne les étapes de janvier 2018 à septembre 2020.</p>"


@cache
def words() -> dict[str, str]:
    """Return the English of every French segment."""
    entries = (entry for path in WORDS.glob("*.po") for entry in pofile(path))
    return {entry.msgid: entry.msgstr for entry in entries}


class EnglishBuilder:
    """`pages` are the French pages by key, as DemoBuilder leaves them."""

    def __init__(self, pages, snippets):
        self.locale, _created = Locale.objects.get_or_create(language_code="en")
        self.pages = pages
        self.snippets = snippets

    def build(self):
        for snippet in self.snippets:
            self._translate(snippet)
        left_out = {self.pages[key].pk for key in UNTRANSLATED}
        # From the top of the tree: a page's parent is translated before it.
        for page in sorted(self.pages.values(), key=lambda page: page.path):
            if page.pk not in left_out:
                page.refresh_from_db()
                self._translate(page).get_latest_revision().publish()
        self._let_one_fall_behind()

    def _translate(self, instance):
        source, _created = TranslationSource.update_or_create_from_instance(instance)
        Translation.objects.create(source=source, target_locale=self.locale)
        segments = StringSegment.objects.filter(source=source).select_related("string")
        StringTranslation.objects.bulk_create(
            [self._translation_of(segment) for segment in segments], ignore_conflicts=True
        )
        self._write_address(source)
        is_page = hasattr(instance, "path")
        translated, _created = source.create_or_update_translation(self.locale, publish=not is_page)
        return translated

    def _translation_of(self, segment):
        return StringTranslation(
            translation_of_id=segment.string_id,
            context_id=segment.context_id,
            locale=self.locale,
            data=words()[segment.string.data],
            translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
        )

    def _write_address(self, source):
        """Write the address by hand: it would be as long as the title."""
        for segment in OverridableSegment.objects.filter(source=source, context__path=ADDRESS):
            SegmentOverride.objects.create(
                context_id=segment.context_id,
                locale=self.locale,
                data_json=dumps(words()[segment.data]),
            )

    def _let_one_fall_behind(self):
        page = self.pages[OUT_OF_DATE]
        page.refresh_from_db()
        page.body.append(("paragraph", ADDED_SINCE))
        page.save_revision().publish()
