"""What a rule of the admin can say: the words in which the table of its URLs is written.

A rule is asked whether an account may open one view, about what the URL and the form name. Those in
capitals are the same whatever is asked about; the others look. table.py holds the lines.
"""

import json
from collections.abc import Callable, Iterable
from functools import partial

from django.apps import apps
from django.contrib.admin.utils import unquote
from django.contrib.auth import get_user_model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin.views.chooser import BaseLinkFormView, ExternalLinkView, page_models_from_string
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, Site, TaskState
from wagtail.permissions import page_permission_policy
from wagtail_localize.models import Translation, TranslationSource

from site_cms.rights.boundary import (
    TRANSLATE,
    Boundary,
    owns_translations_of,
    regional_accounts,
)
from site_cms.rights.reader import worker

# What the rule says of a request: yes, no, or "answer this instead". `given` holds what the URL
# carries, by name or, for URLs that name nothing, by place.
Rule = Callable[[Boundary, HttpRequest, dict], bool | HttpResponse]

# What is done to many pages at once, and the right it takes; Wagtail offers all of it to everybody.
PAGE_BULK_ACTIONS = {
    "delete": "change",
    "move": "change",
    "publish": "publish",
    "unpublish": "publish",
}
FILE_BULK_ACTIONS = ("delete", "add_to_collection")


def ANYBODY(boundary, request, given):
    """Screens about the account itself, or that hold nobody's content."""
    return True


# Lists that are cut down to what the account owns or may see by Wagtail, a hook in hooks.py, or the
# screen itself.
FILTERED = ANYBODY


def NATIONAL(boundary, request, given):
    """Screens for national staff, to each according to its rights."""
    return boundary.is_national


def national_editor(boundary, request, given):
    """Screens that change what the public sees of the site: not for those who only review."""
    may_change = page_permission_policy.user_has_permission(request.user, "change")
    return boundary.is_national and may_change


def TECHNICAL(boundary, request, given):
    """Screens for superusers only."""
    return False


def all_of(*rules: Rule) -> Rule:
    return lambda boundary, request, given: all(r(boundary, request, given) for r in rules)


def own_page(kwarg: str | int) -> Rule:
    """The page named by the URL is the account's own."""
    return lambda boundary, request, given: _pages(boundary.owns_page, [given[kwarg]])


def part_of_region(kwarg: str) -> Rule:
    """The page is the account's own, and not the region page that its rights hang on."""
    return lambda boundary, request, given: _pages(
        lambda page: boundary.is_national or _is_below_own(boundary, page), [given[kwarg]]
    )


def way_to_own(kwarg: str) -> Rule:
    """The page named by the URL is the account's own or stands above it in the tree."""
    return lambda boundary, request, given: _pages(boundary.leads_to_own, [given[kwarg]])


def seen_page(kwarg: str) -> Rule:
    """The page named by the URL is one the account may know of."""
    return lambda boundary, request, given: _pages(boundary.sees_page, [given[kwarg]])


def own_posted(field: str) -> Rule:
    """The page a form names is the account's own: refusals would print the title of another."""
    return lambda boundary, request, given: _pages(
        boundary.owns_page, filter(None, request.POST.getlist(field))
    )


def seen_chosen_pages(boundary, request, given):
    """Every page listed in the query string is one the account may know of, and not the root:
    Wagtail asks what is above it."""
    keys = request.GET.getlist("id")
    return _pages(lambda page: not page.is_root() and boundary.sees_page(page), keys)


def picker_rules(name: str) -> dict[str, Rule]:
    """Return the rules for the addresses of a chooser of pages of one kind (admin/lists.py)."""
    return {f"{name}:choose*": FILTERED, f"{name}:chosen_multiple": seen_chosen_pages}


def own_state(model, kwarg: str) -> Rule:
    """The workflow or task state named by the URL is about the page named by the URL."""

    def rule(boundary, request, given):
        state = model.objects.filter(pk=given[kwarg]).first()
        state = state.workflow_state if isinstance(state, TaskState) else state
        return state is not None and state.object_id == str(given["page_id"])

    return rule


def task_of_page(boundary, request, given):
    """The task named by the URL is, or was, one of the page's: refusals print the task's name."""
    states = TaskState.objects.filter(task=given["task_id"])
    return states.filter(workflow_state__object_id=str(given["page_id"])).exists()


def own_file(model, kwarg: str) -> Rule:
    """The image or document named by the URL is in one of the account's own collections."""
    return lambda boundary, request, given: _files(model, boundary.owns_file, [given[kwarg]])


def seen_file(model, kwarg: str) -> Rule:
    """The image or document named by the URL is one the account may use."""
    return lambda boundary, request, given: _files(model, boundary.sees_file, [given[kwarg]])


def seen_chosen_files(model) -> Rule:
    return lambda boundary, request, given: _files(
        model, boundary.sees_file, request.GET.getlist("id")
    )


def bulk_action(boundary, request, given):
    """Every object of a bulk action is the account's own; so is the page it would go to."""
    model = apps.get_model(given["app_label"], given["model_name"])
    if model is get_user_model():
        # Its actions ask for a right on accounts in general, not on each.
        return False
    keys, action = request.GET.getlist("id"), given["action"]
    if model is Page and action in refused_bulk_actions(request.user):
        return False
    if boundary.is_national:
        return True
    # Instead of keys, "all" may be asked for: that is no number, and refused as such.
    if model is Page:
        return action in PAGE_BULK_ACTIONS and _bulk_pages(boundary, request, action, keys)
    is_known = model in (get_image_model(), get_document_model()) and action in FILE_BULK_ACTIONS
    return is_known and _files(model, boundary.owns_file, keys)


def refused_bulk_actions(user) -> list[str]:
    """Return what the account may do to no page at all."""
    if user.is_superuser:
        return []
    holds = page_permission_policy.user_has_permission
    return [action for action, right in PAGE_BULK_ACTIONS.items() if not holds(user, right)]


def _bulk_pages(boundary, request, action, keys):
    is_removal = action in ("delete", "move")
    is_allowed = partial(_is_below_own, boundary) if is_removal else boundary.owns_page
    return _pages(is_allowed, keys) and own_posted("chooser")(boundary, request, {})


def edited_object(boundary, request, given):
    """What an editing session is about is a page of the account's own."""
    if boundary.is_national:
        return True
    model = apps.get_model(given["app_label"], given["model_name"])
    return issubclass(model, Page) and _pages(boundary.owns_page, [given["object_id"]])


def team_account(boundary, request, given):
    """The account named by the URL is of regional teams only; national staff see no others."""
    return boundary.is_national and regional_accounts().filter(pk=given["pk"]).exists()


def start_of_choice(boundary, request, given):
    """Open the page chooser where the account has something to choose.

    Wagtail opens it at the nearest page above all those of the wanted type: for a type that only
    other regions have, that is one of theirs.
    """
    wanted = page_models_from_string(request.GET.get("page_type") or "wagtailcore.page")
    if boundary.is_national or wanted == (Page,):
        return True
    seen = Page.objects.filter(boundary.known_pages()).type(*wanted)
    start = seen.first_common_ancestor() if seen.exists() else Site.objects.first().root_page
    url = reverse("wagtailadmin_choose_page_child", args=[start.pk])
    return redirect(f"{url}?{request.GET.urlencode()}")


def external_link(boundary, request, given):
    """Leave an address alone that leads to a page the account may not know of.

    Wagtail would turn it into a link to the page, with its draft title.
    """
    if boundary.is_national or request.method != "POST":
        return True
    return RegionalExternalLinkView.as_view()(request)


class RegionalExternalLinkView(ExternalLinkView):
    def post(self, request):
        response = super().post(request)
        answer = json.loads(response.content)
        # Wagtail chooses the page itself, or asks first.
        chosen = answer.get("internal") or answer.get("result") or {}
        page = Page.objects.filter(pk=chosen.get("id")).first()
        if page is None or self._may_name(page):
            return response
        return BaseLinkFormView.post(self, request)

    def _may_name(self, page):
        """Wagtail names it by its draft: see reader.py."""
        return worker().sees_page(page) and page.get_admin_display_title() == page.draft_title


def translator(boundary, request, given):
    """Screens for those who translate; what they list is cut down to each account's own."""
    return request.user.has_perm(TRANSLATE)


def own_translation(boundary, request, given):
    """The translation named by the URL is between pages that are the account's own."""
    found = Translation.objects.filter(pk=given["translation_id"]).select_related("source").first()
    return found is not None and owns_translations_of(request.user, found.source.object_id)


def own_source(boundary, request, given):
    """So are the page named by the URL and all its translations."""
    found = TranslationSource.objects.filter(pk=given["translation_source_id"]).first()
    return found is not None and owns_translations_of(request.user, found.object_id)


def _is_below_own(boundary, page):
    return boundary.owns_page(page) and page.path not in boundary.own_pages


def _pages(is_allowed, keys: Iterable) -> bool:
    """Return whether all the pages exist and are allowed; keys may be quoted, as in admin URLs."""
    keys = {int(unquote(str(key))) for key in keys}
    found = Page.objects.select_related("alias_of").in_bulk(keys)
    return len(found) == len(keys) and all(map(is_allowed, found.values()))


def _files(model, is_allowed, keys: Iterable) -> bool:
    keys = {int(unquote(str(key))) for key in keys}
    found = model.objects.select_related("collection").in_bulk(keys)
    return len(found) == len(keys) and all(map(is_allowed, found.values()))
