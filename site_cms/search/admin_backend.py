"""The database's own search engine, for the admin: readers have what stands beside it.

Its index may be written by several transactions at once, and no query breaks it.
"""

import re

from django.db import connection, transaction
from django.db.models import Avg
from django.db.models.functions import Length
from wagtail.search.backends import database
from wagtail.search.query import And, Or, Phrase, PlainText

QUERY_LIMIT = 200
# How many titles say how long titles are.
SAMPLE = 1_000
# A word, with what may stand inside one: a sign on its own is no word, and no order either.
_WORD = re.compile(r"\w(?:[\w’'-]*\w)?")


def SearchBackend(params):
    shipped = type(database.SearchBackend(params))
    backend_class = type("SearchBackend", (_PlainWords, shipped), {})
    if connection.vendor == "postgresql":
        index_class = type("PatientIndex", (_PatientIndex, backend_class.index_class), {})
        backend_class = type("SearchBackend", (backend_class,), {"index_class": index_class})
    return backend_class(params)


class _PlainWords:
    """Search for words only: to the engines some signs are orders, and an error if misplaced.

    SQLite ranks what it finds in a time that grows with its square, 22 seconds for 5,000 pages:
    there, results keep the order of the list they are in.
    """

    def _search(self, query_compiler_class, query, model_or_queryset, **options):
        query = _words_only(query) or ""
        if connection.vendor == "sqlite":
            options["order_by_relevance"] = False
        return super()._search(query_compiler_class, query, model_or_queryset, **options)


def _words_only(query):
    """The query without signs, None where no word is left. The admin asks with a tree of them."""
    if isinstance(query, str):
        return " ".join(_WORD.findall(query[:QUERY_LIMIT])) or None
    if isinstance(query, (And, Or)):
        parts = [part for part in map(_words_only, query.subqueries) if part]
        return type(query)(parts) if len(parts) > 1 else next(iter(parts), None)
    if isinstance(query, PlainText):
        words = _words_only(query.query_string)
        return words and PlainText(words, query.operator, query.boost)
    if isinstance(query, Phrase):
        words = _words_only(query.query_string)
        return words and Phrase(words)
    return query


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
        # Of the last ones, which tell as much: nobody who publishes reads all the titles there are.
        last = titled.order_by("-pk")[:SAMPLE]
        with transaction.atomic():
            new = titled.filter(title_norm=1.0).select_for_update(skip_locked=True)
            keys = list(new.values_list("pk", flat=True))
            average = last.aggregate(average=Avg("length"))["average"]
            self.entries.filter(pk__in=keys).update(title_norm=average / Length("title"))
