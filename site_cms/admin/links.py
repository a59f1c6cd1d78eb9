"""Links between pages: which ones lead nowhere, and who links to a page about to go.

Wagtail's reference index says what each page refers to, in rich text, blocks and foreign keys
alike. Where a link leads somewhere is `visible()` in models/pages.py. Titles of pages that the
account may not know of are never told.
"""

from dataclasses import dataclass

from django.db.models import Exists, IntegerField, OuterRef, Q
from django.db.models.functions import Cast
from django.db.models.signals import post_delete, post_migrate, pre_delete
from django.dispatch import receiver
from django.utils.translation import gettext as _
from wagtail.models import Page, ReferenceIndex, get_default_page_content_type

from site_cms.models import visible_pages
from site_cms.rights.boundary import boundary_for
from site_cms.words.sorting import BY_TITLE

# What Wagtail itself keeps, not what an editor linked.
_OWN_FIELDS = ("alias_of",)
_LISTED = 20


@dataclass(frozen=True)
class DeadLink:
    """What a link leads to, in words for the editor; the field it stands in; what is wrong."""

    target: str
    field: str
    reason: str


def dead_links(page, user) -> list[DeadLink]:
    """Return the links of a page, as it is in memory, that the public could not follow."""
    fields = _referenced_pages(page)
    reached = set(visible_pages().filter(pk__in=fields).values_list("pk", flat=True))
    absent = [key for key in fields if key not in reached and key != page.pk]
    if not absent:
        return []
    targets = Page.objects.in_bulk(absent)
    return [_describe(targets.get(key), fields[key], user) for key in absent]


def dead_ends(page, user) -> list[str]:
    """Return the same in sentences, for whoever writes the page."""
    return [
        _("Dans « %(field)s » : %(target)s, %(reason)s.")
        % {"field": link.field, "target": link.target, "reason": link.reason}
        for link in dead_links(page, user)
    ]


def _referenced_pages(page) -> dict[int, str]:
    """The keys of the pages a page names, each with the label of the field it is named in."""
    page_type = get_default_page_content_type()
    source_type = page.cached_content_type
    found = {}
    # The index in the database only knows what is saved; the extraction it uses has no other name.
    for type_id, key, model_path, content_path in ReferenceIndex._extract_references_from_object(
        page
    ):
        if type_id == page_type.pk and key.isdigit() and model_path not in _OWN_FIELDS:
            reference = ReferenceIndex(
                content_type=source_type, model_path=model_path, content_path=content_path
            )
            found.setdefault(int(key), str(reference.describe_source_field()))
    return found


def _describe(target, field, user):
    if target is None:
        return DeadLink(_("une page supprimée"), field, _("elle n’existe plus"))
    reason = _("réservée à certains lecteurs") if target.live else _("pas en ligne")
    if not boundary_for(user).sees_page(target):
        return DeadLink(_("une page d’une autre équipe"), field, reason)
    return DeadLink(f"«\u00a0{target.get_admin_display_title()}\u00a0»", field, reason)


def dead_sources() -> Q:
    """Return the condition for pages that, as saved, refer to a page the public cannot see."""
    is_reached = Exists(visible_pages().filter(pk=OuterRef("target")))
    return Q(pk__in=_references().filter(~is_reached).values("source"))


def _references():
    """The references from page to page, with both keys as numbers."""
    page_type = get_default_page_content_type()
    return (
        ReferenceIndex.objects.filter(base_content_type=page_type, to_content_type=page_type)
        .exclude(model_path__in=_OWN_FIELDS)
        .annotate(
            source=Cast("object_id", IntegerField()), target=Cast("to_object_id", IntegerField())
        )
    )


@dataclass(frozen=True)
class LinkingPages:
    """The pages that link to a page or to one below it: those one may name, and how many more."""

    shown: list
    others: int

    @property
    def total(self) -> int:
        return len(self.shown) + self.others


def linking_pages(page, user) -> LinkingPages:
    below = Page.objects.descendant_of(page, inclusive=True)
    links = _references().filter(target__in=below.values("pk"))
    sources = Page.objects.filter(pk__in=links.values("source")).exclude(path__startswith=page.path)
    boundary = boundary_for(user)
    known = sources.filter(boundary.known_pages())
    shown = list(known.order_by(*BY_TITLE)[:_LISTED])
    return LinkingPages(shown, sources.count() - len(shown))


# Of every sender: a page is deleted in two rows, its own type's and Page's, in either order, and
# Wagtail forgets its links with each.
@receiver(pre_delete)
def note_who_links(instance, **kwargs):
    if isinstance(instance, Page):
        links = _references().filter(target=instance.pk)
        instance.linked_from = list(links.values_list("source", flat=True).distinct())


@receiver(post_delete)
def keep_dead_links_known(instance, **kwargs):
    """Wagtail forgets the links to what is deleted; those in texts are still there to be read."""
    if isinstance(instance, Page):
        for source in Page.objects.filter(pk__in=instance.linked_from).specific():
            ReferenceIndex.create_or_update_for_object(source)


@receiver(post_migrate)
def stay_last(**kwargs):
    """Wagtail connects its receivers anew after each migration: ours must follow them."""
    post_delete.disconnect(keep_dead_links_known)
    post_delete.connect(keep_dead_links_known)
