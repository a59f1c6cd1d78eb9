"""The blocks every room may use. A block that lists a room's pages lives in that room."""

from django.core.exceptions import ValidationError
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtail.models import Page

from site_cms.translation.fields import TranslatableTableBlock
from site_cms.video import host_name, player_url

TEXT_FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link"]
TEXT_GROUP = _("Texte")
MEDIA_GROUP = _("Images et fichiers")
LAYOUT_GROUP = _("Mise en valeur")


class ParagraphBlock(blocks.RichTextBlock):
    def __init__(self, **kwargs):
        super().__init__(features=TEXT_FEATURES, **kwargs)

    class Meta:
        icon = "pilcrow"
        label = _("Texte")
        group = TEXT_GROUP
        template = "site_cms/blocks/paragraph.html"
        preview_value = (
            "<p>L’accélérateur accompagne des <b>entreprises sociales</b> qui ont fait leurs "
            "preuves sur un territoire.</p><ul><li>Financement</li><li>Accompagnement</li></ul>"
        )
        description = _("Paragraphes, listes et liens : le texte courant de la page.")


class HeadingBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("intertitre"), max_length=120)
    level = blocks.ChoiceBlock(
        label=_("niveau"),
        choices=[("h2", _("Intertitre")), ("h3", _("Sous-intertitre"))],
        default="h2",
        help_text=_("Un sous-intertitre vient toujours sous un intertitre."),
    )

    def get_searchable_content(self, value):
        # The name of the level is no word of the page.
        return [value["text"]]

    class Meta:
        icon = "title"
        label = _("Intertitre")
        group = TEXT_GROUP
        template = "site_cms/blocks/heading.html"
        preview_value = {"text": "Un accompagnement sur trois ans", "level": "h2"}
        description = _("Découpe la page en parties, pour l’œil et pour les lecteurs d’écran.")


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(
        label=_("citation"), max_length=800, help_text=_("Sans guillemets : ils sont ajoutés.")
    )
    speaker = blocks.CharBlock(label=_("qui parle"), max_length=120)
    office = blocks.CharBlock(
        label=_("fonction"),
        max_length=200,
        required=False,
        help_text=_("Celle qu’exerçait la personne au moment où elle a parlé."),
    )

    def clean(self, value):
        value = super().clean(value)
        # The template adds the marks: a quotation pasted with its own would have two pairs.
        value["text"] = value["text"].strip('«»“”" \u00a0\u202f\n')
        return value

    class Meta:
        icon = "openquote"
        label = _("Citation")
        group = TEXT_GROUP
        template = "site_cms/blocks/quote.html"
        preview_value = {
            "text": "L’innovation sociale part toujours d’un besoin vu de près.",
            "speaker": "Prénom Nom",
            "office": "Directrice d’une entreprise sociale",
        }
        description = _("Les mots exacts d’une personne, avec son nom et sa fonction d’alors.")


class KeyFigureBlock(blocks.StructBlock):
    value = blocks.CharBlock(label=_("valeur"), max_length=20, help_text=_("« 22 », « 10 000 »"))
    unit = blocks.CharBlock(label=_("unité"), max_length=40, required=False)
    label = blocks.CharBlock(label=_("ce que le chiffre compte"), max_length=160)
    source = blocks.CharBlock(label=_("source et année"), max_length=160, required=False)


class KeyFiguresBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("titre"), max_length=120, required=False)
    figures = blocks.ListBlock(
        KeyFigureBlock(), label=_("chiffres"), min_num=1, max_num=4, icon="order"
    )

    class Meta:
        icon = "order"
        label = _("Chiffres clés")
        group = LAYOUT_GROUP
        template = "site_cms/blocks/key_figures.html"
        preview_value = {
            "title": "L’appel en chiffres",
            "figures": [
                {"value": "200", "unit": "candidatures", "label": "reçues", "source": "2018"},
                {"value": "22", "unit": "pionniers", "label": "retenus", "source": "2018"},
            ],
        }
        description = _("Un à quatre chiffres, chacun avec ce qu’il compte et sa source.")


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


class CalloutBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("titre"), max_length=120)
    text = blocks.RichTextBlock(label=_("texte"), features=TEXT_FEATURES)

    class Meta:
        icon = "info-circle"
        label = _("Mise en avant")
        group = LAYOUT_GROUP
        template = "site_cms/blocks/callout.html"
        preview_value = {
            "title": "Bon à savoir",
            "text": "<p>Le dossier se dépose en ligne, en une seule fois.</p>",
        }
        description = _("Une information à ne pas manquer, détachée du texte.")


class HighlightBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("texte"), max_length=400)

    class Meta:
        icon = "pick"
        label = _("Mise en exergue")
        group = LAYOUT_GROUP
        template = "site_cms/blocks/highlight.html"
        preview_value = {"text": "Une idée née localement peut servir partout."}
        description = _("Une phrase forte de la page, mise en retrait.")


class AccordionItemBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("question ou titre"), max_length=160)
    text = blocks.RichTextBlock(label=_("réponse"), features=TEXT_FEATURES)


class AccordionBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("titre"), max_length=120, required=False)
    items = blocks.ListBlock(AccordionItemBlock(), label=_("volets"), min_num=1)

    class Meta:
        icon = "list-ul"
        label = _("Accordéon")
        group = LAYOUT_GROUP
        template = "site_cms/blocks/accordion.html"
        preview_value = {
            "items": [
                {
                    "title": "Qui peut se porter candidat ?",
                    "text": "<p>Toute entreprise sociale.</p>",
                }
            ]
        }
        description = _("Questions et réponses à déplier. Lisible sans script.")


class TableBlock(blocks.StructBlock):
    caption = blocks.CharBlock(
        label=_("titre du tableau"), max_length=160, help_text=_("Lu avant le tableau.")
    )
    table = TranslatableTableBlock(
        [
            ("text", blocks.CharBlock(label=_("Texte"), required=False)),
            (
                "rich_text",
                blocks.RichTextBlock(
                    label=_("Texte mis en forme"),
                    features=["bold", "italic", "link"],
                    required=False,
                ),
            ),
        ],
        label=_("tableau"),
    )

    class Meta:
        icon = "table"
        label = _("Tableau")
        group = LAYOUT_GROUP
        template = "site_cms/blocks/table.html"
        description = _("Des données en lignes et en colonnes, jamais une mise en page.")

    def get_preview_value(self):
        text = {"type": "text"}
        return self.to_python(
            {
                "caption": "Candidatures et lauréats",
                "table": {
                    "columns": [text | {"heading": "Étape"}, text | {"heading": "Nombre"}],
                    "rows": [{"values": ["Candidatures", "200"]}, {"values": ["Lauréats", "22"]}],
                },
            }
        )


class CardsBlock(blocks.StructBlock):
    """Cards to pages. A target that the reader may not open is left out when rendering."""

    title = blocks.CharBlock(label=_("titre"), max_length=120, required=False)
    pages = blocks.ListBlock(blocks.PageChooserBlock(), label=_("pages"), min_num=1, max_num=6)

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context=parent_context)
        chosen = [page for page in value["pages"] if page]
        found = {}
        # Each kind of page is loaded as its own room's lists load it.
        for model in {page.specific_class for page in chosen} - {None, Page}:
            keys = [page.pk for page in chosen if page.specific_class is model]
            found |= model.objects.published().in_bulk(keys)
        context["pages"] = [found[page.pk] for page in chosen if page.pk in found]
        return context

    class Meta:
        icon = "doc-full"
        label = _("Cartes vers des pages")
        group = LAYOUT_GROUP
        template = "site_cms/blocks/cards.html"
        preview_template = "site_cms/blocks/previews/cards.html"
        description = _("Jusqu’à six pages du site présentées en cartes.")


class StepBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("étape"), max_length=120)
    text = blocks.TextBlock(label=_("explication"), max_length=500, required=False)


class StepsBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("titre"), max_length=120, required=False)
    items = blocks.ListBlock(StepBlock(), label=_("étapes"), min_num=2, max_num=8)

    class Meta:
        icon = "list-ol"
        label = pgettext_lazy("bloc", "Étapes")
        group = LAYOUT_GROUP
        template = "site_cms/blocks/steps.html"
        preview_value = {
            "items": [
                {"title": "Déposer un dossier", "text": "En ligne, avant la date limite."},
                {"title": "Être entendu", "text": "Devant le comité de sélection."},
            ]
        }
        description = _("Une suite d’étapes numérotées.")


class ButtonBlock(blocks.StructBlock):
    label = blocks.CharBlock(
        label=_("intitulé"), max_length=80, help_text=_("Un verbe : « Déposer un dossier ».")
    )
    page = blocks.PageChooserBlock(label=_("page du site"), required=False)
    url = blocks.URLBlock(label=_("ou adresse extérieure"), required=False)

    def clean(self, value):
        value = super().clean(value)
        if bool(value["page"]) == bool(value["url"]):
            raise StructBlockValidationError(
                block_errors={
                    "page": ValidationError(
                        _("Choisissez une page ou donnez une adresse, l’une des deux.")
                    )
                }
            )
        return value

    class Meta:
        icon = "link"
        label = _("Bouton")
        group = LAYOUT_GROUP
        template = "site_cms/blocks/button.html"
        preview_value = {"label": "Nous écrire", "url": "https://www.example.org/"}
        description = _("L’action attendue du lecteur. Un seul par page, si possible.")


class PublisherDetailsBlock(blocks.StructBlock):
    """Facts from the site settings, so that legal pages never hold a second copy of them."""

    kind = blocks.ChoiceBlock(
        label=_("informations"),
        choices=[
            ("publisher", _("Éditeur")),
            ("host", _("Hébergeur")),
            ("dpo", _("Délégué à la protection des données")),
        ],
        default="publisher",
    )

    class Meta:
        icon = "clipboard-list"
        label = _("Coordonnées légales")
        group = LAYOUT_GROUP
        template = "site_cms/blocks/publisher_details.html"
        preview_value = {"kind": "publisher"}
        description = _("Affiche les coordonnées saisies dans « Éditeur et pied de page ».")


class BodyBlock(blocks.StreamBlock):
    """The body of every page. One change here writes a migration in each room: see decisions."""

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
