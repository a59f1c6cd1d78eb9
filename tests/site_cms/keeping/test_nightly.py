"""What has been kept long enough goes, and nothing else; what is told is what is done."""

from datetime import timedelta
from io import StringIO

import pytest
from allauth.usersessions.models import UserSession
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils import timezone, translation
from wagtail.contrib.forms.models import FormSubmission
from wagtail.models import PageLogEntry, Revision

from pioneers.models import CallPage
from site_cms.keeping import nightly
from site_cms.models import AccountSession, OutgoingMail, PublisherSettings, SearchMiss
from site_cms.words.durations import kept_since, months_before
from tests import factories

ONE = timedelta(days=1)


def answer(page, sent_at):
    made = FormSubmission.objects.create(page=page, form_data={})
    FormSubmission.objects.filter(pk=made.pk).update(submit_time=sent_at)
    return made.pk


def left():
    return set(FormSubmission.objects.values_list("pk", flat=True))


def test_messages_go_a_year_after_they_were_sent(home_page):
    page, old = factories.contact(), kept_since("messages")
    answer(page, old - ONE)
    kept = answer(page, old + ONE)
    call_command("nightly")
    assert left() == {kept}


def test_applications_go_two_years_after_the_closing(home_page):
    old, now = kept_since("applications"), timezone.now()
    closed, open_, endless = (factories.call() for _ in range(3))
    for page, closes_at in ((closed, old - ONE), (open_, now)):
        CallPage.objects.filter(pk=page.pk).update(closes_at=closes_at)
    answer(closed, old - 2 * ONE)
    kept = {answer(open_, old - ONE), answer(endless, old + ONE)}
    answer(endless, old - ONE)
    call_command("nightly")
    assert left() == kept


def test_acts_revisions_logins_searches_mail_and_sessions_go_in_their_time(home_page):
    page = factories.article()
    page.save_revision()
    old = Revision.objects.for_instance(page).order_by("pk").first()
    page.save_revision().publish()
    for name, rows, moment in (
        ("revisions", Revision.objects.filter(pk=old.pk), "created_at"),
        ("trace", PageLogEntry.objects.all(), "timestamp"),
    ):
        rows.update(**{moment: kept_since(name) - 2 * ONE})
    acts = PageLogEntry.objects.count()
    old_login()
    today = timezone.localdate()
    SearchMiss.objects.create(day=today - timedelta(days=91), language="fr", words="a")
    SearchMiss.objects.create(day=today, language="fr", words="b")
    OutgoingMail.objects.create(queued_at=kept_since("mail") - ONE, sent_at=timezone.now())
    AccountSession.objects.create(session_key="old", expire_date=timezone.now() - ONE)
    call_command("nightly")
    assert acts and not PageLogEntry.objects.exists()
    assert not Revision.objects.filter(pk=old.pk).exists()
    assert Revision.objects.for_instance(page).exists()
    assert not UserSession.objects.exists() and not AccountSession.objects.exists()
    assert not OutgoingMail.objects.exists()
    assert [miss.words for miss in SearchMiss.objects.all()] == ["b"]


def old_login():
    UserSession.objects.create(
        user=factories.user("camille"),
        ip="192.0.2.1",
        session_key="camille",
        created_at=kept_since("logins") - ONE,
    )


def test_what_is_young_stays(home_page):
    page = factories.article()
    page.save_revision().publish()
    kept = answer(factories.contact(), timezone.now())
    before = Revision.objects.count()
    call_command("nightly")
    assert left() == {kept} and Revision.objects.count() == before


def test_a_step_that_fails_holds_up_no_other_and_is_told(home_page, monkeypatch):
    def fail():
        raise RuntimeError

    old_login()
    monkeypatch.setattr(nightly, "STEPS", (fail, *nightly.STEPS))
    with pytest.raises(CommandError, match="RuntimeError"):
        call_command("nightly", stdout=StringIO())
    assert not UserSession.objects.exists()


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [((2024, 3, 31), 1, (2024, 2, 29)), ((2024, 1, 5), 12, (2023, 1, 5))],
)
def test_months_are_counted_as_people_do(day, months, before):
    moment = timezone.datetime(*day, 12)
    assert months_before(moment, months) == timezone.datetime(*before, 12)


def test_a_form_says_how_long(home_page, client, settings):
    settings.KEPT = settings.KEPT | {"messages": {"months": 7}}
    html = client.get(factories.contact().url).content.decode()
    assert "Conservation de vos réponses\u00a0: 7\u00a0mois à compter de l’envoi." in html


def test_the_page_of_personal_data_says_all_of_them(site, home_page, client, settings):
    page = factories.content("Données personnelles")
    PublisherSettings.objects.update_or_create(site=site, defaults={"privacy_page": page})
    settings.KEPT = settings.KEPT | {"searches": {"days": 1}}
    soup = BeautifulSoup(client.get(page.url).content, "html.parser")
    rows = [[cell.text for cell in row.select("td")] for row in soup.select("main tbody tr")]
    assert len(rows) == len(settings.KEPT)
    assert [
        "Recherches sans résultat, sans leur auteur",
        "1\u00a0jour",
        "à compter du jour",
    ] in rows
    assert not BeautifulSoup(client.get(factories.content().url).content, "html.parser").select(
        "main table"
    )


def test_it_is_told_in_english_too(site, home_page, client):
    page = factories.content("Données personnelles")
    PublisherSettings.objects.update_or_create(site=site, defaults={"privacy_page": page})
    with translation.override("en"):
        html = client.get(factories.translate(page).url).content.decode()
    assert "12\u00a0months" in html
