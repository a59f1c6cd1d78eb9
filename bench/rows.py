"""Copies of pages by the ten thousand, made in the database from pages that are there.

What to copy, and under which names, is written in a temporary table, `copies`; each table that
holds a part of a page is then filled from itself with one INSERT … SELECT. So a copy has all that
its original has (texts, pictures, themes, partners, words of the search index), and the tree is as
right as `copies` says: its paths are worked out in Python, by treebeard's own arithmetic.
"""

from collections.abc import Iterable
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from datetime import date, datetime
from itertools import islice
from uuid import UUID

from django.core.management.color import no_style
from django.db import connection, models
from modelcluster.models import get_all_child_relations
from wagtail.models import Page, ReferenceIndex, Revision
from wagtail.search.models import IndexEntry
from wagtail_localize.models import TranslatableObject, Translation, TranslationSource

from site_cms.models import SearchEntry, SearchTerm, SearchWord
from site_cms.search.entries import VERSION


@dataclass(frozen=True)
class Copy:
    """A line of `copies`; the fields of Django below say how each value is written."""

    copy: int
    original: int
    revision: int
    original_revision: int
    path: str
    depth: int
    url_path: str
    title: str
    slug: str
    translation_key: UUID
    is_twin: bool
    day: date
    ordinal: int
    moment: datetime


BATCH = 500
_FIELDS = {
    int: models.BigIntegerField(),
    str: models.TextField(),
    UUID: models.UUIDField(),
    bool: models.BooleanField(),
    date: models.DateField(),
    datetime: models.DateTimeField(),
}
_COLUMNS = {name: _FIELDS[kind] for name, kind in Copy.__annotations__.items()}
_OF_PAGE = {
    **{name: f"m.{name}" for name in ("path", "depth", "url_path", "title", "slug")},
    "translation_key": "m.translation_key",
    "draft_title": "m.title",
    "numchild": "0",
    "first_published_at": "m.moment",
    "last_published_at": "m.moment",
    "latest_revision_created_at": "m.moment",
}
_KEYS_AS_TEXT = (
    "(SELECT CAST(copy AS varchar) AS copy, CAST(original AS varchar) AS original FROM copies)"
)
_REVISIONS = (
    "(SELECT revision AS copy, original_revision AS original, copy AS page, "
    "path, url_path, title, slug, day, moment FROM copies)"
)
# What of a revision says which page it is of.
_NAMED = ("pk", "path", "url_path", "title", "draft_title", "slug", "published_on")


def copy_pages(model: type[Page], copies: Iterable[Copy], *, revisions: bool):
    """Write the copies of pages of one type; without `revisions`, they have none."""
    with _listed(copies), _unchecked():
        _copy_page(model, revisions)
        for field in model._meta.local_many_to_many:
            _copy_rows(field.remote_field.through, field.m2m_column_name())
        for relation in get_all_child_relations(model):
            if relation.model is model:
                _copy_rows(relation.related_model, relation.field.column)
        _copy_references()
        _copy_entries()
        _copy_translations()
    _count_children(model)


# --- The list ---------------------------------------------------------------------------------


@contextmanager
def _listed(copies):
    types = ", ".join(f"{name} {field.db_type(connection)}" for name, field in _COLUMNS.items())
    places = f"({', '.join(['%s'] * len(_COLUMNS))})"
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMPORARY TABLE copies ({types})")
        copies = iter(copies)
        while batch := list(islice(copies, BATCH)):
            values = [value for copy in batch for value in _prepared(copy)]
            cursor.execute(f"INSERT INTO copies VALUES {', '.join([places] * len(batch))}", values)
        cursor.execute("CREATE UNIQUE INDEX copies_key ON copies (copy)")
        cursor.execute("ANALYZE copies")
        yield
        cursor.execute("DROP TABLE copies")


def _prepared(copy):
    fields = _COLUMNS.values()
    pairs = zip(fields, astuple(copy), strict=True)
    return [field.get_db_prep_value(value, connection) for field, value in pairs]


@contextmanager
def _unchecked():
    """Leave out, on PostgreSQL, the look-up of the row that each key names; its superuser may."""
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SHOW is_superuser")
        if cursor.fetchone() == ("on",):
            cursor.execute("SET LOCAL session_replication_role = replica")
        yield
        cursor.execute("SET LOCAL session_replication_role = origin")


# --- One table after the other --------------------------------------------------------------------


def _copy_rows(model, owner, pairs="copies", **said):
    """Copy the rows whose column `owner` names an original, for each copy of it.

    `pairs` tells copies from originals, `said` what a column says in a copy; a column of counted
    keys is left to the database.
    """
    quote = connection.ops.quote_name
    said = {owner: "m.copy", **said}
    columns = [field.column for field in model._meta.local_concrete_fields]
    counted = isinstance(model._meta.pk, models.AutoField) and model._meta.pk.column not in said
    columns = [name for name in columns if not (counted and name == model._meta.pk.column)]
    values = [said.get(name, f"src.{quote(name)}") for name in columns]
    table = quote(model._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({', '.join(map(quote, columns))}) SELECT {', '.join(values)} "
            f"FROM {pairs} m JOIN {table} src ON src.{quote(owner)} = m.original"
        )


def _copy_page(model, revisions):
    kept = "m.revision" if revisions else "NULL"
    _copy_rows(Page, "id", **_OF_PAGE, latest_revision_id=kept, live_revision_id=kept)
    own = {field.column for field in model._meta.local_concrete_fields}
    said = {"published_on": "m.day"} if "published_on" in own else {}
    _copy_rows(model, "page_ptr_id", **said)
    if revisions:
        said = {"object_id": "CAST(m.page AS varchar)", "object_str": "m.title"}
        said |= {"created_at": "m.moment", "content": _content()}
        _copy_rows(Revision, "id", _REVISIONS, **said)
    _settle_counters(Page, Revision)


def _content():
    values = {"pk": "m.page", "draft_title": "m.title", "published_on": "CAST(m.day AS varchar)"}
    values = {name: values.get(name, f"m.{name}") for name in _NAMED}
    if connection.vendor == "postgresql":
        pairs = ", ".join(f"'{name}', {value}" for name, value in values.items())
        return f"src.content || jsonb_build_object({pairs})"
    pairs = ", ".join(f"'$.{name}', {value}" for name, value in values.items())
    return f"json_set(src.content, {pairs})"


def _settle_counters(*counted):
    """Keys were given by hand: tell the database where to go on."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), counted):
            cursor.execute(statement)


def _copy_references():
    _copy_rows(ReferenceIndex, "object_id", _KEYS_AS_TEXT)
    if connection.vendor == "postgresql":
        # Wagtail's own index, which the admin searches; on SQLite it is no ordinary table.
        _copy_rows(IndexEntry, "object_id", _KEYS_AS_TEXT)


def _copy_entries():
    """Copy what search finds, without weighing each word again; titles lack their number there."""
    said = {"title": "m.title", "day": "CASE WHEN src.day IS NULL THEN NULL ELSE m.ordinal END"}
    _copy_rows(SearchEntry, "page_id", **said, digest=f"'{VERSION}:bench'")
    entries = SearchEntry._meta.db_table
    pairs = (
        f"(SELECT mine.id AS copy, theirs.id AS original, mine.day FROM copies c "
        f"JOIN {entries} mine ON mine.page_id = c.copy "
        f"JOIN {entries} theirs ON theirs.page_id = c.original)"
    )
    _copy_rows(SearchTerm, "entry_id", pairs, day="m.day")
    _copy_rows(SearchWord, "entry_id", pairs)


def _copy_translations():
    """Say of each twin, as for its original, that it is being kept in step."""
    pages = Page._meta.db_table
    pairs = (
        f"(SELECT c.translation_key AS copy, p.translation_key AS original FROM copies c "
        f"JOIN {pages} p ON p.id = c.original WHERE c.is_twin)"
    )
    _copy_rows(TranslatableObject, "translation_key", pairs)
    _copy_rows(TranslationSource, "object_id", pairs)
    sources = TranslationSource._meta.db_table
    pairs = (
        f"(SELECT mine.id AS copy, theirs.id AS original, m.copy AS key FROM {pairs} m "
        f"JOIN {sources} mine ON mine.object_id = m.copy "
        f"JOIN {sources} theirs ON theirs.object_id = m.original)"
    )
    _copy_rows(Translation, "source_id", pairs, uuid="m.key")


def _count_children(model):
    """Write how many children each parent of such pages has, as treebeard does one by one."""
    step = Page.steplen
    above = {path[:-step] for path in model.objects.values_list("path", flat=True)}
    for parent in Page.objects.filter(path__in=above):
        held = Page.objects.filter(path__startswith=parent.path, depth=parent.depth + 1).count()
        Page.objects.filter(pk=parent.pk).update(numchild=held)
