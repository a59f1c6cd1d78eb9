import pytest
from django.utils import translation

from news.models import NewsPage
from site_cms.words.french import in_french, is_french, reads_french
from tests.factories import article, translate


def test_french_is_the_language_of_the_site_and_no_other():
    assert is_french("fr") and not is_french("en")


@pytest.mark.parametrize(("language", "is_told_in_french"), [("fr", True), ("en", False)])
def test_what_is_written_is_for_the_reader_of_the_active_language(language, is_told_in_french):
    with translation.override(language):
        assert reads_french() is is_told_in_french


def test_where_nobody_has_chosen_a_language_it_is_french():
    with translation.override(None):
        assert reads_french()


def test_french_pages_are_those_that_others_are_translated_from(db):
    page = article("Un titre")
    translate(page)
    assert list(NewsPage.objects.filter(in_french())) == [page]
