"""Letters about an account, in the language of whoever reads them."""

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils import translation
from wagtail.users.models import UserProfile


def send_letter(account, subject, template, context, to=None):
    """Write to an account, or to another address that it has or had.

    The subject is given as a lazy text, to be read in the account's language.
    """
    with translation.override(language_of(account)):
        text = render_to_string(template, {"account": account, **context})
        subject = f"{settings.EMAIL_SUBJECT_PREFIX}{subject}"
        send_mail(subject, text, None, [to or account.email])


def language_of(account) -> str:
    return UserProfile.get_for_user(account).get_preferred_language()
