"""The site, and beside it the least that Django can answer: what its pages are measured by."""

from django.http import HttpResponse
from django.urls import path

from site_cms.urls import handler400, handler404, handler500
from site_cms.urls import urlpatterns as site_urls

__all__ = ["handler400", "handler404", "handler500", "urlpatterns"]

urlpatterns = [path("trivial/", lambda request: HttpResponse("trivial")), *site_urls]
