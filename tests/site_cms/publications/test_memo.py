"""What pages share: one value for one name, in one edition."""

from datetime import timedelta

import pytest
from django.utils import timezone

from site_cms.publications import memo
from site_cms.publications.memo import Edition, reading, shared_each


@pytest.fixture
def edition():
    memo.values.clear()
    yield Edition((1, 1), timezone.now() + timedelta(hours=1))
    memo.values.clear()


def doubled(asked):
    def compute(keys):
        asked.append(keys)
        return {key: 2 * key for key in keys}

    return compute


def test_only_what_is_unknown_of_many_is_computed_and_all_of_it_together(edition):
    asked = []
    for keys in ([1, 2, 2], [2, 3, 4]):
        with reading(edition):
            assert shared_each(("n",), keys, doubled(asked)) == {key: 2 * key for key in keys}
    assert asked == [[1, 2], [3, 4]]


def test_another_edition_computes_all_anew(edition):
    asked = []
    for one in (edition, Edition((2, 3), edition.until)):
        with reading(one):
            shared_each(("n",), [1], doubled(asked))
    assert asked == [[1], [1]]


def test_a_request_of_its_own_computes_each_once_and_leaves_nothing(edition):
    asked = []
    for _request in range(2):
        with reading(None):
            shared_each(("n",), [1], doubled(asked))
            shared_each(("n",), [1, 2], doubled(asked))
    assert asked == [[1], [2], [1], [2]]


def test_nothing_asked_computes_nothing(edition):
    with reading(edition):
        assert shared_each(("n",), [], doubled([])) == {}
    assert shared_each(("n",), [], doubled([])) == {}
