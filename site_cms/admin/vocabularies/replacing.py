"""One word, or one person, in the place of another: wherever pages and their drafts name it.

In relations straight in the tables, in lists of blocks by what each block says it chooses. Versions
that may still be published are rewritten too: they name things by their keys. So are the texts that
translations start from.
"""

import json

from django.db.models import ManyToManyField, Q
from django.db.models.query import QuerySet
from modelcluster.fields import ParentalManyToManyField
from wagtail.blocks import ChooserBlock, ListBlock, StreamBlock, StructBlock
from wagtail.fields import StreamField
from wagtail.models import Page, ReferenceIndex, Revision
from wagtail_localize.models import TranslationSource


class Replacement:
    """Of `old` by `new`, both of one model and one language."""

    def __init__(self, old, new):
        self.old, self.new = old, new
        self._model = type(old)

    def carry_out(self) -> set[int]:
        """Return the keys of the pages that named it."""
        used = self._pages()
        self._in_relations()
        for page in Page.objects.filter(pk__in=used).specific():
            self._in_blocks(page)
        self._in_versions(used)
        self._in_sources(used)
        return used

    def _pages(self):
        found = ReferenceIndex.get_references_to(self.old).values_list("object_id", flat=True)
        return {int(key) for key in found if key.isdigit()}

    def _in_relations(self):
        for relation in self._model._meta.related_objects:
            field = relation.field
            if isinstance(field, ManyToManyField):
                self._in_many(field)
            elif not relation.hidden:
                field.model._base_manager.filter(**{field.name: self.old}).update(
                    **{field.name: self.new}
                )

    def _in_many(self, field):
        source, target = field.m2m_field_name(), field.m2m_reverse_field_name()
        rows = field.remote_field.through.objects
        naming = rows.filter(**{target: self.old})
        has_both = rows.filter(**{target: self.new}).values(source)
        naming.filter(**{f"{source}__in": list(has_both.values_list(source, flat=True))}).delete()
        naming.update(**{target: self.new})

    def _in_blocks(self, page):
        changed = {}
        for field in _streams(type(page)):
            before = list(getattr(page, field.name).raw_data)
            after = self._swapped(field.stream_block, before)
            if after != before:
                changed[field.name] = field.to_python(json.dumps(after))
        if changed:
            type(page)._base_manager.filter(pk=page.pk).update(**changed)

    def _in_versions(self, used):
        """In all versions of the pages that name it, and of those that may do so in a draft."""
        drafts = Page.objects.filter(Q(has_unpublished_changes=True) | Q(live=False))
        keys = used | set(drafts.values_list("pk", flat=True))
        for version in _versions(keys):
            model = version.content_type.model_class()
            if model and self._in_content(model, version.content):
                Revision.objects.filter(pk=version.pk).update(content=version.content)

    def _in_sources(self, used):
        groups = Page.objects.filter(pk__in=used).values_list("translation_key", flat=True)
        sources = TranslationSource.objects.filter(object_id__in=set(groups))
        for source in sources.select_related("specific_content_type"):
            content = json.loads(source.content_json)
            if self._in_content(source.specific_content_type.model_class(), content):
                source.content_json = json.dumps(content)
                source.save(update_fields=["content_json"])
                source.refresh_segments()

    def _in_content(self, model, content) -> bool:
        """Rewrite what a version of a page holds; return whether it named what is replaced."""
        found = False
        for field in model._meta.get_fields():
            if field.name not in content:
                continue
            before = content[field.name]
            content[field.name] = self._in_value(field, before)
            found = found or content[field.name] != before
        return found

    def _in_value(self, field, value):
        if isinstance(field, StreamField):
            blocks = json.loads(value or "[]")
            after = self._swapped(field.stream_block, blocks)
            return value if after == blocks else json.dumps(after)
        if getattr(field, "related_model", None) is not self._model:
            return value
        if isinstance(field, ParentalManyToManyField):
            return list(dict.fromkeys(self._key(key) for key in value))
        return self._key(value)

    def _key(self, key):
        return self.new.pk if key == self.old.pk else key

    def _swapped(self, block, value):
        """Return the value of a block, as it is stored, with the one key for the other."""
        if isinstance(block, ChooserBlock):
            return self._key(value) if block.model_class is self._model else value
        if isinstance(block, StreamBlock):
            return [self._in_item(block.child_blocks.get(one["type"]), one) for one in value]
        if isinstance(block, ListBlock):
            return [self._in_item(block.child_block, one) for one in value or []]
        if isinstance(block, StructBlock):
            known = block.child_blocks
            return {
                name: self._swapped(known[name], part) if name in known else part
                for name, part in (value or {}).items()
            }
        return value

    def _in_item(self, block, item):
        if block is None:
            return item
        if isinstance(item, dict) and "value" in item:
            return {**item, "value": self._swapped(block, item["value"])}
        return self._swapped(block, item)


def _streams(model) -> list[StreamField]:
    return [field for field in model._meta.get_fields() if isinstance(field, StreamField)]


def _versions(keys) -> QuerySet:
    wanted = Revision.page_revisions.filter(object_id__in=[str(key) for key in keys])
    return wanted.select_related("content_type").order_by("pk")
