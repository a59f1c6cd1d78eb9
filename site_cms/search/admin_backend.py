"""The database's own search engine, for the admin: readers have what stands beside it.

Its index may be written by several transactions at once, and no query breaks it.
"""

import re

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Avg, F, Q
from django.db.models.functions import Length
from wagtail.models import Page
from wagtail.search.backends import database
from wagtail.search.query import And, Or, Phrase, PlainText

QUERY_LIMIT = 200
# How many titles say how long titles are.
SAMPLE = 1_000
# How much more a word counts in a title than in a text.
TITLE_WEIGHT = 10.0
_WORDS = (And, Or, Phrase, PlainText)
# A word, with what may stand inside one: a sign on its own is no word, and no order either.
_WORD = re.compile(r"\w(?:[\w’'-]*\w)?")


def SearchBackend(params):
    shipped = type(database.SearchBackend(params))
    is_postgres = connection.vendor == "postgresql"
    begun = shipped.autocomplete_query_compiler_class
    whole = _WholePagesOfPostgres if is_postgres else _WholePagesOfSQLite
    parts = {"autocomplete_query_compiler_class": type("WholePages", (whole, begun), {})}
    if is_postgres:
        parts["index_class"] = type("PatientIndex", (_PatientIndex, shipped.index_class), {})
    return type("SearchBackend", (_PlainWords, shipped), parts)(params)


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


class _WholePagesOfSQLite:
    """Find pages by their texts as well as by the beginnings of words in their titles."""

    @property
    def FTS_TABLE_FIELDS(self):
        return ["autocomplete", *(["title", "body"] if _are_pages(self.queryset) else [])]


class _WholePagesOfPostgres:
    """The same; both parts have an index, which what holds them together has not."""

    def search(self, config, start, stop, score_field=None, **options):
        if not _are_pages(self.queryset) or not isinstance(self.query, _WORDS):
            return super().search(config, start, stop, score_field, **options)
        language = settings.WAGTAILSEARCH_BACKENDS["default"]["SEARCH_CONFIG"]
        title, text = F("index_entries__autocomplete"), F("index_entries__body")
        found = self.queryset.annotate(_title_=title, _text_=text).filter(
            Q(_title_=self.build_tsquery(self.query, config=config))
            | Q(_text_=self.build_tsquery(self.query, config=language))
        )
        rank = self.build_tsrank(title, self.query, config=config) * TITLE_WEIGHT
        rank += self.build_tsrank(text, self.query, config=language)
        return self._apply_ordering_and_scoring(found, rank, start, stop, score_field)


def _are_pages(queryset):
    return issubclass(queryset.model, Page)


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
