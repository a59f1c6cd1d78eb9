"""Before publication: what is missing, which links are dead, the English, who is told, and when.

It stands in the panel of the checks, and is asked for when that is opened: the editor's form itself
costs nothing more. What it tells is of the page as it was last saved.
"""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, render
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.models import Locale, Page

from site_cms.admin.desk import format_moment
from site_cms.admin.links import dead_ends
from site_cms.models import BasePage, is_private_at
from site_cms.translation.states import State, state_in
from site_cms.translation.work import is_original
from site_cms.words.writing import remarks


@dataclass(frozen=True)
class Answer:
    """A question, and what is said to it; `is_fine` when there is nothing left to do."""

    heading: str
    lines: list[str]
    is_fine: bool


def answers(page: BasePage, user) -> list[Answer]:
    """Return what is to be known before the page is published, as it stands in memory."""
    ask = (
        (_("Ce qui manque"), remarks(page), _("Rien\u00a0: résumé, image et phrases conviennent.")),
        (_("Liens morts"), dead_ends(page, user), _("Aucun\u00a0: tous mènent quelque part.")),
        (_("En anglais"), _english(page), _("La traduction est à jour.")),
    )
    found = [
        Answer(heading, lines or [fine], not lines)
        for heading, lines, fine in ask
        if lines is not None
    ]
    told = [Answer(_("Qui sera prévenu"), _told(page), True)]
    return [*found, *told, Answer(_("Quand le public la verra"), _seen(page), True)]


_ENGLISH = {
    State.MISSING: gettext_lazy("Elle n’existe pas\u00a0: «\u00a0Traduire\u00a0» la commence."),
    State.OUT_OF_SYNC: gettext_lazy("La page en anglais ne suit plus celle-ci."),
    State.OUT_OF_DATE: gettext_lazy("La page en anglais est en retard sur celle-ci."),
    State.WAITING: gettext_lazy("La page en anglais attend des textes."),
    State.DRAFT: gettext_lazy("La page en anglais n’est pas publiée."),
}


def _english(page) -> list[str] | None:
    """What is left to do in English; None where there is no question."""
    english = Locale.objects.filter(language_code="en").first()
    if not english or not is_original(page):
        return None
    state = state_in(english, page.locale, Page)
    found = Page.objects.filter(pk=page.pk).annotate(state=state).values_list("state", flat=True)
    return [str(_ENGLISH[one]) for one in found if one in _ENGLISH]


def _told(page) -> list[str]:
    told = [str(who) for who in page.told_by]
    if page.current_workflow_state:
        told.append(_("La personne qui a soumis la page, par courriel."))
    return told or [_("Personne\u00a0: ni flux ni courriel n’annoncent cette page.")]


def _seen(page) -> list[str]:
    lines = [_("Dès la publication, à la seconde près.")]
    if page.go_live_at and page.go_live_at > timezone.now():
        lines = [_("À partir du %(when)s.") % {"when": format_moment(page.go_live_at)}]
    if page.expire_at:
        lines.append(_("Jusqu’au %(when)s.") % {"when": format_moment(page.expire_at)})
    if is_private_at(page.path):
        lines.append(_("Seulement certains lecteurs\u00a0: la page est dans une partie réservée."))
    if page.noindex:
        lines.append(_("Ni les moteurs ni la recherche du site ne la montreront."))
    return lines


def before_publication(request, page_id: int):
    page = get_object_or_404(Page, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    latest = page.get_latest_revision_as_object()
    given = {"answers": answers(latest, request.user) if isinstance(latest, BasePage) else []}
    return render(request, "site_cms/admin/before_publication.html", given)


@hooks.register("register_admin_urls")
def add_answers():
    address = "pages/<int:page_id>/avant-publication/"
    return [path(address, before_publication, name="before_publication")]
