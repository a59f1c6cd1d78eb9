"""Who did what: what Wagtail's own log leaves out, and one JSON line for every entry.

Wagtail notes what happens to pages and other content. Rights and exports are added here, under the
same log, so that one screen, one CSV and one stream of lines tell it all.
"""

import logging
from contextlib import contextmanager, nullcontext

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import Q, QuerySet
from django.db.models.signals import m2m_changed, post_save, pre_save
from django.dispatch import receiver
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.log_actions import LogFormatter, get_active_log_context, log
from wagtail.models import (
    GroupCollectionPermission,
    GroupPagePermission,
    ModelLogEntry,
    Page,
    PageLogEntry,
)

from site_cms.accounts.changes import ACCOUNT
from site_cms.accounts.resets import RESET_ASKED
from site_cms.keeping.people import ERASED
from site_cms.models import User
from site_cms.models.forms import MAIL_FAILED
from site_cms.rights.boundary import boundary_for

logger = logging.getLogger(__name__)

RIGHTS = "site_cms.rights"
EXPORT, IMPORT = "site_cms.export", "site_cms.import"
# What changes in an account besides its name.
ACCOUNT_FLAGS = {
    "is_active": gettext_lazy("compte actif"),
    "is_superuser": gettext_lazy("administration technique"),
    "password": gettext_lazy("mot de passe"),
    "email": gettext_lazy("adresse électronique"),
}


class ChangeFormatter(LogFormatter):
    """The change in words, as it was noted."""

    def format_message(self, log_entry):
        return " ; ".join(log_entry.data.get("changes", [])) or self.label


@hooks.register("register_log_actions")
def register_actions(actions):
    for action, label in (
        (RIGHTS, gettext_lazy("Changer des droits")),
        (ACCOUNT, gettext_lazy("Changer un compte")),
        (RESET_ASKED, gettext_lazy("Demander un nouveau mot de passe")),
        (EXPORT, gettext_lazy("Exporter")),
        (IMPORT, gettext_lazy("Importer")),
        (ERASED, gettext_lazy("Effacer les données d’une personne")),
        (MAIL_FAILED, gettext_lazy("Échec de la copie par courriel d’une réponse")),
    ):
        formatter = type("Formatter", (ChangeFormatter,), {"label": label})
        actions.register_action(action)(formatter)


def entries_for(user, model) -> QuerySet:
    """Return the entries of one kind of log that an account may read.

    National staff reads all; a regional team, what happened to its own pages, those that are gone
    included.
    """
    boundary = boundary_for(user)
    if boundary.is_national:
        return model.objects.all()
    if model is not PageLogEntry:
        return model.objects.none()
    gone = Q(pk__in=[])
    for path in boundary.own_pages:
        gone |= Q(deleted=True, data__path__startswith=path)
    # Not by a join, which would lose the entries of pages that are gone.
    own = Page.objects.filter(boundary.owned_pages())
    return model.objects.filter(Q(page__in=own.values("pk")) | gone)


# What of an entry is a page. A workflow, a task has a key and a title as well.
PAGES_NOTED = ("page", "source", "destination")


@receiver(pre_save, sender=PageLogEntry)
def name_pages_by_what_is_published(instance, **kwargs):
    """Wagtail notes a page's parents and sources by the titles of their drafts, for all to read."""
    for name in PAGES_NOTED:
        noted = (instance.data or {}).get(name)
        if isinstance(noted, dict) and "title" in noted:
            page = Page.objects.filter(pk=noted.get("id"), live=True).first()
            if page:
                noted["title"] = page.title


# --- Lines ------------------------------------------------------------------------------------


@receiver(post_save, sender=PageLogEntry)
@receiver(post_save, sender=ModelLogEntry)
def write_line(instance, created, **kwargs):
    """Write the entry as a line once it stands in the database, not before."""
    if created:
        # Not a partial: Django names what failed, and a partial has no name.
        transaction.on_commit(lambda: _write_line(instance), robust=True)


def _write_line(entry):
    kind = entry.content_type
    fields = {
        "action": entry.action,
        "at": entry.timestamp.isoformat(),
        "user_id": entry.user_id,
        "user": entry.user.get_username() if entry.user else None,
        "object": f"{kind.app_label}.{kind.model}" if kind else None,
        "object_id": str(entry.object_id),
        "title": entry.label,
        "said": _message(entry),
        "revision_id": entry.revision_id,
        "data": entry.data,
    }
    logger.info("%s: %s", entry.action, entry.label, extra=fields)


def _message(entry):
    """Return what the history says of it; a line is read by machines, in one language."""
    with translation.override(settings.LANGUAGE_CODE):
        return str(entry.message)


@receiver(pre_save, sender=PageLogEntry)
def keep_place(instance, **kwargs):
    """Keep the place of a page that goes: its region may still ask what became of it."""
    if instance.deleted:
        instance.data = {**instance.data, "path": instance.page.path}


# --- Rights -----------------------------------------------------------------------------------


def _note(instance, action, changes):
    """Log changes that an account makes."""
    if changes and get_active_log_context().user:
        log(instance, action, data={"changes": changes})


@receiver(m2m_changed, sender=User.groups.through)
def note_membership(instance, action, reverse, model, pk_set, **kwargs):
    if action not in ("post_add", "post_remove", "pre_clear"):
        return
    if action == "pre_clear":
        related = instance.user_set.all() if reverse else instance.groups.all()
    else:
        related = model.objects.filter(pk__in=pk_set)
    sign = "+" if action == "post_add" else "−"
    for other in related:
        account, group = (other, instance) if reverse else (instance, other)
        _note(account, RIGHTS, [f"{sign} {group.name}"])


@receiver(pre_save, sender=User)
def note_account(instance, update_fields, **kwargs):
    """Note what changes in an account; of a password, only that it changed."""
    names = [name for name in ACCOUNT_FLAGS if update_fields is None or name in update_fields]
    if not names or not get_active_log_context().user:
        return
    before = User.objects.filter(pk=instance.pk).values(*names).first() or {}
    changed = [name for name in before if before[name] != getattr(instance, name)]
    _note(instance, ACCOUNT, [_describe_flag(instance, name) for name in changed])


def _describe_flag(account, name):
    said = _("changé")
    if isinstance(value := getattr(account, name), bool):
        said = _("oui") if value else _("non")
    return f"{ACCOUNT_FLAGS[name]}\u00a0: {said}"


@contextmanager
def group_rights_traced(request):
    """Note what a request to the screens of groups changes; Wagtail writes it without a signal."""
    is_about_groups = request.path.startswith(reverse("wagtailusers_groups:index"))
    with rights_traced(request.user) if is_about_groups else nullcontext():
        yield


@contextmanager
def rights_traced(user=None):
    """Note what changes in the rights of groups meanwhile, by whom or, for commands, by nobody."""
    before = _group_rights()
    yield
    after = _group_rights()
    for group in Group.objects.filter(pk__in=after):
        old, new = before.get(group.pk, set()), after[group.pk]
        changes = [f"− {right}" for right in sorted(old - new)]
        changes += [f"+ {right}" for right in sorted(new - old)]
        if changes:
            log(group, RIGHTS, user=user, data={"changes": changes})


def _group_rights():
    """Return {group: what it may do, in words}."""
    rights = {pk: set() for pk in Group.objects.values_list("pk", flat=True)}
    sources = (
        Group.objects.filter(permissions__isnull=False).values_list("pk", "permissions__name"),
        GroupPagePermission.objects.values_list("group", "permission__name", "page__title"),
        GroupCollectionPermission.objects.values_list(
            "group", "permission__name", "collection__name"
        ),
    )
    for source in sources:
        for group, *words in source:
            rights[group].add(" · ".join(words))
    return rights


# --- Exports ----------------------------------------------------------------------------------


def note_export(request, response):
    """Note what leaves the admin as a table: lists, reports, form submissions."""
    kind = request.GET.get("export")
    sent = response.get("Content-Disposition", "").startswith("attachment")
    if not kind or not sent:
        return
    name = response["Content-Disposition"].partition("filename=")[2].strip('"')
    log(
        request.user._wrapped if hasattr(request.user, "_wrapped") else request.user,
        EXPORT,
        user=request.user,
        title=name or request.path,
        data={"changes": [f"{kind}\u00a0: {request.get_full_path()}"]},
    )
