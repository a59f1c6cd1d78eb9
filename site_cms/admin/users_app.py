from wagtail.users.apps import WagtailUsersAppConfig


class AccountsAppConfig(WagtailUsersAppConfig):
    """Wagtail's screens for accounts, with our rules on who may touch whose."""

    user_viewset = "site_cms.admin.accounts.AccountViewSet"
