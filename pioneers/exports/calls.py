"""The calls as open data."""

from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _

from pioneers.models import CallPage
from site_cms.open_data.datasets import (
    ADDRESS,
    ENGLISH_NAME,
    KEY,
    NAME,
    SUMMARY,
    UPDATED,
    Column,
    Dataset,
    local,
    register_dataset,
)
from territories.models import TerritoryPage

# What the files say: it stays, whatever the code calls these.
CHANNELS = {"none": "aucun", "online": "formulaire", "outside": "autre_site"}


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

register_dataset(CALLS, rank=50)
