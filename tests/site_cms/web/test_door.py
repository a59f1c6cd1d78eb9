import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import BadRequest
from django.db import connection
from django.urls import get_resolver, resolve
from django.utils.datastructures import MultiValueDictKeyError

from site_cms.rights.reader import reader
from site_cms.web import door
from tests.factories import user


def views(patterns):
    for pattern in patterns:
        if hasattr(pattern, "url_patterns"):
            yield from views(pattern.url_patterns)
        else:
            yield pattern.callback


def test_every_view_of_the_admin_is_behind_the_door_and_no_other():
    within = [p for p in get_resolver().url_patterns if str(p.pattern) == "admin/"]
    outside = [p for p in get_resolver().url_patterns if str(p.pattern) != "admin/"]
    assert len(within) == 1
    found = list(views(within))
    assert len(found) > 300
    assert all(getattr(view, "is_behind_the_door", False) for view in found)
    assert not any(getattr(view, "is_behind_the_door", False) for view in views(outside))
    assert resolve("/admin/pages/").func.is_behind_the_door


def test_the_prefix_of_the_admin_is_known_from_its_urls(rf):
    assert door.leads_to_admin(rf.get("/admin/nulle-part"))
    assert not door.leads_to_admin(rf.get("/administration/"))


@pytest.fixture
def ask(rf, db):
    """Put a request to a view behind the door."""
    account = user(is_superuser=True)

    def asked(view, method="GET", who=None):
        request = rf.generic(method, "/admin/")
        request.user, request.session = who or account, {}
        request.resolver_match = resolve("/admin/")
        return door.behind_the_door(view)(request)

    return asked


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("method", "is_whole"), [("GET", False), ("POST", True)])
def test_an_act_is_a_transaction_and_reading_is_none(ask, method, is_whole):
    seen = []

    def view(request):
        seen.append(connection.in_atomic_block)
        raise BadRequest

    with pytest.raises(BadRequest):
        ask(view, method)
    assert seen == [is_whole]


@pytest.mark.django_db(transaction=True)
def test_what_is_refused_is_refused_before_a_transaction_begins(ask, monkeypatch):
    seen = []

    def refuse(*asked):
        seen.append(connection.in_atomic_block)
        return "the table's own answer"

    monkeypatch.setattr(door, "may_open", refuse)
    assert ask(None, "POST") == "the table's own answer"
    assert seen == [False]


def test_visitors_are_left_to_wagtail(ask, monkeypatch, client):
    monkeypatch.setattr(door, "may_open", None)
    with pytest.raises(BadRequest, match="reached"):
        ask(_reached, who=AnonymousUser())
    assert client.get("/admin/images/").url.startswith("/admin/login/")


def _reached(request):
    raise BadRequest("reached")


def test_a_field_left_out_is_a_bad_request_and_an_error_stays_one(ask):
    def view(request):
        return request.POST["nothing"]

    with pytest.raises(BadRequest):
        ask(view)

    def value_from_datadict(request):
        raise ValueError("invalid literal for int() with base 10")

    with pytest.raises(ValueError) as raised:
        ask(value_from_datadict)
    assert not isinstance(raised.value, MultiValueDictKeyError)


def test_nobody_reads_outside_the_door(client, db):
    client.force_login(user(is_superuser=True))
    client.get("/admin/")
    assert reader().is_national
