"""The blocks every room may use. A block that lists a room's pages lives in that room."""

from .body import BodyBlock, SourceBlock, StoryBlock
from .layout import (
    AccordionBlock,
    AccordionItemBlock,
    ButtonBlock,
    CalloutBlock,
    CardsBlock,
    HighlightBlock,
    KeyFigureBlock,
    KeyFiguresBlock,
    PublisherDetailsBlock,
    StepBlock,
    StepsBlock,
    TableBlock,
)
from .media import DocumentBlock, GalleryBlock, ImageBlock, VideoBlock
from .text import HeadingBlock, ParagraphBlock, QuoteBlock

__all__ = [
    "AccordionBlock",
    "AccordionItemBlock",
    "BodyBlock",
    "ButtonBlock",
    "CalloutBlock",
    "CardsBlock",
    "DocumentBlock",
    "GalleryBlock",
    "HeadingBlock",
    "HighlightBlock",
    "ImageBlock",
    "KeyFigureBlock",
    "KeyFiguresBlock",
    "ParagraphBlock",
    "PublisherDetailsBlock",
    "QuoteBlock",
    "SourceBlock",
    "StepBlock",
    "StepsBlock",
    "StoryBlock",
    "TableBlock",
    "VideoBlock",
]
