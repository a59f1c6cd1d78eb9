"""The team of each region: two groups, a collection, a workflow, and the rights of the table.

A region's team is known by the INSEE code its pages carry, in every language. It follows them:
made with the first page, named after the French one, dissolved with the last. `manage.py
permissions` does the same for all regions at once, and can be run at any time.
"""

from django.apps import apps
from django.contrib.auth.models import Group
from django.db import models
from django.db.models import Q
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.utils.translation import gettext_lazy as _
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    Locale,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from site_cms.rights.boundary import national_collection
from site_cms.rights.roles import (
    CONTRIBUTION,
    NATIONAL_FILES,
    PUBLICATION,
    REGION,
    REGIONAL_ROLES,
    RELECTURE,
    apply_national_roles,
    apply_role,
    team_group,
)

from .regions import REGION_CHOICES

# Group names have 150 characters, page titles 255.
NAME_LENGTH = 100


class RegionTeam(models.Model):
    """What belongs to one region's team, whatever its page is called today."""

    code = models.CharField(_("région"), max_length=2, choices=REGION_CHOICES, unique=True)
    contribution = models.OneToOneField(
        Group, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    publication = models.OneToOneField(
        Group, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    collection = models.OneToOneField(
        Collection, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    workflow = models.OneToOneField(
        Workflow, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("équipe régionale")
        verbose_name_plural = _("équipes régionales")

    def __str__(self):
        return self.get_code_display()


def apply_rights() -> list[str]:
    """Make the database say what the table says; return the codes of the regions with a team."""
    apply_national_roles()
    region_pages = apps.get_model("territories.RegionPage").objects
    codes = set(region_pages.values_list("code", flat=True))
    for code in sorted(codes | set(RegionTeam.objects.values_list("code", flat=True))):
        settle(code)
    return sorted(codes)


def settle(code: str):
    """Give the region's team what it should have, or dissolve it."""
    french_first = models.Case(models.When(locale=Locale.get_default(), then=0), default=1)
    pages = apps.get_model("territories.RegionPage").objects.filter(code=code)
    pages = list(pages.order_by(french_first, "pk"))
    if not pages:
        dissolve(code)
        return
    team, _created = RegionTeam.objects.get_or_create(code=code)
    name = _free_name(team, pages[0].title[:NAME_LENGTH])
    team.contribution = _group(team.contribution, team_group(name, CONTRIBUTION))
    team.publication = _group(team.publication, team_group(name, PUBLICATION))
    team.collection = _collection(team.collection, name)
    team.workflow = _workflow(team, name)
    team.save()
    _assign(team.workflow, pages)
    places = {REGION: pages}
    files = {REGION: [team.collection], NATIONAL_FILES: [national_collection()]}
    groups = {CONTRIBUTION: team.contribution, PUBLICATION: team.publication}
    for role in REGIONAL_ROLES:
        apply_role(role, groups[role.name], places, files)


def dissolve(code: str):
    """Take every right away. Files outlive the team, in a collection that only national staff see.

    A region page made anew finds them again.
    """
    team = RegionTeam.objects.filter(code=code).first()
    if team is None:
        return
    for group in filter(None, (team.contribution, team.publication)):
        group.delete()
    if team.workflow:
        GroupApprovalTask.objects.filter(workflow_tasks__workflow=team.workflow).delete()
        team.workflow.delete()
    if team.collection and not _has_files(team.collection):
        team.collection.delete()
        team.delete()


@receiver(post_save, sender="territories.RegionPage")
def follow_region_page(instance, raw=False, **kwargs):
    """Settle the region's team, and that of the region the page was for until now."""
    if raw:
        return
    on_page = Q(contribution__page_permissions__page=instance)
    left = RegionTeam.objects.filter(on_page).exclude(code=instance.code).distinct()
    for code in [*left.values_list("code", flat=True), instance.code]:
        settle(code)


@receiver(post_delete, sender="territories.RegionPage")
def follow_removed_region_page(instance, **kwargs):
    settle(instance.code)


def _free_name(team, name):
    """Return the page's title, with the region's code when another team has it already."""
    own = Q(pk__in=[team.contribution_id or 0, team.publication_id or 0])
    names = [team_group(name, CONTRIBUTION), team_group(name, PUBLICATION)]
    taken = Group.objects.filter(name__in=names).exclude(own).exists()
    return f"{name} ({team.code})" if taken else name


def _group(group, name):
    group = group or Group(name=name)
    group.name = name
    group.save()
    return group


def _collection(collection, name):
    if collection is None:
        return Collection.get_first_root_node().add_child(name=name)
    if collection.name != name:
        collection.name = name
        collection.save(update_fields=["name"])
    return collection


def _workflow(team, name):
    """Return the workflow by which the region's publishers review: one step, of this team's.

    National reviewers may take their place; mail goes to the region's own.
    """
    title = _("Relecture – %(region)s") % {"region": name}
    workflow = team.workflow or Workflow()
    workflow.name, workflow.active = title, True
    workflow.save()
    task = GroupApprovalTask.objects.filter(workflow_tasks__workflow=workflow).first()
    task = task or GroupApprovalTask()
    task.name, task.active = title, True
    task.save()
    task.groups.set([team.publication, *Group.objects.filter(name=RELECTURE)])
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task, defaults={"sort_order": 0})
    return workflow


def _assign(workflow, pages):
    WorkflowPage.objects.filter(workflow=workflow).exclude(page__in=pages).delete()
    for page in pages:
        WorkflowPage.objects.update_or_create(page_id=page.pk, defaults={"workflow": workflow})


def _has_files(collection):
    models_of_files = (apps.get_model("site_cms", name) for name in ("SiteImage", "SiteDocument"))
    return any(model.objects.filter(collection=collection).exists() for model in models_of_files)
