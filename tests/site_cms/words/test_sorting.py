from django.utils.translation import override

from news.models import filing_filters
from pioneers.models import PioneerPage
from site_cms.words.sorting import BY_TITLE, by_label, name_key
from territories.regions import REGION_CHOICES
from tests.factories import article, french, pioneer, region, rubric, territory, theme

NAMES = ["Eau", "Énergie", "Île", "Odeur", "Œuvre", "Région Bretagne", "roubaix", "Zèbre"]


def test_accents_and_capitals_do_not_decide_the_order_of_names():
    shuffled = [NAMES[index] for index in (5, 0, 7, 3, 1, 6, 4, 2)]
    assert sorted(shuffled, key=name_key) == NAMES


def test_the_database_sorts_pages_in_the_same_order(db):
    for name in reversed(NAMES):
        pioneer(name)
    assert [page.title for page in PioneerPage.objects.order_by(*BY_TITLE)] == NAMES
    assert [page.title for page in PioneerPage.objects.order_by(*BY_TITLE).reverse()] == NAMES[::-1]


def test_a_directory_is_in_the_order_of_names(client, db):
    for name in reversed(NAMES):
        shown = pioneer(name)
    html = client.get(shown.get_parent().url).content.decode()
    found = [html.index(f">{name}<") for name in NAMES]
    assert found == sorted(found)


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
