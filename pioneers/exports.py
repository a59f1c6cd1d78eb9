"""The pioneers, what they measure, and the calls, as open data."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Func, IntegerField, OuterRef, Prefetch, Subquery, Sum
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from pioneers.models import CallPage, PioneerPage
from site_cms.open_data.datasets import (
    ADDRESS,
    ENGLISH_NAME,
    KEY,
    NAME,
    PAGE_START,
    REQUIRED,
    SUMMARY,
    UPDATED,
    Column,
    Dataset,
    local,
    register_dataset,
    row_key,
)
from territories.exports import (
    REGION_CODE,
    REGION_NAME,
)
from territories.models import TerritoryPage

# What the files say: it stays, whatever the code calls these.
ENTRIES = {"launch": "lancement", "laureate": "laureat"}
CHANNELS = {"none": "aucun", "online": "formulaire", "outside": "autre_site"}


def _load_pioneers(pages):
    call = CallPage.objects.visible().filter(pk=OuterRef("call_id")).order_by()
    return (
        pages.select_related("region")
        .defer("body", "sources", "indicators", "region__body")
        .prefetch_related("themes", "action_regions")
        .annotate(
            call_key=Subquery(call.values("translation_key")),
            call_title=Subquery(call.values("title")),
        )
    )


PIONEERS = Dataset(
    slug="pionniers",
    title=_("Pionniers"),
    description=_(
        "Les entreprises et associations de l’innovation sociale présentées sur ce site\u00a0: "
        "leur forme, leur siège, leurs thèmes et leur entrée dans le programme."
    ),
    keywords=("innovation sociale", "économie sociale et solidaire", "entreprises", "pionniers"),
    model=PioneerPage,
    load=_load_pioneers,
    columns=(
        *PAGE_START,
        Column(
            "forme_juridique",
            "string",
            _("Forme juridique"),
            _("association, scic, scop, cooperative, sas ou fondation."),
            lambda page: page.legal_form,
            {"enum": PioneerPage.LegalForm.values},
        ),
        Column(
            "annee_creation",
            "integer",
            _("Année de création"),
            _("Année de création de l’organisation."),
            lambda page: page.founded,
            {"minimum": 1800, "maximum": 2100},
        ),
        Column(
            "ville_siege",
            "string",
            _("Ville du siège"),
            _("Nom de la commune du siège."),
            lambda page: page.headquarters,
            shown=True,
        ),
        REGION_CODE,
        REGION_NAME,
        Column(
            "regions_action",
            "array",
            _("Régions d’action"),
            _("Codes INSEE des régions où le pionnier agit, sous forme de liste JSON."),
            lambda page: sorted(region.code for region in page.action_regions.all()),
        ),
        Column(
            "themes",
            "array",
            _("Thèmes"),
            _("Identifiants des thèmes dans l’annuaire, sous forme de liste JSON."),
            lambda page: sorted(theme.slug for theme in page.themes.all()),
        ),
        Column(
            "entree",
            "string",
            _("Entrée dans le programme"),
            _("lancement\u00a0: présenté au lancement\u202f; laureat\u00a0: lauréat d’un appel."),
            lambda page: ENTRIES[page.entry],
            {"required": True, "enum": list(ENTRIES.values())},
            shown=True,
        ),
        Column(
            "appel_id",
            "string",
            _("Appel remporté (identifiant)"),
            _("Identifiant de l’appel remporté, dans le jeu «\u00a0appels\u00a0»."),
            lambda page: page.call_key and str(page.call_key),
            format="uuid",
        ),
        Column(
            "appel_nom",
            "string",
            _("Appel remporté"),
            _("Titre de l’appel remporté."),
            lambda page: page.call_title,
        ),
        Column(
            "site_web",
            "string",
            pgettext_lazy("adresse", "Site"),
            _("Adresse du site de l’organisation."),
            lambda page: page.website,
            format="uri",
        ),
        UPDATED,
    ),
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


def _load_calls(pages):
    labelled = TerritoryPage.objects.visible().only("translation_key").order_by("pk")
    return pages.defer("body", "sources", "documents").prefetch_related(
        Prefetch("labelled_territories", queryset=labelled, to_attr="public_territories")
    )


CALLS = Dataset(
    slug="appels",
    title=_("Appels"),
    description=_(
        "Les appels à projets, à candidatures et à manifestation d’intérêt. Un appel est ouvert "
        "entre ses deux dates\u00a0: son statut, qui change avec l’heure, ne figure pas ici."
    ),
    keywords=("appel à projets", "appel à manifestation d’intérêt", "innovation sociale"),
    model=CallPage,
    load=_load_calls,
    columns=(
        KEY,
        NAME,
        ENGLISH_NAME,
        ADDRESS,
        SUMMARY,
        Column(
            "nature",
            "string",
            _("Nature"),
            _(
                "aap\u00a0: appel à projets\u202f; aac\u00a0: appel à candidatures\u202f; "
                "ami\u00a0: appel à manifestation "
                "d’intérêt."
            ),
            lambda page: page.kind,
            {"required": True, "enum": CallPage.Kind.values},
            shown=True,
        ),
        Column(
            "ouverture",
            "datetime",
            _("Ouverture"),
            _("Date et heure d’ouverture, heure de Paris."),
            lambda page: local(page.opens_at),
            shown=True,
        ),
        Column(
            "cloture",
            "datetime",
            _("Clôture"),
            _(
                "Date limite comprise, heure de Paris\u202f; vide pour un appel permanent ou "
                "annoncé."
            ),
            lambda page: local(page.closes_at),
            shown=True,
        ),
        Column(
            "periode_annoncee",
            "string",
            _("Période annoncée"),
            _("En toutes lettres, tant que les dates exactes ne sont pas connues."),
            lambda page: page.period,
        ),
        Column(
            "depot",
            "string",
            _("Dépôt"),
            _("Où se dépose une candidature\u00a0: aucun, formulaire (sur la page) ou autre_site."),
            lambda page: CHANNELS[page.channel],
            {"required": True, "enum": list(CHANNELS.values())},
        ),
        Column(
            "depot_adresse",
            "string",
            _("Adresse du dépôt"),
            _("Adresse du site de dépôt, s’il y en a un."),
            lambda page: page.outside_url,
            format="uri",
        ),
        Column(
            "territoires_labellises",
            "array",
            _("Territoires labellisés"),
            _(
                "Identifiants des territoires labellisés à l’issue de l’appel, dans le jeu "
                "«\u00a0territoires\u00a0», sous forme de liste JSON."
            ),
            lambda page: [str(found.translation_key) for found in page.public_territories],
        ),
        UPDATED,
    ),
)

register_dataset(PIONEERS, rank=10)
register_dataset(INDICATORS, rank=20)
register_dataset(CALLS, rank=50)
