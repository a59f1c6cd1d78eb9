"""Screens for accounts: national staff invite and deactivate those of regional teams, no others.

Which accounts they may open is in admin_access.py; here is what they may make of them: members of
regional teams, with a password of their own choosing. The superuser's screens are Wagtail's.
"""

from datetime import timedelta

from django.contrib.auth.tokens import default_token_generator
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.forms.auth import LoginForm as WagtailLoginForm
from wagtail.admin.forms.auth import PasswordResetForm as WagtailPasswordResetForm
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn
from wagtail.admin.utils import get_admin_base_url
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.users import CreateView, EditView, IndexView, UserViewSet

from site_cms.boundary import regional_accounts, regional_groups
from site_cms.trace import RESET_ASKED

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
    @property
    def columns(self):
        if self.request.user.is_superuser:
            return super().columns
        return [c for c in super().columns if not isinstance(c, BulkActionsCheckboxColumn)]

    def get_base_queryset(self):
        users = super().get_base_queryset()
        if self.request.user.is_superuser:
            return users
        return users.filter(pk__in=regional_accounts().values("pk"))


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
    context = {"user": user, "link": get_admin_base_url() + path, "site": get_admin_base_url()}
    text = render_to_string("site_cms/admin/invitation.txt", context)
    user.email_user(_("Votre compte sur le site French Impact"), text)
