"""The pioneers as open data."""

from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from pioneers.models import CallPage, PioneerPage
from site_cms.open_data.datasets import PAGE_START, UPDATED, Column, Dataset, register_dataset
from territories.exports import REGION_CODE, REGION_NAME

# What the files say: it stays, whatever the code calls these.
ENTRIES = {"launch": "lancement", "laureate": "laureat"}


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

register_dataset(PIONEERS, rank=10)
