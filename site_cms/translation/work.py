"""Translating a page: who may, what is submitted, what keeps a translation from going online.

wagtail-localize stores the segments and puts translations together. It asks for one right for the
whole site, takes what is online for the latest text, fills gaps with French and makes copies of
parents that nobody translated: what must not happen is kept out here.
"""

from dataclasses import dataclass

from django.contrib.admin.utils import quote
from django.db.models import Exists, ForeignKey, ManyToManyField, OuterRef
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Locale, Page, TranslatableMixin
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.operations import TranslationCreator

from site_cms.rights.boundary import TRANSLATE, boundary_for
from site_cms.words.french import is_french, reads_french

ICON = "wagtail-localize-language"


@dataclass(frozen=True)
class Obstacle:
    """What keeps a translation from going online, and where that is mended."""

    text: str
    url: str = ""


# --- Who may --------------------------------------------------------------------------------------


def may_translate(user, page: Page) -> bool:
    """Whether the account may work on translations of the page: it writes the page itself."""
    page_is_own = boundary_for(user).owns_page(page)
    return page_is_own and user.has_perm(TRANSLATE) and page.permissions_for_user(user).can_edit()


def own_translations(user):
    """Return the translations of the account's own pages; for national staff, of everything."""
    boundary = boundary_for(user)
    if boundary.is_national:
        return Translation.objects.all()
    keys = Page.objects.filter(boundary.owned_pages()).values("translation_key")
    return Translation.objects.filter(source__object_id__in=keys)


# --- Submitting -----------------------------------------------------------------------------------


def is_original(page: Page) -> bool:
    return is_french(page.locale.language_code)


def latest_text(page: Page) -> Page:
    """Return what is translated of a page: what the public reads, or the draft of what it will."""
    return page.specific if page.live else page.get_latest_revision_as_object()


def open_locales(page: Page):
    """Return the languages into which the page can be submitted: its parent is there already."""
    taken = page.get_translations(inclusive=True).exclude(alias_of__isnull=False)
    locales = Locale.objects.exclude(pk__in=taken.values("locale_id"))
    parent = page.get_parent()
    if parent.is_root():
        return locales
    ready = parent.get_translations().filter(alias_of=None)
    return locales.filter(pk__in=ready.values("locale_id"))


def submit(page: Page, locales, user):
    """Make drafts of the page in these languages; its themes and section are national staff's."""
    text = latest_text(page)
    TranslationSource.update_or_create_from_instance(text)
    creator = TranslationCreator(user, locales)
    creator.create_translations(text, include_related_objects=False)


def refresh(source: TranslationSource):
    """Bring the latest French to the translators."""
    original = source.get_source_instance()
    if isinstance(original, Page) and not original.live:
        TranslationSource.update_or_create_from_instance(latest_text(original))
    else:
        source.update_from_db()


# --- What is left to do ---------------------------------------------------------------------------


def untranslated(locale_id):
    """Return the segments that have no valid translation into that language."""
    done = StringTranslation.objects.filter(
        translation_of_id=OuterRef("string_id"),
        context_id=OuterRef("context_id"),
        locale_id=locale_id,
        has_error=False,
    )
    return StringSegment.objects.filter(~Exists(done))


def obstacles(translation: Translation) -> list[Obstacle]:
    """Return what keeps the translation of a page from going online; nothing when it may."""
    source = translation.source
    original, twin = source.get_source_instance(), translation.get_target_instance()
    found = []
    if not original.live:
        text = _(
            "«\u00a0%(title)s\u00a0» n’est pas en ligne en français\u00a0: publiez d’abord "
            "l’original."
        )
        found.append(Obstacle(text % {"title": original}, edit_url(original)))
    found += missing_texts(translation, twin)
    return found + [
        _missing(word, translation.target_locale) for word in _words(original, translation)
    ]


def missing_texts(translation: Translation, twin) -> list[Obstacle]:
    """Return what of a translation would still be in French."""
    source = translation.source
    left = untranslated(translation.target_locale_id).filter(source=source).count()
    text = ngettext(
        "%(count)s texte n’est pas encore traduit.",
        "%(count)s textes ne sont pas encore traduits.",
        left,
    )
    return [Obstacle(text % {"count": left}, edit_url(twin))] if left else []


def _words(original, translation):
    """Yield the themes, sections and the like that the page names and nobody has translated."""
    for field in original._meta.get_fields():
        if not isinstance(field, ForeignKey | ManyToManyField):
            continue
        model = field.related_model
        if not issubclass(model, TranslatableMixin) or issubclass(model, Page):
            continue
        if field.many_to_many:
            named = getattr(original, field.name).all()
        else:
            named = filter(None, [getattr(original, field.name)])
        yield from (one for one in named if not _is_translated(one, translation.target_locale))


def _is_translated(word, locale) -> bool:
    if not word.has_translation(locale):
        return False
    source = TranslationSource.objects.get_for_instance_or_none(word)
    return source is None or not untranslated(locale.pk).filter(source=source).exists()


def _missing(word, locale) -> Obstacle:
    text = _("%(kind)s «\u00a0%(name)s\u00a0»\u00a0: il manque la version en %(language)s.") % {
        "kind": word._meta.verbose_name.capitalize(),
        "name": word,
        "language": language_name(locale),
    }
    there = word.get_translation_or_none(locale)
    if there:
        return Obstacle(text, edit_url(there))
    return Obstacle(text, submission_url(word))


def language_name(locale) -> str:
    """Return the name of a language within a sentence: French writes it small."""
    name = str(locale)
    return name.lower() if reads_french() else name


def submission_url(original) -> str:
    """Return where a page or a word is submitted for translation."""
    if isinstance(original, Page):
        return reverse("wagtail_localize:submit_page_translation", args=[original.pk])
    options = original._meta
    args = [options.app_label, options.model_name, quote(original.pk)]
    return reverse("wagtail_localize:submit_snippet_translation", args=args)


def edit_url(instance) -> str:
    if isinstance(instance, Page):
        return reverse("wagtailadmin_pages:edit", args=[instance.pk])
    options = instance._meta
    name = f"wagtailsnippets_{options.app_label}_{options.model_name}:edit"
    return reverse(name, args=[quote(instance.pk)])


def translation_of(page: Page) -> Translation | None:
    """Return the translation that the page is the result of, if it is one."""
    return (
        Translation.objects.filter(
            source__object_id=page.translation_key,
            target_locale_id=page.locale_id,
            enabled=True,
        )
        .select_related("source__lateness", "source__locale", "target_locale")
        .first()
    )


def known_translations(page: Page) -> list[Translation]:
    """Return the same as translations_from(), asked once for a screen that tells of them thrice."""
    if not hasattr(page, "_known_translations"):
        page._known_translations = list(translations_from(page))
    return page._known_translations


def translations_from(page: Page):
    """Return the translations made from the page, each with its language."""
    return Translation.objects.filter(
        source__object_id=page.translation_key, source__locale_id=page.locale_id, enabled=True
    ).select_related("source__lateness", "target_locale")
