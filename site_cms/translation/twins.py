"""A translated page names pages, themes and sections of its own language.

wagtail-localize copies what the French page names: French pages. Saving a translation puts the
versions of its own language in their place, where readers can see them; a version that is
published later takes its place then. So lists, choosers and exports need not know of languages,
and what nobody has translated yet stays the French page, which templates mark as such.
"""

from collections.abc import Callable, Iterator

from django.db.models import ForeignKey, Model
from django.dispatch import receiver
from modelcluster.fields import ParentalManyToManyField
from wagtail import blocks
from wagtail.coreutils import find_available_slug
from wagtail.fields import StreamField
from wagtail.models import Page, ReferenceIndex, TranslatableMixin, get_page_models
from wagtail.signals import page_published
from wagtail_localize.models import SegmentOverride, StringSegment, Translation

from site_cms.translation.fields import ADDRESS
from site_cms.words.french import is_french
from site_cms.words.letters import slug_from

# What ties a page to Wagtail's own tables, or to its original.
OWN_TIES = {"page_ptr", "alias_of", "locale"}


def settle(page: Page):
    """Point all that a translated page names at the versions in its language."""
    if not _is_translation(page):
        return
    for field in _relations(type(page)):
        if field.many_to_many:
            named = list(getattr(page, field.name).all())
            mine = _versions(field.related_model, named, page.locale_id)
            if mine != named:
                getattr(page, field.name).set(mine)
        elif named := getattr(page, field.name):
            setattr(page, field.name, _versions(field.related_model, [named], page.locale_id)[0])
    _settle_streams(page)


def _is_translation(page):
    return page.locale_id is not None and not is_french(page.locale.language_code)


def _relations(model) -> Iterator:
    """Yield the fields through which pages of this model name something that is translated."""
    for field in model._meta.get_fields():
        if not isinstance(field, ForeignKey | ParentalManyToManyField) or field.name in OWN_TIES:
            continue
        if issubclass(field.related_model, TranslatableMixin):
            yield field


def _versions(model, named: list[Model], locale_id: int) -> list[Model]:
    """Return each in its version of that language, or as it is where readers can see none."""
    foreign = [one.translation_key for one in named if one.locale_id != locale_id]
    if not foreign:
        return named
    found = model.objects.filter(locale_id=locale_id, translation_key__in=foreign)
    if issubclass(model, Page):
        found = found.filter(live=True)
    mine = {one.translation_key: one for one in found}
    return [mine.get(one.translation_key, one) for one in named]


# --- Pages chosen in blocks -----------------------------------------------------------------------


def _settle_streams(page):
    streams = [getattr(page, f.name) for f in page._meta.fields if isinstance(f, StreamField)]
    chosen = {}

    def note(target):
        chosen[target.pk] = target
        return target

    for stream in streams:
        _exchange(stream.stream_block, stream, note)
    mine = _versions(Page, list(chosen.values()), page.locale_id)
    exchanged = dict(zip(chosen, mine, strict=True))
    if mine != list(chosen.values()):
        for stream in streams:
            _exchange(stream.stream_block, stream, lambda target: exchanged[target.pk])


def _exchange(block, value, swap: Callable[[Page], Page]):
    """Return a block's value with each page chosen in it given to `swap`; changed in place."""
    match block:
        case blocks.PageChooserBlock():
            return swap(value) if value else value
        case blocks.StructBlock():
            for name, child in block.child_blocks.items():
                value[name] = _exchange(child, value.get(name), swap)
        case blocks.ListBlock():
            for item in value.bound_blocks:
                item.value = _exchange(item.block, item.value, swap)
        case blocks.StreamBlock():
            for item in value:
                item.value = _exchange(item.block, item.value, swap)
    return value


# --- The address of a translation -----------------------------------------------------------------


def follow_title(page: Page):
    """Let the address of a translation follow its title, until its first publication.

    What a translator typed is left alone.
    """
    if page.first_published_at or page._state.adding or not _is_translation(page):
        return
    if not _translation_of(page) or typed_address(page):
        return
    if slug := slug_from(page.title):
        page.slug = find_available_slug(page.get_parent(), slug, ignore_page_id=page.pk)


def address_to_come(page: Page) -> str:
    """Return the last part of the address of a translation: what it is, or will be once public."""
    if page.first_published_at:
        return page.slug
    return typed_address(page) or slug_from(page.draft_title) or page.slug


def typed_address(page: Page) -> str:
    """Return the address that somebody typed for a translation, instead of the title's."""
    typed = SegmentOverride.objects.filter(
        locale_id=page.locale_id,
        context__object_id=page.translation_key,
        context__path=ADDRESS,
    ).first()
    return slug_from(typed.data) if typed else ""


# --- How far a translation is from its original ---------------------------------------------------


def note_progress(page: Page):
    """Note on a translation what its readers are told: words it lacks, changes it misses."""
    if not _is_translation(page):
        return
    translation = _translation_of(page)
    page.is_partly_translated = bool(translation) and lacks_words(translation)
    lateness = getattr(translation and translation.source, "lateness", None)
    page.behind_since = lateness.since if lateness else None


def _translation_of(page):
    return (
        Translation.objects.filter(
            source__object_id=page.translation_key, target_locale_id=page.locale_id, enabled=True
        )
        .select_related("source__lateness")
        .first()
    )


def lacks_words(translation: Translation) -> bool:
    """Whether some segment has no translation: the words of the original stand in for it."""
    segments = StringSegment.objects.filter(source_id=translation.source_id)
    segments = segments.annotate_translation(translation.target_locale)
    return segments.filter(translation__isnull=True).exists()


# --- Versions that come later ---------------------------------------------------------------------


@receiver(page_published)
def take_place(instance, **kwargs):
    """Let a translation take its place in the pages of its language that name its original."""
    if is_french(instance.locale.language_code):
        return
    originals = list(instance.get_translations())
    for page in _pages_naming(originals, instance.locale_id):
        page.save(clean=False)


def _pages_naming(originals, locale_id) -> list[Page]:
    keys = {
        reference.object_id
        for original in originals
        for reference in ReferenceIndex.get_references_to(original)
    }
    # The index knows no relations of many to many.
    for model, field in _many_to_many_pages():
        named = {f"{field.name}__in": [original.pk for original in originals]}
        keys.update(model.objects.filter(locale_id=locale_id, **named).values_list("pk", flat=True))
    return list(Page.objects.filter(pk__in=keys, locale_id=locale_id).specific())


def _many_to_many_pages():
    for model in get_page_models():
        for field in _relations(model):
            if field.many_to_many and issubclass(field.related_model, Page):
                yield model, field
