"""The kinds of search results: rooms bring theirs, the field's choices come in one order."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from site_cms.models import SEARCH_KINDS
from site_cms.models.search import SearchKinds, SearchShelf

VALUES = ["actualite", "pionnier", "appel", "territoire", "etape", "document", "page"]


def test_they_stand_by_rank_whichever_room_came_first():
    assert [value for value, _label in SEARCH_KINDS] == VALUES
    assert list(SearchShelf._meta.get_field("kind").choices) == list(SEARCH_KINDS)


def test_no_two_kinds_share_a_value():
    kinds = SearchKinds()
    kinds.register("atelier", "Ateliers", rank=2)
    kinds.register("outil", "Outils", rank=1)
    assert list(kinds) == [("outil", "Outils"), ("atelier", "Ateliers")]
    with pytest.raises(ImproperlyConfigured):
        kinds.register("outil", "Autres outils", rank=3)


def test_a_kind_whose_room_is_gone_is_called_by_its_value():
    assert SEARCH_KINDS.label_of("atelier") == "atelier"
    assert SEARCH_KINDS.label_of("appel") == "Appels"
