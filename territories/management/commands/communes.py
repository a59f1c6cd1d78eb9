import json
from pathlib import Path

from django.core.management.base import BaseCommand

from territories import communes


class Command(BaseCommand):
    help = (
        "Write the list of communes anew from a file of geo.api.gouv.fr: "
        "/communes?fields=nom,code,codeRegion,population,mairie,centre&format=json"
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)

    def handle(self, *args, file, **options):
        count = communes.write(json.loads(file.read_text()))
        self.stdout.write(
            f"Communes: {count} written. Change the edition in territories/communes.py."
        )
