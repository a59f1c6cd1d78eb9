"""The territories and their partners, as open data."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from site_cms.open_data.datasets import (
    ADDRESS,
    KEY,
    PAGE_START,
    REQUIRED,
    UPDATED,
    Column,
    Dataset,
    register_dataset,
    row_key,
)
from territories.models import Partner, TerritoryPage
from territories.regions import BY_CODE

# What the files say: it stays, whatever the code calls these.
STATUSES = {"pilot": "pilote", "labelled": "labellise"}
PRECISIONS = {"day": "jour", "month": "mois", "year": "annee"}
CHALLENGES = {
    "social": ("defis_sociaux", _("Défis sociaux")),
    "environmental": ("defis_environnementaux", _("Défis environnementaux")),
    "citizen": ("defis_citoyens", _("Défis citoyens")),
}

# The codes and names are the official ones: nothing is read from the page of the region.
REGION_CODE = Column(
    "region_code",
    "string",
    _("Code de la région"),
    _("Code INSEE de la région, texte de deux caractères."),
    lambda page: page.region and page.region.code,
    {"pattern": r"^\d{2}$"},
)
REGION_NAME = Column(
    "region_nom",
    "string",
    _("Région"),
    _("Nom officiel de la région."),
    lambda page: page.region and BY_CODE[page.region.code].name,
    shown=True,
)


def _challenges(kind):
    name, label = CHALLENGES[kind]
    return Column(
        name,
        "array",
        label,
        _("Défis que le territoire s’est donnés, sous forme de liste JSON."),
        lambda page: [b.value["text"] for b in page.challenges if b.value["kind"] == kind],
    )


def _point(page):
    return None if page.latitude is None else (page.longitude, page.latitude)


TERRITORIES = Dataset(
    slug="territoires",
    title=_("Territoires"),
    description=_(
        "Les territoires French Impact présentés sur ce site, pilotes et labellisés\u00a0: leur "
        "région, leur ville principale et sa position, leur structure porteuse, leurs défis et "
        "leurs partenaires."
    ),
    keywords=("territoires", "label", "innovation sociale", "collectivités"),
    model=TerritoryPage,
    load=lambda pages: (
        pages.select_related("region")
        .defer("body", "sources", "region__body")
        .prefetch_related("partners")
    ),
    point=_point,
    columns=(
        *PAGE_START,
        REGION_CODE,
        REGION_NAME,
        Column(
            "statut",
            "string",
            _("Statut"),
            _("pilote ou labellise."),
            lambda page: STATUSES[page.status],
            {"required": True, "enum": list(STATUSES.values())},
            shown=True,
        ),
        Column(
            "statut_date",
            "date",
            _("Date du statut"),
            _("Depuis quand, à la précision indiquée par statut_precision."),
            lambda page: page.status_date,
        ),
        Column(
            "statut_precision",
            "string",
            _("Précision de la date"),
            _("jour, mois ou annee\u00a0: ce qui compte dans statut_date."),
            lambda page: page.status_date and PRECISIONS[page.status_precision],
            {"enum": list(PRECISIONS.values())},
        ),
        Column(
            "ville",
            "string",
            _("Ville principale"),
            _("Nom de la ville principale du territoire."),
            lambda page: page.seat,
            shown=True,
        ),
        Column(
            "ville_code",
            "string",
            _("Code de la commune"),
            _("Code INSEE de la commune, texte de cinq caractères."),
            lambda page: page.seat_code,
            {"pattern": r"^(\d{5}|2[AB]\d{3})$"},
        ),
        Column(
            "latitude",
            "number",
            _("Latitude"),
            _("Latitude de la ville principale, en degrés décimaux (WGS 84)."),
            lambda page: page.latitude,
            {"minimum": -90, "maximum": 90},
        ),
        Column(
            "longitude",
            "number",
            _("Longitude"),
            _("Longitude de la ville principale, en degrés décimaux (WGS 84)."),
            lambda page: page.longitude,
            {"minimum": -180, "maximum": 180},
        ),
        Column(
            "structure_porteuse",
            "string",
            _("Structure porteuse"),
            _("L’organisation qui anime le territoire et répond de son label."),
            lambda page: page.lead_organisation,
        ),
        *(_challenges(kind) for kind in CHALLENGES),
        Column(
            "partenaires",
            "array",
            _("Partenaires"),
            _(
                "Noms des partenaires, sous forme de liste JSON\u202f; détail dans "
                "«\u00a0partenaires\u00a0»."
            ),
            lambda page: [partner.name for partner in page.partners.all()],
        ),
        UPDATED,
    ),
)


@dataclass(frozen=True)
class PartnerOf:
    page: TerritoryPage
    key: str
    partner: Partner


def _partners(page):
    """The partners, each with a key made of its name: its row in the database may be made anew."""
    seen = Counter()
    for partner in page.partners.all():
        seen[partner.name] += 1
        number = seen[partner.name]
        part = f"partner:{partner.name}" + (f":{number}" if number > 1 else "")
        yield PartnerOf(page, row_key(page, part), partner)


PARTNERS = Dataset(
    slug="partenaires",
    title=_("Partenaires des territoires"),
    description=_(
        "Qui agit dans chaque territoire\u00a0: une ligne par partenaire et par territoire."
    ),
    keywords=("partenaires", "territoires", "innovation sociale"),
    model=TerritoryPage,
    load=lambda pages: (
        pages.select_related("region")
        .defer("body", "sources", "challenges", "region__body")
        .filter(Exists(Partner.objects.filter(territory=OuterRef("pk"))))
        .prefetch_related("partners")
    ),
    expand=_partners,
    count=lambda pages: Partner.objects.filter(territory__in=pages).count(),
    columns=(
        Column(
            "identifiant",
            "string",
            KEY.label,
            _("Identifiant stable de la ligne (UUID), tant que le partenaire garde son nom."),
            lambda row: row.key,
            KEY.constraints,
            "uuid",
        ),
        Column(
            "nom",
            "string",
            _("Partenaire"),
            _("Nom du partenaire."),
            lambda row: row.partner.name,
            REQUIRED,
            shown=True,
        ),
        Column(
            "nature",
            "string",
            _("Nature"),
            _(
                "collectivite (ou service public), entreprise, ess (économie sociale et "
                "solidaire), financeur, recherche (et formation) ou association."
            ),
            lambda row: row.partner.kind,
            {"required": True, "enum": Partner.Kind.values},
            shown=True,
        ),
        Column(
            "site_web",
            "string",
            pgettext_lazy("adresse", "Site"),
            _("Adresse du site du partenaire."),
            lambda row: row.partner.url,
            format="uri",
        ),
        Column(
            "territoire_id",
            "string",
            _("Territoire (identifiant)"),
            _("Identifiant du territoire, dans le jeu «\u00a0territoires\u00a0»."),
            lambda row: KEY.read(row.page),
            REQUIRED,
            "uuid",
        ),
        Column(
            "territoire_nom",
            "string",
            _("Territoire"),
            _("Nom du territoire."),
            lambda row: row.page.title,
            REQUIRED,
            shown=True,
        ),
        Column(
            "region_code",
            "string",
            REGION_CODE.label,
            REGION_CODE.description,
            lambda row: REGION_CODE.read(row.page),
            REGION_CODE.constraints,
        ),
        Column(
            "adresse",
            "string",
            ADDRESS.label,
            _("Adresse de la page du territoire sur ce site."),
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

register_dataset(TERRITORIES, rank=30)
register_dataset(PARTNERS, rank=40)
