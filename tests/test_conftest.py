"""The promises of conftest.py: tests of either kind meet a fresh installation."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from wagtail.models import Locale, Page, Site

from home.models import HomePage


def assert_fresh():
    assert [page.specific_class for page in Page.objects.order_by("path")] == [Page, HomePage]
    assert Site.objects.get().root_page.title == "French Impact"
    assert Locale.objects.get().language_code == "fr"


class TestDatabase:
    @pytest.mark.parametrize("turn", [1, 2])
    def test_is_fresh_for_a_test_in_a_transaction(self, turn, home_page):
        assert_fresh()
        Locale.objects.create(language_code="en")
        home_page.delete()

    @pytest.mark.parametrize("turn", [1, 2])
    @pytest.mark.django_db(transaction=True)
    def test_is_fresh_for_a_test_that_commits(self, turn):
        assert_fresh()
        Locale.objects.create(language_code="en")
        Page.objects.get(depth=2).delete()

    def test_is_fresh_after_both(self, db):
        assert_fresh()


@pytest.mark.parametrize("turn", [1, 2])
def test_caches_and_media_are_empty(turn):
    assert cache.get("left") is None
    assert not Path(settings.MEDIA_ROOT).exists()
    cache.set("left", "over")
    default_storage.save("left", ContentFile(b"over"))
    assert Path(settings.MEDIA_ROOT, "left").exists()


class TestPage:
    def test_shows_what_the_test_has_written(self, page, home_page):
        home_page.hero_title = "Bonjour à tous"
        home_page.save_revision().publish()
        page.goto("/")
        assert page.locator("h1").inner_text() == "Bonjour à tous"
        assert (page.problems, page.foreign_requests) == ([], [])

    def test_reaches_no_other_origin(self, page):
        page.goto("/admin/login/")
        page.evaluate("fetch('https://www.example.org/').catch(() => null)")
        assert page.problems or page.foreign_requests

    def test_is_styled(self, page):
        assert page.request.get("/static/wagtailadmin/css/core.css").ok


class TestOnce:
    def test_is_what_opens_no_database(self, request):
        assert request.node.get_closest_marker("once")

    def test_is_not_what_opens_one_through_another_fixture(self, request, home_page):
        assert not request.node.get_closest_marker("once")

    @pytest.mark.django_db
    def test_is_not_what_says_that_it_opens_one(self, request):
        assert not request.node.get_closest_marker("once")
