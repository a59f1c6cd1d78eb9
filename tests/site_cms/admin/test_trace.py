"""Who did what: on one screen, in one CSV, as lines; each account reads what concerns it."""

import csv
import json
import logging
from datetime import datetime, timedelta
from importlib import import_module
from io import StringIO
from logging.config import DictConfigurator

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from wagtail.log_actions import LogContext, log
from wagtail.models import (
    GroupApprovalTask,
    ModelLogEntry,
    PageLogEntry,
    Workflow,
    WorkflowTask,
)

from site_cms.models import User
from site_cms.rights.roles import (
    ALL_COLLECTIONS,
    COMMUNICATION,
    CONTRIBUTION,
    PUBLICATION,
    team_group,
)
from tests.factories import PASSWORD, content, region, territory, user
from tests.site_wide.test_editing import EMPTY, fill_in, territory_fields

name_workflows = import_module("site_cms.migrations.0016_name_workflows_in_history").name_workflows


def signed_in(name, *groups, **fields):
    user(name, *groups, **fields)
    client = Client()
    assert client.login(username=name, password=PASSWORD)
    return client


@pytest.fixture
def camille(db):
    return signed_in("camille", COMMUNICATION)


def trace(client, **query):
    response = client.get(reverse("trace"), query)
    assert response.status_code == 200
    return response.content.decode()


def rows(client, **query):
    response = client.get(reverse("trace"), {"export": "csv", **query})
    text = b"".join(response.streaming_content).decode()
    return list(csv.DictReader(text.splitlines()))


def done(client, **query):
    """What the trace says was done, newest first, as (who, what, to what)."""
    return [(row["Qui"], row["Action"], row["Nom"]) for row in rows(client, **query)]


def test_what_happens_to_a_page_is_traced(camille):
    page, place = content("Page vue"), content("Ailleurs")
    fill_in(camille, reverse("wagtailadmin_pages:edit", args=[page.pk]), {"body": EMPTY})
    camille.post(reverse("wagtailadmin_pages:move_confirm", args=[page.pk, place.pk]))
    camille.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    camille.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    actions = PageLogEntry.objects.filter(page=page.pk, user__username="camille")
    assert {"wagtail.publish", "wagtail.move", "wagtail.unpublish", "wagtail.delete"} <= set(
        actions.values_list("action", flat=True)
    )
    traced = done(camille, q="Page vue")
    assert len([who for who, _what, _page in traced if who == "camille"]) == actions.count()
    html = trace(camille, q="Page vue")
    assert "Déplacé" in html and "Ailleurs" in html


def test_other_pages_are_named_in_it_as_the_public_names_them(camille):
    here, there, page = content("Ici"), content("Là"), content("Page vue")
    page.move(here, pos="last-child")
    for place in (here, there):
        place.refresh_from_db()
        place.title = "Titre à venir"
        place.save_revision()
    camille.post(reverse("wagtailadmin_pages:move_confirm", args=[page.pk, there.pk]))
    entry = PageLogEntry.objects.filter(page=page.pk, action="wagtail.move").latest("timestamp")
    noted = {key: entry.data[key]["title"] for key in ("source", "destination")}
    assert noted == {"source": "Ici", "destination": "Là"}
    assert "Titre à venir" not in trace(camille, q="Page vue")


@pytest.fixture
def submitted(camille):
    """A page in a workflow that has the key of another page."""
    other, page = content("Page sans rapport"), content("Page vue")
    workflow = Workflow.objects.create(pk=other.pk, name="Relecture nationale bis")
    task = GroupApprovalTask.objects.create(name="Relire")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    page.save_revision()
    workflow.start(page, User.objects.get(username="camille"))
    return page


def test_a_workflow_is_named_by_its_name_everywhere(camille, submitted):
    history = reverse("wagtailadmin_pages:history", args=[submitted.pk])
    for said in (
        trace(camille, q="Page vue"),
        camille.get(history).content.decode(),
        rows(camille, q="Page vue")[0]["Détail"],
    ):
        assert "Relecture nationale bis" in said and "sans rapport" not in said


def test_lines_that_named_it_by_a_page_are_mended(submitted):
    entry = PageLogEntry.objects.get(page=submitted.pk, action="wagtail.workflow.start")
    entry.data["workflow"]["title"] = "Page sans rapport"
    entry.save()
    name_workflows(apps, None)
    entry = PageLogEntry.objects.get(pk=entry.pk)
    assert entry.data["workflow"]["title"] == "Relecture nationale bis"
    assert entry.data["workflow"]["next"]["title"] == "Relire"
    Workflow.objects.all().delete()
    name_workflows(apps, None)
    entry = PageLogEntry.objects.get(pk=entry.pk)
    assert entry.data["workflow"]["title"] == f"n° {entry.data['workflow']['id']}"


def test_the_trace_is_searched_by_name_person_and_action(camille, db):
    for title in ("Première", "Seconde"):
        fill_in(
            camille,
            reverse("wagtailadmin_pages:edit", args=[content(title).pk]),
            {"body": EMPTY, "title": title},
        )
    assert {name for _who, _what, name in done(camille, q="Premi")} == {"Première"}
    assert {name for _who, _what, name in done(camille, q="camille")} > {"Première", "Seconde"}
    assert done(camille, action="wagtail.publish", q="Seconde")
    assert done(camille, action="wagtail.publish", user="999999", q="Seconde") != []
    assert done(camille, timestamp_from="2001-01-01", timestamp_to="2001-01-02") == []
    assert done(camille, q="introuvable") == []


def test_a_cell_of_the_csv_is_never_a_formula(camille):
    page = content("Formule")
    log(page, "wagtail.publish", title="=HYPERLINK(1)")
    assert rows(camille, q="HYPERLINK")[0]["Nom"] == "'=HYPERLINK(1)"


def test_an_export_is_traced_that_of_the_trace_too(camille):
    rows(camille, q="essai")
    entry = ModelLogEntry.objects.get(action="site_cms.export")
    assert entry.user.username == "camille"
    assert (
        "/admin/reports/trace/" in entry.data["changes"][0]
        and "q=essai" in entry.data["changes"][0]
    )
    assert "trace-" in entry.label
    trace(camille)
    assert ModelLogEntry.objects.filter(action="site_cms.export").count() == 1


# --- Rights ---------------------------------------------------------------------------------------


def changes(obj):
    entries = ModelLogEntry.objects.for_instance(obj).filter(action__startswith="site_cms.")
    return [change for entry in entries for change in entry.data["changes"]]


def test_whoever_gives_and_takes_rights_is_traced(db):
    account, admin = user("lecteur"), user("admin", is_superuser=True)
    group = Group.objects.get(name=COMMUNICATION)
    with LogContext(user=admin):
        account.groups.add(group)
        group.user_set.remove(account)
        account.groups.set([group])
        account.groups.clear()
        account.is_active = False
        account.is_superuser = True
        account.set_password("autre")
        account.save()
    assert sorted(changes(account)) == sorted(
        [
            *["+ Communication", "− Communication"] * 2,
            "compte actif\u00a0: non",
            "administration technique\u00a0: oui",
            "mot de passe\u00a0: changé",
        ]
    )
    assert all(entry.user == admin for entry in ModelLogEntry.objects.for_instance(account))


def test_what_changes_nothing_leaves_no_trace(db):
    account = user("lecteur", COMMUNICATION)
    with LogContext(user=account):
        account.groups.set(account.groups.all())
        account.save()
        account.save(update_fields=["last_login"])
    assert changes(account) == []


def test_rights_that_the_command_takes_back_are_traced_once(db):
    call_command("permissions", stdout=StringIO())
    group = Group.objects.get(name=COMMUNICATION)
    group.permissions.add(Permission.objects.get(codename="add_group"))
    ModelLogEntry.objects.all().delete()
    for _time in range(2):
        call_command("permissions", stdout=StringIO())
    (entry,) = ModelLogEntry.objects.all()
    assert (entry.label, entry.user) == (COMMUNICATION, None)
    (change,) = entry.data["changes"]
    assert change.startswith("− ") and "group" in change


def test_rights_of_a_group_changed_in_its_screen_are_traced(db):
    admin = signed_in("admin", is_superuser=True)
    group = Group.objects.get(name=COMMUNICATION)
    address = reverse("wagtailusers_groups:edit", args=[group.pk])
    # All that the form's own fields would have kept is left out.
    data = {"name": group.name}
    for prefix in ("page", "collection", "image", "document", "collection_mgmt"):
        data |= {f"{prefix}_permissions-{n}_FORMS": "0" for n in ("TOTAL", "INITIAL", "MIN_NUM")}
        data[f"{prefix}_permissions-MAX_NUM_FORMS"] = "1000"
    html = admin.get(address).content.decode()
    assert "page_permissions-TOTAL_FORMS" in html
    response = admin.post(address, data)
    assert response.status_code == 302
    said = changes(group)
    assert any(change.startswith("− ") and ALL_COLLECTIONS in change for change in said)
    assert ModelLogEntry.objects.get(action="site_cms.rights").user.username == "admin"


# --- Whose business it is -------------------------------------------------------------------------


@pytest.fixture
def regions(db):
    for code, name in (("53", "Bretagne"), ("76", "Occitanie")):
        territory(f"Pays de {name}", under=region(code, name))


def test_a_region_reads_the_history_of_its_own_pages_and_no_other(regions, camille):
    yann = signed_in("yann", team_group("Bretagne", PUBLICATION))
    ines = signed_in("ines", team_group("Occitanie", PUBLICATION))
    for client, name in ((yann, "Bretagne"), (ines, "Occitanie")):
        page = region("53" if name == "Bretagne" else "76").get_children().first()
        address = reverse("wagtailadmin_pages:edit", args=[page.pk])
        title = f"Pays de {name}"
        response = fill_in(client, address, territory_fields(title=title))
        assert response.status_code == 302
    fill_in(
        camille, reverse("wagtailadmin_pages:edit", args=[content("Nationale").pk]), {"body": EMPTY}
    )
    html = trace(yann)
    assert "Pays de Bretagne" in html
    assert not any(word in html for word in ("Occitanie", "ines", "Nationale", "camille"))
    assert {name for *_rest, name in done(yann)} == {"Bretagne", "Pays de Bretagne"}
    assert {"Pays de Bretagne", "Pays de Occitanie"} <= {name for *_rest, name in done(camille)}


def test_a_region_still_reads_what_became_of_a_page_that_is_gone(regions):
    yann = signed_in("yann", team_group("Bretagne", PUBLICATION))
    ines = signed_in("ines", team_group("Occitanie", PUBLICATION))
    page = region("53").get_children().first()
    yann.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    yann.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    assert ("yann", "Supprimer", "Pays de Bretagne") in done(yann)
    assert "Pays de Bretagne" not in trace(ines)


def test_a_right_that_ends_takes_the_trace_along(regions):
    client = signed_in("maelle", team_group("Bretagne", CONTRIBUTION))
    page = region("53").get_children().first()
    log(page, "wagtail.edit", user=User.objects.get(username="maelle"))
    assert "Pays de Bretagne" in trace(client)
    User.objects.get(username="maelle").groups.clear()
    response = client.get(reverse("trace"))
    assert b"Pays de Bretagne" not in response.content


# --- Lines ----------------------------------------------------------------------------------------


def json_formatter():
    configurator = DictConfigurator(settings.LOGGING)
    return configurator.configure_formatter(configurator.config["formatters"]["json"])


class Lines(logging.Handler):
    def __init__(self):
        super().__init__()
        self.setFormatter(json_formatter())
        self.lines = []

    def emit(self, record):
        self.lines.append(json.loads(self.format(record)))


@pytest.fixture
def lines():
    logger, handler = logging.getLogger("site_cms.admin.trace"), Lines()
    level = logger.level
    logger.addHandler(handler)
    logger.setLevel("INFO")
    yield handler.lines
    logger.removeHandler(handler)
    logger.setLevel(level)


def test_every_entry_is_a_json_line_once_it_is_committed(
    camille, lines, django_capture_on_commit_callbacks
):
    page = content("Page vue")
    with django_capture_on_commit_callbacks(execute=True):
        fill_in(camille, reverse("wagtailadmin_pages:edit", args=[page.pk]), {"body": EMPTY})
        assert lines == []
    line = next(line for line in lines if line["action"] == "wagtail.publish")
    assert (line["user"], line["object"], line["object_id"]) == (
        "camille",
        "home.contentpage",
        str(page.pk),
    )
    assert line["said"] == "Publication"
    assert line["title"] == "Page vue" and line["at"].endswith("+00:00")


def test_a_line_carries_an_error_s_traceback():
    try:
        raise ValueError("panne")
    except ValueError as error:
        info = (type(error), error, error.__traceback__)
        record = logging.LogRecord("site", logging.ERROR, "", 0, "échec de %s", ("A",), info)
    # Django's own errors bring the request along: what it holds is no business of a log's.
    record.status_code, record.request = 500, object()
    written = json_formatter().format(record)
    line = json.loads(written)
    assert line["message"] == "échec de A" and "panne" in line["exception"]
    assert (line["level"], line["logger"], line["status_code"]) == ("ERROR", "site", 500)
    assert datetime.fromisoformat(line["time"]).utcoffset() == timedelta(0)
    assert "request" not in line and "\n" not in written and "é" in written
