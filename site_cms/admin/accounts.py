"""Screens for accounts: national staff invite and deactivate those of regional teams, no others.

Which accounts they may open is in rights/table.py; here is what they may make of them: members of
regional teams, with a password of their own choosing. The superuser's screens are Wagtail's.
"""

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn, Column
from wagtail.admin.utils import get_admin_base_url
from wagtail.admin.views.account import (
    AccountView,
    BaseSettingsPanel,
    ChangePasswordPanel,
    NameEmailSettingsPanel,
)
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.users import CreateView, EditView, IndexView, UserViewSet

from site_cms.accounts.factors import must_add_factor
from site_cms.accounts.letters import send_letter
from site_cms.accounts.proconnect import is_offered
from site_cms.accounts.resets import link_for
from site_cms.models import User
from site_cms.rights.boundary import regional_accounts, regional_groups
from site_cms.rights.roles import CONTRIBUTION, PUBLICATION, TEAM_DASH

_SUBJECT = gettext_lazy("Votre compte sur le site French Impact")


class TeamMemberMixin:
    """A form that makes members of regional teams, unless a superuser fills it in.

    Nobody but the account's holder knows its password: those who are invited choose one.
    """

    def __init__(self, *args, editor, **kwargs):
        self.editor = editor
        super().__init__(*args, **kwargs)
        if not editor.is_superuser:
            del self.fields["is_superuser"]
            self.fields["groups"].queryset = regional_groups()
            self.fields["groups"].required = True

    # The list of teams is long: who it is comes first.
    field_order = (
        *(User.USERNAME_FIELD, "email", "first_name", "last_name", "password1", "password2"),
        *("is_active", "is_superuser", "groups"),
    )

    @property
    def password_enabled(self):
        return self.editor.is_superuser

    password_required = False


class AccountCreationForm(TeamMemberMixin, UserCreationForm):
    pass


class AccountEditForm(TeamMemberMixin, UserEditForm):
    pass


class EditorKnownMixin:
    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "editor": self.request.user}


class AccountIndexView(IndexView):
    @cached_property
    def columns(self):
        found = [column for column in super().columns if self._is_of_use(column)]
        for column in found:
            # Wagtail shares the width out among fewer columns.
            column.width = None
        places = [column.name for column in found]
        after_username = places.index(self.model.USERNAME_FIELD) + 1
        found[after_username:after_username] = [
            Column("email", label=_("Adresse électronique"), sort_key="email"),
            Column("roles", label=_("Équipes et rôles"), accessor=_roles),
        ]
        return found

    def _is_of_use(self, column):
        # Wagtail's level of access is empty for all but superusers.
        if column.name == "is_superuser":
            return False
        may_choose = self.request.user.is_superuser
        return may_choose or not isinstance(column, BulkActionsCheckboxColumn)

    def get_base_queryset(self):
        users = super().get_base_queryset().prefetch_related("groups")
        if self.request.user.is_superuser:
            return users
        return users.filter(pk__in=regional_accounts().values("pk"))


def _roles(account):
    if account.is_superuser:
        return _("Administration technique")
    return ", ".join(sorted(group.name for group in account.groups.all()))


class AccountCreateView(EditorKnownMixin, CreateView):
    pass


class AccountEditView(EditorKnownMixin, EditView):
    pass


class AccountViewSet(UserViewSet):
    index_view_class = AccountIndexView
    add_view_class = AccountCreateView
    edit_view_class = AccountEditView
    create_template_name = "site_cms/admin/account_form.html"
    copy_view_enabled = False

    def get_form_class(self, for_update=False):
        return AccountEditForm if for_update else AccountCreationForm


@hooks.register("after_create_user")
def invite(request, user):
    """Send whoever has an account without a password a link to choose one."""
    if user.password:
        return
    context = {
        "user": user,
        "roles": "\n".join(f"- {what}" for what in _said_roles(user)),
        "link": link_for(user),
        "site": get_admin_base_url(),
        "needs_factor": must_add_factor(user),
        "proconnect": is_offered(),
    }
    send_letter(user, _SUBJECT, "site_cms/admin/invitation.txt", context)
    messages.success(
        request,
        _("Une invitation est partie à %(address)s : elle vaut trois jours.")
        % {"address": user.email},
    )


def _said_roles(user):
    """Yield what the account is for, by its groups: "Bretagne : écrire et publier"."""
    if user.is_superuser:
        yield _("administration technique")
    for name in sorted(user.groups.values_list("name", flat=True)):
        team, _dash, role = name.rpartition(TEAM_DASH)
        said = {
            CONTRIBUTION: _("%(team)s : écrire, et soumettre à la relecture"),
            PUBLICATION: _("%(team)s : écrire, relire et publier"),
        }
        yield said[role] % {"team": team} if role in said else name


# --- One's own ------------------------------------------------------------------------------------


class AccessPanel(BaseSettingsPanel):
    """The way to those screens."""

    name = "access"
    title = gettext_lazy("Nom, adresse et connexion")
    order = 100
    template_name = "site_cms/admin/access_panel.html"

    def get_form(self):
        return forms.Form()


class OwnPreferences(AccountView):
    """Wagtail's account screen, kept to preferences: what opens the account has its own screens."""

    def get_panels(self):
        elsewhere = (NameEmailSettingsPanel, ChangePasswordPanel)
        panels = [panel for panel in super().get_panels() if not isinstance(panel, elsewhere)]
        return [AccessPanel(self.request, self.request.user, None), *panels]
