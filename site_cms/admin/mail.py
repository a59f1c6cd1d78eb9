"""Mail that has not left, tasks that failed: seen on the desk; of mail, one screen decides."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail import hooks
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from site_cms.admin.desk import DeskPanel, Entry, add_to_desk, format_moment
from site_cms.models import OutgoingMail
from site_cms.tasks.mail import TRIED_FOR, in_trouble, send_again
from site_cms.tasks.work import given_up, tried_again

# What one screen shows; the oldest first.
SHOWN = 200
# What people call the tasks that may fail for a reason outside the site.
TASKS = {
    "site_cms.web.purge.purge": _("Purge des caches devant le site"),
    "site_cms.mirror.refreshing.refresh": _("Copie de secours du site"),
}


def what_became(mail) -> str:
    """Return what happened to a message, and what will."""
    trouble = OutgoingMail.Trouble(mail.trouble or OutgoingMail.Trouble.INTERRUPTED)
    if trouble == OutgoingMail.Trouble.INTERRUPTED:
        return trouble.label
    end = mail.queued_at + TRIED_FOR
    if end < timezone.now():
        return gettext("%(trouble)s, abandonné après un jour d’essais") % {"trouble": trouble.label}
    text = gettext("%(trouble)s, de nouveaux essais ont lieu jusqu’au %(end)s")
    return text % {"trouble": trouble.label, "end": format_moment(end)}


class UnsentMailPanel(DeskPanel):
    """For those who may decide: the subject of each message, never its words."""

    name, order, icon = "unsent_mail", 46, "mail"
    heading = _("Courriels qui ne sont pas partis")
    more = "outgoing_mail"

    def find(self):
        if not self.boundary.is_national:
            return []
        url = reverse("outgoing_mail")
        return [
            Entry(mail.message.get("subject", ""), url, detail=what_became(mail))
            for mail in in_trouble()[: self.limit + 1]
        ]


class FailedTasksPanel(DeskPanel):
    """For the technical administration; mail has a panel of its own."""

    name, order, icon = "failed_tasks", 47, "cogs"
    heading = _("Tâches en échec")
    help_text = _("Leur erreur est dans le journal du serveur.")

    def find(self):
        if not self.request.user.is_superuser:
            return []
        again = [
            (row, gettext("nouvel essai\u00a0: %s"), row.run_after)
            for row in self._few(tried_again())
        ]
        ended = [
            (row, gettext("abandonnée\u00a0: %s"), row.finished_at) for row in self._few(given_up())
        ]
        return [
            Entry(TASKS.get(row.task_path, row.task_path), "", detail=text % format_moment(moment))
            for row, text, moment in [*again, *ended]
        ]

    def _few(self, rows):
        return rows.exclude(task_path__endswith=".mail.deliver")[: self.limit + 1]


@hooks.register("construct_homepage_panels")
def show_what_failed(request, panels):
    add_to_desk(request, panels, UnsentMailPanel, FailedTasksPanel)


class MailView(WagtailAdminTemplateMixin, TemplateView):
    template_name = "site_cms/admin/outgoing_mail.html"
    page_title = _("Courriels qui ne sont pas partis")
    header_icon = "mail"

    def get_breadcrumbs_items(self):
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        waiting = [
            {"mail": mail, "recipients": ", ".join(mail.message.get("to", ())), "said": said}
            for mail in in_trouble()[:SHOWN]
            if (said := what_became(mail))
        ]
        return super().get_context_data(**kwargs) | {"waiting": waiting}

    def post(self, request):
        key = request.POST.get("mail", "")
        mail = get_object_or_404(in_trouble(), pk=key if key.isdecimal() else None)
        if request.POST.get("act") == "drop":
            mail.delete()
            messages.success(request, gettext("Le courriel est supprimé."))
        else:
            send_again(mail)
            messages.success(request, gettext("Le courriel repart."))
        return HttpResponseRedirect(reverse("outgoing_mail"))


@hooks.register("register_admin_urls")
def add_mail():
    return [path("courriels/", MailView.as_view(), name="outgoing_mail")]
