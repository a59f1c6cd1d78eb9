from importlib import import_module

from django.apps import AppConfig


class SiteConfig(AppConfig):
    """Here because the search index must follow what any process writes, commands included."""

    name = "site_cms"

    def ready(self):
        import_module("site_cms.search.indexing")
