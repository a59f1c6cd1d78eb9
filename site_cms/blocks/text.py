"""The running text of a page."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

TEXT_FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link"]
TEXT_GROUP = _("Texte")


class ParagraphBlock(blocks.RichTextBlock):
    def __init__(self, **kwargs):
        # What is pasted is parted into blocks: site_cms/admin/writing.py.
        super().__init__(features=[*TEXT_FEATURES, "superscript", "paste"], **kwargs)

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


# Migrations know it by the package's name.
DECONSTRUCT_ALIASES = {ParagraphBlock: "site_cms.blocks.ParagraphBlock"}
