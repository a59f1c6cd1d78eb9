"""Two people in one page: whoever saves over a version they have not seen is asked first.

Wagtail refuses this to automatic saving only. Here every save is compared with the version its form
was opened from. On a newer one by somebody else, the form comes back with all that was typed, says
who saved and when, and offers both ways out; either leaves both versions in the history.
"""

from dataclasses import dataclass
from datetime import datetime

from django.http import JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Revision
from wagtail.utils.timestamps import render_timestamp

from site_cms.models import take_place

# The moment up to which the person has seen the page: sent by a form that came back…
OPENED = "opened_at"
# … and, in the address, by the button that says: yes, over that one.
SEEN = "seen"
# The version to put back on top of what is being saved.
KEEP = "keep"
# Acts that are repeated when the save is confirmed; the others ask for more than a button.
REPEATED = {
    "action-publish": gettext_lazy("Publier ma version"),
    "action-submit": gettext_lazy("Soumettre ma version"),
}


@dataclass(frozen=True)
class EditConflict:
    """`theirs` is the newest version the form knows nothing of; `opened`, when it was opened."""

    theirs: Revision
    opened: str
    action: str

    @property
    def author(self) -> str:
        user = self.theirs.user
        return get_user_display_name(user) if user else _("Le système")

    @property
    def message(self) -> str:
        return _(
            "%(author)s a enregistré une version plus récente de cette page le %(time)s. Rien "
            "n’est encore enregistré de votre côté."
        ) % {"author": self.author, "time": render_timestamp(self.theirs.created_at)}

    @property
    def save_label(self):
        return REPEATED.get(self.action, _("Enregistrer ma version"))

    @property
    def save_url(self) -> str:
        return self._url()

    @property
    def keep_url(self) -> str:
        return self._url(**{KEEP: self.theirs.pk})

    @property
    def view_url(self) -> str:
        page = self.theirs.object_id
        return reverse("wagtailadmin_pages:revisions_view", args=[page, self.theirs.pk])

    def _url(self, **more):
        edit = reverse("wagtailadmin_pages:edit", args=[self.theirs.object_id])
        return f"{edit}?{urlencode({SEEN: self.theirs.created_at.isoformat(), **more})}"


def find_conflict(request, page) -> EditConflict | None:
    """Compare what the form was opened from with the versions saved since by somebody else."""
    posted = request.POST
    opened = posted.get(OPENED) or posted.get("loaded_revision_created_at") or ""
    seen = [moment for moment in (_moment(opened), _moment(request.GET.get(SEEN))) if moment]
    if seen:
        newer = page.revisions.filter(created_at__gt=max(seen)).exclude(user=request.user)
    else:
        # Opened before the page had any version, or not by Wagtail's form.
        newer = page.revisions.exclude(user=request.user).exclude(user=None)
    theirs = newer.select_related("user").order_by("-created_at", "-pk").first()
    action = next((name for name in REPEATED if name in posted), "")
    return EditConflict(theirs, opened, action) if theirs else None


def _moment(text) -> datetime | None:
    try:
        moment = parse_datetime(text or "")
    except ValueError:
        return None
    return moment if moment and moment.tzinfo else None


@hooks.register("before_edit_page")
def ask_before_overwriting(request, page):
    """Note the conflict on the page, which then refuses to validate; answer automatic saving."""
    if request.method != "POST":
        return None
    # Until the end of this request, nobody else saves, publishes or moves this page.
    take_place(page)
    page.edit_conflict = find_conflict(request, page)
    if page.edit_conflict and not request.accepts("text/html"):
        error = {"error_code": "invalid_revision", "error_message": page.edit_conflict.message}
        return JsonResponse({"success": False, **error}, status=400)
    return None


@hooks.register("before_edit_page")
def leave_a_closed_review_alone(request, page):
    """Two people decide on one review: the second one's text is saved, and nothing decided.

    Wagtail fails, with the text lost.
    """
    if "action-workflow-action" in request.POST and page.current_workflow_task is None:
        request.POST = request.POST.copy()
        del request.POST["action-workflow-action"]
        if request.accepts("text/html"):
            messages.warning(request, _("Cette relecture est déjà close : rien n’a été décidé."))


@hooks.register("before_edit_page")
def read_the_version_once(request, page):
    """As a rule the newest version is the one online: the form asks for both."""
    if page.latest_revision_id and page.latest_revision_id == page.live_revision_id:
        page.live_revision = page.latest_revision


@hooks.register("after_edit_page")
def put_theirs_back(request, page):
    """Mine is saved, and in the history; on top of it comes the version I chose to keep.

    That is the one mine was saved over, and no other: no form looks at what an old version holds.
    """
    if request.method != "POST" or KEEP not in request.GET:
        return None
    before = page.revisions.exclude(pk=page.latest_revision_id).order_by("-created_at", "-pk")
    theirs = before.first()
    if theirs is None or request.GET[KEEP] != str(theirs.pk) or theirs.user == request.user:
        return None
    restored = theirs.as_object()
    if not restored.live:
        restored.save(clean=False)
    restored.save_revision(
        user=request.user, log_action=True, previous_revision=theirs, clean=False
    )
    messages.success(
        request,
        _(
            "La version de %(author)s est gardée. La vôtre est dans l’historique de la page, d’où "
            "vous pouvez la reprendre."
        )
        % {"author": get_user_display_name(theirs.user) if theirs.user else _("Le système")},
    )
    return redirect("wagtailadmin_pages:edit", page.pk)
