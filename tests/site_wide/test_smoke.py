"""Every page type, every block and every screen of the admin, asked for once: none fails.

This is what the next releases are tried with (`make check-next`), so it looks at nothing else, and
stands on small content: loading the demonstration would take longer than all of this.

Screens are known by their addresses: a new one is asked for without a word here, unless its address
has a part that `PARTS` and `OWN_PARTS` do not know.
"""

import re
from datetime import timedelta

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.test import override_settings
from django.urls import URLResolver, get_resolver, reverse
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.fields import StreamField
from wagtail.models import Collection, Locale, Page, Site, Task, Workflow, get_page_models
from wagtail_localize.models import OverridableSegment, StringSegment, Translation

from news.models import NewsPage
from site_cms.models import Banner, PromotedResult, User
from site_cms.rights.roles import (
    COMMUNICATION,
    CONTRIBUTION,
    PUBLICATION,
    RELECTURE,
    apply_national_roles,
    team_group,
)
from territories.models import RegionPage
from tests import factories
from tests.site_cms.words.stock_words import left_over

# On PostgreSQL each page and screen has tests of its own.
pytestmark = pytest.mark.once
PAGE_TYPES = [model for model in get_page_models() if model is not Page]


# --- One of each ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def content(django_db_setup, django_db_blocker, tmp_path_factory):
    """Content of every kind, for all tests of this module; the key of the article, its media."""
    media = str(tmp_path_factory.mktemp("media"))
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=media):
        yield make_content().pk, media
        django_db_setup.copy()


def make_content():
    """Make a page of each type in both languages, and one of each thing that screens are about.

    Return an article: under review, and published, translated and redirected to before.
    """
    apply_national_roles()
    article = factories.article(image=factories.image())
    pages = [factories.contact(), factories.statement(), factories.site_map(), factories.content()]
    pages += [factories.milestone(), factories.call(), factories.pioneer(), factories.territory()]
    for page in [article, *pages]:
        factories.translate(page)
    for make in (factories.document, factories.theme, factories.person):
        make()
    Banner.objects.create(title="Le site ferme", ends_at=timezone.now() + timedelta(days=1))
    Redirect.add_redirect("/ancienne", redirect_to=article)
    PromotedResult.objects.create(searches="crèche", page=article)
    account = factories.user("admin", is_superuser=True)
    article.save_revision(user=account).publish()
    article.get_workflow().start(article, account)
    return article


@pytest.fixture
def article(content, db, settings):
    key, settings.MEDIA_ROOT = content
    return NewsPage.objects.get(pk=key)


@pytest.fixture
def admin(client, article):
    """A browser of an account that may do all."""
    client.force_login(User.objects.get(username="admin"))
    return client


# What stands for a part of an address, given the article.
PARTS = {
    "page_id|page_pk|page_to_move_id|object_id": lambda article: article.pk,
    "parent_page_id|destination_id": lambda article: article.get_parent().pk,
    "revision_id": lambda article: article.latest_revision_id,
    "workflow_state_id": lambda article: article.current_workflow_state.pk,
    "task_state_id": lambda article: article.current_workflow_task_state.pk,
    "task_id": lambda article: article.current_workflow_task_state.task_id,
    "image_id": lambda article: article.image_id,
    "document_id|doc_id": lambda article: of("site_cms.SiteDocument"),
    "redirect_id": lambda article: of(Redirect),
    "collection_id": lambda article: Collection.objects.last().pk,
    "translation_id": lambda article: translation(article).pk,
    "translation_source_id": lambda article: translation(article).source_id,
    "string_segment_id": lambda article: segment(StringSegment, article),
    "overridable_segment_id": lambda article: segment(OverridableSegment, article),
    # Nothing is being uploaded, edited by somebody else, or asked for anew.
    "uploaded_file_id|session_id|workflow_pk": lambda article: 1,
    "uidb36|uidb64|key|token": lambda article: "x",
    "app_label|content_type_app_name": lambda article: "news",
    "model_name|content_type_model_name": lambda article: "newspage",
    "action_name": lambda article: "approve",
    "filter_spec": lambda article: "original",
}
# ... and where an address, by the beginning of its name, means something else by it.
OWN_PARTS = {
    "wagtail_localize:preview": {
        "translation_id": lambda article: translation(factories.ContactPage.objects.first()).pk,
        "mode": "form",
    },
    "wagtail_localize:convert": {"page_id": lambda article: english(article).pk},
    "wagtail_bulk_action": {"app_label": "wagtailcore", "model_name": "page", "action": "publish"},
    "wagtail_localize:snippets_api": {"app_label": "site_cms", "model_name": "theme"},
    "wagtail_localize:submit_snippet": {"app_label": "site_cms", "model_name": "theme"},
    "wagtailadmin_api:pages:action": {"action_name": "unpublish"},
    "wagtailadmin_tag_model": {"app_name": "taggit", "model_name": "tag"},
    "wagtailadmin_workflows:add_task": {
        "app_label": "wagtailcore",
        "model_name": "groupapprovaltask",
    },
    "wagtailsettings": {"app_name": "site_cms", "model_name": "publishersettings"},
    "wagtailforms": {"page_id": lambda article: of("home.ContactPage")},
    "desk_list": {"name": "drafts"},
    "call_extend": {"page_id": lambda article: of("pioneers.CallPage")},
    "guide_picture": {"name": "accueil-region.png"},
}
# What a `pk` is of.
KINDS = {
    "wagtailadmin_api:pages|api:pages": Page,
    "wagtailadmin_api:documents|wagtaildocs_chooser|api:documents": "site_cms.SiteDocument",
    "wagtailadmin_api:images|wagtailimages_chooser|api:images": "site_cms.SiteImage",
    "wagtailadmin_collections": Collection,
    r"wagtailadmin_workflows:\w+_task": Task,
    "wagtailadmin_workflows": Workflow,
    "wagtaillocales": Locale,
    "wagtailsettings|wagtailsites": Site,
    "wagtailusers_groups": Group,
    "wagtailusers_users|mfa_": User,
    "wagtail_localize:s": "site_cms.Theme",
}


def of(model):
    """Return the key of the last one made."""
    model = apps.get_model(model) if isinstance(model, str) else model
    return model.objects.order_by("pk").last().pk


def english(page):
    return page.get_translation(factories.english())


def translation(article):
    return Translation.objects.get(source__object_id=article.translation_key)


def segment(model, article):
    return model.objects.filter(source=translation(article).source).first().pk


def part_of(name, part, article):
    if part == "pk":
        return of(kind_of(name))
    own = next((own for start, own in OWN_PARTS.items() if name.startswith(start)), {})
    if part in own:
        return own[part](article) if callable(own[part]) else own[part]
    return next(find for parts, find in PARTS.items() if part in parts.split("|"))(article)


def kind_of(name):
    if snippet := re.match(r"wagtailsnippet(?:choosers|s)_(news|site_cms)_(\w+):", name):
        return ".".join(snippet.groups())
    return next(model for start, model in KINDS.items() if re.match(start, name))


def addresses(resolver, namespaces=(), before=""):
    """Yield the full name and the route of every address that has a name."""
    for entry in resolver.url_patterns:
        route = before + str(entry.pattern)
        if isinstance(entry, URLResolver):
            inside = (*namespaces, entry.namespace) if entry.namespace else namespaces
            yield from addresses(entry, inside, route)
        elif entry.name:
            yield ":".join((*namespaces, entry.name)), route


def screens():
    """Return each address of the admin by its name, with the names of its parts."""
    return sorted(
        (name, re.findall(r"<(?:\w+:)?(\w+)>", route))
        for name, route in set(addresses(get_resolver()))
        if route.startswith("admin/")
    )


# --- Asked for ------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["fr", "en"])
def test_pages_of_every_type_answer(client, article, subtests, language):
    for model in PAGE_TYPES:
        with subtests.test(model.__name__):
            page = model.objects.live().filter(locale__language_code=language).last()
            answer = client.get(page.url)
            assert answer.status_code == 200
            assert page.title in answer.content.decode()


def test_pages_of_every_type_have_their_forms(admin, article, subtests):
    for model in PAGE_TYPES:
        page = model.objects.filter(locale=factories.french()).last()
        twin, parent = english(page), page.get_parent()
        kind = (model._meta.app_label, model._meta.model_name)
        add = reverse("wagtailadmin_pages:add", args=[*kind, parent.pk])
        for address in (
            reverse("wagtailadmin_pages:edit", args=[page.pk]),
            reverse("wagtailadmin_pages:edit", args=[twin.pk]),
            reverse("wagtailadmin_pages:view_draft", args=[page.pk]),
            reverse("wagtailadmin_pages:history", args=[page.pk]),
        ):
            with subtests.test(model.__name__, address=address):
                answer = admin.get(address)
                assert answer.status_code == 200
                assert not left_over(answer)
        with subtests.test(model.__name__, address=add):
            # Of some there is one only, and it is there.
            assert admin.get(add).status_code == (200 if model.can_create_at(parent) else 302)


def test_every_block_shows_its_preview(admin, subtests):
    fields = [f for model in PAGE_TYPES for f in model._meta.fields if isinstance(f, StreamField)]
    blocks = {
        b.definition_prefix: b for field in fields for b in field.stream_block.child_blocks.values()
    }
    assert blocks
    for block in blocks.values():
        with subtests.test(block.name):
            answer = admin.get(
                reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix}
            )
            assert answer.status_code == 200


# Made to fail; or has no name for its parts, and is asked for below.
LEFT_OUT = {
    *("wagtailadmin_error_test", "socialaccount_login_error"),
    "wagtailadmin_pages:revisions_compare",
}
# Not in use here: pictures of any size, previews of settings; nothing about an article to convert;
# an account without a second factor.
NOT_FOUND = {
    *("mfa_deactivate_totp", "mfa_view_recovery_codes", "mfa_download_recovery_codes"),
    "wagtailimages:url_generator",
    "wagtailimages:url_generator_output",
    "wagtailsettings:preview_on_edit",
    "wagtailadmin_pages:convert_alias",
}


def question(name, article):
    """Return what stands after the "?" where an address says nothing without it."""
    if name == "wagtailadmin_block_preview":
        return {"id": NewsPage.body.field.stream_block.child_blocks["highlight"].definition_prefix}
    found = {"wagtailadmin_api:documents:find": of("site_cms.SiteDocument")}
    found["wagtailadmin_api:images:find"] = article.image_id
    return {"id": found.get(name, article.pk)} if re.search("find$|bulk", name) else None


def test_every_screen_of_the_admin_answers(admin, article, subtests):
    for name, parts in screens():
        if name in LEFT_OUT:
            continue
        with subtests.test(name, parts=parts):
            values = {part: part_of(name, part, article) for part in parts}
            answer = admin.get(reverse(name, kwargs=values), question(name, article))
            # 405: to be sent to only.
            assert answer.status_code in ((404,) if name in NOT_FOUND else (200, 302, 405))
            assert not left_over(answer)
            # The visit may have ended: there is an address for that.
            admin.force_login(User.objects.get(username="admin"))


@pytest.mark.parametrize("role", [COMMUNICATION, RELECTURE, CONTRIBUTION, PUBLICATION])
def test_what_each_role_sees_first_is_in_french(client, article, role):
    """The rest of what they may open is what the administrator was shown."""
    region = article.region or RegionPage.objects.order_by("pk").first()
    national = role in (COMMUNICATION, RELECTURE)
    account = factories.user(role, role if national else team_group(region.title, role))
    client.force_login(account)
    explorer = reverse(
        "wagtailadmin_explore", args=[article.get_parent().pk if national else region.pk]
    )
    for address in ("/admin/", explorer, "/admin/articles/", "/admin/account/", reverse("guide")):
        answer = client.get(address, follow=True)
        assert answer.status_code == 200
        assert not left_over(answer)


def test_two_revisions_are_compared(admin, article):
    address = reverse("wagtailadmin_pages:revisions_compare", args=[article.pk, "live", "latest"])
    assert admin.get(address).status_code == 200
