"""/.well-known/security.txt (RFC 9116): whom to tell of a weakness found on the site."""

from datetime import UTC, datetime, time

from django.conf import settings
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe
from wagtail.models import Site

from site_cms.models import PublisherSettings, visible_pages


@require_safe
def security_txt(request):
    """Name the contact, until the day it has to be confirmed; after it nothing is promised."""
    site = Site.find_for_request(request)
    contact = site and (settings.SECURITY_CONTACT or _contact_page(request, site))
    if not contact or timezone.localdate() > settings.SECURITY_CONTACT_UNTIL:
        raise Http404
    until = datetime.combine(settings.SECURITY_CONTACT_UNTIL, time.max, UTC)
    lines = [
        f"Contact: {contact}",
        f"Expires: {until:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: fr, en",
        f"Canonical: {site.root_url}{reverse('security_txt')}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def _contact_page(request, site):
    page = PublisherSettings.for_site(site).contact_page
    if page is None or not visible_pages().filter(pk=page.pk).exists():
        return ""
    return page.get_full_url(request)
