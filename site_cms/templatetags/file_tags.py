"""Files that readers take away, and our own that pages need."""

from django import template
from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from wagtail.models import CollectionViewRestriction

from site_cms.publications.memo import remembered
from site_cms.templatetags.site_tags import site_tree

register = template.Library()


@register.simple_tag(takes_context=True)
def open_document(context, document):
    """`document` if every reader may have it, else None: its collection may be kept for some.

    On a page that is private itself it stays: those readers are asked again at the file.
    """
    tree = site_tree(context)
    if not document or (tree and not tree.is_open):
        return document
    private = _private_collections()
    return None if private and document.collection.path.startswith(private) else document


@remembered
def _private_collections() -> tuple[str, ...]:
    return tuple(CollectionViewRestriction.objects.values_list("collection__path", flat=True))


@register.filter
def file_format(document) -> str:
    return document.file_extension.upper()


@register.simple_tag
def safe_static(path):
    """As {% static %}, for the error page: it must show even when the manifest cannot be read."""
    try:
        return staticfiles_storage.url(path)
    except Exception:
        return settings.STATIC_URL + path
