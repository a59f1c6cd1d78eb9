"""Links in the text editor, told to whoever reads the screen: see reader.py.

Only the admin loads this: Wagtail's converters are of no use to models, and newer ones may not be
loaded with them.
"""

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Left, Length
from wagtail import hooks
from wagtail.admin.rich_text.converters.contentstate import link_entity
from wagtail.admin.rich_text.converters.html_to_contentstate import (
    ExternalLinkElementHandler,
    PageLinkElementHandler,
)
from wagtail.documents import get_document_model
from wagtail.documents.rich_text.contentstate import (
    DocumentLinkElementHandler,
    document_link_entity,
)
from wagtail.models import Page

from site_cms.publications.memo import remembered
from site_cms.rights.reader import is_told_of, name_for_reader, reader

NO_ADDRESS = "#"
LARGEST_KEY = 2**63 - 1


class _ToldLink:
    """In the text editor, a link to what the reader may not know of keeps its target, unnamed."""

    def get_attribute_data(self, attrs):
        target = None if reader().is_national else self.find(attrs)
        if target is None or is_told_of(target):
            return super().get_attribute_data(attrs)
        # Without an address Wagtail would take the link for a broken one.
        told = {"url": NO_ADDRESS, "filename": name_for_reader(target)}
        return {"id": target.pk, "parentId": None, **told}


class _ShownPageLink(PageLinkElementHandler):
    """Wagtail's, which asks three statements of each link: one of each page that is linked to."""

    def get_attribute_data(self, attrs):
        page = _linked(attrs["id"])
        if page is None:
            return super().get_attribute_data(attrs)
        return {"id": page.pk, "url": page.specific_deferred.url, "parentId": page.parent_key}


class _PageLink(_ToldLink, _ShownPageLink):
    def find(self, attrs):
        return _linked(attrs["id"])


@remembered
def _linked(key) -> Page | None:
    above = Left(OuterRef("path"), Length(OuterRef("path")) - Page.steplen)
    parent = Subquery(Page.objects.filter(path=above).values("pk"))
    return Page.objects.filter(pk=key).annotate(parent_key=parent).first()


class _DocumentLink(_ToldLink, DocumentLinkElementHandler):
    def find(self, attrs):
        return get_document_model().objects.filter(pk=attrs["id"]).first()


def _with_a_key(entity):
    """Refuse a link to something that is no key, which would be saved and then read by nobody."""

    def checked(props):
        key = props.get("id")
        is_key = isinstance(key, int) and not isinstance(key, bool) and 0 < key <= LARGEST_KEY
        if not is_key and (entity is not link_entity or key is not None):
            raise ValueError(f"{key!r} is no key")
        return entity(props)

    return checked


@hooks.register("register_rich_text_features", order=100)
def register_told_links(features):
    links = {
        "from_database_format": {
            "a[href]": ExternalLinkElementHandler("LINK"),
            'a[linktype="page"]': _PageLink("LINK"),
        },
        "to_database_format": {"entity_decorators": {"LINK": _with_a_key(link_entity)}},
    }
    documents = {
        "from_database_format": {'a[linktype="document"]': _DocumentLink("DOCUMENT")},
        "to_database_format": {
            "entity_decorators": {"DOCUMENT": _with_a_key(document_link_entity)}
        },
    }
    features.register_converter_rule("contentstate", "link", links)
    features.register_converter_rule("contentstate", "document-link", documents)
