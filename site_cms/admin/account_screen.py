"""Wagtail's account screen, kept to preferences: what opens the account has screens of its own."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.account import (
    AccountView,
    BaseSettingsPanel,
    ChangePasswordPanel,
    NameEmailSettingsPanel,
)


class AccessPanel(BaseSettingsPanel):
    """The way to those screens."""

    name = "access"
    title = _("Nom, adresse et connexion")
    order = 100
    template_name = "site_cms/admin/access_panel.html"

    def get_form(self):
        return forms.Form()


class OwnPreferences(AccountView):
    def get_panels(self):
        elsewhere = (NameEmailSettingsPanel, ChangePasswordPanel)
        panels = [panel for panel in super().get_panels() if not isinstance(panel, elsewhere)]
        return [AccessPanel(self.request, self.request.user, None), *panels]
