"""The rollout calendar as open data."""

from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext_lazy as _

from home.models import MilestonePage
from site_cms.models import visible_pages
from site_cms.open_data.datasets import PAGE_START, UPDATED, Column, Dataset, register_dataset
from site_cms.words.dates import Precision

# What the files say: it stays, whatever the code calls these.
STATUSES = {"planned": "annonce", "done": "realise", "postponed": "reporte"}
PRECISIONS = {
    Precision.DAY: "jour",
    Precision.MONTH: "mois",
    Precision.MONTHS: "plusieurs_mois",
    Precision.QUARTER: "trimestre",
    Precision.SEMESTER: "semestre",
    Precision.YEAR: "annee",
}


def _load(pages):
    linked = visible_pages().filter(pk=OuterRef("linked_page_id")).order_by()
    return pages.defer("body").annotate(linked_path=Subquery(linked.values("url_path")))


def _linked(page):
    """The address of the linked page, if the public may read it and it is of this site."""
    path = page.linked_path or ""
    return page.data_place.address(path) if path.startswith(page.data_place.root.url_path) else None


MILESTONES = Dataset(
    slug="calendrier",
    title=_("Calendrier du déploiement"),
    description=_("Les étapes de French Impact, passées et à venir, avec leur statut."),
    keywords=("calendrier", "politique publique", "innovation sociale"),
    model=MilestonePage,
    load=_load,
    columns=(
        *PAGE_START,
        Column(
            "debut",
            "date",
            _("Début"),
            _("Premier jour de l’étape."),
            lambda page: page.sort_date,
            {"required": True},
            shown=True,
        ),
        Column(
            "fin",
            "date",
            _("Fin"),
            _("Dernier jour de l’étape, compris."),
            lambda page: page.sort_end,
            {"required": True},
            shown=True,
        ),
        Column(
            "precision",
            "string",
            _("Précision"),
            _(
                "jour, mois, plusieurs_mois, trimestre, semestre ou annee\u00a0: ce qui est "
                "annoncé."
            ),
            lambda page: PRECISIONS[page.precision],
            {"required": True, "enum": list(PRECISIONS.values())},
        ),
        Column(
            "statut",
            "string",
            _("Statut"),
            _("annonce, realise ou reporte."),
            lambda page: STATUSES[page.status],
            {"required": True, "enum": list(STATUSES.values())},
            shown=True,
        ),
        Column(
            "page_liee",
            "string",
            _("Page liée"),
            _("Adresse de l’article, de l’appel ou du territoire qui en dit plus."),
            _linked,
            format="uri",
        ),
        UPDATED,
    ),
)

register_dataset(MILESTONES, rank=60)
