"""Translates pages and snippets into English, as the people of the translation desk would.

The words are PO files: French segment, English segment. What has a translation is left alone.
"""

from collections.abc import Iterable
from functools import cache
from json import dumps
from pathlib import Path

from polib import pofile
from wagtail.models import Locale, Page
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


@cache
def words(*folders: Path) -> dict[str, str]:
    """Return the English of every French segment: of the first pages, and of these folders."""
    paths = (path for folder in (WORDS, *folders) for path in folder.glob("*.po"))
    return {entry.msgid: entry.msgstr for path in paths for entry in pofile(path)}


class Translator:
    """`words` are the English segments by the French ones."""

    def __init__(self, words: dict[str, str]):
        self.words = words
        self.locale, _created = Locale.objects.get_or_create(language_code="en")

    def translate_all(self, instances: Iterable):
        """Translate from the top of the tree: a page's parent before it."""
        for instance in sorted(instances, key=lambda each: getattr(each, "path", "")):
            if instance.has_translation(self.locale):
                continue
            instance.refresh_from_db()
            translated = self._translate(instance)
            if isinstance(translated, Page):
                translated.get_latest_revision().publish()

    def _translate(self, instance):
        source, _created = TranslationSource.update_or_create_from_instance(instance)
        Translation.objects.create(source=source, target_locale=self.locale)
        segments = StringSegment.objects.filter(source=source).select_related("string")
        StringTranslation.objects.bulk_create(
            [self._translation_of(segment) for segment in segments], ignore_conflicts=True
        )
        self._write_address(source)
        is_page = isinstance(instance, Page)
        translated, _created = source.create_or_update_translation(self.locale, publish=not is_page)
        return translated

    def _translation_of(self, segment):
        return StringTranslation(
            translation_of_id=segment.string_id,
            context_id=segment.context_id,
            locale=self.locale,
            data=self.words[segment.string.data],
            translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
        )

    def _write_address(self, source):
        """Write the address by hand: it would be as long as the title."""
        for segment in OverridableSegment.objects.filter(source=source, context__path=ADDRESS):
            SegmentOverride.objects.create(
                context_id=segment.context_id,
                locale=self.locale,
                data_json=dumps(self.words[segment.data]),
            )
