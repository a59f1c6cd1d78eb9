"""Where pages stand, and where they stood before they were renamed or moved."""

from django.db import connection, models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from site_cms.rights.boundary import way_to

# Of the slugs on the way from one page to another below it.
SLUGS_LIMIT = 1_000
_PLACE = ("path", "depth", "numchild", "url_path")


class FormerPlace(models.Model):
    """A page that stood below another one, under a slug, and does so no more.

    A place in the tree, and no address: one row stands for all that was below the page, in every
    site, whatever becomes of the pages above. There are several slugs where pages in between are
    gone. tasks/addresses.py writes them down, public/former.py follows them.
    """

    # No constraint: rows are written while pages are being deleted, perhaps those they name.
    parent = models.ForeignKey(
        Page, on_delete=models.CASCADE, related_name="+", db_constraint=False
    )
    slugs = models.CharField(max_length=SLUGS_LIMIT)
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+", db_constraint=False)

    # To have stood somewhere is no use that anybody makes of a page.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("ancien emplacement")
        verbose_name_plural = _("anciens emplacements")
        constraints = [
            models.UniqueConstraint(fields=["slugs", "parent", "page"], name="former_place_once")
        ]

    def __str__(self):
        return self.slugs


def leave_place(page: Page, parent: Page, slug: str):
    """Note where a page stood; where it stands now leads nowhere."""
    own = FormerPlace.objects.filter(page_id=page.pk)
    own.filter(parent_id=page.get_parent().pk, slugs=page.slug).delete()
    # If it stood there before as well, anew: of several, the last one that left goes first.
    own.filter(parent_id=parent.pk, slugs=slug).delete()
    FormerPlace.objects.create(parent_id=parent.pk, slugs=slug, page_id=page.pk)


def take_place(page: Page):
    """Before a page is saved, read anew where it stands, and keep others from moving it meanwhile.

    Saving writes that too: as it was when the page was read, before somebody moved it, perhaps.
    """
    places = Page.objects.filter(pk=page.pk)
    if connection.in_atomic_block:
        places = places.select_for_update(no_key=True)
    place = places.values(*_PLACE).first() or {}
    if place and place["path"] != page.path:
        vars(page).pop("_cached_parent_obj", None)
    vars(page).update(place)


def true_url_path(page: Page) -> str:
    """Return what the slugs on the way to a page say; the field may not have followed yet."""
    way = Page.objects.filter(path__in=way_to(page.path)).order_by("depth")
    _root, *slugs = way.values_list("slug", flat=True)
    return "/" + "".join(f"{slug}/" for slug in slugs)
