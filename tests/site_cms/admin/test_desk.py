"""The admin's home: each panel says what it should, to whom it concerns, in a few queries."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.contrib.forms.models import FormSubmission
from wagtail.models import Page, WorkflowState
from wagtail.rich_text import RichText

from news.models import NewsIndexPage, NewsPage
from pioneers.models import CallPage
from site_cms.admin.desk import LIMIT
from site_cms.rights.roles import COMMUNICATION, RELECTURE
from territories.models import Partner, RegionPage, TerritoryPage
from territories.regions import REGION_CHOICES
from territories.teams import RegionTeam
from tests.factories import (
    article,
    call,
    contact,
    content,
    document,
    image,
    region,
    rubric,
    section,
    territory,
    translate,
    user,
)

PLANTED = "zkwxq"
OWN = ("wbrvt", "53", "Bretagne")


@pytest.fixture
def enter(client, db):
    """Log in as a member of a group, and return the panels of the home page by their headings."""

    def enter(*groups, **fields):
        account = user("camille", *groups, **fields)
        client.force_login(account)
        return account

    return enter


def panels(client):
    soup = BeautifulSoup(client.get("/admin/").content, "html.parser")
    found = {}
    for panel in soup.select("section.w-panel"):
        heading = panel.select_one("[data-panel-heading-text]").get_text(strip=True)
        found[heading] = panel.get_text(" ", strip=True)
    return found


def submit(page, by):
    page.save_revision(user=by)
    return page.get_workflow().start(page, by)


def make_everything(word, code, name):
    """In a region: one page for every panel there is."""
    here = region(code, name)
    writer = user(f"auteur-{code}", f"{name} – contribution", first_name="Maëlle")
    submit(territory(f"{word} soumis", under=here, live=False), writer)
    scheduled = territory(f"{word} programmé", under=here, live=False)
    scheduled.go_live_at = timezone.now() + timedelta(days=3)
    scheduled.save_revision(user=writer, approved_go_live_at=scheduled.go_live_at)
    territory(f"{word} brouillon", under=here, live=False).save_revision(user=writer)
    territory(f"{word} en retard", under=here, review_by=timezone.localdate() - timedelta(days=2))
    article(f"{word} nu", under=here)
    dead_end = content(live=False)
    link = f'<p><a linktype="page" id="{dead_end.pk}">lien</a></p>'
    broken = territory(f"{word} lien mort", under=here, body=[("paragraph", RichText(link))])
    broken.save_revision().publish()
    return here


@pytest.fixture
def two_regions(db):
    make_everything(PLANTED, "76", "Occitanie")
    return make_everything(*OWN)


def test_a_regional_publisher_finds_what_needs_it(client, enter, two_regions):
    enter("Bretagne – publication")
    shown = panels(client)
    word = OWN[0]
    assert f"{word} soumis" in shown["À valider par vous"]
    assert "Soumise par Maëlle" in shown["À valider par vous"]
    assert f"{word} programmé" in shown["Programmé"]
    assert f"{word} brouillon" in shown["Brouillons"]
    assert f"{word} soumis" not in shown["Brouillons"]
    assert f"{word} programmé" not in shown["Brouillons"]
    assert f"{word} en retard" in shown["À relire"]
    assert f"{word} lien mort" in shown["Liens vers des pages absentes"]
    assert f"{word} nu" in shown["Articles en ligne sans résumé ou sans image"]
    assert "Manque : résumé, image" in shown["Articles en ligne sans résumé ou sans image"]
    assert f"{word} en retard" in shown["Territoires sans partenaires ou sans contact"]
    assert "Bretagne" in shown["Votre partie du site"]


def test_a_contributor_waits_for_what_it_submitted_and_decides_nothing(client, enter, two_regions):
    enter("Bretagne – contribution")
    shown = panels(client)
    assert "À valider par vous" not in shown and "Programmé" not in shown
    assert f"{OWN[0]} soumis" in shown["En attente de validation"]


@pytest.mark.parametrize("role", ["contribution", "publication"])
def test_nothing_on_the_home_page_names_another_region_s_pages(client, enter, two_regions, role):
    enter(f"Bretagne – {role}")
    html = client.get("/admin/").content.decode()
    assert OWN[0] in html
    assert PLANTED not in html and "Occitanie" not in html


def test_communication_sees_the_same_across_regions(client, enter, two_regions):
    enter(COMMUNICATION)
    shown = panels(client)
    for heading in ("Soumis, en attente de validation", "Programmé", "Brouillons", "À relire"):
        assert PLANTED in shown[heading] and OWN[0] in shown[heading], heading
    assert "Occitanie" in shown["Soumis, en attente de validation"]
    assert "Votre partie du site" not in shown


def test_national_reviewers_are_given_no_list_they_can_do_nothing_about(client, enter, two_regions):
    enter(RELECTURE)
    shown = panels(client)
    assert PLANTED in shown["À valider par vous"]
    assert "Brouillons" not in shown and "À relire" not in shown


def test_an_account_of_two_regions_has_both(client, enter, two_regions):
    enter("Bretagne – publication", "Occitanie – publication")
    shown = panels(client)
    assert PLANTED in shown["À valider par vous"] and OWN[0] in shown["À valider par vous"]
    assert "Bretagne" in shown["Votre partie du site"]
    assert "Occitanie" in shown["Votre partie du site"]


def test_a_right_removed_empties_the_desk_at_once(client, enter, two_regions):
    account = enter("Bretagne – publication")
    assert OWN[0] in client.get("/admin/").content.decode()
    account.groups.set([])
    assert OWN[0] not in client.get("/admin/", follow=True).content.decode()


def test_recent_edits_forget_what_is_no_longer_the_account_s(client, enter, two_regions):
    account = enter("Bretagne – publication", "Occitanie – publication")
    page = TerritoryPage.objects.get(title=f"{PLANTED} en retard")
    page.save_revision(user=account, log_action=True)
    assert PLANTED in panels(client)["Vos modifications les plus récentes"]
    account.groups.set(account.groups.filter(name__startswith="Bretagne"))
    assert PLANTED not in client.get("/admin/").content.decode()


def test_changes_asked_for_are_said_to_the_writer(client, enter):
    here = region("53", "Bretagne")
    writer = enter("Bretagne – contribution")
    submit(territory("Brest", under=here, live=False), writer)
    WorkflowState.objects.update(status=WorkflowState.STATUS_NEEDS_CHANGES)
    assert "Modifications demandées" in panels(client)["En attente de validation"]


def test_with_nothing_to_do_the_desk_says_so_kindly(client, enter):
    region("53", "Bretagne")
    enter("Bretagne – publication")
    html = client.get("/admin/").content.decode()
    assert "Rien à faire pour le moment" in html
    territory(under=region("53"), live=False)
    assert "Rien à faire pour le moment" not in client.get("/admin/").content.decode()


def test_calls_that_close_soon_are_said_to_everybody_with_the_page_each_may_open(client, enter):
    now = timezone.now()
    for title, days, fields in (
        ("Bientôt", 5, {}),
        ("Plus tard", 60, {}),
        ("Passé", -1, {}),
        ("Caché", 5, {"live": False}),
    ):
        dates = {"opens_at": now - timedelta(days=30), "closes_at": now + timedelta(days=days)}
        call(title, channel="outside", outside_url="https://example.org/", **dates, **fields)
    region("53", "Bretagne")
    enter("Bretagne – contribution")
    shown = panels(client)["Appels bientôt clos"]
    assert "Bientôt" in shown
    assert not {"Plus tard", "Passé", "Caché"} & set(shown.split("  "))
    soon = CallPage.objects.get(title="Bientôt")
    html = client.get("/admin/").content.decode()
    assert soon.url in html and f"/admin/pages/{soon.pk}/edit/" not in html


def test_a_territory_with_partners_and_a_contact_is_left_in_peace(client, enter):
    here = region("53", "Bretagne")
    page = territory("Brest", under=here, contact_name="Une personne")
    enter("Bretagne – publication")
    heading = "Territoires sans partenaires ou sans contact"
    assert "Manque : partenaires" in panels(client)[heading]
    page.partners = [Partner(name="Ville de Brest", kind=Partner.Kind.AUTHORITY)]
    page.save()
    assert heading not in panels(client)


def test_a_longer_list_is_cut_and_says_so(client, enter):
    here = region("53", "Bretagne")
    for number in range(LIMIT + 3):
        territory(f"Brouillon {number}", under=here, live=False)
    enter("Bretagne – publication")
    shown = panels(client)["Brouillons"]
    assert shown.count("Brouillon ") == LIMIT
    assert "Voir toute la liste" in shown


def test_the_whole_of_a_longer_list_is_one_click_away(client, enter):
    enter(COMMUNICATION)
    pages = [article(live=False) for _ in range(LIMIT + 2)]
    for page in pages:
        page.save_revision()
    soup = BeautifulSoup(client.get("/admin/").content, "html.parser")
    link = soup.find("a", string="Voir toute la liste")
    whole = client.get(link["href"]).content.decode()
    assert all(page.title in whole for page in pages) and "Voir toute la liste" not in whole
    assert client.get("/admin/bureau/rien/").status_code == 404


def test_those_who_write_begin_an_article_from_the_desk(client, enter):
    news = section(NewsIndexPage)
    translate(news)
    enter(COMMUNICATION)
    soup = BeautifulSoup(client.get("/admin/").content, "html.parser")
    button = next(link for link in soup.select("a.button") if "Écrire un article" in link.text)
    assert button["href"] == f"/admin/pages/add/news/newspage/{news.pk}/"
    assert client.get(button["href"]).status_code == 200


def test_a_team_writes_on_its_region_and_reviewers_write_nothing(client, enter):
    bretagne = region("53", "Bretagne")
    enter("Bretagne – contribution")
    assert (
        f"/admin/pages/add/news/newspage/{bretagne.pk}/" in client.get("/admin/").content.decode()
    )
    client.force_login(user("rachel", RELECTURE))
    assert "Écrire un article" not in client.get("/admin/").content.decode()


def test_the_site_is_greeted_by_its_name_and_wagtail_s_own_help_is_gone(client, enter):
    region("53", "Bretagne")
    enter("Bretagne – contribution")
    html = client.get("/admin/").content.decode()
    assert "French Impact" in html and "/admin/guide/" in html
    assert "guide.wagtail.org" not in html


def test_a_page_in_another_language_says_so_where_it_stands_beside_its_original(client, enter):
    here = region("53", "Bretagne")
    translate(territory("Brest", under=here))
    enter("Bretagne – publication")
    shown = panels(client)
    assert "Anglais" in shown["Votre partie du site"]
    # Nobody fills in partners and contacts but on the French page.
    assert "Anglais" not in shown["Territoires sans partenaires ou sans contact"]


def test_files_that_may_only_be_chosen_are_not_counted_as_one_s_own(client, enter):
    region("53", "Bretagne")
    image("nationale.jpg"), document("national.pdf")
    enter("Bretagne – publication")
    mine = image("bretonne.jpg")
    mine.collection = RegionTeam.objects.get(code="53").collection
    mine.save()
    html = BeautifulSoup(client.get("/admin/").content, "html.parser")
    counts = {link["href"]: link.get_text().split()[0] for link in html.select(".w-summary a")}
    assert counts["/admin/images/"] == "1" and counts["/admin/documents/"] == "0"
    # Wagtail would count the pages of all below the first page that is the team's.
    assert not any(address.startswith("/admin/pages/") for address in counts)
    client.force_login(user("dominique", COMMUNICATION))
    html = BeautifulSoup(client.get("/admin/").content, "html.parser")
    assert any("/admin/pages/" in link["href"] for link in html.select(".w-summary a"))


def send_messages(page, count):
    for number in range(count):
        FormSubmission.objects.create(page=page, form_data={"votre_message": f"Bonjour {number}"})


def test_messages_of_the_week_are_told_to_those_who_read_them(client, enter):
    page = contact()
    send_messages(page, 3)
    old = FormSubmission.objects.first()
    FormSubmission.objects.filter(pk=old.pk).update(submit_time=timezone.now() - timedelta(days=8))
    enter(COMMUNICATION)
    assert "Contact 2 messages" in panels(client)["Messages reçus"]
    html = BeautifulSoup(client.get("/admin/").content, "html.parser")
    assert html.select_one(f'#desk-messages-content a[href="/admin/forms/submissions/{page.pk}/"]')
    FormSubmission.objects.all().delete()
    assert "Messages reçus" not in panels(client)


@pytest.mark.parametrize("group", [RELECTURE, "Bretagne – publication"])
def test_others_hear_nothing_of_messages(client, enter, group):
    region("53", "Bretagne")
    send_messages(contact(), 1)
    enter(group)
    html = client.get("/admin/").content.decode()
    assert "Messages reçus" not in html and "Formulaires sans destinataire" not in html


def test_a_form_that_warns_nobody_is_flagged_until_it_has_a_recipient(client, enter):
    page, soon = contact(), timezone.now() + timedelta(days=9)
    online = {"channel": CallPage.Channel.ONLINE, "privacy_notice": "Une équipe lit."}
    call("Ouvert", opens_at=timezone.now() - timedelta(days=9), closes_at=soon, **online)
    call("Ailleurs", channel=CallPage.Channel.NONE)
    enter(COMMUNICATION)

    def flagged():
        found = BeautifulSoup(client.get("/admin/").content, "html.parser").select(".help-block li")
        return sorted(item.get_text(strip=True) for item in found)

    assert flagged() == ["Contact", "Ouvert"]
    page.to_address = "equipe@example.org"
    page.save()
    assert flagged() == ["Ouvert"]


# --- Queries do not grow with the site ------------------------------------------------------------

SMALL, LARGE = 500, 5_000
HOME_QUERIES = 60
SCREENS = (
    "/admin/",
    "/admin/pages/{region}/",
    "/admin/pages/{region}/?q=page",
    "/admin/articles/",
    "/admin/articles/?state=live",
    "/admin/territories/",
    "/admin/reports/a-relire/",
    "/admin/api/main/pages/?child_of={region}&for_explorer=1",
)


def fill(total):
    """Bring the eighteen regions to `total` pages in all, half of them territories."""
    regions = list(RegionPage.objects.order_by("code"))
    share = total // len(regions)
    for here in regions:
        below = here.numchild
        pages = [child(here, number) for number in range(below + 1, share + 1)]
        Page.objects.bulk_create(pages)
        for model, more in ((TerritoryPage, {"region": here}), (NewsPage, {"section": rubric()})):
            kind = ContentType.objects.get_for_model(model)
            own = [page for page in pages if page.content_type_id == kind.pk]
            rows = [model(page_ptr=page, **more) for page in own]
            model._base_manager._insert(rows, fields=model._meta.local_concrete_fields)
        Page.objects.filter(pk=here.pk).update(numchild=share)


def child(here, number):
    model = (TerritoryPage, NewsPage)[number % 2]
    now = timezone.now()
    return Page(
        title=f"Page {number}",
        draft_title=f"Page {number}",
        slug=f"page-{number}",
        path=Page._get_path(here.path, here.depth + 1, number),
        depth=here.depth + 1,
        url_path=f"{here.url_path}page-{number}/",
        locale_id=here.locale_id,
        live=number % 5 != 0,
        has_unpublished_changes=number % 7 == 0,
        latest_revision_created_at=now,
        last_published_at=now - timedelta(days=20 * number),
        content_type=ContentType.objects.get_for_model(model),
    )


@pytest.mark.once
def test_the_number_of_queries_is_the_same_at_ten_times_the_pages(client, enter):
    for code, name in REGION_CHOICES:
        region(code, str(name))
    enter("Bretagne – publication")
    here = region("53")
    counts = []
    for total in (SMALL, LARGE):
        fill(total)
        assert Page.objects.count() >= total
        counts.append({})
        for screen in SCREENS:
            address = screen.format(region=here.pk)
            client.get(address)
            with CaptureQueriesContext(connection) as seen:
                assert client.get(address).status_code == 200, address
            counts[-1][screen] = len(seen)
    assert counts[0] == counts[1]
    assert counts[1]["/admin/"] <= HOME_QUERIES
