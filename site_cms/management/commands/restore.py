from pathlib import Path

from django.core.files.storage import default_storage
from django.core.management.base import BaseCommand, CommandError

from site_cms.keeping.backups import Inhabited, Refused, differences, open_backup, restore
from site_cms.keeping.databases import Failed
from site_cms.keeping.seal import Unreadable


class Command(BaseCommand):
    help = "Put a backup in the place of database and media, and compare. Stop the site before."
    # There may be no table yet.
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser):
        parser.add_argument("backup", type=Path, help="the folder of one backup")
        parser.add_argument(
            "--over", action="store_true", help="destroy the site that stands in that place"
        )

    def handle(self, backup, *, over, **options):
        try:
            found = open_backup(backup)
            restore(found, "default", default_storage, over=over)
        except Inhabited as error:
            raise CommandError(f"{error} --over does it nevertheless.") from None
        except (Failed, OSError, Refused, Unreadable) as error:
            raise CommandError(str(error)) from None
        if wrong := differences(found, "default", default_storage):
            raise CommandError("Restored, but not the same: " + "; ".join(wrong))
        self.stdout.write(
            f"Restored as of {found.made_at:%Y-%m-%d %H:%M} UTC: every table and file is the same. "
            "Now run `manage.py release`."
        )
