"""What the API may tell of: pages the public sees, and the files those pages show.

A file in the library is not public for being there: it may wait for an announcement. The reference
index knows which ones a visible page shows.
"""

from functools import cached_property

from django.contrib.contenttypes.models import ContentType
from django.db.models import IntegerField, Q
from django.db.models.functions import Cast
from wagtail.models import (
    CollectionViewRestriction,
    ReferenceIndex,
    get_default_page_content_type,
)

from site_cms.database.references import without_many
from site_cms.models import PublicPageQuerySet, visible_pages


def pages_under(roots) -> PublicPageQuerySet:
    """The visible pages of one site, in all its languages."""
    under = Q(pk__in=[])
    for root in roots:
        under |= Q(path__startswith=root.path)
    return visible_pages().filter(under).select_related("locale").order_by("id")


def shown_files(model, pages):
    """The images or documents that one of `pages` shows, in no restricted collection."""
    references = ReferenceIndex.objects.filter(
        base_content_type=get_default_page_content_type(),
        to_content_type=ContentType.objects.get_for_model(model),
    ).annotate(
        source=Cast("object_id", IntegerField()), target=Cast("to_object_id", IntegerField())
    )
    shown = references.filter(source__in=pages.order_by().values("pk")).values("target")
    files = model.objects.filter(pk__in=shown)
    restrictions = CollectionViewRestriction.objects.select_related("collection")
    for restriction in restrictions:
        files = files.exclude(collection__path__startswith=restriction.collection.path)
    return files.order_by("id")


class References:
    """What one page refers to, each kind fetched at once, and only what is public of it."""

    def __init__(self, page, pages):
        self._page = page
        self._pages = pages
        self._found = {}

    @cached_property
    def _keys(self) -> dict[int, set[int]]:
        keys = {}
        # What the index is made from; relations of many to many are asked for apart.
        with without_many():
            found = list(ReferenceIndex._extract_references_from_object(self._page))
        for type_id, key, *_paths in found:
            if str(key).isdigit():
                keys.setdefault(type_id, set()).add(int(key))
        return keys

    def page(self, key):
        return self._known("page", lambda: self._pages, get_default_page_content_type()).get(key)

    def file(self, model, key):
        kind = ContentType.objects.get_for_model(model)
        return self._known(model, lambda: shown_files(model, self._pages), kind).get(key)

    def _known(self, name, queryset, kind):
        if name not in self._found:
            self._found[name] = queryset().in_bulk(self._keys.get(kind.pk, ()))
        return self._found[name]
