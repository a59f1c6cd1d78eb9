"""The forms images and documents are uploaded with: into a collection of the page's team, and a
picture that cannot be read is refused in words."""

import struct
import zlib

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from PIL import Image as PillowImage
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from site_cms.rights.boundary import national_collection
from site_cms.rights.reader import worker
from site_cms.words.sorting import NameKey

# A strip longer than this, within the limit of pixels and a few kilobytes on the disk, would take a
# gigabyte to resize.
LONGEST_SIDE = 15_000  # pixels
# What Pillow answers to files that are broken, cut short, or made to unfold into gigabytes.
UNREADABLE = (
    *(OSError, EOFError, SyntaxError, ValueError, struct.error, zlib.error),
    PillowImage.DecompressionBombError,
)


class TeamFileMixin:
    """Offer whoever serves two regions, from the form of a page, the collections of its region.

    Whoever may file anywhere is offered first what all teams may use: models/media.py files there
    what is put into the collection above all others, so that one is not offered.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if field := self.fields.get("collection"):
            offered = field.queryset.filter(worker().fillable_collections(), depth__gt=1)
            field.queryset = offered.order_by("depth", NameKey("name"), "pk")
            if not self.instance.pk and offered.filter(pk=national_collection().pk).exists():
                self.initial["collection"] = national_collection().pk


class TeamDocumentForm(TeamFileMixin, BaseDocumentForm):
    pass


class WholeImageForm(TeamFileMixin, BaseImageForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            self.fields["file"].to_python = _read_whole(self.fields["file"].to_python)


def _read_whole(read):
    """Wagtail looks at the head of a file only; saving and drawing it would fail."""

    def to_python(data):
        try:
            upload = read(data)
            if upload is not None:
                with PillowImage.open(upload) as picture:
                    if max(picture.size) > LONGEST_SIDE:
                        raise PillowImage.DecompressionBombError
                    picture.load()
                upload.seek(0)
        except UNREADABLE as error:
            raise ValidationError(
                _(
                    "Cette image ne peut pas être lue\u00a0: elle est incomplète, abîmée, ou "
                    "compte beaucoup trop de pixels."
                ),
                code="invalid_image",
            ) from error
        return upload

    return to_python
