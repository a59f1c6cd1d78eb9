from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from site_cms.keeping.backups import forget_old, make_backup
from site_cms.keeping.databases import Failed


class Command(BaseCommand):
    help = "Write database and media into a new folder below BACKUP_DIR, and remove old ones."

    def add_arguments(self, parser):
        parser.add_argument("--to", type=Path, metavar="FOLDER", help="in place of BACKUP_DIR")

    def handle(self, *, to, **options):
        try:
            backup = make_backup(to)
        except (Failed, OSError) as error:
            raise CommandError(f"No backup was made. {error}") from None
        total = backup.manifest["media"]
        self.stdout.write(
            f"{backup.folder}: {len(backup.manifest['tables'])} tables, {total['files']} files, "
            f"{backup.size / 1e6:.1f} MB"
        )
        if removed := forget_old(to):
            self.stdout.write(f"Old backups removed: {removed}")
