"""Where every page stands in every language.

The database filters, counts and cuts out what is shown; only those rows are looked at here.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from urllib.parse import urlencode

from django.contrib.contenttypes.models import ContentType
from django.db.models import BooleanField, Count, F, Min, OuterRef, Q, QuerySet, Subquery, Value
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Locale, Page, get_page_models

from site_cms.publications.memo import since_publication
from site_cms.rights.boundary import boundary_for
from site_cms.translation.fields import vocabularies
from site_cms.translation.states import State, state_in, twins_of, work_from
from site_cms.translation.work import edit_url, submission_url, untranslated
from site_cms.words.dates import format_day
from site_cms.words.french import is_french
from site_cms.words.sorting import BY_TITLE, NameKey

STYLES = {
    State.OUT_OF_SYNC: "w-status--critical",
    State.OUT_OF_DATE: "w-status--critical",
    State.UP_TO_DATE: "w-status--primary",
}
# How many rows are looked at together where all are asked for.
BATCH = 500
# Of more pages, how many are in each state may have been counted up to a minute ago.
LARGE = 10_000


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
class Row:
    pk: int
    title: str
    url: str
    kind: str
    cells: tuple[Cell, ...]


def day_of(moment) -> str:
    return format_day(timezone.localdate(moment))


# What is read of a page, and of a word as if it were one.
COLUMNS = ("pk", "draft_title", "path", "content_type_id", "translation_key")


def _words(model):
    kind = ContentType.objects.get_for_model(model).pk
    words = model.objects.annotate(
        draft_title=F("name"),
        path=Value(""),  # in the tree; words have no place there
        content_type_id=Value(kind),
        live=Value(True, BooleanField()),
    )
    return words.order_by(NameKey("name"), "pk")


def _column(locale):
    return f"state_{locale.pk}"


class Board:
    """The pages of an account in the first language, with their state in each of the others.

    Below them, for national staff, the vocabularies that all pages share.
    """

    def __init__(self, user):
        self.boundary = boundary_for(user)
        locales = list(Locale.objects.all())
        self.original = next(one for one in locales if is_french(one.language_code))
        self.locales = [one for one in locales if one != self.original]

    @property
    def rows(self) -> "Rows":
        return self.keep()

    def keep(self, under=(), kind="", language="", state="") -> "Rows":
        """Return the rows below all these paths, of that kind, in that state in that language."""
        under = tuple(under)
        condition = Q(*[Q(path__startswith=path) for path in under])
        if kind:
            condition &= Q(content_type_id__in=self._types_called(kind))
        if state:
            asked = [one for one in self.locales if language in ("", str(one))]
            states = [Q(**{_column(one): state}) for one in asked]
            condition &= Q.create(states, connector=Q.OR)
        asked = (*under, kind, language, state)
        return Rows(self, [one.filter(condition) for one in self._lists], asked)

    @property
    def pages(self) -> QuerySet:
        return Page.objects.filter(
            self.boundary.owned_pages(), locale=self.original, alias_of=None, depth__gt=1
        ).order_by("path")

    @property
    def is_large(self) -> bool:
        return self.since_publication(("size",), self.pages.count) > LARGE

    def since_publication(self, name, compute):
        """What was found, for accounts with the same part of the site, since the last publication.

        Translating is none; but nothing found here is older than a minute.
        """
        whose = (self.boundary.is_national, *self.boundary.own_pages)
        return since_publication((Board, whose, *name), compute)

    @cached_property
    def _lists(self):
        lists = [self._with_states(Page, self.pages)]
        if self.boundary.is_national:
            words = [(one, _words(one)) for one in vocabularies()]
            lists += [
                self._with_states(model, found.filter(locale=self.original))
                for model, found in words
            ]
        return lists

    def _with_states(self, model, found):
        states = {_column(one): state_in(one, self.original, model) for one in self.locales}
        return found.annotate(**states)

    # --- What one can look at alone -------------------------------------------------------------

    @cached_property
    def sections(self) -> list[Page]:
        """The parts of the site: the account's own highest pages."""
        highest = self.pages.order_by().aggregate(depth=Min("depth"))["depth"] or 0
        return list(self.pages.filter(depth=highest + self.boundary.is_national))

    @cached_property
    def regions(self) -> list[Page]:
        of_regions = [model for model in get_page_models() if getattr(model, "is_region", False)]
        return list(self.pages.type(*of_regions).order_by(*BY_TITLE)) if of_regions else []

    @cached_property
    def kinds(self) -> list[str]:
        used = ContentType.objects.filter(pk__in=self.pages.order_by().values("content_type"))
        names = {self._kind(key) for key in used.values_list("pk", flat=True)}
        if self.boundary.is_national:
            names |= {str(model._meta.verbose_name) for model in vocabularies()}
        return sorted(names)

    @cached_property
    def _models(self):
        models = [*get_page_models(), *vocabularies()]
        return {ContentType.objects.get_for_model(model).pk: model for model in models}

    def _kind(self, type_id):
        return str(self._models.get(type_id, Page)._meta.verbose_name)

    def _types_called(self, kind):
        return [type_id for type_id in self._models if self._kind(type_id) == kind]

    # --- Rows -----------------------------------------------------------------------------------

    def rows_of(self, found: list[dict]) -> list[Row]:
        """Return rows for what was read of them, with what their cells tell, read for all."""
        twins, work = self._twins(found), self._work(found)
        return [
            Row(
                one["pk"],
                one["draft_title"],
                self._edit_url(one, one["pk"]),
                self._kind(one["content_type_id"]),
                tuple(self._cell(one, locale, twins, work) for locale in self.locales),
            )
            for one in found
        ]

    def _cell(self, one, locale, twins, work):
        language, key = str(locale), (one["translation_key"], locale.pk)
        state, twin, work = State(one[_column(locale)]), twins.get(key), work.get(key)
        if state == State.MISSING or twin is None:
            return Cell(language, State.MISSING, self._submission_url(one, locale))
        url = self._edit_url(one, twin)
        if state == State.OUT_OF_DATE:
            late = reverse("wagtail_localize:update_translations", args=[work.source_id])
            return Cell(language, state, late, since=work.since)
        return Cell(language, state, url, left=work.left or 0 if work else 0)

    def _model(self, one):
        return Page if one["path"] else self._models[one["content_type_id"]]

    def _edit_url(self, one, pk):
        return edit_url(self._model(one)(pk=pk))

    def _submission_url(self, one, locale):
        query = urlencode({"select_locale": locale.language_code})
        return f"{submission_url(self._model(one)(pk=one['pk']))}?{query}"

    def _twins(self, found):
        """The keys of the translations of what was read, by page and language."""
        keys = {}
        for one in found:
            keys.setdefault(self._model(one), []).append(one["translation_key"])
        return {
            (key, locale): pk
            for model, wanted in keys.items()
            for key, locale, pk in twins_of(model)
            .filter(translation_key__in=wanted, locale__in=self.locales)
            .values_list("translation_key", "locale_id", "pk")
        }

    def _work(self, found):
        """The translations under way or done, with what is left of each, by page and language."""
        left = untranslated(OuterRef(OuterRef("target_locale_id"))).filter(
            source=OuterRef("source")
        )
        rows = work_from(self.original).filter(
            source__object_id__in=[one["translation_key"] for one in found]
        )
        rows = rows.annotate(
            key=F("source__object_id"),
            since=F("source__lateness__since"),
            left=Subquery(
                left.order_by().values("source").annotate(count=Count("pk")).values("count")
            ),
        )
        return {(row.key, row.target_locale_id): row for row in rows}


class Rows:
    """Rows of the board, in the order of the tree, then words by kind: read when asked for."""

    def __init__(self, board, lists, asked):
        self.board, self._lists, self._asked = board, lists, asked
        self._columns = [_column(locale) for locale in board.locales]

    @cached_property
    def _states(self) -> list[list[Counter]]:
        """How many rows of each list are in each state of each language."""

        def counted():
            return [[_count(one, column) for column in self._columns] for one in self._lists]

        name = ("states", *self._asked)
        return self.board.since_publication(name, counted) if self.board.is_large else counted()

    @cached_property
    def _sizes(self):
        if not self._columns:
            return [one.count() for one in self._lists]
        return [states[0].total() for states in self._states]

    def counts(self) -> list[tuple[str, Counter]]:
        """How many rows are in each state, by language."""
        totals = [sum(states, Counter()) for states in zip(*self._states, strict=True)]
        return [(str(one), states) for one, states in zip(self.board.locales, totals, strict=False)]

    def __len__(self):
        return sum(self._sizes)

    def __getitem__(self, asked: slice) -> list[Row]:
        found, start, stop = [], asked.start, asked.stop
        for one, size in zip(self._lists, self._sizes, strict=True):
            if start < size and stop > 0:
                keys = list(one.values_list("pk", flat=True)[max(start, 0) : stop])
                # Named one by one: else the states of all there are would be read for these.
                found += self._read(one.filter(pk__in=keys))
            start, stop = start - size, stop - size
        return self.board.rows_of(found)

    def __iter__(self) -> Iterator[Row]:
        for one in self._lists:
            found = self._read(one).iterator(BATCH)
            while batch := list(islice(found, BATCH)):
                yield from self.board.rows_of(batch)

    def _read(self, one):
        return one.values(*COLUMNS, *self._columns)


def _count(found, column):
    return Counter(dict(found.order_by().values_list(column).annotate(Count("pk"))))
