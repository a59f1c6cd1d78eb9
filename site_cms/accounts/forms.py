"""The forms of allauth, in which whatever may be guessed is counted."""

from allauth.account import forms as account
from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.email_verification import send_verification_email_to_address
from allauth.account.models import EmailAddress
from allauth.account.utils import url_str_to_user_pk
from allauth.core import context
from allauth.mfa.base import forms as mfa
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from fido2.webauthn import AuthenticationResponse, RegistrationResponse

from site_cms.accounts.backend import account_subject
from site_cms.accounts.guesses import CODE, LINK, REFUSED, Guess
from site_cms.accounts.limits import Limit
from site_cms.accounts.resets import ask_for_reset
from site_cms.models import User

# A code that was given is given once, whichever process looks at it.
USED = Limit("used code", burst=1, an_hour=1)


def _begin_guess(kind, subject):
    guess = Guess(context.request, kind, subject)
    if not guess.is_allowed():
        raise ValidationError(REFUSED)
    return guess


class LoginForm(account.LoginForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("Nom d’utilisateur ou adresse électronique")
        self.fields["login"].max_length = 254
        self.fields["login"].widget.attrs.update(autocomplete="username", maxlength=254)
        # The link to a new password stands below the form.
        self.fields["password"].help_text = ""


class ResetPasswordForm(account.ResetPasswordForm):
    """Looks for nobody before it answers: it takes as long, and says the same, for everybody."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("Adresse électronique")

    def clean_email(self):
        return self.cleaned_data["email"]

    def save(self, request, **kwargs):
        ask_for_reset(request, self.cleaned_data["email"])
        return self.cleaned_data["email"]


class UserTokenForm(account.UserTokenForm):
    """The link of a mail, which cannot be found by trying."""

    def clean(self):
        guess = _begin_guess(LINK, _subject_of_link(self.cleaned_data.get("uidb36")))
        cleaned = super().clean()
        guess.was_right()
        return cleaned


def _subject_of_link(named):
    try:
        return f"account:{url_str_to_user_pk(named)}"
    except (TypeError, ValueError):
        return "nobody"


class ChangePasswordForm(account.ChangePasswordForm):
    def clean_oldpassword(self):
        password = self.cleaned_data["oldpassword"]
        if not get_adapter().reauthenticate(self.user, password):
            raise get_adapter().validation_error("enter_current_password")
        return password


class AddEmailForm(account.AddEmailForm):
    """Puts down where an account wants to move to; allauth would take the address it has for that,
    where nobody has confirmed it, and remove it."""

    def save(self, request):
        others = EmailAddress.objects.filter(user=self.user, verified=False)
        others.exclude(email=self.user.email.lower()).delete()
        address = EmailAddress.objects.create(user=self.user, email=self.cleaned_data["email"])
        send_verification_email_to_address(request, address)
        return address


class CountedCode:
    def clean_code(self):
        guess = _begin_guess(CODE, account_subject(self.user))
        code = super().clean_code()
        # However it is spaced or hyphened.
        signs = "".join(filter(str.isalnum, code))
        if not USED.take(f"{self.user.pk}:{signs}"):
            raise get_adapter().validation_error("incorrect_code")
        guess.was_right()
        return code


class AuthenticateForm(CountedCode, mfa.AuthenticateForm):
    pass


class ReauthenticateForm(CountedCode, mfa.ReauthenticateForm):
    pass


class CredentialField(forms.JSONField):
    """What a browser's passkey says: allauth takes any JSON for it, and fails on others."""

    def __init__(self, kind):
        self._kind = kind
        super().__init__(widget=forms.HiddenInput)

    def clean(self, value):
        said = super().clean(value)
        try:
            self._kind.from_dict(dict(said))
            is_whole = isinstance(said["response"].get("userHandle", ""), str | None)
        except (AttributeError, KeyError, TypeError, ValueError):
            is_whole = False
        if not is_whole:
            raise get_adapter().validation_error("incorrect_code")
        return said


class AddWebAuthnForm(webauthn.AddWebAuthnForm):
    """A passkey by itself opens the account, unless somebody says otherwise."""

    credential = CredentialField(RegistrationResponse)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["passwordless"].initial = True
        self.fields["passwordless"].label = _("Se connecter avec cette clé seule")
        self.fields["passwordless"].help_text = _(
            "La clé demande alors votre empreinte, votre visage ou un code, et remplace le mot de "
            "passe."
        )
        self.fields["name"].label = _("Nom de la clé")


class AuthenticateWebAuthnForm(webauthn.AuthenticateWebAuthnForm):
    credential = CredentialField(AuthenticationResponse)


class LoginWebAuthnForm(webauthn.LoginWebAuthnForm):
    credential = CredentialField(AuthenticationResponse)


class ReauthenticateWebAuthnForm(webauthn.ReauthenticateWebAuthnForm):
    credential = CredentialField(AuthenticationResponse)


class NameForm(forms.ModelForm):
    class Meta:
        model = User
        fields = ["first_name", "last_name"]
