"""When a page is renamed or moved: its former place is kept, and the pages below follow.

Wagtail writes the new address of every page below in one statement, and keeps all of them from
being saved until the act is over; then it writes a redirect for each. Here the act writes what is
few. The worker does the rest, part by part, each in a short transaction, by what the tree says:
whatever stopped on the way, or was renamed meanwhile, comes right. Until then the router finds
pages by their slugs, and a former address leads to the present one.
"""

from collections.abc import Iterator
from datetime import timedelta

from django.db import transaction
from django.db.models import F, OuterRef, Subquery, TextField, Value
from django.db.models.functions import Concat, Length, Substr
from django.db.models.signals import pre_delete
from django.dispatch import receiver
from django.utils import timezone
from wagtail.models import Page, Site
from wagtail.signals import post_page_move

from site_cms.models import FormerPlace, leave_place
from site_cms.models.addresses import SLUGS_LIMIT
from site_cms.publications.counter import raise_counter
from site_cms.rights.boundary import way_to
from site_cms.tasks.work import beside

# Pages in a part; as many are written in the act itself.
PART = 1_000
# Until those that somebody was saving are looked at again.
SOON = timedelta(seconds=10)


# --- What the pages below are told ----------------------------------------------------------------


def follow_change(page: Page, old_url_path: str, new_url_path: str):
    """In place of Wagtail's `_update_descendant_url_paths`, in the act that changes the page."""
    old_slug = old_url_path.rstrip("/").rpartition("/")[2]
    if old_slug != page.slug:
        _leave(page, page.get_parent(), old_slug)
    # The addresses of a site begin where its home page stands: those cannot differ for a moment.
    if _bears_a_site(page) or not _below(page.path)[PART:].exists():
        _follow_at_once(page)
    else:
        follow_addresses.enqueue(page.pk)


@beside(repeats=True)
def follow_addresses(key, after=""):
    """Write the addresses of the next part of the pages below one, and put down the part after."""
    page = Page.objects.filter(pk=key).first()
    if page is None:
        return
    with transaction.atomic():
        if after := write_part(page.path, after):
            follow_addresses.enqueue(key, after)
        elif _behind(_below(page.path)).exists():
            follow_addresses.using(run_after=timezone.now() + SOON).enqueue(key)
        else:
            raise_counter()


def write_part(root: str, after: str) -> str:
    """Write the addresses of the next pages below `root`; return the path of the last, or "".

    By level, since each page takes after the one above it. This waits for nobody who is saving a
    page; they may wait for this, some hundredths of a second.
    """
    pages = _below(root).filter(path__gt=after or root).order_by("path")
    places = list(pages.values_list("path", "depth")[:PART])
    if not places:
        return ""
    last = places[-1][0]
    for depth in sorted({depth for _path, depth in places}):
        behind = _behind(pages.filter(path__lte=last, depth=depth))
        free = behind.select_for_update(skip_locked=True, no_key=True)
        keys = list(free.values_list("pk", flat=True))
        Page.objects.filter(pk__in=keys).update(url_path=_true_address())
    return last if len(places) == PART else ""


def _follow_at_once(page):
    after = write_part(page.path, "")
    while after:
        after = write_part(page.path, after)
    if _behind(_below(page.path)).exists():
        follow_addresses.enqueue(page.pk)


def _below(root):
    return Page.objects.filter(path__startswith=root, path__gt=root)


def _behind(pages):
    return pages.exclude(url_path=_true_address())


def _true_address():
    """What `url_path` has to be: the address of the page above, and the slug."""
    path = OuterRef("path")
    above = Page.objects.filter(path=Substr(path, 1, Length(path) - Page.steplen)).order_by()
    address = Subquery(above.values("url_path"))
    return Concat(address, F("slug"), Value("/"), output_field=TextField())


def _bears_a_site(page):
    homes = Site.objects.values("root_page__translation_key")
    return Page.objects.filter(path__startswith=page.path, translation_key__in=homes).exists()


# --- Former places --------------------------------------------------------------------------------


@receiver(post_page_move)
def note_move(instance, parent_page_before, parent_page_after, **kwargs):
    if parent_page_before.pk != parent_page_after.pk:
        _leave(instance, parent_page_before, instance.slug)


def _leave(page, parent, slug):
    # A draft, saved as it is typed, has had no reader at any of its addresses.
    if page.live or page.first_published_at or page.numchild:
        leave_place(page, parent, slug)


@receiver(pre_delete, sender=Page)
def keep_what_was_below(instance, **kwargs):
    """What has moved away from below a page is still found there when that page is gone."""
    within = FormerPlace.objects.filter(parent__path__startswith=instance.path)
    left = within.exclude(page__path__startswith=instance.path).select_related("parent")
    kept = [place for former in left.order_by("pk") for place in _lifted(former, instance)]
    FormerPlace.objects.bulk_create(kept, ignore_conflicts=True)
    # Those written for a page below, which Django does not know of, go as well.
    within.delete()
    FormerPlace.objects.filter(page__path__startswith=instance.path).delete()


def _lifted(place, page) -> Iterator[FormerPlace]:
    """Yield a place below a page as one below those that the page stands, or stood, under."""
    stood = FormerPlace.objects.filter(page_id=page.pk).order_by("pk")
    tops = [*stood.values_list("parent", "slugs"), (page.get_parent().pk, page.slug)]
    way = "/".join([*_way(page, place.parent), place.slugs])
    for parent, slugs in tops:
        if len(slugs) + len(way) < SLUGS_LIMIT:
            yield FormerPlace(parent_id=parent, slugs=f"{slugs}/{way}", page_id=place.page_id)


def _way(page, below) -> list[str]:
    """Return the slugs from a page to one below it."""
    way = Page.objects.filter(path__in=way_to(below.path), depth__gt=page.depth).order_by("depth")
    return list(way.values_list("slug", flat=True))
