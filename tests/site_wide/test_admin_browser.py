"""The screens of the admin in a real browser, under their content security policy."""

import shutil

import pytest
from django.utils.safestring import mark_safe
from playwright.sync_api import expect
from wagtail import hooks
from wagtail.models import Page, Revision
from wagtail_localize.models import Translation

from home.models import HomePage
from news.models import NewsPage
from site_cms.models import User
from territories.models import TerritoryPage
from tests.database import KEPT
from tests.factories import PASSWORD

SCREENS = (
    "/admin/",
    "/admin/pages/",
    "/admin/articles/",
    "/admin/images/",
    "/admin/images/add/",
    "/admin/images/multiple/add/",
    "/admin/documents/",
    "/admin/documents/multiple/add/",
    "/admin/snippets/site_cms/theme/",
    "/admin/snippets/site_cms/person/add/",
    "/admin/redirects/add/",
    "/admin/forms/",
    "/admin/account/",
    "/admin/users/",
    "/admin/groups/",
    "/admin/collections/",
    "/admin/collections/add/",
    "/admin/workflows/list/",
    "/admin/workflows/tasks/index/",
    "/admin/reports/site-history/",
    "/admin/reports/workflow/",
    "/admin/reports/locked/",
    "/admin/reports/trace/",
    "/admin/guide/",
    "/admin/settings/site_cms/publishersettings/",
    "/admin/nulle-part/",
)


@pytest.fixture
def demo_site(transactional_db, django_db_setup, kept_demo, settings):
    django_db_setup.copy(KEPT)
    shutil.copytree(kept_demo / "media", settings.MEDIA_ROOT, dirs_exist_ok=True)


@pytest.fixture
def admin(demo_site, page, client, live_server):
    """The technical administrator, at the admin's door."""
    account = User.objects.get(username="admin")
    account.set_password(PASSWORD)
    account.save()
    page.goto("/admin/login/?next=/admin/")
    page.locator("#id_login").fill("admin")
    page.locator("#id_password").fill(PASSWORD)
    page.locator("button[type=submit]").first.click()
    page.wait_for_url("**/admin/")
    return page


def screens_of_pages():
    article = NewsPage.objects.filter(locale__language_code="fr").first()
    older, newer = Revision.page_revisions.filter(object_id=str(article.pk))[:1].get(), "latest"
    yield f"/admin/pages/{article.get_parent().pk}/"
    yield f"/admin/pages/{article.pk}/history/"
    yield f"/admin/pages/{article.pk}/revisions/compare/{older.pk}...{newer}/"
    yield f"/admin/pages/{article.pk}/copy/"
    yield f"/admin/pages/{article.pk}/delete/"
    yield f"/admin/pages/add/news/newspage/{article.get_parent().pk}/"
    for model in (HomePage, NewsPage, TerritoryPage):
        yield f"/admin/pages/{model.objects.filter(locale=article.locale).first().pk}/edit/"
    translated = Translation.objects.filter(source__specific_content_type__model="newspage").first()
    yield f"/admin/pages/{translated.get_target_instance().pk}/edit/"
    untranslated = Page.objects.get(slug="toit-a-moi")
    yield f"/admin/localize/submit/page/{untranslated.pk}/"


def test_every_main_screen_runs_under_its_policy(admin):
    for address in [*SCREENS, *screens_of_pages()]:
        answer = admin.goto(address)
        assert answer.status == (404 if "nulle-part" in address else 200), address
        assert admin.problems == [], address


def test_the_editor_of_an_article_works_under_the_policy(admin):
    parent = NewsPage.objects.filter(locale__language_code="fr").first().get_parent()
    admin.goto(f"/admin/pages/add/news/newspage/{parent.pk}/")
    # A date and a chooser, started by inline scripts.
    admin.locator("#id_published_on").click()
    admin.locator(".xdsoft_datetimepicker:visible").first.wait_for()
    admin.keyboard.press("Escape")
    admin.locator(".image-chooser [data-chooser-action-choose]").first.click()
    admin.locator(".modal-body").first.wait_for()
    assert admin.problems == []


def test_a_planted_script_does_not_run(admin):
    planted = mark_safe("<script>window.planted = true</script><i id='beside'></i>")
    with hooks.register_temporarily("insert_global_admin_js", lambda: planted):
        admin.goto("/admin/account/")
    assert admin.locator("#beside").count()
    assert admin.evaluate("window.planted") is None
    assert len(admin.problems) == 1
    assert "script-src" in admin.problems[0]


def test_a_pioneer_is_picked_by_its_name(admin):
    article = NewsPage.objects.filter(locale__language_code="fr", pioneers=None).first()
    admin.goto(f"/admin/pages/{article.pk}/edit/")
    picker = admin.locator("[data-page-picker=pioneers]")
    button = picker.get_by_role("button", name="Ajouter des pionniers")
    button.click()
    admin.locator(".modal-body input[name=q]").fill("siel")
    admin.locator(".modal-body tbody tr:only-child input[type=checkbox]").check()
    admin.locator("[data-multiple-choice-submit]").click()
    picker.get_by_label("Siel Bleu").wait_for()
    assert picker.get_by_label("Siel Bleu").is_checked()
    expect(button).to_be_focused()
    assert admin.problems == []
