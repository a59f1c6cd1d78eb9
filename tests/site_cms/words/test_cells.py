"""Tables the admin sends: nothing in them runs in a spreadsheet, and nothing else is changed."""

import csv
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook
from wagtail.contrib.forms.models import FormSubmission

from site_cms.rights.roles import COMMUNICATION
from site_cms.words.cells import by_the_clock, harmless
from tests.factories import PASSWORD, contact, content, user

FORMULA = '=cmd|"/C calc"!A0'


@pytest.fixture
def editor(client, db):
    user("camille", COMMUNICATION)
    client.login(username="camille", password=PASSWORD)
    return client


def sent(client, address, kind):
    response = client.get(address, {"export": kind})
    assert response["Content-Disposition"].startswith("attachment")
    return b"".join(response.streaming_content)


def cells(client, address):
    lines = sent(client, address, "csv").decode().splitlines(keepends=True)
    return [cell for row in csv.reader(lines) for cell in row]


SIGNS = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "\u200b=", "\ufeff @", " ="]


@pytest.mark.parametrize("sign", SIGNS)
def test_what_a_spreadsheet_would_run_is_made_a_text(sign):
    assert harmless(f"{sign}1") == f"'{sign}1"
    assert harmless(f"1{sign}") == f"1{sign}"


@pytest.fixture
def answers(db):
    page = contact()
    question = page.form_fields.first()
    question.label = "=1+1"
    question.save()
    given = [FORMULA, "+33", "Deux\nlignes, « ensemble »", "-3", "-3.5", "-3+1"]
    for answer in given:
        data = {"votre_adresse": "a@example.org", "votre_message": answer}
        FormSubmission.objects.create(page=page, form_data=data)
    return reverse("wagtailforms:list_submissions", args=[page.pk])


def test_the_answers_to_a_form_run_nothing(editor, answers):
    exported = cells(editor, answers)
    kept = ["Deux\nlignes, « ensemble »", "-3", "-3.5", "a@example.org"]
    assert {f"'{FORMULA}", "'+33", "'-3+1", "'=1+1", *kept} <= set(exported)
    assert not {FORMULA, "+33", "=1+1"} & set(exported)
    sent_at = FormSubmission.objects.first().submit_time
    assert by_the_clock(sent_at) in exported and not any("+00:00" in cell for cell in exported)


def test_in_a_workbook_they_are_text_as_they_were_typed(editor, answers):
    sheet = load_workbook(BytesIO(sent(editor, answers, "xlsx"))).active
    found = {cell.value: cell.data_type for row in sheet for cell in row}
    assert found[FORMULA] == found["-3+1"] == "s"


@pytest.mark.parametrize("name", ["site_history", "aging_pages"])
def test_wagtail_s_own_reports_run_nothing(editor, name):
    page = content("=1+1", slug="formule")
    page.save_revision(log_action=True).publish()
    exported = cells(editor, reverse(f"wagtailadmin_reports:{name}"))
    assert any(cell.startswith("'=1+1") for cell in exported)
    assert not any(cell.startswith("=") for cell in exported)
