"""The body of a page, and what it rests on."""

from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .layout import (
    AccordionBlock,
    ButtonBlock,
    CalloutBlock,
    CardsBlock,
    HighlightBlock,
    KeyFiguresBlock,
    PublisherDetailsBlock,
    StepsBlock,
    TableBlock,
)
from .media import DocumentBlock, GalleryBlock, ImageBlock, VideoBlock
from .text import HeadingBlock, ParagraphBlock, QuoteBlock


class BodyBlock(blocks.StreamBlock):
    """The body of every page. One change here writes a migration in each room: that is accepted."""

    paragraph = ParagraphBlock()
    heading = HeadingBlock()
    quote = QuoteBlock()
    image = ImageBlock()
    gallery = GalleryBlock()
    video = VideoBlock()
    document = DocumentBlock()
    key_figures = KeyFiguresBlock()
    callout = CalloutBlock()
    highlight = HighlightBlock()
    accordion = AccordionBlock()
    table = TableBlock()
    cards = CardsBlock()
    steps = StepsBlock()
    button = ButtonBlock()
    publisher_details = PublisherDetailsBlock()

    class Meta:
        label = _("Contenu")
        block_counts = {"gallery": {"max_num": 5}, "video": {"max_num": 5}}

    def render_basic(self, value, context=None):
        """As Wagtail's; a block's title takes the level below the heading that it stands under."""
        children = (
            (child.render({**(context or {}), "title_level": level}), child.block_type)
            for child, level in _with_title_levels(value)
        )
        return format_html_join("\n", '<div class="block-{1}">{0}</div>', children)


class StoryBlock(BodyBlock):
    """The body of what tells of somebody: who publishes the site is said on pages of its own."""

    class Meta:
        block_counts = {**BodyBlock._meta_class.block_counts, "publisher_details": {"max_num": 0}}


def _with_title_levels(body):
    level = 2
    for child in body:
        if child.block_type == "heading":
            level = int(child.value["level"].removeprefix("h")) + 1
        yield child, level


class SourceBlock(blocks.StructBlock):
    label = blocks.CharBlock(
        label=_("source"), max_length=200, help_text=_("« Banque des Territoires, février 2019 »")
    )
    url = blocks.URLBlock(label=_("adresse"), required=False)

    class Meta:
        icon = "link"
        label = _("Source")
