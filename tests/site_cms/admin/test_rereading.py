"""Pages to read again, the report with its CSV, and the notice on archived pages."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page
from wagtail.users.models import UserProfile

from site_cms.admin.rereading.due import Pages
from site_cms.rights.roles import COMMUNICATION
from tests.factories import article, content, milestone, pioneer, region, territory, user

REPORT = "/admin/reports/a-relire/"


def day(offset):
    return timezone.localdate() + timedelta(days=offset)


def age(page, days):
    moment = timezone.now() - timedelta(days=days)
    Page.objects.filter(pk=page.pk).update(last_published_at=moment)


@pytest.fixture
def camille(client, db):
    account = user("camille", COMMUNICATION)
    client.force_login(account)
    return account


def test_what_is_due_first_by_its_date_then_by_its_age(camille):
    old = content("Ancienne")
    age(old, 400)
    age(content("Récente"), 300)
    dated_later = content("Datée plus tard", review_by=day(5))
    age(dated_later, 400)
    for title, make, due in (
        ("Hier", milestone, -1),
        ("Aujourd’hui", pioneer, 0),
        ("Avant-hier", article, -2),
        ("Demain", article, 1),
    ):
        make(title, review_by=day(due))
    content("Brouillon", review_by=day(-3), live=False)
    archived = content("Archive", archived_on=day(-30))
    age(archived, 900)
    due = Pages(camille, "due")
    assert [page.title for page in due] == ["Avant-hier", "Hier", "Aujourd’hui", "Ancienne"]
    keys = [page.pk for page in due]
    assert len(due) == 4
    # Wherever a page of the list begins: before, at or after the first one without a date.
    for start, stop in ((0, 9), (0, 3), (0, 2), (2, 4), (3, 9), (4, 9)):
        assert due.keys(start, stop) == keys[start:stop]


def test_an_archived_page_with_a_date_is_due_on_it(camille):
    content("Archive datée", archived_on=day(-30), review_by=day(-1))
    assert [page.title for page in Pages(camille, "due")] == ["Archive datée"]


def test_the_report_filters_by_when_and_by_type(client, camille):
    content("En retard", review_by=day(-1))
    article("Article en retard", review_by=day(-1))
    content("Bientôt", review_by=day(10))
    content("Sans date")

    def listed(query=""):
        html = client.get(REPORT + query).content.decode()
        names = ("En retard", "Article en retard", "Bientôt", "Sans date")
        return [name for name in names if f">{name}</a>" in html]

    assert listed() == ["En retard", "Article en retard"]
    assert listed("?when=due") == ["En retard", "Article en retard"]
    assert listed("?when=soon") == ["Bientôt"]
    assert listed("?when=undated") == ["Sans date"]
    assert len(listed("?when=any")) == 4
    kind = Page.objects.get(title="Article en retard").content_type_id
    assert listed(f"?when=any&content_type={kind}") == ["Article en retard"]
    assert client.get(REPORT + "?when=nimportequoi").status_code == 200


@pytest.mark.once
@pytest.mark.parametrize("query", ["", "?when=soon", "?when=undated", "?when=any", "?export=csv"])
def test_types_are_joined_for_the_pages_that_are_shown(client, camille, query):
    for title in ("Bientôt", "En retard"):
        content(title, review_by=day(10 if title == "Bientôt" else -1))
    with CaptureQueriesContext(connection) as found:
        client.get(REPORT + query).getvalue()
    joined = [one["sql"] for one in found if "COALESCE(" in one["sql"]]
    assert all('"wagtailcore_page"."id" IN (' in sql for sql in joined)
    assert len(joined) == 1


def test_the_csv_speaks_the_language_of_whoever_asks(client, camille):
    content(review_by=day(-1))
    UserProfile.objects.create(user=camille, preferred_language="en")
    text = client.get(REPORT + "?export=csv").getvalue().decode()
    assert text.startswith("Title,Section or region")


def test_the_csv_holds_what_the_screen_shows_and_no_formula(client, camille):
    content("=1+1", slug="formule", review_by=day(-1))
    response = client.get(REPORT + "?export=csv")
    text = b"".join(response.streaming_content).decode()
    assert "Titre,Rubrique ou région,Type,À relire avant le" in text
    assert "'=1+1" in text and "French Impact" in text and day(-1).isoformat() in text
    assert "/formule/" in text
    assert client.get(REPORT + "?export=xlsx").status_code == 200


def test_the_csv_tells_moments_by_the_clock_in_paris(client, camille):
    page = content(review_by=day(-1))
    moment = datetime(2026, 7, 14, 22, 30, 5, 386805, tzinfo=UTC)
    Page.objects.filter(pk=page.pk).update(last_published_at=moment)
    text = client.get(REPORT + "?export=csv").getvalue().decode()
    assert ",2026-07-15 00:30:05," in text and "386805" not in text
    assert client.get(REPORT + "?export=xlsx").status_code == 200


def test_a_region_s_report_and_csv_hold_its_own_pages_only(client, db):
    for code, name in (("53", "Bretagne"), ("76", "Occitanie")):
        territory(f"Territoire {name}", under=region(code, name), review_by=day(-1))
    client.force_login(user("yann", "Bretagne – contribution"))
    for query in ("?when=any", "?when=any&export=csv"):
        response = client.get(REPORT + query)
        html = response.getvalue().decode()
        assert "Territoire Bretagne" in html and "Occitanie" not in html


def test_the_menu_offers_the_report_and_no_longer_wagtail_s(client, camille):
    html = client.get("/admin/").content.decode()
    assert REPORT in html and "/admin/reports/aging-pages/" not in html


# --- Archived pages -------------------------------------------------------------------------------


@pytest.mark.parametrize("make", [content, article, territory, pioneer, milestone])
def test_an_archived_page_says_so_to_its_readers(client, home_page, make):
    page = make(archived_on=timezone.localdate().replace(year=2019, month=3, day=1))
    html = client.get(page.url).content.decode()
    assert "Page archivée." in html and "1er\u00a0mars 2019" in html
    assert html.index('id="contenu"') < html.index("Page archivée.") < html.index("<h1")


@pytest.mark.parametrize("fields", [{}, {"archived_on": day(1)}])
def test_others_do_not(client, home_page, fields):
    page = content(**fields)
    assert "Page archivée" not in client.get(page.url).content.decode()


def test_pages_that_are_no_pages_do_not(client, home_page):
    assert "Page archivée" not in client.get("/introuvable/").content.decode()
    assert "Page archivée" not in client.get("/recherche/").content.decode()
