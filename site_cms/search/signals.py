"""When the index is written: in the transaction of what changes it."""

from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction, ReferenceIndex
from wagtail.signals import post_page_move
from wagtail.snippets.models import get_snippet_models

from site_cms.models import SearchEntry, SiteDocument, is_private_at
from site_cms.models.pages import page_written
from site_cms.search.indexing import (
    index_document,
    index_page,
    index_pages,
    read_document,
    reconcile,
    reconcile_below,
    unread_documents,
)


@receiver(page_written)
def reindex_page(instance, **kwargs):
    index_page(instance)


@receiver(post_save, sender=Page)
def reconcile_plain_page(instance, **kwargs):
    """What acts on any type of page, such as withdrawing it, saves it as a plain page."""
    reconcile(Page.objects.filter(pk=instance.pk))


@receiver(post_page_move)
def reconcile_moved(instance, parent_page_before, parent_page_after, **kwargs):
    """A page brings its own privacy along; what is above it may be private here and not there."""
    if is_private_at(parent_page_before.path) != is_private_at(parent_page_after.path):
        reconcile_below(instance.pk)


@receiver([post_save, post_delete], sender=PageViewRestriction)
def reconcile_restricted(instance, **kwargs):
    reconcile_below(instance.page_id)


@receiver(post_save)
def reindex_naming(sender, instance, created=False, **kwargs):
    """Pages are found by the names of the snippets they choose."""
    if sender in get_snippet_models() and not created:
        index_pages(_pages_naming(instance))


@receiver(pre_delete)
def note_pages_naming(sender, instance, **kwargs):
    if sender in get_snippet_models():
        instance.named_by = _pages_naming(instance)


@receiver(post_delete)
def forget_snippet(sender, instance, **kwargs):
    if sender in get_snippet_models():
        index_pages(instance.named_by)


def _pages_naming(snippet) -> list[int]:
    """The pages with an entry that name a snippet, in texts and blocks or in a field of theirs."""
    references = ReferenceIndex.get_references_to(snippet).values_list("object_id", flat=True)
    keys = {int(key) for key in references if key.isdigit()}
    for relation in snippet._meta.related_objects:
        if issubclass(relation.related_model, Page):
            pages = relation.related_model._base_manager.filter(**{relation.field.name: snippet})
            keys.update(pages.values_list("pk", flat=True))
    return list(SearchEntry.objects.filter(page__in=keys).values_list("page_id", flat=True))


@receiver(post_save, sender=SiteDocument)
def reindex_document(instance, **kwargs):
    index_document(instance)
    if unread_documents().filter(pk=instance.pk).exists():
        read_document.enqueue(instance.pk)
