"""What goes on below a page that was renamed, moved or hidden: said at once, and on the desk."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page

from site_cms.admin.desk import DeskPanel, add_to_desk
from site_cms.search.indexing import reconcile_part
from site_cms.tasks.addresses import follow_addresses
from site_cms.tasks.work import waiting


def _under_way() -> dict[int, list]:
    """Return the rows of what is still to be done below each page."""
    pages = {}
    for row in waiting(follow_addresses, reconcile_part):
        pages.setdefault(row.args_kwargs["args"][0], []).append(row)
    return pages


class BelowPanel(DeskPanel):
    name, order, icon = "below", 48, "rotate"
    heading = gettext_lazy("Changements en cours")
    help_text = gettext_lazy(
        "Les anciennes adresses mènent déjà aux nouvelles. Listes, plan du site et recherche "
        "suivent d’eux-mêmes."
    )

    def pages(self):
        self.rows = _under_way()
        return Page.objects.filter(self.boundary.owned_pages(), pk__in=self.rows).order_by("path")

    def detail(self, page) -> str:
        return " · ".join(dict.fromkeys(_said(row, page) for row in self.rows[page.pk]))


def _said(row, page) -> str:
    if row.task_path != follow_addresses.module_path:
        return _("La recherche suit")
    _key, *after = row.args_kwargs["args"]
    left = Page.objects.filter(path__startswith=page.path, path__gt=(after or [page.path])[0])
    count = left.count()
    return ngettext(
        "Encore %(count)d page dont l’adresse suit",
        "Encore %(count)d pages dont l’adresse suit",
        count,
    ) % {"count": count}


@hooks.register("construct_homepage_panels")
def show_what_goes_on(request, panels):
    add_to_desk(request, panels, BelowPanel)


@hooks.register("after_edit_page")
@hooks.register("after_move_page")
def say_what_follows(request, page):
    if request.accepts("text/html") and page.pk in _under_way():
        said = _(
            "Les pages placées dessous suivent en arrière-plan, en quelques minutes\u00a0: leurs "
            "anciennes adresses mènent déjà aux nouvelles. L’accueil dit où en est le travail."
        )
        messages.info(request, said)
