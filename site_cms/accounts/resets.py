"""Links by which a password is chosen: asked for by anybody, sent to the account alone.

All that is done about an account is done beside the request, and a task is put down for nobody too:
the answer takes as long, and says the same, whether there is one or not.
"""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from site_cms.accounts.letters import send_letter
from site_cms.accounts.limits import Limit, network_of
from site_cms.models import User
from site_cms.tasks.work import beside

RESET_ASKED = "site_cms.reset_asked"
# Letters to one account; requests from one network.
LETTERS, REQUESTS = Limit("letters", burst=2, an_hour=1), Limit("resets")


def ask_for_reset(request, address: str):
    """Put down that somebody asked for a new password."""
    if REQUESTS.take(network_of(request)):
        meant = User.objects.filter(email__iexact=address, is_active=True).order_by("pk")
        send_links.enqueue(list(meant.values_list("pk", flat=True)))


@beside()
def send_links(keys):
    """Send a link to each of the accounts, but to none of them without end."""
    for account in User.objects.filter(pk__in=keys).order_by("pk"):
        if LETTERS.take(account.pk):
            log(account, RESET_ASKED)
            _send_link(account)


def _send_link(account):
    context = {"link": link_for(account)}
    send_letter(account, _("Choisir un nouveau mot de passe"), "accounts/reset_letter.txt", context)


def link_for(account) -> str:
    """Return the address at which an account chooses a password, for three days, once."""
    names = {
        "uidb36": user_pk_to_url_str(account),
        "key": default_token_generator.make_token(account),
    }
    return settings.WAGTAILADMIN_BASE_URL + reverse("account_reset_password_from_key", kwargs=names)
