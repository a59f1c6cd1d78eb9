"""The form every page is edited with: what a page refers to is in its language, and stays within
its team's boundary."""

from functools import singledispatch

from bs4 import BeautifulSoup
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.pages import WagtailAdminPageForm
from wagtail.blocks import ChooserBlock, ListBlock, RichTextBlock
from wagtail.blocks.base import BlockField
from wagtail.blocks.stream_block import BaseStreamBlock
from wagtail.blocks.struct_block import BaseStructBlock
from wagtail.contrib.forms.forms import WagtailAdminFormPageForm
from wagtail.contrib.typed_table_block.blocks import BaseTypedTableBlock
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, TranslatableMixin
from wagtail.rich_text import RichText, extract_references_from_rich_text

from site_cms.boundary import Boundary, boundary_for, boundary_on
from site_cms.sorting import BY_TITLE

FOREIGN = _(
    "« %(field)s » contient une page, une image ou un document d’une autre équipe que celle de la "
    "page. Choisissez plutôt un élément de la région de la page, ou un élément national."
)
OTHER_LANGUAGE = _("« %(field)s » : choisissez un élément dans la langue de la page.")


class BoundaryMixin:
    """Below national level, offer and accept only what the page's team may use.

    Choosers offer no more, but a form can be sent without them, and content can be pasted. What
    national staff chose in a field or a list of choices stays, unseen: leaving it out is not the
    team's to decide. A form shows no more than the account may see; what is refused stays in it,
    for an account of two teams that mixed them up, so that nothing is saved in its place.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.boundary = self._find_boundary()
        self.seen = boundary_for(self.for_user) if self.for_user else self.boundary
        for name, field in self.fields.items():
            if isinstance(field, forms.ModelChoiceField):
                self._keep_to_language(name, field)
        if not self.boundary.is_national:
            for name, field in self.fields.items():
                self._fence(name, field)

    def _find_boundary(self):
        if self.for_user is None:
            return Boundary(is_national=True)
        place = self.instance if self.instance.path else self.parent_page
        return boundary_on(self.for_user, place) if place else boundary_for(self.for_user)

    def _keep_to_language(self, name, field):
        model = field.queryset.model
        if issubclass(model, Page):
            field.queryset = field.queryset.order_by(*BY_TITLE)
        if not issubclass(model, TranslatableMixin):
            return
        # A preview of a page that is not saved yet has no language of its own.
        locale = (self.instance if self.instance.locale_id else self.parent_page).locale
        spoken = Q(locale_id=locale.pk)
        if locale.language_code != settings.LANGUAGE_CODE:
            # What nobody has translated yet stays the French one: see twins.py.
            spoken |= Q(pk__in=self._linked(name))
        field.queryset = field.queryset.filter(spoken)
        field.error_messages["invalid_choice"] = OTHER_LANGUAGE % {"field": self._label(name)}

    def _linked(self, name):
        """Return the keys of what the page refers to by this field, as it stands."""
        if not self.instance.pk:
            return []
        found = getattr(self.instance, name)
        return [item.pk for item in (found.all() if hasattr(found, "all") else [found]) if item]

    def _fence(self, name, field):
        if isinstance(field, forms.ModelChoiceField):
            self._fence_choice(name, field)
        elif self._holds_references(name):
            prepare = field.prepare_value
            field.prepare_value = lambda value: self._without_foreign(name, prepare(value))

    def _fence_choice(self, name, field):
        visible = _visible(field.queryset.model, self.boundary)
        if visible is None:
            return
        field.queryset = field.queryset.filter(visible)
        field.error_messages["invalid_choice"] = FOREIGN % {"field": self._label(name)}
        if not isinstance(field, forms.ModelMultipleChoiceField):
            prepare = field.prepare_value
            known = field.queryset.model.objects.filter(_visible(field.queryset.model, self.seen))
            field.prepare_value = lambda value: _known(known, prepare(value))

    def clean(self):
        cleaned_data = super().clean()
        if self.boundary.is_national:
            return cleaned_data
        for name in list(self.cleaned_data):
            if self._holds_references(name) and self._foreign(
                name, self.cleaned_data[name], self.boundary
            ):
                self.add_error(name, ValidationError(FOREIGN, params={"field": self._label(name)}))
            elif isinstance(self.fields.get(name), forms.ModelMultipleChoiceField):
                chosen = self.cleaned_data[name]
                self.cleaned_data[name] = [*chosen, *self._unseen(name, self.boundary)]
            elif isinstance(self.fields.get(name), forms.ModelChoiceField):
                self.cleaned_data[name] = self.cleaned_data[name] or self._only_unseen(name)
        return cleaned_data

    def _only_unseen(self, name):
        """Return what a chooser holds but did not show: it came empty, and was not emptied."""
        return next(iter(self._unseen(name, self.seen)), None)

    def _unseen(self, name, boundary):
        """Return what the page refers to by this field, and the boundary does not let see."""
        model = self.fields[name].queryset.model
        visible = _visible(model, boundary)
        if visible is None or not self.instance.pk:
            return []
        linked = model.objects.filter(pk__in=self._linked(name))
        return linked.exclude(pk__in=model.objects.filter(visible).values("pk"))

    def _holds_references(self, name):
        return hasattr(self._model_field(name), "extract_references")

    def _foreign(self, name, value, boundary):
        found = self._model_field(name).extract_references(value) if value else ()
        return foreign_references(found, boundary)

    def _without_foreign(self, name, value):
        foreign = self._foreign(name, value, self.seen)
        if not foreign:
            return value
        if not isinstance(self.fields[name], BlockField):
            return _blank_html(value, foreign)
        block = self.fields[name].block
        # A copy: the value may be the page's own.
        return _blank(block, block.normalize(block.get_prep_value(value)), foreign)

    def _model_field(self, name):
        known = {field.name: field for field in self._meta.model._meta.get_fields()}
        return known.get(name)

    def _label(self, name):
        return self.fields[name].label


class BoundaryPageForm(BoundaryMixin, WagtailAdminPageForm):
    pass


class BoundaryFormPageForm(BoundaryMixin, WagtailAdminFormPageForm):
    """The same for pages that carry a public form."""


def _visible(model, boundary):
    """Return the condition for what the boundary lets see of a model; None: everything."""
    if issubclass(model, Page):
        return boundary.visible_pages()
    if model in (get_image_model(), get_document_model()):
        return boundary.visible_files()
    return None


def foreign_references(references, boundary: Boundary) -> set:
    """Return, as (model, key), what exists among the references but is not to be seen."""
    keys = {}
    for model, key, *_path in references:
        keys.setdefault(_base(model), set()).add(key)
    foreign = set()
    for model, wanted in keys.items():
        visible = _visible(model, boundary)
        if visible is not None:
            existing = model.objects.filter(pk__in=wanted)
            unseen = existing.exclude(pk__in=model.objects.filter(visible).values("pk"))
            foreign |= {(model, str(key)) for key in unseen.values_list("pk", flat=True)}
    return foreign


def _base(model):
    return Page if issubclass(model, Page) else model


def _known(queryset, key):
    """Return the key if the queryset has it: a chooser shows the title of whatever it is given."""
    try:
        return key if queryset.filter(pk=key).exists() else None
    except (TypeError, ValueError):
        return None


@singledispatch
def _blank(block, value, foreign):
    """Empty the choosers and unwrap the links that lead to something foreign, in place."""
    return value


@_blank.register
def _blank_chooser(block: ChooserBlock, value, foreign):
    is_foreign = value is not None and (_base(type(value)), str(value.pk)) in foreign
    return None if is_foreign else value


@_blank.register
def _blank_rich_text(block: RichTextBlock, value, foreign):
    return RichText(_blank_html(value.source, foreign))


@_blank.register
def _blank_struct(block: BaseStructBlock, value, foreign):
    for name, child in block.child_blocks.items():
        value[name] = _blank(child, value.get(name), foreign)
    return value


@_blank.register
def _blank_stream(block: BaseStreamBlock, value, foreign):
    for item in value:
        item.value = _blank(item.block, item.value, foreign)
    return value


@_blank.register
def _blank_list(block: ListBlock, value, foreign):
    for item in value.bound_blocks:
        item.value = _blank(block.child_block, item.value, foreign)
    return value


@_blank.register
def _blank_table(block: BaseTypedTableBlock, value, foreign):
    for row in value.row_data:
        cells = zip(value.columns, row["values"], strict=True)
        row["values"] = [_blank(column["block"], cell, foreign) for column, cell in cells]
    return value


def _blank_html(html, foreign):
    soup = BeautifulSoup(html, "html.parser")
    for tag in soup.find_all(["a", "embed"]):
        references = extract_references_from_rich_text(str(tag))
        if any((_base(model), str(key)) in foreign for model, key, *_path in references):
            tag.unwrap()
    return str(soup)
