"""Images and documents: whose they are, and what a file may not tell."""

from io import BytesIO
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from PIL import Image as PillowImage
from PIL.ExifTags import IFD
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image
from wagtail.models import Collection
from wagtail.utils.file import hash_filelike

from site_cms.rights.boundary import national_collection

# Digits of a digest in the name of a file.
MARK = 8
# What is cut from a longer name would be its end, with the mark.
STEM = 60


def without_tags(fields):
    """Leave out the tags: they are one list for all, and would tell each team of the others'."""
    return (name for name in fields if name != "tags")


class FiledInCollection:
    """Files without a collection of their own are national.

    Rights on the root collection reach every region's: nothing may lie there that all may use.
    """

    def save(self, *args, **kwargs):
        if self.collection_id == Collection.get_first_root_node().pk:
            self.collection = national_collection()
        if self.file and not self.file._committed:
            _name_after_content(self.file)
        super().save(*args, **kwargs)


class SiteImage(FiledInCollection, AbstractImage):
    """An image with the credit a public site owes. Its description is the default alternative."""

    credit = models.CharField(
        _("crédit"),
        max_length=200,
        blank=True,
        help_text=_(
            "Auteur et licence, par exemple « Camille Durand / CC BY 4.0 ». "
            "Affiché sous l’image dans le corps des pages."
        ),
    )

    admin_form_fields = (*without_tags(Image.admin_form_fields), "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    def clean(self):
        super().clean()
        if self.file and not self.file._committed and _moves(self.file):
            raise ValidationError(
                {
                    "file": _(
                        "Cette image est animée, et le site n’en montrerait que la première "
                        "vue\u00a0: déposez une image fixe, ou une vidéo dans les documents."
                    )
                }
            )

    def save(self, *args, **kwargs):
        if self.file and not self.file._committed:
            _forget_position(self.file)
        super().save(*args, **kwargs)


class SiteRendition(AbstractRendition):
    image = models.ForeignKey(SiteImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)


class SiteDocument(FiledInCollection, AbstractDocument):
    class Language(models.TextChoices):
        FRENCH = "fr", _("français")
        ENGLISH = "en", _("anglais")

    language = models.CharField(
        _("langue"),
        max_length=5,
        choices=Language.choices,
        default=Language.FRENCH,
        help_text=_("Indiquée aux lecteurs à côté du format et du poids du fichier."),
    )

    admin_form_fields = (*without_tags(Document.admin_form_fields), "language")

    class Meta(AbstractDocument.Meta):
        verbose_name = pgettext_lazy("fichier", "document")
        verbose_name_plural = _("documents")

    def save(self, *args, **kwargs):
        # Forms do so: without it, all files would be one to browsers that know one by its ETag.
        if self.file and not self.file._committed and not self.file_hash:
            self.file_hash = hash_filelike(self.file)
        super().save(*args, **kwargs)


def _name_after_content(upload):
    """Give a file a name that no other content has: caches keep files under their addresses.

    A name that is free again, for its file was replaced or deleted, would be given to the next one.
    """
    place = PurePath(upload.name)
    upload.file.seek(0)
    mark = hash_filelike(upload.file)[:MARK]
    if not place.stem.endswith(f"-{mark}"):
        upload.name = str(place.with_stem(f"{place.stem[:STEM]}-{mark}"))


def _moves(upload):
    upload.file.seek(0)
    try:
        with PillowImage.open(upload.file) as picture:
            return getattr(picture, "is_animated", False)
    except OSError:
        # What is no picture at all is refused by its field.
        return False
    finally:
        upload.file.seek(0)


def _forget_position(upload):
    """Rewrite a photograph that says where it was taken; renditions repeat what the file says."""
    upload.file.seek(0)
    with PillowImage.open(upload.file) as photo:
        exif = photo.getexif()
        if IFD.GPSInfo in exif:
            del exif[IFD.GPSInfo]
            options = {"quality": "keep"} if photo.format == "JPEG" else {}
            output = BytesIO()
            options |= {"exif": exif, "icc_profile": photo.info.get("icc_profile")}
            # All views of one that moves, where no form has refused it.
            options["save_all"] = getattr(photo, "is_animated", False)
            photo.save(output, photo.format, **options)
            upload.file = ContentFile(output.getvalue(), name=upload.name)
    upload.file.seek(0)
