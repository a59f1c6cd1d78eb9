from urllib.parse import urlencode

import pytest
from django.core.exceptions import BadRequest
from django.urls import ResolverMatch

from site_cms.web.made_up import refuse_made_up


def is_refused(rf, query="", form=None, **kwargs):
    request = rf.post(f"/admin/?{query}", form or {})
    request.resolver_match = ResolverMatch(None, (), kwargs)
    try:
        refuse_made_up(request)
    except BadRequest:
        return True
    return False


@pytest.mark.parametrize("name", ["pk", "collection_id", "target_pages[]", "p", "childOf"])
@pytest.mark.parametrize(
    ("value", "refused"),
    [("", False), ("12", False), ("abc", True), ("-1", True), ("9" * 19, True), ("١٢", True)],
)
def test_a_key_is_a_number_or_nothing(rf, name, value, refused):
    assert is_refused(rf, urlencode({name: value})) is refused
    assert is_refused(rf, form={name: value}) is refused


def test_an_id_is_one(rf):
    assert is_refused(rf, "id=") and is_refused(rf, "id=1&id=") and not is_refused(rf, "id=all")


def test_each_of_many_keys_is_looked_at(rf):
    assert not is_refused(rf, "id=1&id=2")
    assert is_refused(rf, "id=abc&id=2")


@pytest.mark.parametrize("value", ["all", "blockdef-12"])
def test_what_else_wagtail_calls_id(rf, value):
    assert not is_refused(rf, f"id={value}")
    assert is_refused(rf, f"collection_id={value}")


def test_a_key_in_the_address_is_looked_at_too(rf):
    assert not is_refused(rf, pk="12")
    assert not is_refused(rf, page_id=12)
    assert is_refused(rf, pk="abc")


@pytest.mark.parametrize("name", ["body-count", "body-0-order", "lines-TOTAL_FORMS"])
def test_what_a_form_counts_is_a_number(rf, name):
    assert not is_refused(rf, form={name: "3"})
    assert is_refused(rf, form={name: "abc"})
    assert is_refused(rf, form={name: ""})


def test_a_page_is_not_copied_to_nowhere(rf):
    assert not is_refused(rf, form={"new_parent_page": "3"})
    assert is_refused(rf, form={"new_parent_page": ""})


@pytest.mark.parametrize(
    ("answer", "refused"),
    [
        ("{}", False),
        ('{"comment": "Oui"}', False),
        ("notjson", True),
        ("[1]", True),
        ('{"user": 1}', True),
    ],
)
def test_the_answer_of_a_workflow_is_a_comment(rf, answer, refused):
    assert is_refused(rf, form={"workflow-action-extra-data": answer}) is refused


def test_no_number_in_an_address_is_larger_than_a_key_but_words_may_be(rf):
    large = "9" * 30
    assert is_refused(rf, f"section={large}")
    assert not is_refused(rf, f"q={large}")
    assert not is_refused(rf, form={"title": large})
