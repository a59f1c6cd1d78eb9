from contextlib import contextmanager
from fcntl import LOCK_EX, flock

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection

# Any number, the same for all that release this site.
LOCK = 7_140_752


class Command(BaseCommand):
    help = (
        "Bring the database to this release: migrations, rights, search index, checks. However "
        "many servers start at once, one does it, and the others wait and find it done."
    )
    # Before its migrations a database has nothing to check.
    requires_system_checks = []

    def handle(self, **options):
        with alone():
            call_command("migrate", interactive=False, stdout=self.stdout)
            call_command("permissions", stdout=self.stdout)
            call_command("search_index", stdout=self.stdout)
        call_command("check", deploy=True, fail_level="WARNING", stdout=self.stdout)


@contextmanager
def alone():
    """Hold a lock that ends with the process, however it ends."""
    if connection.vendor != "postgresql":
        with (settings.VAR_DIR / "release.lock").open("w") as file:
            flock(file, LOCK_EX)
            yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])
