"""The table of admin URLs by itself, without the checks of Wagtail that come after it: what
Wagtail forgets, now or in a later release, stays closed."""

from collections import defaultdict
from fnmatch import fnmatch

from django.test import RequestFactory
from django.urls import resolve

from site_cms.admin_access import may_open
from tests.permissions.addresses import LEFT_OUT, admin_urls, aimed_at
from tests.permissions.test_urls import crafted, is_list, queries

# What the table closes to no account, whatever is asked about: screens that hold nobody's content,
# and lists that are cut down elsewhere. A new name here is a decision.
NEVER_REFUSED = (
    *("guide", "guide_picture", "review_report*", "schedule_calendar", "trace", "trace_results"),
    *("translation_board", "translations:report*"),
    *("articles:index*", "territories:index*"),
    *("wagtailadmin_home", "wagtailadmin_account", "wagtailadmin_login", "wagtailadmin_sprite"),
    *("wagtailadmin_password_reset*", "wagtailadmin_dismissibles", "wagtailadmin_block_preview"),
    *("wagtailadmin_javascript_catalog", "wagtail_localize:javascript_catalog"),
    "wagtailadmin_editing_sessions:release",
    *("wagtailadmin_api:pages:listing", "wagtailadmin_explore_root", "wagtailadmin_pages:search*"),
    *(f"wagtailadmin_choose_page_{kind}_link" for kind in ("anchor", "email", "phone")),
    "wagtailadmin_choose_page_search",
    *("wagtaildocs:index*", "wagtaildocs:add*", "wagtaildocs_chooser:choose*"),
    *("wagtaildocs_chooser:create", "wagtaildocs:create_multiple_from_uploaded_document"),
    *("wagtailimages:index*", "wagtailimages:add*", "wagtailimages_chooser:choose*"),
    *("wagtailimages_chooser:create", "wagtailimages:create_multiple_from_uploaded_image"),
    *("wagtaildocs:delete_upload_multiple", "wagtailimages:delete_upload_multiple"),
    "wagtailsnippetchoosers_*",
)
# What is the superuser's alone.
TECHNICAL = (
    *("wagtailadmin_error_test", "wagtailsites:*", "wagtaillocales:*", "wagtailadmin_workflows:*"),
    *("wagtailusers_groups:*", "wagtailusers_users:delete"),
    "wagtail_localize:convert_to_alias",
)


def answers(world, role, sides):
    """What the table says, without asking any view: {name of the URL: answers}."""
    found, ask = defaultdict(set), RequestFactory()
    for side in sides:
        form = crafted(world, side)
        for url in aimed_at(world, side):
            match = resolve(url.partition("?")[0])
            given = {**dict(enumerate(match.args)), **match.kwargs}
            asked = [ask.get(url + query) for query in (queries([side]) if is_list(url) else [""])]
            for request in (*asked, ask.post(url, form)):
                request.user = world.accounts[role]
                found[match.view_name].add(may_open(request, match.view_name, given) is True)
    return found


def among(names, patterns):
    return {name for name in names if any(fnmatch(name, pattern) for pattern in patterns)}


def test_the_table_alone_closes_all_but_what_is_named_here(world):
    found = answers(world, "contribution", [world.foreign])
    never_refused = {name for name, said in found.items() if False not in said}
    assert never_refused == among(found, NEVER_REFUSED)


def test_the_table_alone_keeps_technical_administration_for_the_superuser(world):
    found = answers(world, "communication", [world.foreign, world.sides["reserved"]])
    always_refused = {name for name, said in found.items() if True not in said}
    assert always_refused == among(found, TECHNICAL)


def test_every_url_name_is_tried(world):
    """What has no address here is tried by no test of this folder."""
    tried = answers(world, "superuser", [world.foreign, world.sides["reserved"]])
    names = {name for name, _pattern in admin_urls() if name} - LEFT_OUT
    assert names - set(tried) == set()
