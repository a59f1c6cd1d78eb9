"""Values that a translation keeps in place of the French ones."""

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import transaction
from django.http import HttpResponse
from wagtail.models import Page
from wagtail_localize.views import edit_translation

from site_cms.rights.boundary import boundary_on
from site_cms.rights.page_forms import base_model, foreign_references
from site_cms.translation.segments import workable_translation


def edit_override(request, translation_id, overridable_segment_id):
    """Keep another value than the French one, if it fits and is the team's to use."""
    translation = workable_translation(request, translation_id)
    with transaction.atomic():
        response = edit_translation.edit_override(request, translation_id, overridable_segment_id)
        if request.method == "PUT" and not _fits(request.user, translation):
            transaction.set_rollback(True)
            return HttpResponse(status=400)
    return response


def _fits(user, translation):
    try:
        twin = translation.source.get_ephemeral_translated_instance(
            translation.target_locale, fallback=True
        )
    except (ObjectDoesNotExist, TypeError, ValueError, ValidationError):
        return False
    if not isinstance(twin, Page):
        return True
    boundary = boundary_on(user, twin)
    original = translation.source.as_instance()
    # What national staff chose for the French page stays, as it does there.
    foreign = _foreign(twin, boundary) - _foreign(original, boundary)
    return not foreign


# What Wagtail itself sets.
FILLED_IN = ("page_ptr", "alias_of", "locale")


def _foreign(page, boundary):
    """Return, as (model, key, place), what the page refers to and the boundary does not let see."""
    if boundary.is_national:
        return set()
    found = set()
    for field in page._meta.concrete_fields:
        if hasattr(field, "extract_references"):
            for model, key, _type, place in field.extract_references(field.value_from_object(page)):
                found.add((base_model(model), str(key), f"{field.name}.{place}"))
        elif field.is_relation and field.name not in FILLED_IN and field.value_from_object(page):
            key = str(field.value_from_object(page))
            found.add((base_model(field.related_model), key, field.name))
    foreign = foreign_references(found, boundary)
    return {one for one in found if one[:2] in foreign}
