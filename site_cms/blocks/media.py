"""Images, videos and files."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from site_cms.video import host_name, player_url

MEDIA_GROUP = _("Images et fichiers")


class ImageBlock(blocks.StructBlock):
    image = ImageChooserBlock(label=_("image"))
    alt = blocks.CharBlock(
        label=_("texte alternatif"),
        max_length=250,
        required=False,
        help_text=_("Ce que l’image apprend. À laisser vide si elle est décorative."),
    )
    caption = blocks.CharBlock(label=_("légende"), max_length=250, required=False)

    class Meta:
        icon = "image"
        label = _("Image")
        group = MEDIA_GROUP
        template = "site_cms/blocks/image.html"
        preview_template = "site_cms/blocks/previews/image.html"
        description = _("Une image avec sa légende ; le crédit vient de la fiche de l’image.")


class GalleryBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("titre"), max_length=120, required=False)
    images = blocks.ListBlock(ImageBlock(), label=_("images"), min_num=2, max_num=12)

    class Meta:
        icon = "image"
        label = _("Galerie")
        group = MEDIA_GROUP
        template = "site_cms/blocks/gallery.html"
        preview_template = "site_cms/blocks/previews/gallery.html"
        description = _("Deux à douze images présentées en grille.")


class VideoBlock(blocks.StructBlock):
    """A local file, or an outside player that the browser only meets after a click."""

    title = blocks.CharBlock(label=_("titre de la vidéo"), max_length=160)
    file = DocumentChooserBlock(
        label=_("fichier vidéo"),
        required=False,
        help_text=_("MP4 ou WebM, déposé dans les documents."),
    )
    captions = DocumentChooserBlock(
        label=_("sous-titres"), required=False, help_text=_("Fichier WebVTT (.vtt), en français.")
    )
    is_silent = blocks.BooleanBlock(
        label=_("vidéo sans parole"),
        required=False,
        help_text=_("Sans sous-titres, il faut le dire : personne ne parle dans la vidéo."),
    )
    described = DocumentChooserBlock(
        label=_("version avec audiodescription"),
        required=False,
        help_text=_("Le même film, où une voix décrit ce que l’image seule montre."),
    )
    url = blocks.URLBlock(
        label=_("adresse chez un hébergeur de vidéos"),
        required=False,
        help_text=_(
            "YouTube, Dailymotion ou Vimeo. Rien n’est chargé chez l’hébergeur avant que le "
            "lecteur ait cliqué."
        ),
    )
    poster = ImageChooserBlock(label=_("image d’attente"), required=False)
    caption = blocks.CharBlock(label=_("légende"), max_length=250, required=False)
    transcript = blocks.RichTextBlock(
        label=_("transcription"),
        features=["bold", "italic", "ol", "ul", "link"],
        help_text=_(
            "Obligatoire : tout ce qui est dit et montré d’utile, pour qui n’entend ou ne voit pas."
        ),
    )

    def clean(self, value):
        value = super().clean(value)
        errors = {}
        if bool(value["file"]) == bool(value["url"]):
            errors["url"] = ValidationError(
                _("Choisissez un fichier ou donnez une adresse, l’un des deux.")
            )
        elif value["url"] and not player_url(value["url"]):
            errors["url"] = ValidationError(
                _("Cette adresse n’est pas celle d’une vidéo YouTube, Dailymotion ou Vimeo.")
            )
        if value["file"] and not (value["captions"] or value["is_silent"]):
            errors["captions"] = ValidationError(
                _("Ajoutez les sous-titres, ou dites que la vidéo est sans parole.")
            )
        if errors:
            raise StructBlockValidationError(block_errors=errors)
        return value

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context=parent_context)
        context["player_url"] = player_url(value.get("url") or "")
        context["host"] = host_name(value.get("url") or "")
        return context

    class Meta:
        icon = "media"
        label = _("Vidéo")
        group = MEDIA_GROUP
        template = "site_cms/blocks/video.html"
        preview_value = {
            "title": "French Impact en deux minutes",
            "url": "https://www.dailymotion.com/video/x000000",
            "poster": None,
            "transcript": "<p>Une voix présente l’accélérateur.</p>",
        }
        description = _("Une vidéo et sa transcription. Aucun traceur avant le clic du lecteur.")


class DocumentBlock(blocks.StructBlock):
    document = DocumentChooserBlock(label=pgettext_lazy("fichier", "document"))
    title = blocks.CharBlock(
        label=_("intitulé du lien"),
        max_length=160,
        required=False,
        help_text=_("À défaut, le titre du document. Format, poids et langue sont ajoutés."),
    )
    detail = blocks.CharBlock(
        label=pgettext_lazy("document", "précision"), max_length=250, required=False
    )

    class Meta:
        icon = "download"
        label = _("Document à télécharger")
        group = MEDIA_GROUP
        template = "site_cms/blocks/document.html"
        preview_template = "site_cms/blocks/previews/document.html"
        description = _("Un fichier à télécharger, avec son format, son poids et sa langue.")
