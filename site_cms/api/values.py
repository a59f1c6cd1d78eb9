"""The values of fields and blocks as plain data, without anything the public may not see."""

from datetime import date
from decimal import Decimal

from django.db.models import Model
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageChooserBlock
from wagtail.images.models import SourceImageIOError
from wagtail.models import Page
from wagtail.rich_text import expand_db_html
from wagtail.snippets.blocks import SnippetChooserBlock

# The sizes articles use: nothing is drawn for the API alone.
RENDITIONS = {
    "large_webp": "max-1200x1200|format-webp",
    "large": "max-1200x1200|format-jpeg",
    "small_webp": "max-640x1200|format-webp",
    "small": "max-640x1200|format-jpeg",
}


class Values:
    """Turns what a page holds into data; `address` makes the API's own links."""

    def __init__(self, references, base, address):
        self.references = references
        self.base = base
        self.address = address

    # --- Things -----------------------------------------------------------------------------------

    def thing(self, value):
        """A related object: its page, file or name; None when the public may not know of it."""
        if value is None:
            return None
        if isinstance(value, Page):
            return self.page(self.references.page(value.pk))
        if isinstance(value, get_image_model()):
            return self.image(self.references.file(type(value), value.pk))
        if isinstance(value, get_document_model()):
            return self.document(self.references.file(type(value), value.pk))
        slug = {"slug": value.slug} if hasattr(value, "slug") else {}
        return {"id": value.pk, **slug, "name": str(value)}

    def page(self, page):
        if page is None:
            return None
        return {
            "id": page.pk,
            "title": page.title,
            "html_url": page.full_url,
            "detail_url": self.address("pages", page.pk),
        }

    def document(self, document):
        if document is None:
            return None
        return {
            "id": document.pk,
            "title": document.title,
            "language": document.language,
            "size": document.file_size,
            "download_url": self.base + document.url,
            "detail_url": self.address("documents", document.pk),
        }

    def image(self, image):
        if image is None:
            return None
        return {
            "id": image.pk,
            "title": image.title,
            "credit": image.credit,
            "detail_url": self.address("images", image.pk),
        }

    def renditions(self, image) -> dict:
        try:
            drawn = image.get_renditions(*RENDITIONS.values())
        except (SourceImageIOError, OSError):
            return {}
        return {
            name: {
                "url": self.base + drawn[spec].url,
                "width": drawn[spec].width,
                "height": drawn[spec].height,
            }
            for name, spec in RENDITIONS.items()
        }

    # --- Blocks -----------------------------------------------------------------------------------

    def block(self, block, value):
        for kind, represent in self._KINDS.items():
            if isinstance(block, kind):
                return represent(self, block, value)
        return plain(block.get_prep_value(value))

    def _stream(self, block, value):
        return [
            {
                "type": child.block_type,
                "value": self.block(child.block, child.value),
                "id": child.id,
            }
            for child in value
        ]

    def _struct(self, block, value):
        return {
            name: self.block(child, value.get(name)) for name, child in block.child_blocks.items()
        }

    def _list(self, block, value):
        return [self.block(block.child_block, item) for item in value]

    def _chosen(self, block, value):
        return self.thing(value)

    def _html(self, block, value):
        return expand_db_html(value.source) if value else ""

    def _table(self, block, value):
        return {
            "columns": [column["heading"] for column in value.columns],
            "rows": [
                [
                    self.block(column["block"], cell)
                    for column, cell in zip(value.columns, row["values"], strict=True)
                ]
                for row in value.row_data
            ],
        }

    _KINDS = {
        blocks.StreamBlock: _stream,
        blocks.StructBlock: _struct,
        blocks.ListBlock: _list,
        blocks.PageChooserBlock: _chosen,
        ImageChooserBlock: _chosen,
        DocumentChooserBlock: _chosen,
        SnippetChooserBlock: _chosen,
        blocks.RichTextBlock: _html,
        TypedTableBlock: _table,
    }


def plain(value):
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date):
        return value.isoformat()
    return value.pk if isinstance(value, Model) else value
