"""What a type of page still owes, as `manage.py check` says it: a step of the guide for each.

The guide is docs/adding-a-page-type.md; BasePage says what a page may answer besides.
"""

from collections.abc import Iterator
from inspect import getattr_static, isfunction

from django.apps import apps
from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.core.checks import Warning as CheckWarning
from django.core.exceptions import FieldDoesNotExist
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from django.utils.functional import Promise
from modelcluster.fields import ParentalManyToManyField
from wagtail_localize.fields import SynchronizedField, get_translatable_fields

from site_cms.translation.fields import ADDRESS

from .pages import BasePage, PublicPageQuerySet, page_types

# What is read of a page without being called.
VALUES = (
    "card_badges",
    "card_detail",
    "title_detail",
    "description",
    "public_day",
    "public_themes",
    "search_region",
    "is_archived",
)


@register
def check_page_types(app_configs, **kwargs) -> list[CheckMessage]:
    return [message for model in page_types() for message in owed_by(model)]


def owed_by(model: type[BasePage]) -> Iterator[CheckMessage]:
    """Say what is missing of one type of page, and where it is to be written."""
    for question in (_room, _template, _card, _place, _words, _translation):
        yield from question(model)


def _room(model):
    """Words, styles and guards are looked for in the rooms."""
    name = apps.get_app_config(model._meta.app_label).name
    if name not in settings.HOUSE:
        yield CheckWarning(
            f"{model._meta.label} stands in no room: no tool looks at the files of « {name} ».",
            hint="Name the room in ROOMS, in site_cms/settings/base.py.",
            obj=model,
            id="site_cms.W201",
        )


def _template(model):
    try:
        get_template(model.template)
    except TemplateDoesNotExist:
        yield Error(
            f"{model._meta.label} has no template.",
            hint=f"Write {model._meta.app_label}/templates/{model.template}.",
            obj=model,
            id="site_cms.E202",
        )


def _card(model):
    """Lists and cards load their pages by a verb of the queryset, and read values."""
    if not isinstance(model._default_manager.all(), PublicPageQuerySet):
        yield Error(
            f"{model._meta.label} cannot be listed: its manager knows no published().",
            hint="objects = BasePageManager.from_queryset(…)(), of a PublicPageQuerySet.",
            obj=model,
            id="site_cms.E203",
        )
    for name in VALUES:
        if isfunction(getattr_static(model, name)):
            yield Error(
                f"{model._meta.label}.{name} is a method; cards, lists and search read a value.",
                hint="Put @property above it.",
                obj=model,
                id="site_cms.E204",
            )


def _place(model):
    label = model._meta.label
    if getattr(model, "parent_page_types", None) is None:
        yield CheckWarning(
            f"{label} does not say where in the tree it stands: it is offered everywhere.",
            hint="parent_page_types = […], the types of pages below which it may be made.",
            obj=model,
            id="site_cms.W205",
        )
    elif not model.allowed_parent_page_models():
        yield Error(
            f"{label} has no place in the tree: none of its parents takes it.",
            hint=f'Add "{label}" to subpage_types of one of parent_page_types.',
            obj=model,
            id="site_cms.E205",
        )


def _words(model):
    """A name that is not lazy, or that Django took from the code, is one for all languages."""
    nameless = [f.name for f in _own_fields(model) if not isinstance(f.verbose_name, Promise)]
    if not isinstance(model._meta.verbose_name, Promise):
        nameless.insert(0, "Meta")
    if nameless:
        yield CheckWarning(
            f"{model._meta.label} is without words for: {', '.join(nameless)}.",
            hint="verbose_name=_(…), with gettext_lazy, in French; then `make words`.",
            obj=model,
            id="site_cms.W206",
        )


def _translation(model):
    rules = {rule.field_name: rule for rule in get_translatable_fields(model)}
    if not isinstance(rules.get(ADDRESS), SynchronizedField):
        yield _untold(model, ADDRESS, "would be translated as a text")
    for name in rules:
        try:
            model._meta.get_field(name)
        except FieldDoesNotExist:
            yield _untold(model, name, "has a rule, and is no field")
    for field in _own_fields(model):
        is_copied = isinstance(field, ParentalManyToManyField)
        if field.name not in rules and not is_copied:
            yield _untold(model, field.name, "would stay empty in translations")


def _untold(model, name, what):
    return Error(
        f"{model._meta.label}.{name} {what}.",
        hint=(
            "override_translatable_fields = BasePage.override_translatable_fields + "
            "same_everywhere(…); relations of many to many are ParentalManyToManyField."
        ),
        obj=model,
        id="site_cms.E207",
    )


def _own_fields(model):
    """The fields that this type alone has, and that people fill in."""
    fields = (*model._meta.local_fields, *model._meta.local_many_to_many)
    own = (field for field in fields if not getattr(field.remote_field, "parent_link", False))
    inherited = {field.name for field in BasePage._meta.local_fields}
    return [field for field in own if field.editable and field.name not in inherited]
