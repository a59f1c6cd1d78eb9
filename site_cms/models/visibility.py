"""What keeps a page from the public: not being online, its end, a private part above it."""

from django.db import connection, models
from django.db.models import Exists, ExpressionWrapper, F, OuterRef, Q
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from site_cms.publications.memo import remembered
from site_cms.publications.moments import first_after, register_moments

# More private parts than this, and each list would be asked a question as long as they are many.
FEW_PARTS = 50


@remembered
def private_paths() -> tuple[str, ...]:
    """Return where the private parts of the tree begin."""
    restrictions = PageViewRestriction.objects.order_by("page__path")
    return tuple(dict.fromkeys(restrictions.values_list("page__path", flat=True)))


def is_private_at(path: str) -> bool:
    """Whether what stands at `path` of the tree lies in a private part of it."""
    return any(path.startswith(part) for part in private_paths())


def in_private_part(path: str) -> Q | Exists:
    """Whether the page at `path` lies in a private part of the tree."""
    parts = private_paths()
    if len(parts) > FEW_PARTS:
        return _restricted(path)
    within = Q()
    for part in parts:
        within |= Q(**{f"{path}__startswith": part})
    return within


def _restricted(path: str) -> Exists:
    """Whether a restriction stands on the page at the outer `path` or on one of its ancestors."""
    outer_path = ExpressionWrapper(OuterRef(path), output_field=models.CharField())
    if connection.vendor == "postgresql":
        restrictions = PageViewRestriction.objects.annotate(outer_path=outer_path)
        return Exists(restrictions.filter(outer_path__startswith=F("page__path")))
    # A list of keys, not a join: SQLite would begin the join with all pages, for each page asked;
    # PostgreSQL would do so with the list.
    keys = PageViewRestriction.objects.values("page")
    private = Page.objects.filter(pk__in=keys).annotate(outer_path=outer_path)
    return Exists(private.filter(outer_path__startswith=F("path")))


def is_online(page) -> bool:
    """Return whether a page is live, and has not ended since the scheduler last ran."""
    return page.live and not (page.expire_at and page.expire_at <= timezone.now())


@register_moments
def first_end(after):
    """Pages that end leave lists and search at once: the scheduler may be late."""
    return first_after(Page.objects.filter(live=True), "expire_at", after)
