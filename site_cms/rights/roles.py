"""Who may do what: one table, applied by `manage.py permissions`, and for a region whenever one of
its pages is saved or deleted (territories/teams.py).

A role gives a group rights on parts of the page tree, on files, and on models by name; a room adds
those on its own models in its `rights.py`. The roles of a region are given to two groups for each
region, made with its first page, whatever the language. What a regional account may open in the
admin, and about what, is site_cms/rights/table.py; technical administration is the superuser's.
"""

from dataclasses import dataclass

from django.contrib.auth.models import Group, Permission
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from site_cms.rights.boundary import TRANSLATE, national_collection

# Parts of the page tree and of the collections.
SITE = "site"  # all of it
NATIONAL_FILES = "national"  # files for everybody
REGION = "region"  # a region's pages in every language; its own files

ADMIN_ACCESS = "wagtailadmin.access_admin"
FILE_KINDS = ("image", "document")

COMMUNICATION = "Communication"
RELECTURE = "Relecture"
CONTRIBUTION = "contribution"
PUBLICATION = "publication"
# Between a region and a role, in the name of a group.
TEAM_DASH = " – "


@dataclass(frozen=True)
class Role:
    """A group's rights: part of the tree -> actions, for pages and files; permissions by name."""

    name: str
    pages: dict[str, tuple[str, ...]]
    files: dict[str, tuple[str, ...]]
    models: tuple[str, ...] = ()
    collections: tuple[str, ...] = ()

    @property
    def permissions(self) -> tuple[str, ...]:
        """All it may do by name, with what the rooms add."""
        return (ADMIN_ACCESS, *self.models, *_OF_ROOMS.get(self.name, ()))


# The rights that rooms give on their own models, by the name of the role.
_OF_ROOMS: dict[str, list[str]] = {}


def register_rights(role: str, *names: str):
    """Give a role rights on what a room brings."""
    _OF_ROOMS.setdefault(role, []).extend(names)


def rights_on(model: str, *actions: str) -> tuple[str, ...]:
    """Return the names of the rights on « app.model »: to add, change and delete, or as said."""
    app, name = model.split(".")
    return tuple(f"{app}.{action}_{name}" for action in actions or ("add", "change", "delete"))


WRITE = ("add", "change")
PUBLISH = ("publish", "lock", "unlock")
# Wagtail lets whoever may change a file delete it.
FILES = ("add", "change", "delete", "choose")

NATIONAL_ROLES = (
    Role(
        name=COMMUNICATION,
        pages={SITE: WRITE + PUBLISH},
        files={SITE: FILES},
        collections=("add", "change", "delete"),
        models=(
            *rights_on("site_cms.theme"),
            *rights_on("site_cms.person"),
            *rights_on("site_cms.promotedresult"),
            *rights_on("site_cms.publishersettings", "change"),
            *rights_on("site_cms.sitemenu", "change"),
            *rights_on("site_cms.banner"),
            *rights_on("wagtailredirects.redirect"),
            TRANSLATE,
            # Accounts of regional teams only: see site_cms/admin/accounts.py.
            *rights_on("site_cms.user", "add", "change"),
        ),
    ),
    Role(
        name=RELECTURE,
        # Reads, publishes and withdraws everywhere; the text it edits is what is submitted to it.
        pages={SITE: PUBLISH},
        files={SITE: ("choose",)},
    ),
)
REGIONAL_ROLES = (
    Role(
        name=CONTRIBUTION,
        pages={REGION: WRITE},
        files={REGION: FILES, NATIONAL_FILES: ("choose",)},
        models=(TRANSLATE,),
    ),
    Role(
        name=PUBLICATION,
        pages={REGION: WRITE + PUBLISH},
        files={REGION: FILES, NATIONAL_FILES: ("choose",)},
        models=(TRANSLATE,),
    ),
)


def team_group(region: str, role: str) -> str:
    """Return the name of a region's group: "Bretagne – contribution"."""
    return f"{region}{TEAM_DASH}{role}"


# Wagtail's first migrations make these, with rights on the whole site.
STOCK_GROUPS = ("Editors", "Moderators")
STOCK_WORKFLOW = "Moderators approval"
ALL_COLLECTIONS = "Toutes les collections"
NATIONAL_WORKFLOW = "Relecture nationale"


def apply_national_roles():
    """Give the national groups what the table says."""
    _remove_stock()
    _name_collections_in_french()
    places = {SITE: [Page.objects.get(depth=1)]}
    files = {SITE: [Collection.get_first_root_node()], NATIONAL_FILES: [national_collection()]}
    for role in NATIONAL_ROLES:
        group, _created = Group.objects.get_or_create(name=role.name)
        apply_role(role, group, places, files)
    _apply_national_workflow()


def apply_role(role: Role, group: Group, pages: dict[str, list], collections: dict[str, list]):
    """Give a group the rights of its role on these places, and take away all others."""
    on_pages = {f"wagtailcore.{action}_page" for part in role.pages.values() for action in part}
    found = _permissions({*role.permissions, *on_pages})
    group.permissions.set([found[name] for name in role.permissions])
    _sync(
        GroupPagePermission,
        group,
        "page_id",
        {
            (page.pk, found[f"wagtailcore.{action}_page"].pk)
            for part, actions in role.pages.items()
            for page in pages[part]
            for action in actions
        },
    )
    _sync(
        GroupCollectionPermission,
        group,
        "collection_id",
        {
            (collection.pk, permission.pk)
            for part, actions in role.files.items()
            for collection in collections[part]
            for permission in _file_permissions(actions, role.collections)
        },
    )


def _file_permissions(actions, collection_actions):
    # Wagtail asks for the rights of its own image and document models, whatever ours are called.
    codenames = [f"{action}_{kind}" for action in actions for kind in FILE_KINDS]
    codenames += [f"{action}_collection" for action in collection_actions]
    return Permission.objects.filter(
        content_type__app_label__in=("wagtailimages", "wagtaildocs", "wagtailcore"),
        codename__in=codenames,
    )


def _permissions(names):
    """Return permissions by name, in one query: a region settles its team whenever it is saved."""
    named = [name.split(".") for name in names]
    found = Permission.objects.select_related("content_type").filter(
        content_type__app_label__in={app_label for app_label, _ in named},
        codename__in={codename for _, codename in named},
    )
    return {f"{row.content_type.app_label}.{row.codename}": row for row in found}


def _sync(model, group, place_field, wanted):
    """Make the group's rows in a table of rights exactly the wanted (place, permission) pairs."""
    held = {
        (place, permission): key
        for key, place, permission in model.objects.filter(group=group).values_list(
            "pk", place_field, "permission_id"
        )
    }
    model.objects.filter(pk__in=[held[pair] for pair in held.keys() - wanted]).delete()
    model.objects.bulk_create(
        model(group=group, permission_id=permission, **{place_field: place})
        for place, permission in sorted(wanted - held.keys())
    )


def _remove_stock():
    Group.objects.filter(name__in=STOCK_GROUPS, user=None).delete()
    Workflow.objects.filter(name=STOCK_WORKFLOW, workflow_states=None).delete()
    GroupApprovalTask.objects.filter(name=STOCK_WORKFLOW, task_states=None).delete()


def _name_collections_in_french():
    """Wagtail's first migrations give the collection above all others an English name."""
    root = Collection.get_first_root_node()
    if root.name == "Root":
        root.name = ALL_COLLECTIONS
        root.save(update_fields=["name"])


def _apply_national_workflow():
    """Pages outside the regions are reviewed by the national reviewers."""
    workflow, _created = Workflow.objects.get_or_create(name=NATIONAL_WORKFLOW)
    task, _created = GroupApprovalTask.objects.get_or_create(name=NATIONAL_WORKFLOW)
    task.groups.set(Group.objects.filter(name=RELECTURE))
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task, defaults={"sort_order": 0})
    WorkflowPage.objects.update_or_create(
        page_id=Page.objects.get(depth=1).pk, defaults={"workflow": workflow}
    )
