"""What wagtail-localize has to be told about our fields and blocks.

By itself it translates every text, copies every other value, overlooks tables and relations of
many to many. What it overlooks would stay as it was, in French, in every translation.
"""

import re

from django.core.exceptions import BadRequest, ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from modelcluster.fields import ParentalManyToManyField
from wagtail.blocks import RichTextBlock
from wagtail.contrib.typed_table_block.blocks import TypedTable, TypedTableBlock
from wagtail.models import Page, TranslatableMixin
from wagtail.rich_text import RichText
from wagtail.snippets.models import get_snippet_models
from wagtail_localize.fields import SynchronizedField, copy_synchronised_fields
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.strings import StringValue, extract_strings, restore_strings

from site_cms.words.dates import format_day

ADDRESS = "slug"


def same_everywhere(*names: str, overridable: bool = True) -> list[SynchronizedField]:
    """Return the rule for texts that are copied, not translated: names, codes, numbers.

    A translator may still write another value, unless that is forbidden.
    """
    return [SynchronizedField(name, overridable=overridable) for name in names]


def own_address() -> list[SynchronizedField]:
    """Return the rule for the address of a page: no text to translate, yet its own.

    A translator may type one; what happens where nobody does is in twins.py.
    """
    return [SynchronizedField(ADDRESS)]


def vocabularies() -> list[type[TranslatableMixin]]:
    """Return what is translated and is no page: themes, sections."""
    return [model for model in get_snippet_models() if issubclass(model, TranslatableMixin)]


def refuse_taken_slug(item):
    """Say that a slug is taken in the item's language.

    Its constraint is not looked at when a form is: the language is no field of it.
    """
    same = type(item)._base_manager.filter(slug=item.slug, locale=item.locale_id)
    if same.exclude(pk=item.pk).exists():
        raise ValidationError(
            {"slug": gettext("Cet identifiant est déjà pris. Choisissez-en un autre.")}
        )


class TranslatableTableBlock(TypedTableBlock):
    """A table whose words are translated.

    Each distinct text is one segment, wherever it stands: the translation outlives rows that are
    added, moved and removed.
    """

    def value_from_datadict(self, data, files, prefix):
        """Wagtail takes the kind of a column for one it knows."""
        kind = re.compile(rf"{re.escape(prefix)}-column-\d+-type")
        if any(kind.fullmatch(name) and data[name] not in self.child_blocks for name in data):
            raise BadRequest("A column of no known kind")
        return super().value_from_datadict(data, files, prefix)

    def get_translatable_segments(self, table):
        return [StringSegmentValue("", string, attrs=attrs) for string, attrs in _distinct(table)]

    def restore_translated_segments(self, table, segments):
        found = sorted(segments, key=lambda segment: segment.order)
        words = {
            original.data: segment.string
            for (original, _attrs), segment in zip(_distinct(table), found, strict=True)
        }

        def text(value):
            return words[StringValue.from_plaintext(value).data].render_text() if value else value

        def cell(block, value):
            if not isinstance(block, RichTextBlock):
                return text(value)
            template, strings = extract_strings(value.source)
            strings = [(words[string.data], attrs) for string, attrs in strings]
            return RichText(restore_strings(template, strings))

        return TypedTable(
            columns=[
                {"block": column["block"], "heading": text(column["heading"])}
                for column in table.columns
            ],
            row_data=[
                {
                    "values": [
                        cell(column["block"], value)
                        for column, value in zip(table.columns, row["values"], strict=True)
                    ]
                }
                for row in table.row_data
            ],
            caption=text(table.caption),
        )


def _distinct(table):
    """Return the texts of a table as (string, attributes of its tags), each once."""
    found = {}
    for string, attrs in _strings(table):
        if string.data:
            found.setdefault(string.data, (string, attrs))
    return list(found.values())


def _strings(table):
    for text in (table.caption, *(column["heading"] for column in table.columns)):
        yield StringValue.from_plaintext(text or ""), None
    for row in table.row_data:
        for column, value in zip(table.columns, row["values"], strict=True):
            if isinstance(column["block"], RichTextBlock):
                yield from extract_strings(value.source)[1]
            else:
                yield StringValue.from_plaintext(value or ""), None


def copy_with_choices(source, target):
    """Copy what is the same in every language, with what is chosen in lists, or no longer.

    Not the address: each language has its own.
    """
    address = getattr(target, ADDRESS, None)
    copy_synchronised_fields(source, target)
    if isinstance(target, Page):
        target.slug = address
    for field in target._meta.many_to_many:
        if isinstance(field, ParentalManyToManyField):
            getattr(target, field.name).set(list(getattr(source, field.name).all()))


def comment(written) -> str:
    """Say who or what wrote a translation, and when: the original names months in English."""
    day = format_day(timezone.localdate(written.updated_at))
    if written.tool_name:
        return gettext("Traduit par %(tool)s le %(day)s") % {"tool": written.tool_name, "day": day}
    return gettext("Traduit le %(day)s") % {"day": day}
