"""How long what is gathered is kept: settings.KEPT, as moments and in words."""

import calendar
from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

MONTHS = 12  # in a year
# What a reader is told of each, on the page of personal data: what it is, and from when it counts.
WHAT = {
    "messages": (_("Messages du formulaire de contact"), _("à compter de l’envoi")),
    "applications": (
        _("Candidatures déposées en ligne"),
        _("à compter de la clôture de l’appel ou, pour un appel permanent, du dépôt"),
    ),
    "trace": (_("Journal des actes des agents"), _("à compter de l’acte")),
    "revisions": (
        _("Versions antérieures des pages"),
        _("à compter de l’enregistrement\u202f; la dernière est gardée"),
    ),
    "logins": (_("Connexions des agents"), _("à compter de la connexion")),
    "mail": (
        _("Courriels envoyés par le site\u00a0: date et identifiant"),
        _("à compter de l’envoi\u202f; le texte est effacé dès le départ"),
    ),
    "searches": (_("Recherches sans résultat, sans leur auteur"), _("à compter du jour")),
    "backups": (_("Copies de sauvegarde de l’ensemble"), _("à compter de la copie")),
}


def kept_since(name: str) -> datetime:
    """Return the moment before which things of this kind are removed."""
    kept, now = settings.KEPT[name], timezone.now()
    if "days" in kept:
        return now - timedelta(days=kept["days"])
    return months_before(now, kept["months"])


def months_before(moment: datetime, months: int) -> datetime:
    """Return the same day so many months before, or the last day of that month."""
    whole = moment.year * MONTHS + moment.month - 1 - months
    year, month = divmod(whole, MONTHS)
    day = min(moment.day, calendar.monthrange(year, month + 1)[1])
    return moment.replace(year=year, month=month + 1, day=day)


def duration(name: str) -> str:
    """Return "12 mois", "90 jours"."""
    kept = settings.KEPT[name]
    if "days" in kept:
        text = ngettext("%(count)s\u00a0jour", "%(count)s\u00a0jours", kept["days"])
        return text % {"count": kept["days"]}
    text = ngettext("%(count)s\u00a0mois", "%(count)s\u00a0mois", kept["months"])
    return text % {"count": kept["months"]}


def all_durations() -> list[tuple[str, str, str]]:
    """Return what is kept, how long, and from when, in the order of WHAT."""
    return [(str(what), duration(name), str(since)) for name, (what, since) in WHAT.items()]
