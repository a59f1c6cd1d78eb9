"""Links, bold and italics as a translator reads and types them, instead of tags.

wagtail-localize shows « Lisez <a id="a1">la suite</a> »; here it is « Lisez [1: la suite] ».
"""

import re

from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.views import edit_translation

# By the beginning of each tag: what it is read as, and what is read back.
_MARKS = {
    "<a id=": (
        r'<a id="a(\d+)">(.*?)</a>',
        r"[\1: \2]",
        r"\[(\d+)\s*:\s*([^\[\]]*)\]",
        r'<a id="a\1">\2</a>',
    ),
    "<b>": (r"<b>(.*?)</b>", r"**\1**", r"\*\*(.+?)\*\*", r"<b>\1</b>"),
    "<i>": (r"<i>(.*?)</i>", r"__\1__", r"__(.+?)__", r"<i>\1</i>"),
}


def with_marks(text: str) -> str:
    for tag, mark, _read, _tag in _MARKS.values():
        text = re.sub(tag, mark, text, flags=re.DOTALL)
    return text


def with_tags(text: str, original: str) -> str:
    """Read marks back, of the kinds that the original has: elsewhere the signs are but signs."""
    for start, (_tag, _mark, read, tag) in _MARKS.items():
        if start in original:
            text = re.sub(read, tag, text, flags=re.DOTALL)
    return text


def show_marks(shown: dict) -> None:
    """Put marks into what the segment editor is given."""
    for segment in shown["segments"]:
        if isinstance(segment.get("source"), str):
            segment["source"] = with_marks(segment["source"])
    for translation in shown["initialStringTranslations"]:
        translation["data"] = with_marks(translation["data"])


def edit_string(request, translation_id, string_segment_id):
    """Keep a translation as wagtail-localize does, with tags for marks, and answer with marks."""
    response = edit_translation.edit_string_translation(request, translation_id, string_segment_id)
    if request.method == "PUT" and response.data:
        response.data["data"] = with_marks(_keep_tags(translation_id, string_segment_id))
    return response


def _keep_tags(translation_id, string_segment_id) -> str:
    segment = StringSegment.objects.select_related("string").get(pk=string_segment_id)
    target = Translation.objects.get(pk=translation_id).target_locale_id
    kept = StringTranslation.objects.get(
        translation_of=segment.string_id, locale=target, context=segment.context_id
    )
    kept.data = with_tags(kept.data, segment.string.data)
    kept.save()
    return kept.data
