from django.core.management.base import BaseCommand

from site_cms.models import SearchEntry
from site_cms.search.indexing import reconcile, reconcile_documents


class Command(BaseCommand):
    help = "Bring the public search index in line with the site; quick when nothing is missing."

    def add_arguments(self, parser):
        parser.add_argument("--all", action="store_true", help="write every entry anew")

    def handle(self, *args, **options):
        if options["all"]:
            SearchEntry.objects.update(digest="")
        changed = reconcile() + reconcile_documents()
        self.stdout.write(
            f"Search index: {SearchEntry.objects.count()} entries, {changed} changed."
        )
