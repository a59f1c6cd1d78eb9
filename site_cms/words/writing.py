"""Every text of a page: its typography mended on save, its weaknesses told to who writes it.

The texts of snippets are mended as well."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import singledispatch
from html import unescape

from django.db import models
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from wagtail.blocks import CharBlock, ListBlock, RichTextBlock, StreamValue, TextBlock
from wagtail.blocks.stream_block import BaseStreamBlock
from wagtail.blocks.struct_block import BaseStructBlock
from wagtail.contrib.typed_table_block.blocks import BaseTypedTableBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from site_cms.words.french import is_french
from site_cms.words.typography import mend_html, mend_text

LONG_SENTENCE = 40  # words
COVER_WIDTH = 1200  # pixels
NAMED_SENTENCES = 3
# Of what Wagtail itself keeps about a page, what an editor writes.
_PAGE_TEXTS = {"title", "seo_title", "search_description"}
_NOT_PROSE = (models.SlugField, models.URLField, models.EmailField)

# « IMG_0042 », « affiche-v2.jpg », « 20190312_photo »
_FILE_NAME = re.compile(
    r"\.(?:jpe?g|png|gif|webp|avif|heic)$|^(?:IMG|DSC|DCIM|PXL)[\W_\d]|^\S*(?:_|\d{3})\S*$",
    re.IGNORECASE,
)
_BLOCK_END = re.compile(r"</(?:p|li|h[1-6]|td|th|blockquote)>|<br\s*/?>")
_TAG = re.compile(r"<[^>]+>")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[»”\")]*\s+(?=[«“\"(]?\s?[A-ZÀ-ÖØ-Þ0-9])|\n+")
_WORD = re.compile(r"\w[\w’'-]*")


@dataclass(frozen=True)
class Pen:
    """What to do with each plain text, given its length limit, and with each rich text."""

    text: Callable[[str, int | None], str]
    html: Callable[[str], str]


def mend(item):
    """Give the French texts of a page or a snippet the spaces and signs of French typography.

    A page's rows (partners, questions, extensions) go with it when they are there to be saved.
    """
    locale = getattr(item, "locale", None)
    if locale is None or is_french(locale.language_code):
        for part in (item, *_rows(item)):
            _rewrite(part, Pen(mend_text, mend_html))


def _rows(page):
    """Return the rows a form has put into the page; Wagtail's own, comments, are left alone."""
    # Asking the page for its rows would read those that no form has touched.
    loaded = getattr(page, "_cluster_related_objects", {}).values()
    rows = (row for rows in loaded for row in rows)
    return [row for row in rows if not row._meta.app_label.startswith("wagtail")]


def remarks(page) -> list[str]:
    """Return what a careful reader would tell the writer, most important first."""
    found = []
    if not page.summary and not page.is_site_root():
        found.append(
            _(
                "Il manque un résumé : c’est lui que montrent les listes et les moteurs de "
                "recherche."
            )
        )
    if page.image:
        found += [f"{_('Image de la page')}\u00a0: {fault}" for fault in image_faults(page.image)]
    long_sentences = [s for s in _sentences(page) if _words(s) > LONG_SENTENCE]
    found += [
        _("Une phrase de %(count)s mots, à couper en deux : « %(start)s »")
        % {"count": _words(sentence), "start": Truncator(sentence).words(8, truncate="…")}
        for sentence in long_sentences[:NAMED_SENTENCES]
    ]
    if rest := len(long_sentences[NAMED_SENTENCES:]):
        found.append(_("%(count)s autres phrases dépassent 40 mots.") % {"count": rest})
    return found


def image_faults(image) -> list[str]:
    """Return what keeps a picture from being shown large, and from being found again."""
    found = []
    if image.width < COVER_WIDTH:
        small = _(
            "%(width)s pixels de large seulement, elle sera floue en grand\u00a0: il en faut "
            "1\u202f200."
        )
        found.append(small % {"width": image.width})
    if _FILE_NAME.search(image.title):
        found.append(_("son titre est un nom de fichier\u00a0: dites ce qu’elle montre."))
    return found


def _sentences(page) -> Iterator[str]:
    texts = []

    def read(text, limit=None):
        texts.append(text)
        return text

    def read_html(html):
        texts.append(unescape(_TAG.sub("", _BLOCK_END.sub("\n", html))))
        return html

    _rewrite(page, Pen(read, read_html))
    for text in texts:
        yield from filter(None, map(str.strip, _SENTENCE_END.split(text)))


def _words(sentence):
    return len(_WORD.findall(sentence))


# --- Where a page keeps its texts -----------------------------------------------------------------


def _rewrite(page: models.Model, pen: Pen):
    for field in page._meta.concrete_fields:
        value = getattr(page, field.name) if _is_written(field) else None
        if not value:
            continue
        if isinstance(field, StreamField):
            _rewrite_stream(page, field, value, pen)
        elif isinstance(field, RichTextField):
            setattr(page, field.name, pen.html(value))
        else:
            setattr(page, field.name, pen.text(value, field.max_length))


def _is_written(field):
    """Whether an editor writes prose into the field."""
    if isinstance(field, StreamField):
        return True
    if not isinstance(field, models.CharField | models.TextField) or isinstance(field, _NOT_PROSE):
        return False
    if field.choices or not field.editable:
        return False
    return field.model is not Page or field.name in _PAGE_TEXTS


def _rewrite_stream(page, field, value, pen):
    raw = value.get_prep_value()
    written = _rewrite_block(field.stream_block, raw, pen)
    if written != raw:
        setattr(page, field.name, StreamValue(field.stream_block, written, is_lazy=True))


@singledispatch
def _rewrite_block(block, raw, pen):
    """Return the stored form of a block's value with its texts rewritten."""
    return raw


@_rewrite_block.register
def _rewrite_rich_text(block: RichTextBlock, raw, pen):
    return pen.html(raw) if raw else raw


@_rewrite_block.register(CharBlock)
@_rewrite_block.register(TextBlock)
def _rewrite_text(block, raw, pen):
    return pen.text(raw, block.field.max_length) if raw else raw


@_rewrite_block.register
def _rewrite_struct(block: BaseStructBlock, raw, pen):
    known = block.child_blocks
    raw = raw or {}
    return {k: _rewrite_block(known[k], v, pen) if k in known else v for k, v in raw.items()}


@_rewrite_block.register
def _rewrite_stream_block(block: BaseStreamBlock, raw, pen):
    return [_rewrite_item(block.child_blocks.get(item["type"]), item, pen) for item in raw]


@_rewrite_block.register
def _rewrite_list(block: ListBlock, raw, pen):
    return [_rewrite_item(block.child_block, item, pen) for item in raw]


def _rewrite_item(block, item, pen):
    # Before lists had identified items, they held bare values.
    if block is None or not isinstance(item, dict) or not item.keys() >= {"type", "value"}:
        return item
    return {**item, "value": _rewrite_block(block, item["value"], pen)}


@_rewrite_block.register
def _rewrite_table(block: BaseTypedTableBlock, raw, pen):
    if not raw:
        return raw
    kinds = [block.child_blocks.get(column["type"]) for column in raw["columns"]]
    columns = [{**c, "heading": pen.text(c["heading"], None)} for c in raw["columns"]]
    rows = []
    for row in raw["rows"]:
        cells = zip(kinds, row["values"], strict=True)
        rows.append({**row, "values": [_rewrite_block(kind, cell, pen) for kind, cell in cells]})
    return {**raw, "columns": columns, "rows": rows}
