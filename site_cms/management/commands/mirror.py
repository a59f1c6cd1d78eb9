from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from site_cms.mirror.copying import Unanswered
from site_cms.mirror.mirror import copy_whole

SHOWN = 50


class Command(BaseCommand):
    help = "Copy all that is public, as plain files, into MIRROR_DIR; say what is missing in it."

    def add_arguments(self, parser):
        parser.add_argument("--to", type=Path, metavar="FOLDER", help="in place of MIRROR_DIR")

    def handle(self, *, to, **options):
        root = to or (settings.MIRROR_DIR and Path(settings.MIRROR_DIR))
        if not root:
            self.stdout.write("No mirror is kept here: MIRROR_DIR is not set.")
            return
        try:
            report = copy_whole(root)
        except (Unanswered, OSError) as error:
            raise CommandError(f"The mirror stays as it was. {error}") from None
        self.stdout.write(f"{root}: {report.files} files in {report.seconds:.0f} s")
        if report.missing:
            raise CommandError("\n".join(_said(report.missing)))


def _said(missing):
    yield f"{len(missing)} addresses are missing in the mirror:"
    for address, state, found_on in missing[:SHOWN]:
        linked = f", linked from {found_on}" if found_on else ""
        yield f"  {address} ({state}{linked})"
    if len(missing) > SHOWN:
        yield f"  and {len(missing) - SHOWN} more"
