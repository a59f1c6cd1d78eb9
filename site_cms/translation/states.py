"""Where a translation stands, as the database can say it of any number of pages at once."""

from django.db.models import Case, CharField, Exists, OuterRef, TextChoices, Value, When
from django.utils.translation import gettext_lazy
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationLog

from site_cms.translation.work import untranslated


class State(TextChoices):
    MISSING = "missing", gettext_lazy("Manquante")
    OUT_OF_SYNC = "out-of-sync", gettext_lazy("Désynchronisée")
    OUT_OF_DATE = "out-of-date", gettext_lazy("En retard")
    WAITING = "waiting", gettext_lazy("En attente")
    DRAFT = "draft", gettext_lazy("Brouillon")
    UP_TO_DATE = "up-to-date", gettext_lazy("À jour")


def twins_of(model):
    """Return the pages or words that may be a translation of one of the model."""
    return Page.objects.filter(alias_of=None) if model is Page else model.objects.order_by()


def work_from(original):
    """Return the translations, under way or done, of what is written in that language."""
    return Translation.objects.filter(enabled=True, source__locale=original)


def state_in(locale, original, model) -> Case:
    """Return the expression for the state, in that language, of pages or words of the model."""
    key = OuterRef("translation_key")
    twins = twins_of(model).filter(translation_key=key, locale=locale)
    work = work_from(original).filter(source__object_id=key, target_locale=locale)
    left = untranslated(locale.pk).filter(source=OuterRef("source"))
    written = TranslationLog.objects.filter(
        source=OuterRef("source"),
        locale=locale,
        created_at__gte=OuterRef("source__last_updated_at"),
    )
    is_written = Exists(work.filter(Exists(written)))
    # Words have no drafts.
    is_shown = is_written & Exists(twins.filter(live=True)) if model is Page else is_written
    return Case(
        When(~Exists(twins), Value(State.MISSING)),
        When(~Exists(work), Value(State.OUT_OF_SYNC)),
        When(Exists(work.filter(source__lateness__isnull=False)), Value(State.OUT_OF_DATE)),
        When(Exists(work.filter(Exists(left))), Value(State.WAITING)),
        When(is_shown, Value(State.UP_TO_DATE)),
        default=Value(State.DRAFT),
        output_field=CharField(),
    )
