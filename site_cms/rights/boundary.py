"""What lies on an account's side of the regional boundary.

A *fenced* part of the tree is one on which a group below national level holds rights: a region and
all that is under it. A regional account owns the fenced parts its groups name, reads what the
public reads of the national pages around them, and knows nothing of the rest. It owns the
collections it may fill, and uses those it may choose from. Everything is read from Wagtail's own
permission tables, so a right removed counts at the next request.
"""

from dataclasses import dataclass, field
from functools import cached_property

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.db.models import Exists, OuterRef, Q
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    PageViewRestriction,
)

# Rights that are given for the whole site, and asked for page by page.
BOUNDED_RIGHTS = ("access_admin", "submit_translation")
NATIONAL_COLLECTION = "National"
# Of what an account may write: see site_cms/translation/work.py.
TRANSLATE = "wagtail_localize.submit_translation"


@dataclass
class Boundary:
    """Paths, in treebeard's materialised form, of what is the account's own and what is not.

    A national account owns everything; what it may do there is Wagtail's to say.
    """

    is_national: bool = False
    own_pages: list[str] = field(default_factory=list)
    hidden_pages: list[str] = field(default_factory=list)
    own_collections: list[str] = field(default_factory=list)
    usable_collections: list[str] = field(default_factory=list)

    # --- Pages ---------------------------------------------------------------------------------

    def owns_page(self, page) -> bool:
        return self.is_national or _is_under(page.path, self.own_pages)

    def leads_to_own(self, page) -> bool:
        """Whether the page is the account's own, or on the way to it from the root."""
        return self.owns_page(page) or page.path in self._way

    def sees_page(self, page) -> bool:
        """Whether the account may know that the page exists."""
        return self.leads_to_own(page) or (page.live and not self._hides(page))

    def known_pages(self) -> Q:
        """The pages for which sees_page() holds, as a condition for a page query."""
        if self.is_national:
            return Q()
        hidden = _under(self.hidden_pages, "path") | _under(self.hidden_pages, "alias_of__path")
        return self.owned_pages() | Q(path__in=self._way) | (Q(live=True) & ~hidden)

    def owned_pages(self, path_field: str = "path") -> Q:
        return Q() if self.is_national else _under(self.own_pages, path_field)

    def _hides(self, page):
        source = page.alias_of
        return _is_under(page.path, self.hidden_pages) or (
            source is not None and _is_under(source.path, self.hidden_pages)
        )

    @cached_property
    def _way(self):
        step = Page.steplen
        return {path[:end] for path in self.own_pages for end in range(step, len(path), step)}

    def sees(self, item) -> bool:
        """Whether the account may know of a page, image or document; of all else, anybody may."""
        if self.is_national:
            return True
        if isinstance(item, Page):
            return self.sees_page(item)
        return not hasattr(item, "collection_id") or self.sees_file(item)

    # --- Images and documents ------------------------------------------------------------------

    def owns_file(self, item) -> bool:
        return self.is_national or _is_under(item.collection.path, self.own_collections)

    def sees_file(self, item) -> bool:
        return self.is_national or item.collection_id in self._usable_ids

    def visible_files(self) -> Q:
        return Q() if self.is_national else Q(collection__in=self._usable_ids)

    def fillable_collections(self) -> Q:
        return Q() if self.is_national else _under(self.own_collections, "path")

    @cached_property
    def _usable_ids(self):
        usable = Collection.objects.filter(_under(self.usable_collections, "path"))
        return set(usable.values_list("pk", flat=True))


def boundary_for(user) -> Boundary:
    """Return the boundary of an account, read once per user object, that is once per request."""
    if not hasattr(user, "_boundary"):
        user._boundary = _load(user)
    return user._boundary


def boundary_on(user, page) -> Boundary:
    """Return the boundary of the teams in whose name the account works on the page.

    Who serves two regions may not carry the files of one into the pages of the other, whose own
    team could neither see nor keep them.
    """
    boundary = boundary_for(user)
    if boundary.is_national:
        return boundary
    ancestors = way_to(page.path)
    teams = Group.objects.filter(user=user, page_permissions__page__path__in=ancestors)
    return _of_groups(teams)


def owns_translations_of(user, translation_key) -> bool:
    """Whether everything with this key, in whatever language, is the account's own.

    What is no page is vocabulary, shared by all.
    """
    boundary = boundary_for(user)
    pages = Page.objects.filter(translation_key=translation_key)
    return boundary.is_national or (bool(pages) and all(map(boundary.owns_page, pages)))


def _load(user):
    if not user.is_active:
        return Boundary()
    if user.is_superuser:
        return Boundary(is_national=True)
    return _of_groups(user.groups.all())


def _of_groups(groups):
    is_own = Exists(groups.filter(pk=OuterRef("group_id")))
    rights = GroupPagePermission.objects.annotate(is_own=is_own)
    pages = list(rights.values_list("is_own", "page__path", "page__depth"))
    if any(is_own and depth == 1 for is_own, _path, depth in pages):
        return Boundary(is_national=True)
    own_pages = {path for is_own, path, _depth in pages if is_own}
    fenced = {path for _is_own, path, depth in pages if depth > 1}
    private = set(PageViewRestriction.objects.values_list("page__path", flat=True))
    return Boundary(
        own_pages=sorted(own_pages),
        hidden_pages=sorted((fenced | private) - own_pages),
        own_collections=_collections(groups, "add_", "change_"),
        usable_collections=_collections(groups, "choose_"),
    )


def _collections(groups, *actions):
    conditions = Q()
    for action in actions:
        conditions |= Q(permission__codename__startswith=action)
    rights = GroupCollectionPermission.objects.filter(conditions, group__in=groups.values("pk"))
    return sorted(set(rights.values_list("collection__path", flat=True)))


def regional_groups():
    """Return the groups whose every right lies below national level.

    What they hold is pages and collections under a region, entrance to the admin and translating
    what they own: nothing that whoever hands out these groups does not hold itself.
    """
    return (
        Group.objects.filter(page_permissions__page__depth__gt=1)
        .exclude(page_permissions__page__depth=1)
        .exclude(collection_permissions__collection__depth=1)
        .exclude(permissions__in=Permission.objects.exclude(codename__in=BOUNDED_RIGHTS))
        .distinct()
        .order_by("name")
    )


def regional_accounts():
    """Return the accounts with no right but those of regional groups."""
    users = get_user_model().objects.filter(is_superuser=False, user_permissions=None)
    return users.exclude(groups__in=Group.objects.exclude(pk__in=regional_groups().values("pk")))


def national_collection() -> Collection:
    """Return the collection whose files every team may use, made when it is missing."""
    root = Collection.get_first_root_node()
    found = root.get_children().filter(name=NATIONAL_COLLECTION).first()
    return found or root.add_child(name=NATIONAL_COLLECTION)


def way_to(path: str) -> list[str]:
    """Return the paths of the pages from the root of the tree to one, both included."""
    return [path[:end] for end in range(Page.steplen, len(path) + 1, Page.steplen)]


def _is_under(path, roots):
    return any(path.startswith(root) for root in roots)


def _under(roots, path_field):
    """Return the condition for paths under one of `roots`; for none of them, no path at all."""
    condition = Q(pk__in=[])
    for root in roots:
        condition |= Q(**{f"{path_field}__startswith": root})
    return condition
