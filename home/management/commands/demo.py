import json
import secrets

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from wagtail.models import Site

from home.demo.accounts import DEMO_ACCOUNTS
from home.demo.builder import DemoBuilder
from site_cms.models import User

PASSWORDS = settings.VAR_DIR / "demo_logins.json"


class Command(BaseCommand):
    help = "Load the demo content once, and print the address and the demo logins."

    def handle(self, *args, **options):
        if not getattr(settings, "DEMO_CONTENT_ALLOWED", False):
            raise CommandError("The demo command is for demonstration settings, never production.")
        call_command("site_address", stdout=self.stdout)
        self._load_content()
        self._make_accounts()

    def _load_content(self):
        site = Site.objects.get(is_default_site=True)
        if site.root_page.numchild:
            self.stdout.write("Demo content: already there, left as it is.")
            return
        self.stdout.write("Demo content: loading (about a minute, once).")
        with transaction.atomic():
            DemoBuilder(lambda step: self.stdout.write(f"  {step} …")).build()

    def _make_accounts(self):
        passwords = json.loads(PASSWORDS.read_text()) if PASSWORDS.exists() else {}
        known = set(passwords)
        base = settings.WAGTAILADMIN_BASE_URL
        self.stdout.write(f"\nSite:  {base}/\nAdmin: {base}/admin/\nLogins:")
        for account in DEMO_ACCOUNTS:
            password = passwords.setdefault(account.username, secrets.token_urlsafe(9))
            user = self._account(account, password, is_new=account.username not in known)
            shown = password if user.check_password(password) else "(changed since)"
            self.stdout.write(f"  {account.username:<26} {shown:<16} {account.role}")
        PASSWORDS.touch(mode=0o600)
        PASSWORDS.write_text(json.dumps(passwords, indent=2))

    def _account(self, account, password, is_new):
        user, created = User.objects.get_or_create(
            username=account.username,
            defaults={
                "email": f"{account.username}@example.org",
                "first_name": account.first_name,
                "last_name": account.last_name,
                "is_superuser": account.superuser,
            },
        )
        # A password is set once: with the account, or when the file of passwords was lost.
        if created or is_new:
            user.set_password(password)
            user.save()
        if created:
            user.groups.set(Group.objects.filter(name__in=account.groups))
        return user
