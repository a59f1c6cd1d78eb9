import re
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError
from django.test import RequestFactory

from news.models import NewsIndexPage, NewsPage
from tests.factories import article, pioneer, region, restrict, rubric, section, territory, theme

DAY = date(2018, 1, 19)


def listing(**query):
    return section(NewsIndexPage).listing(RequestFactory().get("/", query))


def related(page):
    return [found.title for found in NewsPage.objects.get(pk=page.pk).related_articles()]


def chosen(*pages):
    return [("article", page) for page in pages]


def test_an_article_is_not_modified_before_it_is_published(db):
    page = article(published_on=DAY)
    page.modified_on = date(2018, 1, 18)
    with pytest.raises(ValidationError) as refusal:
        page.full_clean()
    assert "corrigez l’une des deux dates" in refusal.value.message_dict["modified_on"][0]


@pytest.mark.parametrize("name", ["published_on", "modified_on"])
def test_a_year_one_date_is_refused_not_crashed_on(db, name):
    with pytest.raises(ValidationError) as refusal:
        article(**{name: date(1, 1, 1)})
    assert name in refusal.value.message_dict


@pytest.mark.parametrize(
    ("modified", "shown"),
    [(None, None), (DAY, None), (date(2018, 4, 18), date(2018, 4, 18))],
)
def test_the_date_of_modification_is_shown_when_it_says_something(db, modified, shown):
    assert article(published_on=DAY, modified_on=modified).shown_modified_on == shown


def test_an_article_under_a_region_is_filed_there_without_being_told(db):
    bretagne, normandie = region("53", "Bretagne"), region("28", "Normandie")
    written = article("Écrit à Rennes", under=bretagne)
    assert written.region == bretagne
    assert list(bretagne.published_articles()) == [written]
    filed_elsewhere = article("Écrit à Rennes pour Caen", under=bretagne, region=normandie)
    assert list(normandie.published_articles()) == [filed_elsewhere]
    assert article("National").region is None


def test_a_draft_under_a_region_is_filed_there_as_well(db):
    written = article(under=region("53", "Bretagne"))
    written.region = None
    written.save_revision()
    assert written.get_latest_revision_as_object().region == region("53")


def test_an_article_that_moves_to_another_region_is_filed_there(db):
    bretagne, normandie = region("53", "Bretagne"), region("28", "Normandie")
    written = article(under=bretagne)
    written.save_revision()
    written.move(normandie, pos="last-child")
    assert NewsPage.objects.get().region == normandie
    assert NewsPage.objects.get().get_latest_revision_as_object().region == normandie
    NewsPage.objects.update(region=bretagne)
    NewsPage.objects.get().move(section(NewsIndexPage), pos="last-child")
    assert NewsPage.objects.get().region == bretagne


def test_the_newest_article_comes_first_and_the_latest_written_of_a_day(db):
    article("Ancien", published_on=date(2018, 1, 1))
    article("Neuf", published_on=date(2018, 2, 1))
    article("Neuf aussi", published_on=date(2018, 2, 1))
    titles = [page.title for page in NewsPage.objects.published()]
    assert titles == ["Neuf aussi", "Neuf", "Ancien"]


def test_what_to_read_next_is_the_editor_s_choice_then_the_newest_of_the_section(db):
    far = article("Choisi", section=rubric("Dossier"), published_on=date(2017, 1, 1))
    article("Vieux", published_on=date(2018, 1, 1))
    article("Récent", published_on=date(2018, 2, 1))
    article("Plus récent", published_on=date(2018, 3, 1))
    article("Autre rubrique", section=rubric("Dossier"), published_on=date(2018, 4, 1))
    page = article("Lu", related=chosen(far))
    assert related(page) == ["Choisi", "Plus récent", "Récent"]


def test_what_to_read_next_is_of_the_same_section_only_when_it_says_so(client, db):
    article("Une autre")
    alone = article("Seul").url
    mixed = article("Mêlé", related=chosen(article(section=rubric("Dossier")))).url
    said = ("<h2>Dans la même rubrique</h2>", "<h2>À lire aussi</h2>")
    for address, title in zip((alone, mixed), said, strict=True):
        html = client.get(address).content.decode()
        assert [one for one in said if one in html] == [title]


def test_an_article_names_its_region_apart_from_a_territory_of_that_name(client, db):
    bretagne = region("53", "Bretagne")
    page = article(region=bretagne, territories=[territory("Région Bretagne")])
    aside = client.get(page.url).content.decode().partition("<aside")[2].partition("</aside>")[0]
    assert re.findall(r"<(?:h2|a)[^>]*>([^<]+)", aside) == [
        "Pionniers et territoires cités",
        "Région Bretagne",
        "Région",
        "Bretagne",
    ]


def test_what_to_read_next_keeps_the_order_chosen(db):
    pages = [article(title, section=rubric("Dossier")) for title in ("A", "B", "C")]
    assert related(article(related=chosen(*reversed(pages)))) == ["C", "B", "A"]


def test_what_to_read_next_leaves_out_what_the_public_may_not_see_and_the_page_itself(db):
    draft, hidden, gone = article("Brouillon", live=False), article("Réservé"), article("Supprimé")
    restrict(hidden)
    page = article("Lu", related=chosen(draft, hidden, gone))
    gone.delete()
    article("Public")
    assert related(page) == ["Public"]


def test_the_pages_an_article_names_are_public_ones(db):
    page = article(
        pioneers=[pioneer("Siel"), pioneer("Brouillon", live=False)],
        territories=[territory("Brest"), territory("Réservé")],
    )
    restrict(page.territories.get(title="Réservé"))
    page = NewsPage.objects.get(pk=page.pk)
    assert [found.title for found in page.mentioned_pages()] == ["Brest", "Siel"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, {"A", "B", "C"}),
        ({"rubrique": "dossier"}, {"C"}),
        ({"theme": "eau"}, {"B"}),
        ({"region": "53"}, {"A"}),
        ({"annee": "2018"}, {"A", "C"}),
        ({"annee": "2018", "rubrique": "dossier"}, {"C"}),
        ({"annee": "2018", "theme": "eau"}, set()),
        ({"annee": "2017"}, set()),
        ({"annee": "abc"}, set()),
        ({"annee": "-1"}, set()),
        ({"annee": "9" * 40}, set()),
        ({"rubrique": "inconnue"}, set()),
        ({"theme": "eau'--"}, set()),
    ],
)
def test_the_list_of_news_can_be_narrowed(db, query, found):
    article("A", published_on=DAY, region=region("53"))
    article("B", published_on=date(2019, 6, 1), themes=[theme("Eau"), theme("Mer")])
    article("C", published_on=date(2018, 12, 31), section=rubric("Dossier"))
    article("Brouillon", live=False, published_on=DAY)
    assert {page.title for page in listing(**query).page} == found
    assert listing(**query).total == len(found)


def test_only_years_with_public_articles_are_offered_and_those_between(db):
    article(published_on=date(2017, 1, 1), live=False)
    article(published_on=DAY)
    article(published_on=date(2020, 1, 1))
    years = next(bound for bound in listing().filters if bound.filter.name == "annee")
    assert [option["value"] for option in years.options] == ["2020", "2019", "2018"]


def test_an_empty_list_of_news_offers_no_year(db):
    years = next(bound for bound in listing().filters if bound.filter.name == "annee")
    assert years.options == []


def test_a_section_that_has_articles_cannot_be_deleted(db):
    article(section=rubric("Dossier"))
    with pytest.raises(ProtectedError):
        rubric("Dossier").delete()
