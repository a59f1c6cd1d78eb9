"""The age of the last backup, on the desk: always for the technical administration, which makes
them; for national staff when there should be a newer one.
"""

from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from site_cms.admin.desk import DeskPanel, Entry, add_to_desk, format_moment
from site_cms.keeping.backups import is_late, last_backup_at


class BackupsPanel(DeskPanel):
    name, order, icon = "backups", 49, "history"
    heading = _("Sauvegardes")

    def find(self):
        if not self.boundary.is_national:
            return []
        last = last_backup_at()
        late = is_late(last)
        if not late and not (last and self.request.user.is_superuser):
            return []
        return [Entry(_said(last), "", detail=_what_to_do(late))]


def _said(last):
    if not last:
        return gettext("Aucune sauvegarde n’a été faite.")
    text = gettext("Dernière sauvegarde\u00a0: le %(when)s")
    return text % {"when": format_moment(timezone.localtime(last))}


def _what_to_do(late):
    if not late:
        return ""
    return gettext(
        "Il devrait y en avoir une plus récente\u00a0: prévenez l’administration technique."
    )


@hooks.register("construct_homepage_panels")
def show_backups(request, panels):
    add_to_desk(request, panels, BackupsPanel)
