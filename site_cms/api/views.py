"""Wagtail's API v2, for anybody to read: pages, and the images and documents they show.

Lists hold what tells pages apart; a page's own address holds all its fields (`api_fields` of its
model). No search: the site has its own. Every parameter is checked, and lists are bounded.
"""

from django.core.exceptions import FieldDoesNotExist, ObjectDoesNotExist, ValidationError
from django.http import Http404
from django.utils import translation
from rest_framework import serializers
from rest_framework.renderers import JSONRenderer
from wagtail.api.v2.filters import (
    AncestorOfFilter,
    ChildOfFilter,
    DescendantOfFilter,
    FieldsFilter,
    LocaleFilter,
    OrderingFilter,
    TranslationOfFilter,
)
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.serializers import BaseSerializer, PageSerializer
from wagtail.api.v2.utils import BadRequestError, get_full_url
from wagtail.api.v2.views import BaseAPIViewSet, PagesAPIViewSet
from wagtail.documents import get_document_model
from wagtail.fields import RichTextField, StreamField
from wagtail.images import get_image_model
from wagtail.rich_text import expand_db_html

from site_cms.api.parameters import refuse_bad, refuse_bad_search, refuse_others
from site_cms.api.public import References, pages_under, shown_files
from site_cms.api.values import Values, plain
from site_cms.models import BasePage
from site_cms.public.redirects import Targets, split
from site_cms.public.rich_text import gather_links
from site_cms.public.routing import site_tree


class CheckedFieldsFilter(FieldsFilter):
    def filter_queryset(self, request, queryset, view):
        try:
            return super().filter_queryset(request, queryset, view)
        except (ValidationError, ValueError, OverflowError) as error:
            raise BadRequestError("field filter error") from error


class StableOrderingFilter(OrderingFilter):
    """By the key last, so that no page of a list repeats what the one before it held."""

    def filter_queryset(self, request, queryset, view):
        # It would draw the whole table anew for each request.
        if "random" in request.GET.get("order", ""):
            raise BadRequestError("random ordering is not supported")
        ordered = super().filter_queryset(request, queryset, view)
        return ordered.order_by(*ordered.query.order_by, "id")


class OpenEndpoint(BaseAPIViewSet):
    """What all endpoints share: no account, no search, JSON, parameters of bounded size."""

    authentication_classes = []
    permission_classes = []
    renderer_classes = [JSONRenderer]
    known_query_parameters = frozenset(["limit", "offset", "fields", "order"])
    filter_backends = [CheckedFieldsFilter, StableOrderingFilter]

    def initial(self, request, *args, **kwargs):
        super().initial(request, *args, **kwargs)
        refuse_bad(request.GET)
        if self.action == "detail_view":
            refuse_others(request.GET, {"fields"})
        elif self.action == "find_view":
            refuse_others(request.GET, {"fields", *self.find_query_parameters})
            refuse_bad_search(request.GET, self.find_query_parameters)

    @classmethod
    def get_available_fields(cls, model, db_fields_only=False):
        """As Wagtail's; lists are neither filtered nor ordered by relations, nor by long texts."""
        names = super().get_available_fields(model, db_fields_only)
        return [name for name in names if not db_fields_only or _is_simple(model, name)]

    @property
    def tree(self):
        tree = site_tree(self.request._request, [])
        if tree is None:
            raise Http404
        return tree

    @property
    def public_pages(self):
        return pages_under(self.tree.roots)

    def find_object(self, queryset, request):
        try:
            return super().find_object(queryset, request)
        except (ObjectDoesNotExist, ValueError, OverflowError) as error:
            raise Http404 from error

    def values_of(self, instance):
        base = get_full_url(self.request, "")
        router = self.request.wagtailapi_router
        return Values(
            References(instance, self.public_pages),
            base,
            lambda name, key: f"{base}{router.endpoint_address(name, key)}",
        )


class _OpenPageSerializer(PageSerializer):
    """Fields by their kind; choices with their label, in the language of the page."""

    def to_representation(self, instance):
        with translation.override(instance.locale.language_code):
            return super().to_representation(instance)

    def build_field(self, field_name, info, model_class, nested_depth):
        try:
            field = model_class._meta.get_field(field_name)
        except FieldDoesNotExist:
            field = None
        represent = field and _representation(field)
        if represent:
            return _Represented, {"field": field, "represent": represent}
        return super().build_field(field_name, info, model_class, nested_depth)


class _Represented(serializers.Field):
    def __init__(self, field, represent, **kwargs):
        self.model_field = field
        self.represent = represent
        super().__init__(source="*", read_only=True, **kwargs)

    def to_representation(self, page):
        return self.represent(self.context["values"](page), page, self.model_field)


def _stream(values, page, field):
    return values.block(field.stream_block, getattr(page, field.name))


def _rich_text(values, page, field):
    return expand_db_html(getattr(page, field.name))


def _choice(values, page, field):
    value = getattr(page, field.name)
    return (
        {"value": value, "label": getattr(page, f"get_{field.name}_display")()} if value else None
    )


def _one(values, page, field):
    return values.thing(getattr(page, field.name))


def _several(values, page, field):
    if issubclass(field.related_model, BasePage):
        return [values.page(found) for found in page.public_related(field.name)]
    return [values.thing(found) for found in getattr(page, field.name).all()]


def _number(values, page, field):
    return plain(getattr(page, field.name))


def _representation(field):
    """How a field is told; None for what needs no telling how."""
    if isinstance(field, StreamField):
        return _stream
    if isinstance(field, RichTextField):
        return _rich_text
    if getattr(field, "choices", None):
        return _choice
    if field.many_to_many and not field.auto_created:
        return _several
    if field.many_to_one and field.name not in ("locale", "alias_of"):
        return _one
    return _number if field.get_internal_type() == "DecimalField" else None


class PagesEndpoint(OpenEndpoint, PagesAPIViewSet):
    base_serializer_class = _OpenPageSerializer
    filter_backends = [
        CheckedFieldsFilter,
        ChildOfFilter,
        AncestorOfFilter,
        DescendantOfFilter,
        StableOrderingFilter,
        TranslationOfFilter,
        LocaleFilter,
    ]
    known_query_parameters = OpenEndpoint.known_query_parameters | {
        "type",
        "child_of",
        "ancestor_of",
        "descendant_of",
        "translation_of",
        "locale",
    }
    # An alias would name the page it repeats, which may be a draft.
    meta_fields = [name for name in PagesAPIViewSet.meta_fields if name != "alias_of"] + [
        "last_published_at",
        "translation_key",
    ]
    listing_default_fields = [*PagesAPIViewSet.listing_default_fields, "last_published_at"]

    def get_base_queryset(self):
        return self.public_pages

    def find_object(self, queryset, request):
        """As Wagtail's, but that an address is one of any language."""
        if "html_path" not in request.GET:
            return super().find_object(queryset, request)
        address = request.GET["html_path"]
        if not split(address).netloc:
            address = "/" + address.lstrip("/")
        targets = Targets([address])
        page = targets.page_at(address) if targets.is_ours(address) else None
        found = page and queryset.filter(pk=page.pk).first()
        if not found:
            raise Http404
        return found

    def get_root_page(self):
        return self.tree.root

    def get_queryset(self):
        return super().get_queryset().select_related("locale").order_by("id")

    @classmethod
    def _get_serializer_class(cls, router, model, fields_config, show_details=False, nested=False):
        """In lists, only what lies in the rows themselves."""
        if not show_details:
            kept = cls.body_fields + cls.meta_fields
            cls = type(cls.__name__, (cls,), {"detail_only_fields": _details(model, kept)})
        return super()._get_serializer_class(router, model, fields_config, show_details, nested)

    def detail_view(self, request, pk):
        page = self.get_object()
        # The targets of the links in all its texts, in one query.
        gather_links(page, request._request, (), {})
        response = super().detail_view(request, pk)
        response.headers["Content-Language"] = page.locale.language_code
        return response

    def get_serializer_context(self):
        known = {}

        def values(page):
            if page.pk not in known:
                known[page.pk] = self.values_of(page)
            return known[page.pk]

        return super().get_serializer_context() | {"values": values}


class _FileSerializer(BaseSerializer):
    def to_representation(self, instance):
        described = self.context["described"](instance)
        return described | {"meta": {"detail_url": described.pop("detail_url")}}


class FilesEndpoint(OpenEndpoint):
    base_serializer_class = _FileSerializer
    body_fields = [*OpenEndpoint.body_fields, "title"]

    def get_queryset(self):
        return shown_files(self.model, self.public_pages)

    def get_serializer_context(self):
        return super().get_serializer_context() | {"described": self.describe}

    def describe(self, file):
        raise NotImplementedError


class ImagesEndpoint(FilesEndpoint):
    model = get_image_model()
    name = "images"

    def describe(self, file):
        values = self.values_of(file)
        described = values.image(file) | {"width": file.width, "height": file.height}
        if self.action == "detail_view":
            described["renditions"] = values.renditions(file)
        return described


class DocumentsEndpoint(FilesEndpoint):
    model = get_document_model()
    name = "documents"

    def describe(self, file):
        return self.values_of(file).document(file)


class OpenRouter(WagtailAPIRouter):
    def endpoint_address(self, name, key):
        return self.get_object_detail_urlpath(self._endpoints[name].model, key)


def _is_simple(model, name):
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return False
    long = isinstance(field, (StreamField, RichTextField))
    return name == "id" or not (field.is_relation or long)


def _details(model, kept):
    names = PagesEndpoint.get_available_fields(model)
    return ["parent", *(n for n in names if n not in kept and not _is_simple(model, n))]


router = OpenRouter("api")
router.register_endpoint("pages", PagesEndpoint)
router.register_endpoint("images", ImagesEndpoint)
router.register_endpoint("documents", DocumentsEndpoint)
