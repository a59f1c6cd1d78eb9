"""The table of the admin's URLs: rooms add their lines, nobody changes those of others."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from site_cms.rights.checks import check_rules
from site_cms.rights.rules import ANYBODY
from site_cms.rights.table import RULES, register_rules, rule_for


@pytest.fixture
def table(monkeypatch):
    """The lines, which a test may change."""
    for name, rule in RULES.items():
        monkeypatch.setitem(RULES, name, rule)
    known = set(RULES)
    yield RULES
    for name in set(RULES) - known:
        del RULES[name]


def test_a_room_adds_lines(table):
    assert rule_for("ateliers:index") is None
    register_rules({"ateliers:*": ANYBODY})
    assert rule_for("ateliers:index") is ANYBODY


def test_no_room_changes_the_line_of_another(table):
    before = dict(table)
    with pytest.raises(ImproperlyConfigured, match="wagtailsites"):
        register_rules({"ateliers:*": ANYBODY, "wagtailsites:*": ANYBODY})
    assert table == before


def test_the_rooms_have_brought_theirs():
    for name in ("articles:index", "territories:index", "pioneers:index", "milestones:index"):
        assert rule_for(name) is not None


def test_an_address_without_a_rule_is_named(table, monkeypatch):
    assert check_rules(None) == []
    monkeypatch.delitem(table, "milestones:*")
    messages = check_rules(None)
    assert {message.id for message in messages} == {"site_cms.W210"}
    assert any("« milestones:index »" in message.msg for message in messages)
    assert 'register_rules({"milestones:' in messages[0].hint
