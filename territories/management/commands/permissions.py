from django.core.management.base import BaseCommand
from django.db import transaction

from site_cms.admin.trace import rights_traced
from site_cms.rights.roles import NATIONAL_ROLES
from territories.teams import apply_rights


class Command(BaseCommand):
    help = "Apply the table of rights (site_cms/rights/roles.py) to the database."

    @transaction.atomic
    def handle(self, *args, **options):
        with rights_traced():
            teams = apply_rights()
        roles = ", ".join(role.name for role in NATIONAL_ROLES)
        self.stdout.write(f"Permissions: applied to {roles} and {len(teams)} regional teams.")
