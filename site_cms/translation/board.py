"""Where every page stands in every language: the board of translations, and flags while editing.

All is worked out in memory from a handful of queries, whatever the number of pages and languages.
"""

import csv
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from django import forms
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.paginator import Paginator
from django.db.models import BooleanField, Count, F, OuterRef, Q, Subquery, TextChoices, Value
from django.http import HttpResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Locale, Page, TranslatableMixin, get_page_models
from wagtail_localize.models import Translation, TranslationLog

from site_cms.rights.boundary import boundary_for
from site_cms.translation.fields import vocabularies
from site_cms.translation.twins import address_to_come
from site_cms.translation.work import (
    TRANSLATE,
    edit_url,
    is_original,
    language_name,
    may_translate,
    submission_url,
    translation_of,
    translations_from,
    untranslated,
)
from site_cms.words.cells import harmless
from site_cms.words.dates import format_day
from site_cms.words.sorting import name_key

ROWS = 50
CSV_HEADINGS = (
    gettext_lazy("Page"),
    gettext_lazy("Type"),
    gettext_lazy("Langue"),
    gettext_lazy("État"),
    gettext_lazy("En retard depuis"),
    gettext_lazy("À traduire"),
)


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
        self.original = next(one for one in locales if one.language_code == settings.LANGUAGE_CODE)
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


# In French, what "all" agrees with.
MASCULINE = ("kind", "state")


class BoardFilters(forms.Form):
    """What of the board is shown; a value nobody offered counts as none."""

    section = forms.ChoiceField(label=gettext_lazy("Rubrique"), required=False)
    region = forms.ChoiceField(label=gettext_lazy("Région"), required=False)
    kind = forms.ChoiceField(label=gettext_lazy("Type"), required=False)
    language = forms.ChoiceField(label=gettext_lazy("Langue"), required=False)
    state = forms.ChoiceField(label=gettext_lazy("État"), required=False)

    def __init__(self, data, board):
        super().__init__(data)
        self._offer("section", [(row.path, row.title) for row in board.sections])
        self._offer("region", [(row.path, row.title) for row in board.regions])
        kinds = sorted({row.kind for row in board.rows})
        self._offer("kind", [(kind, kind.capitalize()) for kind in kinds])
        names = [str(locale) for locale in board.locales]
        self._offer("language", [(name, name) for name in names])
        self._offer("state", State.choices)
        self.is_valid()

    def _offer(self, name, choices):
        every = _("Tous") if name in MASCULINE else _("Toutes")
        self.fields[name].choices = [("", every), *choices]

    def keep(self, rows: list[Row]) -> list[Row]:
        chosen = self.cleaned_data
        under = [chosen.get("section") or "", chosen.get("region") or ""]
        kind = chosen.get("kind")
        return [
            row
            for row in rows
            if all(row.path.startswith(path) for path in under)
            and (not kind or row.kind == kind)
            and any(self._keeps(cell) for cell in row.cells)
        ]

    def _keeps(self, cell):
        wanted = self.cleaned_data.get("state"), self.cleaned_data.get("language")
        return wanted[0] in ("", None, cell.state) and wanted[1] in ("", None, cell.language)


class BoardView(WagtailAdminTemplateMixin, TemplateView):
    template_name = "site_cms/admin/translation_board.html"
    page_title = gettext_lazy("Traductions")
    header_icon = "wagtail-localize-language"

    def get_breadcrumbs_items(self):
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]

    def get(self, request, *args, **kwargs):
        self.board = Board(request.user)
        self.filters = BoardFilters(request.GET, self.board)
        self.rows = self.filters.keep(self.board.rows)
        if request.GET.get("export") == "csv":
            return self._as_csv()
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        asked = {name: value for name, value in self.request.GET.items() if name != "p"}
        return super().get_context_data(**kwargs) | {
            "filters": self.filters,
            "languages": [str(locale) for locale in self.board.locales],
            "counts": self._counts(),
            "rows": Paginator(self.rows, ROWS).get_page(self.request.GET.get("p")),
            "asked": urlencode(asked),
        }

    def _counts(self):
        """How many pages of those shown are in each state, by language."""
        cells = Counter((cell.language, cell.state) for row in self.rows for cell in row.cells)
        names = [str(locale) for locale in self.board.locales]
        return [
            (name, [(state, cells[name, state]) for state in State if cells[name, state]])
            for name in names
        ]

    def _as_csv(self):
        response = HttpResponse(content_type="text/csv; charset=utf-8")
        name = f"traductions-{timezone.localdate():%Y-%m-%d}.csv"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        response.write("\ufeff")
        write = csv.writer(response).writerow
        write(
            [_("Page"), _("Type"), _("Langue"), _("État"), _("En retard depuis"), _("À traduire")]
        )
        for row in self.rows:
            for cell in row.cells:
                since = timezone.localdate(cell.since) if cell.since else ""
                texts = [row.title, row.kind, cell.language, cell.state.label]
                write([*map(harmless, map(str, texts)), since, cell.left or ""])
        return response


@hooks.register("register_admin_urls")
def add_board():
    return [path("traductions/", BoardView.as_view(), name="translation_board")]


class BoardMenuItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm(TRANSLATE)


@hooks.register("register_admin_menu_item")
def offer_board():
    return BoardMenuItem(
        gettext_lazy("Traductions"),
        reverse("translation_board"),
        name="translation_board",
        icon_name="wagtail-localize-language",
        order=160,
    )


@hooks.register("construct_reports_menu")
def leave_out_report(request, items):
    """The board says the same, and more."""
    items[:] = [
        item for item in items if item.url != reverse("wagtail_localize:translations_report")
    ]


# --- Flags on the edit screens --------------------------------------------------------------------


@hooks.register("before_edit_page", order=-5)
def flag_what_is_behind(request, page):
    if request.method != "GET" or not may_translate(request.user, page):
        return
    if is_original(page):
        for translation in translations_from(page):
            _flag(request, translation)
    elif translation := translation_of(page):
        _flag(request, translation)
        _offer_comparison(request, translation, page)


@hooks.register("before_edit_snippet", order=-5)
def flag_word_that_is_behind(request, word):
    if request.method != "GET" or not isinstance(word, TranslatableMixin):
        return
    if request.user.has_perm(TRANSLATE):
        translation = translation_of(word)
        for one in translations_from(word) if is_original(word) else filter(None, [translation]):
            _flag(request, one)


def _flag(request, translation):
    lateness = getattr(translation.source, "lateness", None)
    if lateness is None:
        return
    text = _("La version en %(language)s est en retard sur le français depuis le %(day)s.") % {
        "language": language_name(translation.target_locale),
        "day": day_of(lateness.since),
    }
    url = reverse("wagtail_localize:update_translations", args=[translation.source_id])
    messages.warning(request, text, buttons=[messages.button(url, _("La mettre à jour"))])


def _offer_comparison(request, translation, twin):
    url = reverse("translations:side_by_side", args=[translation.pk])
    text = _("Cette page est la traduction d’une page française.")
    if not twin.first_published_at:
        text = format_html("{} {}", text, _address_to_come(twin))
    messages.info(request, text, buttons=[messages.button(url, _("Comparer côte à côte"))])


def _address_to_come(twin):
    return _(
        "À sa première publication, son adresse suivra son titre traduit, ou ce qui est écrit dans "
        "l’onglet Promotion (pour l’instant «\u00a0%(slug)s\u00a0»). Ensuite, elle ne changera "
        "plus d’elle-même."
    ) % {"slug": address_to_come(twin)}
