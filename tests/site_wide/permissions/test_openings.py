"""The table of admin URLs by itself, without the checks of Wagtail that come after it: what
Wagtail forgets, now or in a later release, stays closed."""

from collections import defaultdict
from fnmatch import fnmatch

import pytest
from django.test import RequestFactory
from django.urls import resolve, reverse

from site_cms.rights.table import may_open
from tests.site_wide.permissions.addresses import LEFT_OUT, admin_urls, aimed_at
from tests.site_wide.permissions.test_urls import crafted, is_list, queries

# What the table closes to no account, whatever is asked about: screens that hold nobody's content,
# and lists that are cut down elsewhere. A new name here is a decision.
NEVER_REFUSED = (
    # Official names of places; what a panel of one's own desk holds.
    *("communes", "desk_list"),
    *("guide", "guide_picture", "rereading_report*", "schedule_calendar", "trace", "trace_results"),
    *("translation_board", "translations:report*"),
    *(
        "articles:index*",
        "territories:index*",
        "pioneer_picker:choose*",
        "territory_picker:choose*",
    ),
    # The account's own screens, and those by which anybody comes in.
    *("account_*", "mfa_*", "usersessions_list", "proconnect_*", "socialaccount_login_*"),
    *("wagtailadmin_home", "wagtailadmin_account", "wagtailadmin_login", "wagtailadmin_sprite"),
    *("wagtailadmin_password_reset*", "wagtailadmin_dismissibles", "wagtailadmin_block_preview"),
    *("wagtailadmin_javascript_catalog", "wagtail_localize:javascript_catalog"),
    "translations:words",
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
    "person_data",
    "wagtailadmin_api:pages:action",
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


def allows(world, url, role="contribution", **posted):
    """What the table says to a role that asks for an address or, with fields, sends it a form."""
    ask = RequestFactory()
    request = ask.post(url, posted) if posted else ask.get(url)
    request.user, match = world.accounts[role], resolve(url.partition("?")[0])
    given = {**dict(enumerate(match.args)), **match.kwargs}
    return may_open(request, match.view_name, given) is True


def said(world, name, *args, **posted):
    return allows(world, reverse(f"wagtailadmin_pages:{name}", args=args), **posted)


@pytest.mark.parametrize("name", ["move", "copy"])
def test_a_page_and_where_it_goes_are_both_ones_own(world, name):
    own, foreign = world.own.pages["draft"].pk, world.foreign.pages["draft"].pk
    assert said(world, name, own, new_parent_page=own)
    assert not said(world, name, foreign, new_parent_page=own)
    assert not said(world, name, own, new_parent_page=foreign)


def test_a_page_and_the_page_it_goes_under_are_both_ones_own(world):
    own, foreign = world.own.pages["draft"].pk, world.foreign.pages["draft"].pk
    assert said(world, "move_confirm", own, own)
    assert not said(world, "move_confirm", foreign, own)
    assert not said(world, "move_confirm", own, foreign)


@pytest.mark.parametrize(
    ("name", "thing", "action"),
    [
        ("workflow_action", "task_state", ["approve"]),
        ("collect_workflow_action_data", "task_state", ["approve"]),
        ("workflow_preview", "task", []),
        ("workflow_history_detail", "workflow_state", []),
    ],
)
def test_a_review_is_asked_about_by_its_own_page(world, name, thing, action):
    own, foreign = world.own, world.foreign

    def of(page, review):
        return said(world, name, page.pages["submitted"].pk, *action, review.things[thing].pk)

    assert of(own, own)
    assert not of(own, foreign) and not of(foreign, own) and not of(foreign, foreign)


def test_the_region_page_itself_neither_moves_nor_goes(world):
    region, draft = (world.own.pages[name].pk for name in ("region", "draft"))
    for name, more in (("move", []), ("move_confirm", [draft]), ("delete", [])):
        assert said(world, name, draft, *more)
        assert not said(world, name, region, *more)
    assert said(world, "edit", region)


@pytest.mark.parametrize("kind", ["image", "document"])
def test_files_chosen_together_are_each_own_or_national(world, kind):
    name = "wagtailimages_chooser" if kind == "image" else "wagtaildocs_chooser"
    url = reverse(f"{name}:chosen_multiple")
    own, national, foreign = (
        world.sides[side].things[kind].pk for side in ("own", "national", "foreign")
    )
    assert allows(world, f"{url}?id={own}&id={national}")
    assert not allows(world, f"{url}?id={own}&id={foreign}")
    assert not allows(world, f"{url}?id={own}&id=999999")


def test_pages_chosen_together_are_each_seen(world):
    url = reverse("wagtailadmin_choose_page_chosen_multiple")
    own, foreign = world.own.pages["draft"].pk, world.foreign.pages["draft"].pk
    assert allows(world, f"{url}?id={own}")
    assert not allows(world, f"{url}?id={own}&id={foreign}")
    assert not allows(world, f"{url}?id={own}&id=999999")


TRANSLATION = ("translation_board", "translations:*", "wagtail_localize:*")
# Words for the scripts of the admin.
SCRIPTS = {"translations:words", "wagtail_localize:javascript_catalog"}


def test_who_does_not_translate_opens_no_screen_of_translations(world):
    found = answers(world, "relecture", [world.own, world.foreign])
    names = among(found, TRANSLATION) - SCRIPTS
    assert len(names) > 10
    assert {name for name in names if True in found[name]} == set()


def test_a_review_that_is_not_there_is_nobodys(world):
    own, unknown = world.own.pages["submitted"].pk, 10**6
    assert not said(world, "workflow_history_detail", own, unknown)
    assert not said(world, "workflow_action", own, "approve", unknown)


def test_a_translation_that_is_not_there_is_nobodys(world):
    unknown = 10**6
    for url in (
        reverse("translations:update", args=[unknown]),
        reverse("wagtail_localize:edit_string_translation", args=[unknown, 1]),
    ):
        assert not allows(world, url, "communication")


def bulk(world, model, action, *keys, **posted):
    url = reverse("wagtail_bulk_action", args=[*model.split("."), action])
    query = "&".join(f"id={key}" for key in keys)
    return allows(world, f"{url}?{query}", "publication", **posted)


@pytest.mark.parametrize("action", ["publish", "unpublish", "delete", "move"])
def test_pages_are_changed_together_when_each_is_ones_own(world, action):
    model = "wagtailcore.page"
    own, foreign, region = (
        world.own.pages["draft"].pk,
        world.foreign.pages["draft"].pk,
        world.own.pages["region"].pk,
    )
    assert bulk(world, model, action, own)
    assert not bulk(world, model, action, own, foreign)
    assert not bulk(world, model, action, "all")
    assert bulk(world, model, action, region) == (action in ("publish", "unpublish"))
    assert bulk(world, model, action, own, chooser=region)
    assert not bulk(world, model, action, own, chooser=foreign)


def test_what_one_may_do_to_no_page_is_not_done_to_many(world):
    def may(role, action, side):
        url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
        return allows(world, f"{url}?id={side.pages['article'].pk}", role)

    assert may("publication", "publish", world.own)
    assert not may("contribution", "publish", world.own)
    assert not may("contribution", "unpublish", world.own)
    assert may("relecture", "publish", world.national)
    assert not may("relecture", "delete", world.national)
    assert not may("relecture", "move", world.national)


@pytest.mark.parametrize("kind", ["image", "document"])
def test_files_are_changed_together_when_each_is_ones_own(world, kind):
    model, own, foreign = (
        f"site_cms.site{kind}",
        world.own.things[kind].pk,
        world.foreign.things[kind].pk,
    )
    assert bulk(world, model, "delete", own)
    assert not bulk(world, model, "delete", own, foreign)
    assert not bulk(world, model, "add_tags", own)


def test_nothing_else_is_changed_together(world):
    assert not bulk(world, "site_cms.theme", "delete", 1)
    assert not bulk(world, "wagtailcore.page", "set_active_state", world.own.pages["draft"].pk)
    assert not bulk(world, "site_cms.user", "delete", world.accounts["contribution"].pk)


def test_others_are_seen_to_edit_ones_own_pages_only(world):
    def ping(model, thing):
        args = [*model.split("."), thing.pk, world.own.things["session"].pk]
        return allows(world, reverse("wagtailadmin_editing_sessions:ping", args=args))

    assert ping("wagtailcore.page", world.own.pages["draft"])
    assert not ping("wagtailcore.page", world.foreign.pages["draft"])
    assert not ping("site_cms.siteimage", world.own.pages["draft"])


def test_every_url_name_is_tried(world):
    """What has no address here is tried by no test of this folder."""
    tried = answers(world, "superuser", [world.foreign, world.sides["reserved"]])
    # Where we put a screen of our own before Wagtail's, its name leads nowhere any more.
    first = {}
    for name, pattern in admin_urls():
        first.setdefault(pattern, name)
    names = {name for name in first.values() if name} - LEFT_OUT
    assert names - set(tried) == set()
