"""Blocks on pioneers and calls: a figure with its source, open calls, chosen pioneers."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class IndicatorBlock(blocks.StructBlock):
    """A measured effect. Without its unit, year and source a figure says nothing."""

    label = blocks.CharBlock(
        label=_("ce qui est mesuré"),
        max_length=160,
        help_text=_("« personnes accompagnées vers l’emploi »"),
    )
    value = blocks.DecimalBlock(label=_("valeur"), min_value=0, max_digits=14, decimal_places=2)
    unit = blocks.CharBlock(label=_("unité"), max_length=40, help_text=_("« personnes », « % »"))
    year = blocks.IntegerBlock(label=_("année"), min_value=1900, max_value=2100)
    source = blocks.CharBlock(label=_("source"), max_length=200)

    class Meta:
        icon = "order"
        label = _("Indicateur d’impact")
        template = "pioneers/blocks/indicator.html"
        preview_value = {
            "label": "personnes accompagnées",
            "value": "11000",
            "unit": "personnes",
            "year": 2017,
            "source": "Rapport d’activité",
        }
        description = _("Une mesure : valeur, unité, année et source.")


class OpenCallsBlock(blocks.StructBlock):
    """The calls one can answer today; its template asks the clock."""

    title = blocks.CharBlock(label=_("titre"), max_length=120, default="Appels en cours")

    class Meta:
        icon = "date"
        label = _("Appels en cours")
        template = "pioneers/blocks/open_calls.html"
        preview_value = {"title": "Appels en cours"}
        description = _("Les appels ouverts aujourd’hui, ou le dernier clos s’il n’y en a pas.")


class PioneersBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("titre"), max_length=120, default="Les pionniers")
    pages = blocks.ListBlock(
        blocks.PageChooserBlock(page_type="pioneers.PioneerPage"),
        label=_("pionniers"),
        min_num=0,
        max_num=6,
        default=[],
        help_text=_("Laissez vide pour montrer les derniers profils publiés."),
    )

    class Meta:
        icon = "group"
        label = _("Pionniers")
        template = "pioneers/blocks/pioneers.html"
        preview_value = {"title": "Les pionniers", "pages": []}
        description = _("Jusqu’à six profils de pionniers.")
