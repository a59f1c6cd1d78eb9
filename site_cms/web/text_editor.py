"""The field of the text editor, which refuses what no editor writes (decision 47)."""

from django.core.exceptions import BadRequest
from draftjs_exporter.error import ExporterException
from wagtail.admin.rich_text import DraftailRichTextArea

# What a text that no editor writes ends in: no JSON (or too deep), no object, no such link.
UNREADABLE = (
    *(AttributeError, LookupError, TypeError, ValueError, RecursionError),
    ExporterException,
)


class RichTextArea(DraftailRichTextArea):
    """Wagtail's; a text that is none is a bad request. Only this step takes errors for that."""

    def value_from_datadict(self, data, files, name):
        try:
            return super().value_from_datadict(data, files, name)
        except UNREADABLE as error:
            raise BadRequest from error
