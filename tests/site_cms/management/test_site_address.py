from io import StringIO

from django.core.management import call_command
from wagtail.models import Site


def test_shared_links_are_built_on_the_public_address(client, home_page, settings):
    settings.WAGTAILADMIN_BASE_URL = "https://site.example"
    call_command("site_address", stdout=StringIO())
    site = Site.objects.get(is_default_site=True)
    assert (site.hostname, site.port) == ("site.example", 443)
    html = client.get("/").content.decode()
    assert '<link rel="canonical" href="https://site.example/">' in html


def test_a_port_of_its_own_is_kept(site, settings):
    settings.WAGTAILADMIN_BASE_URL = "http://127.0.0.1:8123"
    call_command("site_address", stdout=StringIO())
    site.refresh_from_db()
    assert (site.hostname, site.port) == ("127.0.0.1", 8123)
