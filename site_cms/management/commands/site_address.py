from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand
from wagtail.models import Site

from site_cms.publications.what_counts import has_changed

PORTS = {"http": 80, "https": 443}


class Command(BaseCommand):
    help = "Give the site its public address (WAGTAILADMIN_BASE_URL): shared links are built on it."

    def handle(self, *args, **options):
        address = urlsplit(settings.WAGTAILADMIN_BASE_URL)
        port = address.port or PORTS[address.scheme]
        Site.objects.filter(is_default_site=True).update(hostname=address.hostname, port=port)
        # In bulk, nobody is told of it: other processes hear of it by the counter.
        has_changed(Site)
        Site.clear_site_root_paths_cache()
        self.stdout.write(f"Site address: {settings.WAGTAILADMIN_BASE_URL}")
