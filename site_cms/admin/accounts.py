"""Screens for accounts: national staff invite and deactivate those of regional teams, no others.

Which accounts they may open is in rights/table.py; here is what they may make of them: members of
regional teams, with a password of their own choosing. The superuser's screens are Wagtail's.
"""

from datetime import timedelta

from django.contrib.auth.tokens import default_token_generator
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.functional import cached_property
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.forms.auth import LoginForm as WagtailLoginForm
from wagtail.admin.forms.auth import PasswordResetForm as WagtailPasswordResetForm
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn, Column
from wagtail.admin.utils import get_admin_base_url
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.users import CreateView, EditView, IndexView, UserViewSet

from site_cms.admin.trace import RESET_ASKED
from site_cms.models import User
from site_cms.rights.boundary import regional_accounts, regional_groups
from site_cms.rights.roles import CONTRIBUTION, PUBLICATION, TEAM_DASH

RESETS_AN_HOUR = 3


class LoginForm(WagtailLoginForm):
    """Wagtail's, whose password field has no label to translate."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["password"].label = _("Mot de passe")


class PasswordResetForm(WagtailPasswordResetForm):
    """Writes to nobody without end: anybody may ask for anybody, and is told nothing."""

    def get_users(self, email):
        hour = Q(action=RESET_ASKED, timestamp__gt=timezone.now() - timedelta(hours=1))
        for account in super().get_users(email):
            if ModelLogEntry.objects.for_instance(account).filter(hour).count() < RESETS_AN_HOUR:
                log(account, RESET_ASKED)
                yield account


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
    key = urlsafe_base64_encode(force_bytes(user.pk))
    token = default_token_generator.make_token(user)
    path = reverse("wagtailadmin_password_reset_confirm", args=[key, token])
    context = {
        "user": user,
        "roles": "\n".join(f"- {what}" for what in _said_roles(user)),
        "link": get_admin_base_url() + path,
        "site": get_admin_base_url(),
    }
    text = render_to_string("site_cms/admin/invitation.txt", context)
    user.email_user(_("Votre compte sur le site French Impact"), text)
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
