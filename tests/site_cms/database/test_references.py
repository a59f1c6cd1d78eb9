"""Uses through relations of many to many are counted like all others."""

from importlib import import_module

from django.apps import apps
from wagtail.models import ReferenceIndex

from tests.factories import article, person, pioneer, rubric, theme

note_uses = import_module("home.migrations.0010_uses_of_many").note_uses


def uses(thing):
    return ReferenceIndex.get_grouped_references_to(thing).count()


def test_a_theme_is_used_by_the_pages_that_choose_it(db):
    mobility = theme()
    one, other = article(themes=[mobility]), pioneer(themes=[mobility])
    assert uses(mobility) == 2
    one.themes = []
    one.save()
    assert uses(mobility) == 1
    mobility.pioneers.remove(other)
    assert uses(mobility) == 0


def test_uses_are_named_by_their_field(db):
    mobility = theme()
    article(themes=[mobility])
    [reference] = ReferenceIndex.get_references_to(mobility)
    assert reference.describe_source_field() == "Thèmes"
    assert reference.describe_on_delete()


def test_a_person_in_a_list_and_a_section_are_counted(db):
    article(people=[("person", {"person": person(), "office": "maire"})], section=rubric())
    assert uses(person()) == uses(rubric()) == 1


def test_what_was_chosen_before_is_counted_by_a_migration(db):
    mobility = theme()
    named = pioneer()
    article(themes=[mobility], pioneers=[named])
    before = set(ReferenceIndex.objects.values_list("to_object_id", "content_path_hash"))
    ReferenceIndex.objects.filter(model_path__endswith=".item").delete()
    assert uses(mobility) == 0
    note_uses(apps, None)
    note_uses(apps, None)
    after = ReferenceIndex.objects.values_list("to_object_id", "content_path_hash")
    assert set(after) == before and len(after) == len(before)
    assert uses(named) == 1
