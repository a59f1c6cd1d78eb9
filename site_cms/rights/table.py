"""Which admin screens an account may open, and about what: every URL name has a rule.

Wagtail asks for a right at most of its views; some forget, and some lists, choosers and error
messages tell more than a right would. This table is asked before the view, for everybody but
superusers, and what it does not name is refused. It only ever takes away: Wagtail's own checks come
after it. Names marked `FILTERED` are lists that are cut down to what the account owns or may see by
Wagtail, a hook in hooks.py, or the screen itself.

The lines for Wagtail's screens and those of the ground floor stand here; each room registers its
own, in its `rights.py`. What the rules say is in rules.py.
"""

from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import TaskState, WorkflowState

from site_cms.rights.boundary import boundary_for
from site_cms.rights.rules import (
    ANYBODY,
    FILTERED,
    NATIONAL,
    TECHNICAL,
    Rule,
    all_of,
    bulk_action,
    edited_object,
    external_link,
    national_editor,
    own_file,
    own_page,
    own_posted,
    own_source,
    own_state,
    own_translation,
    part_of_region,
    seen_chosen_files,
    seen_chosen_pages,
    seen_file,
    seen_page,
    start_of_choice,
    task_of_page,
    team_account,
    translator,
    way_to_own,
)

# URL name -> rule. `*` at the end stands for every name that begins so and has no line of its own.
RULES: dict[str, Rule] = {}


def register_rules(rules: dict[str, Rule]):
    """Add the lines of a room, for the URLs that it brings; nobody changes those of another."""
    if taken := RULES.keys() & rules.keys():
        raise ImproperlyConfigured(f"These URLs of the admin have a rule: {sorted(taken)}")
    RULES.update(rules)


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


_IMAGE, _DOCUMENT = get_image_model(), get_document_model()
_TASK_OF_OWN_PAGE = all_of(own_page("page_id"), own_state(TaskState, "task_state_id"))

register_rules(
    {
        # URLs without a name: Wagtail's page for what is not found
        "": ANYBODY,
        # The account itself, and what holds nobody's content
        "wagtailadmin_home": FILTERED,
        "wagtailadmin_account": ANYBODY,
        "account_*": ANYBODY,
        "mfa_*": ANYBODY,
        "usersessions_list": ANYBODY,
        "proconnect_*": ANYBODY,
        "socialaccount_login_*": ANYBODY,
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
        "before_publication": own_page("page_id"),
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
        "desk_list": FILTERED,
        "guide": ANYBODY,
        "guide_picture": ANYBODY,
        "rereading_report*": FILTERED,
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
        "menu_preview_*": NATIONAL,
        "wagtailredirects:*": NATIONAL,
        "redirect_*": NATIONAL,
        "wagtailforms:*": NATIONAL,
        "form_list*": NATIONAL,
        "wagtailadmin_reports:*": NATIONAL,
        "outgoing_mail": national_editor,
        "person_data": TECHNICAL,
        "schedule_calendar": FILTERED,
        "publish_planned": own_page("page_id"),
        "search_report*": NATIONAL,
        "trace": FILTERED,
        "trace_results": FILTERED,
        "wagtailadmin_collections:*": NATIONAL,
        # Translations: the views of site_cms/translation/ come before localize's own
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
        # Accounts: what national staff may make of those of regional teams: admin/accounts.py
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
)
