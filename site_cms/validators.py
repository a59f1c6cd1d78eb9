"""What a field refuses.

`validate_date`, `validate_phone` and `validate_hashtag` raise, as Django's validators do, and stand
on fields. `validate_lines` and `validate_local_time` return what is wrong: a `clean()` asks them.
"""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from site_cms.words.dates import MAX_DATE, MIN_DATE


def validate_date(day):
    """Refuse dates that are typing errors, and would overflow once turned into an instant."""
    if not MIN_DATE <= day <= MAX_DATE:
        raise ValidationError(
            _("Vérifiez l’année : %(year)s n’est pas plausible.") % {"year": day.year}
        )


validate_phone = RegexValidator(
    r"^\+?[\d\s().-]{4,}$",
    gettext_lazy("Écrivez un numéro de téléphone, par exemple 01 23 45 67 89."),
)
validate_hashtag = RegexValidator(
    r"^\w+$", gettext_lazy("Écrivez le mot seul, sans # ni espace : FrenchImpact.")
)


def validate_lines(instance) -> dict[str, str]:
    """Return what is wrong with the fields of one line, which become subjects of mail, titles of
    calendars: forms take no other, but a translation or an import may bring one."""
    names = [field.name for field in instance._meta.fields if isinstance(field, models.CharField)]
    message = _("Écrivez ce texte sur une seule ligne.")
    return {name: message for name in names if len(str(getattr(instance, name)).splitlines()) > 1}


def validate_local_time(moment):
    """Return what is wrong with an instant typed in Paris time, or None.

    Twice a year an hour is skipped or comes twice: a deadline in it means two different things.
    """
    if moment is None:
        return None
    if not MIN_DATE <= moment.date() <= MAX_DATE:
        return _("Vérifiez l’année : %(year)s n’est pas plausible.") % {"year": moment.year}
    local = timezone.localtime(moment)
    naive = local.replace(tzinfo=None)
    early, late = (naive.replace(tzinfo=local.tzinfo, fold=fold) for fold in (0, 1))
    if early.utcoffset() != late.utcoffset():
        return _(
            "Cette heure n’existe pas ou revient deux fois, au changement d’heure. "
            "Choisissez une heure avant 2 h ou après 3 h."
        )
    return None
