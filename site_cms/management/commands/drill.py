from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from site_cms.keeping.backups import Refused, all_backups
from site_cms.keeping.databases import Failed
from site_cms.keeping.drill import drill
from site_cms.keeping.seal import Unreadable


class Command(BaseCommand):
    help = "Restore a backup into an empty place, compare, throw it away, and say how long it took."

    def add_arguments(self, parser):
        parser.add_argument("backup", type=Path, nargs="?", help="default: the last one")

    def handle(self, backup, **options):
        known = all_backups()
        if not backup and not known:
            raise CommandError("There is no backup: run `manage.py backup` first.")
        try:
            outcome = drill(backup or known[-1].folder)
        except DatabaseError as error:
            raise CommandError(
                f"No empty database could be made: {error}. The account needs CREATEDB for it."
            ) from None
        except (Failed, OSError, Refused, Unreadable) as error:
            raise CommandError(str(error)) from None
        self._say(outcome)

    def _say(self, outcome):
        manifest = outcome.backup.manifest
        rows = sum(int(said.split()[0]) for said in manifest["tables"].values())
        total = manifest["media"]
        self.stdout.write(
            f"{outcome.backup.folder.name}: {len(manifest['tables'])} tables, {rows} rows, "
            f"{total['files']} files, {outcome.backup.size / 1e6:.1f} MB"
        )
        minutes = (outcome.restored_in + outcome.compared_in) / 60
        self.stdout.write(
            f"Restored in {outcome.restored_in:.1f} s, compared in {outcome.compared_in:.1f} s: "
            f"{minutes:.1f} minutes."
        )
        if outcome.wrong:
            raise CommandError("Not the same: " + "; ".join(outcome.wrong))
        self.stdout.write("Every table and every file is the same.")
