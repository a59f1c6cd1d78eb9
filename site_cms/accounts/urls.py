"""The addresses of these screens, below the admin's: those of allauth that the site has a use for.

Those of Wagtail's own screens lead to them (`closed`).
"""

from allauth.account import views as account
from allauth.mfa import urls as mfa
from allauth.socialaccount import views as social
from allauth.usersessions import views as sessions
from django.contrib.auth.decorators import login_required
from django.urls import include, path, register_converter
from django.urls.converters import StringConverter
from wagtail.utils.urlpatterns import decorate_urlpatterns

from site_cms.accounts import proconnect, screens


class Base36Converter(StringConverter):
    """The key of an account in the link that it was sent."""

    regex = "[0-9a-z]{1,13}"


register_converter(Base36Converter, "base36")
urlpatterns = [
    path("login/", screens.log_in, name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("access/", screens.access, name="account_access"),
    path("access/name/", login_required(screens.NameView.as_view()), name="account_name"),
    path("email/", screens.change_address, name="account_email"),
    path("confirm-email/<str:key>/", account.confirm_email, name="account_confirm_email"),
    path("reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("password/change/", account.password_change, name="account_change_password"),
    path("password/set/", account.password_set, name="account_set_password"),
    path("password/reset/", account.password_reset, name="account_reset_password"),
    path("password/reset/done/", account.password_reset_done, name="account_reset_password_done"),
    path(
        "password/reset/key/done/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path(
        "password/reset/key/<base36:uidb36>-<str:key>/",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("2fa/", include(mfa)),
    path("sessions/", sessions.list_usersessions, name="usersessions_list"),
    path("proconnect/login/", proconnect.log_in, name="proconnect_login"),
    path("proconnect/callback/", proconnect.come_back, name="proconnect_callback"),
    path("proconnect/goodbye/", proconnect.say_goodbye, name="proconnect_goodbye"),
    path("proconnect/cancelled/", social.login_cancelled, name="socialaccount_login_cancelled"),
    path("proconnect/error/", social.login_error, name="socialaccount_login_error"),
]
# What was Wagtail's: its names stay, for its own templates.
closed = [
    path(address, screens.to_new_screen("account_reset_password"), name=name)
    for address, name in (
        ("password_reset/", "wagtailadmin_password_reset"),
        ("password_reset/done/", "wagtailadmin_password_reset_done"),
        ("password_reset/confirm/<uidb64>/<token>/", "wagtailadmin_password_reset_confirm"),
        ("password_reset/complete/", "wagtailadmin_password_reset_complete"),
    )
]
patterns = decorate_urlpatterns([*urlpatterns, *closed], screens.account_screen)
