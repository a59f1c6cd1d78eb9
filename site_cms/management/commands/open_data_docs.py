from django.core.management.base import BaseCommand

from site_cms.open_data.documentation import PATH, documentation


class Command(BaseCommand):
    help = "Write docs/open-data.md anew from the datasets."

    def handle(self, **options):
        PATH.write_text(documentation())
        self.stdout.write(str(PATH))
