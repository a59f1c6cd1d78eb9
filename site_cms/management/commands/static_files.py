import json
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = (
        "Collect the static files of this release, and keep those of the one before: pages that "
        "readers or caches still have name them."
    )

    def handle(self, **options):
        before = named()
        call_command("collectstatic", interactive=False, verbosity=0)
        after = named()
        removed = 0
        for path in Path(settings.STATIC_ROOT).rglob("*"):
            if path.is_file() and _bare(path) not in before | after:
                path.unlink()
                removed += 1
        self.stdout.write(f"Static files: {len(after)} now, {removed} of older releases removed.")


def named() -> set[str]:
    """Return the files that the manifest names, plain and hashed, and the manifest."""
    manifest = staticfiles_storage.manifest_name
    path = Path(settings.STATIC_ROOT) / manifest
    paths = json.loads(path.read_text())["paths"] if path.exists() else {}
    return {manifest, *paths, *paths.values()}


def _bare(path):
    name = path.relative_to(settings.STATIC_ROOT).as_posix()
    return name.removesuffix(".gz").removesuffix(".br")
