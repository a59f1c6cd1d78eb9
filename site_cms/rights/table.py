"""Which admin screens an account may open, and about what: every URL name has a rule.

Wagtail asks for a right at most of its views; some forget, and some lists, choosers and error
messages tell more than a right would. This table is asked before the view, for everybody but
superusers, and what it does not name is refused. It only ever takes away: Wagtail's own checks come
after it. Names marked `FILTERED` are lists that Wagtail, or a hook in hooks.py, cuts down
to what the account owns or may see.
"""

import json
from collections.abc import Callable, Iterable

from django.apps import apps
from django.contrib.admin.utils import unquote
from django.contrib.auth import get_user_model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin.views.chooser import BaseLinkFormView, ExternalLinkView, page_models_from_string
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, Site, TaskState, WorkflowState
from wagtail.permissions import page_permission_policy
from wagtail_localize.models import Translation, TranslationSource

from site_cms.rights.boundary import (
    TRANSLATE,
    Boundary,
    boundary_for,
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


def may_open(request: HttpRequest, name: str, given: dict) -> bool | HttpResponse:
    """Return whether the account may open the admin view of this name, or another answer."""
    if request.user.is_superuser:
        return True
    rule = rule_for(name)
    if rule is None:
        return False
    try:
        return rule(boundary_for(request.user), request, given)
    except (LookupError, OverflowError, TypeError, ValueError):
        # What is asked about is not even the name of something.
        return False


def rule_for(name: str) -> Rule | None:
    """Return the rule for a URL name: its own, or that of the longest `beginning*` it matches."""
    beginnings = (name[:end] + "*" for end in range(len(name), 0, -1))
    return next((RULES[key] for key in (name, *beginnings) if key in RULES), None)


# --- Rules ------------------------------------------------------------------------------------


def ANYBODY(boundary, request, given):
    """Screens about the account itself, or that hold nobody's content."""
    return True


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
    is_allowed = boundary.owns_page
    if is_removal:
        is_allowed = lambda page: _is_below_own(boundary, page)  # noqa: E731
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
    seen = Page.objects.filter(boundary.visible_pages()).type(*wanted)
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


_IMAGE, _DOCUMENT = get_image_model(), get_document_model()
_TASK_OF_OWN_PAGE = all_of(own_page("page_id"), own_state(TaskState, "task_state_id"))

# URL name -> rule. `*` at the end stands for every name that begins so and has no line of its own.
RULES: dict[str, Rule] = {
    # URLs without a name: Wagtail's page for what is not found
    "": ANYBODY,
    # The account itself, and what holds nobody's content
    "wagtailadmin_home": FILTERED,
    "wagtailadmin_account": ANYBODY,
    "wagtailadmin_login": ANYBODY,
    "wagtailadmin_logout": ANYBODY,
    "wagtailadmin_password_reset*": ANYBODY,
    "wagtailadmin_dismissibles": ANYBODY,
    "wagtailadmin_sprite": ANYBODY,
    "wagtailadmin_javascript_catalog": ANYBODY,
    "wagtailadmin_block_preview": ANYBODY,
    "wagtail_localize:javascript_catalog": ANYBODY,
    "wagtailadmin_editing_sessions:ping": edited_object,
    "wagtailadmin_editing_sessions:release": ANYBODY,  # looks for the account's own session
    "wagtailadmin_error_test": TECHNICAL,
    # Pages
    "wagtailadmin_explore_root": FILTERED,
    "wagtailadmin_explore": way_to_own("parent_page_id"),
    "wagtailadmin_explore_results": way_to_own("parent_page_id"),
    "wagtailadmin_pages:search": FILTERED,
    "wagtailadmin_pages:search_results": FILTERED,
    "wagtailadmin_pages:add": own_page("parent_page_id"),
    "wagtailadmin_pages:preview_on_add": own_page("parent_page_id"),
    "wagtailadmin_pages:add_subpage": own_page("parent_page_id"),
    "wagtailadmin_pages:choose_parent": own_posted("parent_page"),
    "wagtailadmin_pages:type_use*": NATIONAL,
    "wagtailadmin_pages:usage": own_page("page_id"),
    "wagtailadmin_pages:edit": own_page("page_id"),
    "wagtailadmin_pages:preview_on_edit": own_page("page_id"),
    "wagtailadmin_pages:view_draft": own_page("page_id"),
    "wagtailadmin_pages:delete": part_of_region("page_id"),
    "wagtailadmin_pages:unpublish": own_page("page_id"),
    "wagtailadmin_pages:convert_alias": own_page("page_id"),
    "wagtailadmin_pages:move": all_of(
        part_of_region("page_to_move_id"), own_posted("new_parent_page")
    ),
    "wagtailadmin_pages:move_confirm": all_of(
        part_of_region("page_to_move_id"), own_page("destination_id")
    ),
    "wagtailadmin_pages:set_page_position": part_of_region("page_to_move_id"),
    "wagtailadmin_pages:copy": all_of(own_page("page_id"), own_posted("new_parent_page")),
    "wagtailadmin_pages:workflow_action": _TASK_OF_OWN_PAGE,
    "wagtailadmin_pages:collect_workflow_action_data": _TASK_OF_OWN_PAGE,
    "wagtailadmin_pages:confirm_workflow_cancellation": own_page("page_id"),
    "wagtailadmin_pages:workflow_preview": all_of(own_page("page_id"), task_of_page),
    "wagtailadmin_pages:set_privacy": national_editor,
    "wagtailadmin_pages:lock": own_page("page_id"),
    "wagtailadmin_pages:unlock": own_page("page_id"),
    "wagtailadmin_pages:revisions_*": own_page("page_id"),
    "wagtailadmin_pages:revisions_compare": own_page(0),
    "wagtailadmin_pages:workflow_history": own_page("page_id"),
    "wagtailadmin_pages:workflow_history_detail": all_of(
        own_page("page_id"), own_state(WorkflowState, "workflow_state_id")
    ),
    "wagtailadmin_pages:history*": own_page("page_id"),
    "wagtail_bulk_action": bulk_action,
    # Choosing pages
    "wagtailadmin_choose_page": start_of_choice,
    "wagtailadmin_choose_page_search": FILTERED,
    "wagtailadmin_choose_page_child": seen_page("parent_page_id"),
    "wagtailadmin_choose_page_chosen_multiple": seen_chosen_pages,
    "wagtailadmin_choose_page_external_link": external_link,
    "wagtailadmin_choose_page_email_link": ANYBODY,
    "wagtailadmin_choose_page_phone_link": ANYBODY,
    "wagtailadmin_choose_page_anchor_link": ANYBODY,
    "wagtailadmin_tag_autocomplete": NATIONAL,
    "wagtailadmin_tag_model_autocomplete": NATIONAL,
    # The admin API, which the side menu reads
    "wagtailadmin_api:pages:listing": FILTERED,
    "wagtailadmin_api:pages:detail": way_to_own("pk"),
    "wagtailadmin_api:pages:find": NATIONAL,
    # Publishes without asking what a translation lacks; no screen uses it
    "wagtailadmin_api:pages:action": TECHNICAL,
    # … and the segment editor, for what a translation refers to
    "wagtailadmin_api:documents:*": NATIONAL,
    "wagtailadmin_api:documents:detail": seen_file(_DOCUMENT, "pk"),
    "wagtailadmin_api:images:*": NATIONAL,
    "wagtailadmin_api:images:detail": seen_file(_IMAGE, "pk"),
    # The desk: reports and lists of the account's own pages
    "guide": ANYBODY,
    "guide_picture": ANYBODY,
    "review_report*": FILTERED,
    "articles:*": FILTERED,
    "articles:choose_parent": own_posted("parent_page"),
    "territories:*": FILTERED,
    "territories:choose_parent": own_posted("parent_page"),
    "pioneers:*": NATIONAL,
    "calls:*": NATIONAL,
    "milestones:*": NATIONAL,
    # Images and documents
    "wagtailimages:index": FILTERED,
    "wagtailimages:index_results": FILTERED,
    "wagtailimages:add": FILTERED,
    "wagtailimages:add_multiple": FILTERED,
    "wagtailimages:create_multiple_from_uploaded_image": ANYBODY,  # the account's own upload
    "wagtailimages:delete_upload_multiple": ANYBODY,
    "wagtailimages:edit": own_file(_IMAGE, "image_id"),
    "wagtailimages:delete": own_file(_IMAGE, "image_id"),
    "wagtailimages:url_generator*": own_file(_IMAGE, "image_id"),
    "wagtailimages:preview": own_file(_IMAGE, "image_id"),
    "wagtailimages:image_usage": own_file(_IMAGE, "image_id"),
    "wagtailimages:edit_multiple": own_file(_IMAGE, "image_id"),
    "wagtailimages:delete_multiple": own_file(_IMAGE, "image_id"),
    "wagtailimages_chooser:choose*": FILTERED,
    "wagtailimages_chooser:chosen": seen_file(_IMAGE, "pk"),
    "wagtailimages_chooser:chosen_multiple": seen_chosen_files(_IMAGE),
    "wagtailimages_chooser:create": FILTERED,
    "wagtailimages_chooser:select_format": seen_file(_IMAGE, "image_id"),
    "wagtaildocs:index": FILTERED,
    "wagtaildocs:index_results": FILTERED,
    "wagtaildocs:add": FILTERED,
    "wagtaildocs:add_multiple": FILTERED,
    "wagtaildocs:create_multiple_from_uploaded_document": ANYBODY,
    "wagtaildocs:delete_upload_multiple": ANYBODY,
    "wagtaildocs:edit": own_file(_DOCUMENT, "document_id"),
    "wagtaildocs:delete": own_file(_DOCUMENT, "document_id"),
    "wagtaildocs:document_usage": own_file(_DOCUMENT, "document_id"),
    "wagtaildocs:edit_multiple": own_file(_DOCUMENT, "doc_id"),
    "wagtaildocs:delete_multiple": own_file(_DOCUMENT, "doc_id"),
    "wagtaildocs_chooser:choose*": FILTERED,
    "wagtaildocs_chooser:chosen": seen_file(_DOCUMENT, "pk"),
    "wagtaildocs_chooser:chosen_multiple": seen_chosen_files(_DOCUMENT),
    "wagtaildocs_chooser:create": FILTERED,
    # Videos of other sites are blocks of ours, not Wagtail's embeds
    "wagtailembeds:*": NATIONAL,
    # Shared vocabularies: chosen by all, edited by national staff
    "wagtailsnippetchoosers_*": FILTERED,
    "wagtailsnippets*": NATIONAL,
    # The site as a whole
    "wagtailsettings:*": NATIONAL,
    "wagtailredirects:*": NATIONAL,
    "redirect_*": NATIONAL,
    "wagtailforms:*": NATIONAL,
    "form_list*": NATIONAL,
    "wagtailadmin_reports:*": NATIONAL,
    "schedule_calendar": FILTERED,
    "search_report*": NATIONAL,
    "trace": FILTERED,
    "trace_results": FILTERED,
    # Which articles of the regions enter the national lists
    "national_*": NATIONAL,
    "wagtailadmin_collections:*": NATIONAL,
    # Translations: the views of site_cms/translation/screens.py come before localize's own
    "translation_board": translator,
    "translations:submit_page": all_of(translator, own_page("page_id")),
    "translations:update": all_of(translator, own_source),
    "translations:report*": translator,
    "translations:words": ANYBODY,
    "translations:*": all_of(translator, own_translation),
    "wagtail_localize:edit_string_translation": all_of(translator, own_translation),
    "wagtail_localize:download_pofile": all_of(translator, own_translation),
    "wagtail_localize:preview_translation": all_of(translator, own_translation),
    "wagtail_localize:submit_snippet_translation": all_of(translator, NATIONAL),
    "wagtail_localize:snippets_api*": all_of(translator, NATIONAL),
    # Replaced, or making French pages of English ones
    "wagtail_localize:*": TECHNICAL,
    # Accounts: what national staff may make of those of regional teams is in accounts.py
    "wagtailusers_users:index*": NATIONAL,
    "wagtailusers_users:add": NATIONAL,
    "wagtailusers_users:edit": team_account,
    "wagtailusers_users:history*": team_account,
    "wagtailusers_users:usage": team_account,
    "wagtailusers_users:delete": TECHNICAL,
    "wagtailusers_groups:*": TECHNICAL,
    # Technical administration
    "wagtailsites:*": TECHNICAL,
    "wagtaillocales:*": TECHNICAL,
    "wagtailadmin_workflows:*": TECHNICAL,
}
