"""What happens to a French page happens to its translations, one page at a time or many.

The screen that asks for confirmation says so first. Wagtail takes translations along from the
screens about one page, once it is told which; from those about many, it is done here.
"""

from dataclasses import dataclass

from django.contrib import messages
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.actions.delete_page import DeletePageAction
from wagtail.actions.move_page import MovePageAction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.log_actions import get_active_log_context
from wagtail.models import Page

from site_cms.translation.work import is_original, language_name

RIGHTS = {
    "unpublish": "can_unpublish",
    "delete": "can_delete",
    "move": "can_move",
    "publish": "can_publish",
}


def followers(page: Page, action: str, user) -> list[Page]:
    """Return the translations that follow the page: those to which the account may do the same."""
    if not is_original(page):
        return []
    twins = page.get_translations().filter(alias_of=None).select_related("locale")
    if action == "unpublish":
        twins = twins.live()
    right = RIGHTS[action]
    return [
        twin
        for twin in twins.specific(defer=True)
        if getattr(twin.permissions_for_user(user), right)()
    ]


# --- One page -------------------------------------------------------------------------------------


@hooks.register("construct_translated_pages_to_cascade_actions")
def follow_original(pages, action):
    """Wagtail then says how many translations follow, and takes them along."""
    return {page: list(_followers(page, action)) for page in pages if is_original(page)}


def _followers(page, action):
    # The hook is not told who asks.
    for twin in followers(page, action, get_active_log_context().user):
        if action != "move" or twin.locale_id in getattr(page, "locales_of_destination", ()):
            yield twin.specific


@hooks.register("before_move_page")
def note_destination(request, page, destination):
    """A translation moves along where its destination is translated too; else it stays."""
    twins = list(page.get_translations().select_related("locale"))
    going = [twin for twin in twins if _new_parent(twin, destination, request.user)]
    page.locales_of_destination = {twin.locale_id for twin in going}
    staying = [twin for twin in twins if twin not in going]
    if is_original(page) and request.method == "GET" and staying:
        text = _(
            "La page de destination n’existe pas dans cette langue, ou a déjà une page de cette "
            "adresse\u00a0: la version reste où elle est (%(languages)s)."
        )
        names = ", ".join(str(twin.locale) for twin in staying)
        messages.warning(request, text % {"languages": names})


def _new_parent(twin, destination, user) -> Page | None:
    """Return the destination in the language of a translation, if it can go there."""
    parent = destination.get_translation_or_none(twin.locale)
    if parent is None or parent.alias_of_id:
        return None
    if parent.get_children().filter(slug=twin.slug).exclude(pk=twin.pk).exists():
        return None
    return parent if twin.permissions_for_user(user).can_move_to(parent) else None


# --- Many pages -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Following:
    """A French page of a bulk action, and the translations that it takes along."""

    page: Page
    twins: list[Page]


def following(pages: list[Page], action: str, user) -> list[Following]:
    """Return which translations follow which pages; those that are chosen themselves do not."""
    chosen = {page.pk for page in pages}
    found = []
    for page in pages:
        twins = [twin for twin in followers(page, action, user) if twin.pk not in chosen]
        if twins:
            found.append(Following(page, twins))
    return found


@hooks.register("before_bulk_action")
def note_followers(request, action_type, objects, action):
    """Note what follows while the pages are still there to be asked."""
    if action.model is not Page or action_type not in DEEDS:
        return
    action.followers = following(
        _concerned(request, action_type, objects), action_type, request.user
    )


def _concerned(request, action_type, objects):
    """Return the pages that the action is about, those below them when it takes them as well."""
    if action_type != "unpublish" or not request.POST.get("include_descendants"):
        return objects
    below = (child for page in objects for child in page.get_descendants().live())
    return list({page.pk: page for page in (*objects, *below)}.values())


@hooks.register("after_bulk_action")
def take_followers_along(request, action_type, objects, action):
    for one in getattr(action, "followers", ()):
        # Moves and deletions change where pages stand: each is read anew.
        twins = Page.objects.filter(pk__in=[twin.pk for twin in one.twins]).select_related("locale")
        for twin in twins:
            DEEDS[action_type](request, action, one.page, twin)


def _unpublish(request, action, page, twin):
    if twin.live:
        below = bool(request.POST.get("include_descendants"))
        deed = UnpublishPageAction(twin.specific, user=request.user, include_descendants=below)
        deed.execute()


def _delete(request, action, page, twin):
    DeletePageAction(twin.specific, user=request.user).execute()


def _move(request, action, page, twin):
    parent = _new_parent(twin, action.cleaned_form.cleaned_data["chooser"], request.user)
    if parent is None:
        text = _(
            "«\u00a0%(title)s\u00a0»\u00a0: la version en %(language)s reste où elle est. La page "
            "de destination n’existe pas dans cette langue, ou a déjà une page de cette adresse."
        )
        language = language_name(twin.locale)
        title = page.get_admin_display_title()
        messages.warning(request, text % {"title": title, "language": language})
    elif not twin.is_child_of(parent):
        MovePageAction(twin, parent, pos="last-child", user=request.user).execute()


DEEDS = {"unpublish": _unpublish, "delete": _delete, "move": _move}
