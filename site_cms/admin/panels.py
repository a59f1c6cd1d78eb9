"""The panels of the admin's home about pages of every kind."""

from django.db.models import IntegerField, Q
from django.db.models.functions import Cast
from django.urls import path, reverse
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.navigation import get_site_for_user
from wagtail.admin.site_summary import PagesSummaryItem
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import (
    LockedPagesPanel,
    RecentEditsPanel,
    UserObjectsInWorkflowModerationPanel,
    WorkflowObjectsToModeratePanel,
)
from wagtail.documents import get_document_model_string
from wagtail.documents.wagtail_hooks import DocumentsSummaryItem
from wagtail.images import get_image_model_string
from wagtail.images.wagtail_hooks import ImagesSummaryItem
from wagtail.models import (
    Page,
    Revision,
    Site,
    TaskState,
    WorkflowState,
    get_default_page_content_type,
)
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy

from site_cms.admin.desk import DeskListView, DeskPanel, PublishedPanel, add_to_desk, format_moment
from site_cms.admin.links import dead_sources
from site_cms.admin.rereading.due import Pages, with_dates
from site_cms.admin.schedule import planned
from site_cms.models import PublisherSettings
from site_cms.publications.memo import since_publication
from site_cms.rights.boundary import boundary_for
from site_cms.words.dates import format_day

# What the lists of images and documents ask for.
FILE_ACTIONS = ("change", "delete")

# --- The account's own part of the site -----------------------------------------------------------


class OwnPartPanel(DeskPanel):
    """For a regional team: its region, in each language, and where to begin."""

    template_name = "site_cms/admin/own_part_panel.html"
    name, order, icon = "own_part", 10, "home"
    heading = _("Votre partie du site")

    def find(self):
        if self.boundary.is_national:
            return []
        return list(
            Page.objects.filter(path__in=self.boundary.own_pages)
            .select_related("locale")
            .order_by("path")
        )


# --- Reviews --------------------------------------------------------------------------------------


# Of what a reviewer asks for, in characters: all of it stands in the mail and the page's history.
SHOWN_COMMENT = 200


class _WorkflowPanel(DeskPanel):
    icon = "clipboard-list"

    def states(self):
        """The workflows under way on the account's own pages, newest first."""
        own = Page.objects.filter(self.boundary.owned_pages())
        return (
            WorkflowState.objects.active()
            .filter(base_content_type=get_default_page_content_type())
            .annotate(page_pk=Cast("object_id", IntegerField()))
            .filter(page_pk__in=own.values("pk"))
            .select_related("requested_by", "current_task_state")
            .order_by("-created_at")
        )

    def mine(self):
        """The workflows that stand at a step this account may decide."""
        steps = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS)
        if not self.request.user.is_superuser:
            groups = self.request.user.groups.all()
            steps = steps.filter(task__groupapprovaltask__groups__in=groups)
        return Q(current_task_state__in=steps.values("pk"))

    def find(self):
        states = list(self.chosen()[: self.limit + 1])
        pages = Page.objects.select_related("locale").in_bulk([s.page_pk for s in states])
        Page.objects.annotate_parent_page(pages.values())
        return [self.entry(pages[s.page_pk], self.state_detail(s)) for s in states]

    def state_detail(self, state):
        who = state.requested_by.get_full_name() or "" if state.requested_by else ""
        when = format_moment(state.created_at)
        if state.status == WorkflowState.STATUS_NEEDS_CHANGES:
            asked = state.current_task_state.comment if state.current_task_state else ""
            text = _("Modifications demandées · soumise le %(when)s") % {"when": when}
            quote = f" · «\u00a0{Truncator(asked).chars(SHOWN_COMMENT)}\u00a0»" if asked else ""
            return text + quote
        if who:
            return _("Soumise par %(who)s le %(when)s") % {"who": who, "when": when}
        return _("Soumise le %(when)s") % {"when": when}


class ToReviewPanel(_WorkflowPanel):
    # Whoever may decide about a page may open its form, without any right to change others.
    may_change = True
    name, order = "to_review", 20
    heading = _("À valider par vous")
    help_text = _("Ouvrez la page, relisez-la, puis validez-la ou demandez des modifications.")

    action = "publish"

    def chosen(self):
        return self.states().filter(self.mine())


class SubmittedPanel(_WorkflowPanel):
    name, order = "submitted", 30

    @property
    def heading(self):
        if self.boundary.is_national:
            return _("Soumis, en attente de validation")
        return _("En attente de validation")

    def chosen(self):
        return self.states().exclude(self.mine())


# --- Pages ----------------------------------------------------------------------------------------


class ScheduledPanel(DeskPanel):
    name, order, icon = "scheduled", 40, "calendar-alt"
    heading = _("Programmé")
    help_text = _("Heure de Paris.")

    more = "schedule_calendar"
    action = "publish"

    def find(self):
        plans = planned(self.request.user)[: self.limit + 1]
        return [self.entry(p.page, f"{p.label} · {format_moment(p.at)}") for p in plans]


class DeadLinksPanel(PublishedPanel):
    """Pages online whose links lead nowhere: whatever put them there, they show up here."""

    name, order, icon = "dead_links", 60, "link"
    heading = _("Liens vers des pages absentes")
    help_text = _("Le lecteur voit le texte, sans le lien. Corrigez-le ou publiez la page visée.")

    def found(self):
        own = Page.objects.live().filter(self.boundary.owned_pages())
        return own.filter(dead_sources()).order_by("path").values_list("pk", flat=True)


class RereadingDuePanel(PublishedPanel):
    name, order, icon = "rereading_due", 70, "time"
    heading = _("À relire")
    help_text = _(
        "La date « à relire avant le » est passée, ou la page n’a pas été publiée depuis un an."
    )
    more = "rereading_report"

    def found(self):
        return Pages(self.request.user, "due").keys(0, self.limit + 1)

    def loaded(self):
        return with_dates()

    def detail(self, page):
        if page.due_on:
            return _("À relire avant le %(day)s") % {"day": format_day(page.due_on)}
        day = timezone.localdate(page.last_published_at)
        return _("Publiée pour la dernière fois le %(day)s") % {"day": format_day(day)}


class DraftsPanel(DeskPanel):
    name, order, icon = "drafts", 90, "edit"
    heading = _("Brouillons")

    def pages(self):
        waiting = WorkflowState.objects.active().values(key=Cast("object_id", IntegerField()))
        scheduled = Revision.page_revisions.filter(approved_go_live_at__isnull=False)
        return (
            Page.objects.filter(self.boundary.owned_pages(), alias_of=None, depth__gt=1)
            .filter(Q(live=False, expired=False) | Q(has_unpublished_changes=True))
            .exclude(pk__in=waiting)
            .exclude(pk__in=scheduled.values(key=Cast("object_id", IntegerField())))
            .order_by("-latest_revision_created_at", "-pk")
        )

    def detail(self, page):
        kind = _("Modifications non publiées") if page.live else _("Jamais publiée")
        if not page.latest_revision_created_at:
            return kind
        when = format_moment(page.latest_revision_created_at)
        return _("%(kind)s · %(when)s") % {"kind": kind, "when": when}


class NothingToDo(Component):
    name, order = "nothing_to_do", 15
    template_name = "site_cms/admin/nothing_to_do.html"


class OwnRecentEditsPanel(RecentEditsPanel):
    """Wagtail's, without pages the account edited once and has no say in any more."""

    order = 300

    def get_context_data(self, parent_context):
        context = super().get_context_data(parent_context)
        boundary = boundary_for(parent_context["request"].user)
        edits = context["last_edits"]
        context["last_edits"] = [(when, page) for when, page in edits if boundary.owns_page(page)]
        return context


# What ours say better, or what would name pages that are no longer the account's own.
REPLACED = (
    LockedPagesPanel,
    RecentEditsPanel,
    UserObjectsInWorkflowModerationPanel,
    WorkflowObjectsToModeratePanel,
)


@hooks.register("register_admin_urls")
def add_whole_lists():
    return [path("bureau/<slug:name>/", DeskListView.as_view(), name="desk_list")]


@hooks.register("construct_homepage_panels", order=-100)
def lay_the_desk(request, panels):
    panels[:] = [panel for panel in panels if not isinstance(panel, REPLACED)]
    add_to_desk(
        request,
        panels,
        OwnPartPanel,
        ToReviewPanel,
        SubmittedPanel,
        ScheduledPanel,
        DeadLinksPanel,
        RereadingDuePanel,
        DraftsPanel,
    )


@hooks.register("construct_homepage_panels", order=900)
def say_when_there_is_nothing(request, panels):
    waiting = [p for p in panels if isinstance(p, DeskPanel) and not isinstance(p, OwnPartPanel)]
    if not waiting:
        panels.append(NothingToDo())
    panels.append(OwnRecentEditsPanel())


@hooks.register("construct_homepage_summary_items", order=900)
def count_pages_for_those_who_have_them_all(request, items):
    """The total below the account's first page counts other teams' pages as well."""
    if not boundary_for(request.user).is_national:
        items[:] = [item for item in items if not isinstance(item, PagesSummaryItem)]


def _own_files(user, model, auth_model):
    """Return what Wagtail's list shows to the account, by the policy that the list goes by.

    Wagtail keeps that policy at different addresses in 7.4 and 8.0; both make it like this.
    """
    policy = CollectionOwnershipPermissionPolicy(model, auth_model, "uploaded_by_user")
    return policy.instances_user_has_any_permission_for(user, FILE_ACTIONS)


class CountedPagesItem(PagesSummaryItem):
    """Wagtail's, which counts all pages of the site each time."""

    def get_context_data(self, parent_context):
        counted = super().get_context_data
        name = (type(self), self.request.user.pk)
        return since_publication(name, lambda: counted(parent_context))


class OwnImagesItem(ImagesSummaryItem):
    """Wagtail's, counting what the list it leads to has: what may only be chosen is not in it."""

    def get_context_data(self, parent_context):
        mine = _own_files(self.request.user, get_image_model_string(), "wagtailimages.Image")
        site_name = get_site_for_user(self.request.user)["site_name"]
        return {"total_images": mine.count(), "site_name": site_name}


class OwnDocumentsItem(DocumentsSummaryItem):
    def get_context_data(self, parent_context):
        mine = _own_files(self.request.user, get_document_model_string(), "wagtaildocs.Document")
        site_name = get_site_for_user(self.request.user)["site_name"]
        return {"total_docs": mine.count(), "site_name": site_name}


_COUNTED_AGAIN = {
    PagesSummaryItem: CountedPagesItem,
    ImagesSummaryItem: OwnImagesItem,
    DocumentsSummaryItem: OwnDocumentsItem,
}


@hooks.register("construct_homepage_summary_items", order=900)
def count_files_that_may_be_changed(request, items):
    kinds = [_COUNTED_AGAIN.get(type(item)) for item in items]
    items[:] = [kind(request) if kind else i for kind, i in zip(kinds, items, strict=True)]


class MissingFactsPanel(Component):
    """On the admin home: what the legal pages still print as "à compléter"."""

    name = "missing_facts"
    template_name = "site_cms/admin/missing_facts.html"
    order = 50

    def __init__(self, site, missing):
        super().__init__()
        self.site = site
        self.missing = missing

    def get_context_data(self, parent_context):
        url = reverse("wagtailsettings:edit", args=["site_cms", "publishersettings", self.site.pk])
        return {"missing": self.missing, "url": url}


@hooks.register("construct_homepage_panels")
def add_missing_facts(request, panels):
    if not request.user.has_perm("site_cms.change_publishersettings"):
        return
    site = Site.find_for_request(request)
    missing = PublisherSettings.for_site(site).missing() if site else []
    if missing:
        panels.append(MissingFactsPanel(site, missing))
