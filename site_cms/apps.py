from importlib import import_module

from django.apps import AppConfig
from django.db.backends.signals import connection_created


class SiteConfig(AppConfig):
    """What any process needs, commands included: Wagtail is as we need it, the search index follows
    whatever is written, SQLite can fold the names it sorts, and the rooms' rights are known."""

    name = "site_cms"

    def ready(self):
        import_module("site_cms.patches").put_in_place()
        import_module("site_cms.search.signals")
        import_module("site_cms.rooms").modules("rights")
        import_module("site_cms.accounts.changes")
        import_module("site_cms.rights.checks")
        import_module("site_cms.models.checks")
        import_module("site_cms.publications.what_counts").connect()
        import_module("site_cms.web.purge").connect()
        import_module("site_cms.mirror.refreshing").connect()
        # Wagtail keeps the addresses of sites for an hour, in each process by itself.
        watch = import_module("site_cms.publications.counter").watch
        watch.changed.append(import_module("wagtail.models").Site.clear_site_root_paths_cache)
        connection_created.connect(import_module("site_cms.words.sorting").add_fold)
