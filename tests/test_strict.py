"""The two habits of strict.py: they catch what they are for, and let pass what is right."""

import pytest
from django.conf import settings
from django.template import Context, Origin, Template

from site_cms.models import Theme
from tests.factories import french
from tests.strict import UnknownVariable, shuffle


class TestQuerysets:
    @pytest.fixture
    def themes(self, db):
        for name in "abc":
            Theme.objects.create(name=name, slug=name, locale=french())
        return Theme.objects.order_by()

    def test_come_in_another_order_where_none_is_named(self, themes):
        for found in (
            [theme.name for theme in themes],
            [theme.name for theme in themes.iterator(chunk_size=2)],
            [theme["name"] for theme in themes.values("name")],
            [name for (name,) in themes.values_list("name")],
            [theme.name for theme in themes.values_list("name", named=True)],
            list(themes.values_list("name", flat=True)),
        ):
            assert sorted(found) == ["a", "b", "c"] != found
        # Here the database itself may turn them round, and shuffling turn them back.
        assert sorted(themes.values_list("name", flat=True).distinct()) == ["a", "b", "c"]

    def test_keep_the_order_that_is_named_and_what_a_slice_chooses(self, themes):
        assert [theme.name for theme in themes.order_by("-name")] == ["c", "b", "a"]
        assert [theme.name for theme in themes[:3]] == ["a", "b", "c"]
        assert themes.first().name == "a" and themes.last().name == "c"
        assert themes.get(name="b").name == "b"

    def test_two_are_always_turned_round(self):
        assert shuffle([1, 2]) == [2, 1] and shuffle([1]) == [1] and shuffle([]) == []


class TestTemplates:
    OURS = Origin(str(settings.BASE_DIR / "home" / "templates" / "made-up.html"))

    def rendered(self, text, origin=OURS, **context):
        return Template(text, origin=origin).render(Context(context))

    @pytest.mark.parametrize(
        "text",
        [
            "{{ unknown }}",
            "{{ known.unknown }}",
            "{{ unknown|upper }}",
            "{% for one in unknown %}{% endfor %}",
            "{% with one=unknown %}{% endwith %}",
            "{% load i18n %}{% blocktranslate %}Bonjour {{ unknown }}{% endblocktranslate %}",
        ],
    )
    def test_fail_on_a_variable_that_does_not_exist(self, text):
        with pytest.raises(UnknownVariable, match="unknown"):
            self.rendered(text, known="Camille")

    @pytest.mark.parametrize(
        ("text", "shown"),
        [
            ("{{ known }}", "Camille"),
            ("{{ nothing }}", "None"),
            ("{% if unknown %}oui{% else %}non{% endif %}", "non"),
            ('{{ unknown|default:"rien" }}', "rien"),
            ("{% firstof unknown known %}", "Camille"),
            ("{% load i18n %}{% translate 'Oui' %}", "Oui"),
            (
                "{% load i18n %}{% blocktranslate with a=known %}{{ a }}{% endblocktranslate %}",
                "Camille",
            ),
            (
                "{% load i18n %}{% blocktranslate count n=two %}{{ n }}{% plural %}{{ n }} à deux"
                "{% endblocktranslate %}",
                "2 à deux",
            ),
        ],
    )
    def test_let_pass_what_exists_and_what_is_asked_for(self, text, shown):
        assert self.rendered(text, known="Camille", nothing=None, two=2) == shown

    def test_of_packages_are_left_alone(self):
        assert self.rendered("{{ unknown }}", origin=None) == ""
