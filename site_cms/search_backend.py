"""The database's own search engine, whose index several transactions may write at once."""

from django.db import connection, transaction
from django.db.models import Avg
from django.db.models.functions import Length
from wagtail.search.backends import database


def SearchBackend(params):
    backend_class = type(database.SearchBackend(params))
    if connection.vendor == "postgresql":
        index_class = type("PatientIndex", (_PatientIndex, backend_class.index_class), {})
        backend_class = type("SearchBackend", (backend_class,), {"index_class": index_class})
    return backend_class(params)


class _PatientIndex:
    """PostgreSQL's index, in which writing one page waits for no other page.

    Wagtail weighs titles anew in every entry whose weight is exactly 1, which many may share. As a
    publication is one transaction here, two at once would wait for each other until one fails.
    """

    def _refresh_title_norms(self, full=False):
        if full:
            super()._refresh_title_norms(full)
            return
        titled = self.entries.annotate(length=Length("title")).filter(length__gt=0)
        with transaction.atomic():
            new = titled.filter(title_norm=1.0).select_for_update(skip_locked=True)
            keys = list(new.values_list("pk", flat=True))
            average = titled.aggregate(average=Avg("length"))["average"]
            self.entries.filter(pk__in=keys).update(title_norm=average / Length("title"))
