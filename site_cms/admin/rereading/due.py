"""Which pages are to be read again, and in what order.

Each type of pages keeps its dates in a table of its own. They are asked there, for keys; what they
are the keys of is read where it is shown: a join of all types would read every page there is.
"""

from collections.abc import Iterator
from datetime import timedelta
from functools import cached_property

from django.apps import apps
from django.db.models import DateField, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone
from wagtail.models import Page

from site_cms.models import BasePage
from site_cms.rights.boundary import boundary_for

# A page without a date of its own is due once nobody has published it for so long.
UNREAD_AFTER = timedelta(days=365)
SOON = timedelta(days=60)
# How many pages are looked at together where all are asked for.
BATCH = 500
_OLDEST_FIRST = ("last_published_at", "pk")


class Pages:
    """An account's own pages that the public reads, by when they are to be read again.

    Those with a date come first, the soonest before the others; then those without, the one nobody
    has published for longest first. `when` leaves "due", "soon" or "undated" ones, `kind` those of
    a type. Pages have `due_on` and `archived`.
    """

    model = Page

    def __init__(self, user, when: str = "", kind: type[Page] | None = None):
        self.user, self.when, self.kind = user, when, kind

    def keep(self, when: str, kind: type[Page] | None) -> "Pages":
        return Pages(self.user, when, kind)

    def __len__(self) -> int:
        return self._dated_count + self._undated.count()

    def __getitem__(self, asked: slice) -> list[Page]:
        return self._loaded(self.keys(asked.start, asked.stop))

    def __iter__(self) -> Iterator[Page]:
        keys = [*_keys(self._dated), *_keys(self._undated)]
        for start in range(0, len(keys), BATCH):
            yield from self._loaded(keys[start : start + BATCH])

    def keys(self, start: int, stop: int) -> list[int]:
        found = _keys(self._dated[start:stop])
        if len(found) == stop - start:
            return found
        # Where these begin need not be counted: not even on the home of the admin.
        before = self._dated_count if start else len(found)
        return found + _keys(self._undated[max(start - before, 0) : stop - before])

    @cached_property
    def _dated_count(self):
        return self._dated.count()

    @property
    def _dated(self) -> QuerySet:
        today = timezone.localdate()
        condition = {
            "due": Q(review_by__lte=today),
            "soon": Q(review_by__gt=today, review_by__lte=today + SOON),
            "undated": Q(pk__in=[]),
        }.get(self.when, Q(review_by__isnull=False))
        dates = [self._own(kind).filter(condition) for kind in _kinds() if self._is_wanted(kind)]
        columns = ("pk", "review_by", "last_published_at")
        rows = [pages.order_by().values_list(*columns) for pages in dates]
        union = Page.objects.none().union(*rows, all=True)
        return union.order_by("review_by", *_OLDEST_FIRST)

    @property
    def _undated(self) -> QuerySet:
        if self.when == "soon":
            return Page.objects.none()
        pages = self._own(Page).exclude(_where(review_by__isnull=False))
        if self.when == "due":
            # What is archived may grow old in peace.
            long_ago = timezone.now() - UNREAD_AFTER
            pages = pages.filter(last_published_at__lte=long_ago)
            pages = pages.exclude(_where(archived_on__isnull=False))
        pages = pages.exact_type(self.kind) if self.kind else pages
        return pages.order_by(*_OLDEST_FIRST).values_list("pk")

    def _own(self, model):
        own = boundary_for(self.user).owned_pages()
        return model.objects.filter(own, live=True, alias_of=None, depth__gt=1)

    def _is_wanted(self, kind):
        return self.kind in (None, kind)

    def _loaded(self, keys):
        pages = with_dates().select_related("content_type", "locale").in_bulk(keys)
        Page.objects.annotate_parent_page(pages.values())
        # Deleted in between, maybe.
        return [pages[key] for key in keys if key in pages]


def with_dates() -> QuerySet:
    """Return pages with `due_on` and `archived`; to be asked for few, by their keys."""
    return Page.objects.annotate(
        due_on=_of_any_type("review_by"), archived=_of_any_type("archived_on")
    )


def _keys(rows):
    return [key for key, *_order in rows]


def _kinds():
    return [model for model in apps.get_models() if issubclass(model, BasePage)]


def _where(**condition) -> Q:
    """The condition on fields of BasePage, asked of each table: joined, all pages are read."""
    first, *others = [kind.objects.order_by().filter(**condition).values("pk") for kind in _kinds()]
    return Q(pk__in=first.union(*others, all=True))


def _of_any_type(name):
    """The field of BasePage, which each type keeps in a table of its own."""
    return Coalesce(
        *[f"{kind._meta.model_name}__{name}" for kind in _kinds()], output_field=DateField()
    )
