"""What an answer depends on: nothing of a query but what was read in it."""

import pytest
from django.test import RequestFactory

from site_cms.web.questions import ALL, Question, Understood

READINGS = {
    "get": (lambda request: request.GET.get("page"), {"page"}),
    "brackets": (lambda request: request.GET["page"], {"page"}),
    "list": (lambda request: request.GET.getlist("theme"), {"theme"}),
    "in": (lambda request: "q" in request.GET, {"q"}),
    "nothing": (lambda request: request.path, set()),
    "all names": (lambda request: list(request.GET), {ALL}),
    "items": (lambda request: request.GET.items(), {ALL}),
    "lists": (lambda request: request.GET.lists(), {ALL}),
    "copy": (lambda request: request.GET.copy(), {ALL}),
    "dict": (lambda request: request.GET.dict(), {ALL}),
    "as text": (lambda request: request.GET.urlencode(), {ALL}),
    "how many": (lambda request: bool(request.GET), {ALL}),
    "address": (lambda request: request.get_full_path(), {ALL}),
    "whole address": (lambda request: request.build_absolute_uri(), {ALL}),
    "header": (lambda request: request.META["QUERY_STRING"], {ALL}),
}


def ask(query, **headers):
    return RequestFactory().get(f"/liste/{query}", headers=headers)


@pytest.mark.parametrize("reading", READINGS)
def test_what_is_read_of_the_query_is_noted(reading):
    read, expected = READINGS[reading]
    request = ask("?page=2&theme=a&theme=b")
    query = Question(request).listen(request)
    read(request)
    # Whoever reads all of it may read some of it twice.
    assert query.asked == expected or ALL in query.asked & expected


def test_the_query_reads_as_before():
    request = ask("?page=2&theme=a&theme=%C3%A9t%C3%A9&vide=")
    Question(request).listen(request)
    assert request.GET.getlist("theme") == ["a", "été"]
    assert request.GET.urlencode() == "page=2&theme=a&theme=%C3%A9t%C3%A9&vide="
    with pytest.raises(AttributeError):
        request.GET["page"] = "3"


def keys(names, *queries):
    return {Question(ask(query)).key(frozenset(names)) for query in queries}


def test_what_nobody_understands_makes_no_other_copy():
    assert len(keys({"page"}, "", "?utm_source=lettre", "?a=b&c", "?PAGE=2")) == 1


def test_what_is_understood_does():
    assert len(keys({"page", "theme"}, "", "?page=2", "?page=2&theme=a", "?theme=a&theme=b")) == 4


def test_the_order_of_names_does_not_count_and_that_of_values_does():
    assert len(keys({"a", "b"}, "?a=1&b=2", "?b=2&a=1", "?b=2&x=y&a=1")) == 1
    assert len(keys({"a"}, "?a=1&a=2", "?a=2&a=1")) == 2


def test_who_reads_all_of_the_query_depends_on_all_of_it():
    assert len(keys({ALL}, "", "?a=1", "?a=1&b=2", "?b=2&a=1")) == 4


def test_hosts_and_schemes_have_copies_of_their_own():
    hosts = ("testserver", "localhost", "testserver:80")
    places = {Question(ask("", host=host)).place for host in hosts}
    places.add(Question(RequestFactory().get("/liste/", secure=True)).place)
    assert len(places) == 4
    assert Question(ask("", host="TESTSERVER")).place == Question(ask("", host="testserver")).place


def test_an_address_learns_more_names_and_forgets_none():
    understood = Understood()
    place = ("http", "testserver", "/liste/")
    assert understood.at(place) == frozenset()
    understood.learn(place, {"page"})
    assert understood.learn(place, {"theme"}) == understood.at(place) == {"page", "theme"}
