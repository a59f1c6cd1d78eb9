from django.core.management.base import BaseCommand, CommandError

from site_cms.keeping.nightly import tidy


class Command(BaseCommand):
    help = "Remove what has been kept as long as settings.KEPT says: once a night."

    def handle(self, **options):
        if wrong := tidy():
            raise CommandError("; ".join(wrong))
