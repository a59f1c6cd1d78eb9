"""Where every page stands in every language.

All is worked out in memory from a handful of queries, whatever the number of pages and languages.
"""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from django.contrib.contenttypes.models import ContentType
from django.db.models import BooleanField, Count, F, OuterRef, Q, Subquery, TextChoices, Value
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.models import Locale, Page, get_page_models
from wagtail_localize.models import Translation, TranslationLog

from site_cms.rights.boundary import boundary_for
from site_cms.translation.fields import vocabularies
from site_cms.translation.work import edit_url, submission_url, untranslated
from site_cms.words.dates import format_day
from site_cms.words.french import is_french
from site_cms.words.sorting import name_key


class State(TextChoices):
    MISSING = "missing", gettext_lazy("Manquante")
    OUT_OF_SYNC = "out-of-sync", gettext_lazy("Désynchronisée")
    OUT_OF_DATE = "out-of-date", gettext_lazy("En retard")
    WAITING = "waiting", gettext_lazy("En attente")
    DRAFT = "draft", gettext_lazy("Brouillon")
    UP_TO_DATE = "up-to-date", gettext_lazy("À jour")


STYLES = {
    State.OUT_OF_SYNC: "w-status--critical",
    State.OUT_OF_DATE: "w-status--critical",
    State.UP_TO_DATE: "w-status--primary",
}


@dataclass(frozen=True)
class Cell:
    """A page in a language: where it stands, and the address where work on it goes on."""

    language: str
    state: State
    url: str
    since: datetime | None = None
    left: int = 0

    @property
    def detail(self) -> str:
        if self.state == State.OUT_OF_DATE:
            return _("depuis le %(day)s") % {"day": day_of(self.since)}
        if self.state == State.WAITING:
            return ngettext("%(count)s texte", "%(count)s textes", self.left) % {"count": self.left}
        return ""

    @property
    def style(self) -> str:
        return STYLES.get(self.state, "")


@dataclass(frozen=True)
class Twin:
    """A page or word in another language."""

    url: str
    live: bool = True


@dataclass(frozen=True)
class Row:
    pk: int
    title: str
    url: str
    path: str  # in the tree; words of a vocabulary have none
    kind: str
    cells: tuple[Cell, ...]


def day_of(moment) -> str:
    return format_day(timezone.localdate(moment))


# What is read of a page, and of a word as if it were one.
COLUMNS = ("pk", "draft_title", "path", "content_type_id", "translation_key", "locale_id", "live")


def _words(model):
    kind = ContentType.objects.get_for_model(model).pk
    words = model.objects.order_by().annotate(
        draft_title=F("name"),
        path=Value(""),
        content_type_id=Value(kind),
        live=Value(True, BooleanField()),
    )
    return words.values(*COLUMNS)


class Board:
    """The pages of an account in the first language, with their state in each of the others.

    Below them, for national staff, the vocabularies that all pages share.
    """

    def __init__(self, user):
        self.user = user
        locales = list(Locale.objects.all())
        self.original = next(one for one in locales if is_french(one.language_code))
        self.locales = [one for one in locales if one != self.original]

    @cached_property
    def rows(self) -> list[Row]:
        return [
            Row(
                one["pk"],
                one["draft_title"],
                self._edit_url(one),
                one["path"],
                str(self._model(one)._meta.verbose_name),
                tuple(self._cell(one, locale) for locale in self.locales),
            )
            for one in self._originals_and_twins
            if one["locale_id"] == self.original.pk
        ]

    @property
    def pages(self) -> list[Row]:
        return [row for row in self.rows if row.path]

    @cached_property
    def _models(self):
        models = [*get_page_models(), *vocabularies()]
        return {ContentType.objects.get_for_model(model).pk: model for model in models}

    def _model(self, one):
        return self._models.get(one["content_type_id"], Page)

    def _edit_url(self, one):
        if one["path"]:
            return reverse("wagtailadmin_pages:edit", args=[one["pk"]])
        return edit_url(self._model(one)(pk=one["pk"]))

    def _submission_url(self, one, locale):
        model = Page if one["path"] else self._model(one)
        query = urlencode({"select_locale": locale.language_code})
        return f"{submission_url(model(pk=one['pk']))}?{query}"

    def _cell(self, one, locale):
        language, key = str(locale), (one["translation_key"], locale.pk)
        twin, work = self._twins.get(key), self._work.get(key)
        if twin is None:
            return Cell(language, State.MISSING, self._submission_url(one, locale))
        if work is None:
            return Cell(language, State.OUT_OF_SYNC, twin.url)
        if work.since:
            url = reverse("wagtail_localize:update_translations", args=[work.source_id])
            return Cell(language, State.OUT_OF_DATE, url, since=work.since)
        if work.left:
            return Cell(language, State.WAITING, twin.url, left=work.left)
        is_shown = twin.live and work.written_at and work.written_at >= work.refreshed_at
        return Cell(language, State.UP_TO_DATE if is_shown else State.DRAFT, twin.url)

    @cached_property
    def _originals_and_twins(self):
        """The account's pages in the first language, all translations, and words: one query."""
        own = Q(boundary_for(self.user).owned_pages(), locale=self.original)
        pages = Page.objects.filter(own | ~Q(locale=self.original), alias_of=None, depth__gt=1)
        found = pages.order_by().values(*COLUMNS)
        if boundary_for(self.user).is_national:
            found = found.union(*map(_words, vocabularies()), all=True)

        # In the order of the tree, then words by kind.
        def place(one):
            return (not one["path"], one["path"], one["content_type_id"], one["draft_title"])

        return sorted(found, key=place)

    @cached_property
    def _twins(self):
        return {
            (one["translation_key"], one["locale_id"]): Twin(self._edit_url(one), one["live"])
            for one in self._originals_and_twins
            if one["locale_id"] != self.original.pk
        }

    @cached_property
    def _work(self):
        """The translations under way or done, with what is left of each, by page and language."""
        written = TranslationLog.objects.filter(
            source=OuterRef("source"), locale=OuterRef("target_locale")
        )
        left = untranslated(OuterRef(OuterRef("target_locale_id"))).filter(
            source=OuterRef("source")
        )
        translations = Translation.objects.filter(enabled=True, source__locale=self.original)
        rows = translations.annotate(
            key=F("source__object_id"),
            refreshed_at=F("source__last_updated_at"),
            since=F("source__lateness__since"),
            written_at=Subquery(written.order_by("-created_at").values("created_at")[:1]),
            left=Subquery(
                left.order_by().values("source").annotate(count=Count("pk")).values("count")
            ),
        )
        return {(row.key, row.target_locale_id): row for row in rows}

    @property
    def sections(self) -> list[Row]:
        """The parts of the site one can look at alone: the account's own highest pages."""
        if not self.pages:
            return []
        highest = min(len(row.path) for row in self.pages)
        depth = highest + Page.steplen if boundary_for(self.user).is_national else highest
        return [row for row in self.pages if len(row.path) == depth]

    @property
    def regions(self) -> list[Row]:
        of_regions = [model for model in get_page_models() if getattr(model, "is_region", False)]
        kinds = {str(model._meta.verbose_name) for model in of_regions}
        found = [row for row in self.pages if row.kind in kinds]
        return sorted(found, key=lambda row: name_key(row.title))
