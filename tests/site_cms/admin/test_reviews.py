"""A review, as it looks to who asked for it and to who answers."""

import pytest
from bs4 import BeautifulSoup
from wagtail.models import Comment

from site_cms.rights.roles import COMMUNICATION, RELECTURE
from tests.factories import article, region, territory, user


@pytest.fixture
def world(db):
    """A territory that its contributor has submitted, and who reviews it."""
    here = region("53", "Bretagne")
    writer = user("maelle", "Bretagne – contribution", first_name="Maëlle")
    page = territory("Rennes", under=here, live=False)
    page.save_revision(user=writer)
    page.get_workflow().start(page, writer)
    return page, writer, user("rachel", RELECTURE, first_name="Rachel", last_name="Roux")


def form(client, account, page):
    client.force_login(account)
    answer = client.get(f"/admin/pages/{page.pk}/edit/")
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def test_a_reviewer_opens_what_waits_for_it_from_the_desk(client, world):
    page, _writer, reviewer = world
    client.force_login(reviewer)
    desk = BeautifulSoup(client.get("/admin/").content, "html.parser")
    link = desk.select_one("#desk-to_review-section a[href*='/pages/']")
    assert link["href"] == f"/admin/pages/{page.pk}/edit/"
    assert client.get(link["href"]).status_code == 200


def test_one_button_means_yes(client, world):
    page, _writer, reviewer = world
    html = form(client, reviewer, page)
    yes = [b.text.strip() for b in html.select("[data-workflow-action-name=approve]")]
    assert yes == ["Approuver et publier"]
    assert not html.select("[name=action-publish]")
    assert html.select("[data-workflow-action-name=reject]")


def test_the_step_is_named_to_who_reviews(client, world):
    page, _writer, reviewer = world
    assert "à l’étape «\u00a0Relecture – Bretagne\u00a0»" in form(client, reviewer, page).text


def test_the_writer_reads_in_the_form_what_is_asked_for(client, world):
    page, writer, reviewer = world
    task = page.current_workflow_task_state
    task.task.on_action(task, reviewer, "reject", comment="Il manque <i>les partenaires</i>.")
    said = form(client, writer, page).select_one(".messages").text
    assert "demandées par Rachel Roux" in said and "«\u00a0Relecture – Bretagne\u00a0»" in said
    assert "«\u00a0Il manque <i>les partenaires</i>.\u00a0»" in said


def test_comments_are_found_on_the_desk_until_they_are_settled(client, world):
    page, writer, reviewer = world
    note = Comment.objects.create(
        page=page, user=reviewer, text="Quelle année ?", contentpath="summary"
    )
    foreign = Comment.objects.create(
        page=article("Ailleurs"), user=reviewer, text="Autre chose", contentpath="summary"
    )
    client.force_login(writer)
    desk = client.get("/admin/").content.decode()
    assert "Rachel Roux\u00a0: «\u00a0Quelle année ?\u00a0»" in desk and foreign.text not in desk
    client.force_login(user("camille", COMMUNICATION))
    assert foreign.text in client.get("/admin/").content.decode()
    note.resolved_at = note.created_at
    note.save()
    client.force_login(writer)
    assert "Quelle année" not in client.get("/admin/").content.decode()
