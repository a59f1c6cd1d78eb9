"""The age of the mirror, on the desk: always for the technical administration, for national staff
when there should be a newer one.
"""

from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from site_cms.admin.desk import DeskPanel, Entry, add_to_desk, format_moment
from site_cms.keeping.mirrored import is_late, last_mirror_at


class MirrorPanel(DeskPanel):
    name, order, icon = "mirror", 49, "copy"
    heading = _("Copie de secours du site")

    def find(self):
        if not self.boundary.is_national:
            return []
        last = last_mirror_at()
        late = is_late(last)
        if not late and not (last and self.request.user.is_superuser):
            return []
        return [Entry(_said(last), "", detail=_what_to_do(late))]


def _said(last):
    if not last:
        return gettext("Aucune copie entière n’a été faite.")
    text = gettext("Dernière copie entière\u00a0: le %(when)s")
    return text % {"when": format_moment(timezone.localtime(last))}


def _what_to_do(late):
    if not late:
        return ""
    return gettext(
        "Il devrait y en avoir une plus récente\u00a0: prévenez l’administration technique."
    )


@hooks.register("construct_homepage_panels")
def show_mirror(request, panels):
    add_to_desk(request, panels, MirrorPanel)
