"""What the pioneers measure, as open data: a line for each measure."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Func, IntegerField, Sum
from django.utils.translation import gettext_lazy as _

from pioneers.models import PioneerPage
from site_cms.open_data.datasets import (
    ADDRESS,
    KEY,
    REQUIRED,
    UPDATED,
    Column,
    Dataset,
    register_dataset,
    row_key,
)


@dataclass(frozen=True)
class Indicator:
    page: PioneerPage
    key: str
    value: dict


class _Length(Func):
    """How many blocks a StreamField holds."""

    function = "json_array_length"
    output_field = IntegerField()

    def as_postgresql(self, compiler, connection):
        return self.as_sql(compiler, connection, function="jsonb_array_length")


def _indicators(page):
    return [Indicator(page, row_key(page, block.id), block.value) for block in page.indicators]


INDICATORS = Dataset(
    slug="indicateurs",
    title=_("Indicateurs d’impact"),
    description=_(
        "Ce que les pionniers mesurent de leurs effets\u00a0: une ligne par mesure, avec son "
        "unité, son "
        "année et sa source."
    ),
    keywords=("impact social", "indicateurs", "innovation sociale"),
    model=PioneerPage,
    load=lambda pages: pages.defer("body", "sources"),
    expand=_indicators,
    count=lambda pages: pages.aggregate(rows=Sum(_Length("indicators")))["rows"] or 0,
    columns=(
        Column(
            "identifiant",
            "string",
            KEY.label,
            _("Identifiant stable de la mesure (UUID)."),
            lambda row: row.key,
            KEY.constraints,
            "uuid",
        ),
        Column(
            "pionnier_id",
            "string",
            _("Pionnier (identifiant)"),
            _("Identifiant du pionnier, dans le jeu «\u00a0pionniers\u00a0»."),
            lambda row: KEY.read(row.page),
            REQUIRED,
            "uuid",
        ),
        Column(
            "pionnier_nom",
            "string",
            _("Pionnier"),
            _("Nom du pionnier."),
            lambda row: row.page.title,
            REQUIRED,
            shown=True,
        ),
        Column(
            "mesure",
            "string",
            _("Mesure"),
            _("Ce qui est mesuré."),
            lambda row: row.value["label"],
            REQUIRED,
            shown=True,
        ),
        Column(
            "valeur",
            "number",
            _("Valeur"),
            _("Valeur de la mesure, dans son unité."),
            lambda row: Decimal(row.value["value"]),
            {"required": True, "minimum": 0},
            shown=True,
        ),
        Column(
            "unite",
            "string",
            _("Unité"),
            _("Unité de la mesure."),
            lambda row: row.value["unit"],
            REQUIRED,
            shown=True,
        ),
        Column(
            "annee",
            "integer",
            _("Année"),
            _("Année à laquelle se rapporte la mesure."),
            lambda row: row.value["year"],
            {"required": True, "minimum": 1900, "maximum": 2100},
            shown=True,
        ),
        Column(
            "source",
            "string",
            _("Source"),
            _("D’où vient la mesure."),
            lambda row: row.value["source"],
            REQUIRED,
        ),
        Column(
            "adresse",
            "string",
            ADDRESS.label,
            _("Adresse de la page du pionnier sur ce site."),
            lambda row: row.page.address,
            REQUIRED,
            "uri",
        ),
        Column(
            "mise_a_jour",
            "datetime",
            UPDATED.label,
            UPDATED.description,
            lambda row: UPDATED.read(row.page),
        ),
    ),
)

register_dataset(INDICATORS, rank=20)
