"""What stands out of the text: figures, cards, tables, steps."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.models import Page

from site_cms.translation.fields import TranslatableTableBlock

from .text import TEXT_FEATURES

LAYOUT_GROUP = _("Mise en valeur")


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


class TableValue(blocks.StructValue):
    @property
    def has_headings(self) -> bool:
        return any(column["heading"] for column in self["table"].columns)

    def is_named(self) -> bool:
        """Return whether a cell can be told by a heading: that of its column, or of its row."""
        return self.has_headings or self["rows_are_named"]


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
    rows_are_named = blocks.BooleanBlock(
        label=_("la première colonne donne le titre de chaque ligne"),
        required=False,
        help_text=_("À cocher pour un tableau à double entrée."),
    )

    def clean(self, value):
        value = super().clean(value)
        if not value.is_named():
            raise StructBlockValidationError(
                block_errors={
                    "table": ValidationError(
                        _("Donnez un titre à chaque colonne, ou à chaque ligne.")
                    )
                }
            )
        return value

    class Meta:
        value_class = TableValue
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
        preview_value = {"label": "Nous écrire", "page": None, "url": "https://www.example.org/"}
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
