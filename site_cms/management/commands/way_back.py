from allauth.mfa.models import Authenticator
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from wagtail.log_actions import log

from site_cms.accounts.backend import account_named
from site_cms.accounts.changes import ACCOUNT
from site_cms.accounts.resets import link_for
from site_cms.accounts.sessions import end_sessions


class Command(BaseCommand):
    help = "Let somebody back in who has lost password and factors; noted in the trace."

    def add_arguments(self, parser):
        parser.add_argument("account", help="user name or email address")

    def handle(self, account, **options):
        found = account_named(account)
        if found is None or not found.is_active:
            raise CommandError(f"No active account is called « {account} ».")
        with transaction.atomic():
            Authenticator.objects.filter(user=found).delete()
            end_sessions(found)
            found.set_unusable_password()
            found.save()
            log(found, ACCOUNT, data={"changes": ["manage.py way_back"]})
        self.stdout.write(
            f"The password and the factors of « {found.username} » are gone, its sessions ended.\n"
            f"Within three days, at this address, once:\n{link_for(found)}"
        )
