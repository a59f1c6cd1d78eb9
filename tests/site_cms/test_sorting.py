from django.utils.translation import override

from news.models import filing_filters
from site_cms.sorting import by_label, name_key
from territories.regions import REGION_CHOICES
from tests.factories import article, french, pioneer, region, rubric, territory, theme


def test_accents_and_capitals_do_not_decide_the_order_of_names():
    names = ["Énergie", "roubaix", "Œuvre", "Eau", "Région Bretagne", "Zèbre", "Île", "Odeur"]
    assert sorted(names, key=name_key) == [
        "Eau",
        "Énergie",
        "Île",
        "Odeur",
        "Œuvre",
        "Région Bretagne",
        "roubaix",
        "Zèbre",
    ]


def test_regions_are_in_the_order_of_the_reader_s_language():
    with override("en"):
        names = [str(name) for _code, name in by_label(REGION_CHOICES)]
    assert names.index("French Guiana") == names.index("Grand Est") - 1
    assert names.index("Réunion") > names.index("Provence-Alpes-Côte d’Azur")


def test_what_an_article_and_its_filters_name_is_in_the_order_of_names(client, db):
    names = ["Eau", "Énergie", "Mobilité"]
    bretagne = region("53", "Bretagne")
    page = article(
        section=rubric("Écho"),
        themes=[theme(name) for name in reversed(names)],
        territories=[territory(name, under=bretagne) for name in ("Roubaix", "Région Bretagne")],
    )
    rubric("Zone")
    section, themes, _region = filing_filters(french().pk)
    assert [label for _slug, label in themes.choices] == names
    assert [label for _slug, label in section.choices] == ["Actualité", "Écho", "Zone"]
    html = client.get(page.url).content.decode().partition("<aside")[2]
    found = [html.index(f">{name}<") for name in ["Région Bretagne", "Roubaix", *names]]
    assert found == sorted(found)
    shown = pioneer(themes=[theme(name) for name in reversed(names)])
    assert shown.card_detail == "Eau · Énergie · Mobilité"
