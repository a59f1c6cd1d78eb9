"""/donnees/: what the files say, to whom, and how they are kept small and fresh."""

import csv
import json
import re
import tracemalloc
from datetime import timedelta
from decimal import Decimal
from io import BytesIO, StringIO
from itertools import pairwise

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.http import parse_http_date
from frictionless import Schema
from frictionless.resources import TableResource
from geojson_pydantic import FeatureCollection
from openpyxl import load_workbook
from wagtail.models import Locale, Page, PageLogEntry, Site

from pioneers.models import CallPage
from site_cms.open_data import datasets as open_data
from site_cms.open_data.datasets import datasets
from site_cms.open_data.documentation import PATH, documentation
from site_cms.public.licence import LICENCE
from territories.models import Partner, TerritoryPage
from tests.factories import (
    call,
    copies,
    english_home,
    home,
    milestone,
    pioneer,
    region,
    restrict,
    territory,
    theme,
)

# The promise made to those who reuse the data: a column is added at the end, none ever goes.
COLUMNS = {
    "pionniers": [
        "identifiant", "nom", "nom_en", "adresse", "resume", "forme_juridique", "annee_creation",
        "ville_siege", "region_code", "region_nom", "regions_action", "themes", "entree",
        "appel_id", "appel_nom", "site_web", "mise_a_jour",
    ],
    "indicateurs": [
        "identifiant", "pionnier_id", "pionnier_nom", "mesure", "valeur", "unite", "annee",
        "source", "adresse", "mise_a_jour",
    ],
    "territoires": [
        "identifiant", "nom", "nom_en", "adresse", "resume", "region_code", "region_nom", "statut",
        "statut_date", "statut_precision", "ville", "ville_code", "latitude", "longitude",
        "structure_porteuse", "defis_sociaux", "defis_environnementaux", "defis_citoyens",
        "partenaires", "mise_a_jour",
    ],
    "partenaires": [
        "identifiant", "nom", "nature", "site_web", "territoire_id", "territoire_nom",
        "region_code", "adresse", "mise_a_jour",
    ],
    "appels": [
        "identifiant", "nom", "nom_en", "adresse", "resume", "nature", "ouverture", "cloture",
        "periode_annoncee", "depot", "depot_adresse", "territoires_labellises", "mise_a_jour",
    ],
    "calendrier": [
        "identifiant", "nom", "nom_en", "adresse", "resume", "debut", "fin", "precision", "statut",
        "page_liee", "mise_a_jour",
    ],
}  # fmt: skip
SLUGS = list(COLUMNS)
FILES = [(slug, kind) for slug in SLUGS for kind in ("csv", "excel.csv", "json", "xlsx")]
FILES.append(("territoires", "geojson"))
PLACES = [f"/donnees/{slug}.{kind}" for slug, kind in FILES]
INDICATOR = {
    "label": "personnes accompagnées",
    "value": Decimal("12.50"),
    "unit": "personnes",
    "year": 2018,
    "source": "Rapport d’activité",
}


def body(response):
    assert response.status_code == 200
    return b"".join(response.streaming_content)


def table(client, slug):
    """The rows of a CSV file, as dictionaries."""
    text = body(client.get(f"/donnees/{slug}.csv")).decode()
    return list(csv.DictReader(StringIO(text, newline="")))


def records(client, slug):
    return json.loads(body(client.get(f"/donnees/{slug}.json")))


def published(page):
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def build_world():
    """One page of each kind, with something in every column."""
    brittany = region("53", "Bretagne")
    place = territory(
        "Pays de Brest",
        under=brittany,
        summary="Un « pays », des villes ; deux lignes\nde texte.",
        status="labelled",
        status_date="2019-02-25",
        seat="Brest",
        seat_code="29019",
        latitude=Decimal("48.39039"),
        longitude=Decimal("-4.48610"),
        lead_organisation="=HYPERLINK(1)",
        challenges=[("challenge", {"kind": "citizen", "text": 'Agir, "ensemble"'})],
    )
    place.partners = [Partner(name=n, kind="ess", url="https://example.org/") for n in "AAB"]
    won = won_by(published(place), brittany)
    published(milestone("Étape", linked_page=won, precision="quarter"))


def won_by(place, brittany):
    """A call, with the pioneer and the territory that won it."""
    won = call(
        "Appel",
        opens_at=timezone.now() - timedelta(days=9),
        closes_at=timezone.now() + timedelta(days=9),
    )
    won.labelled_territories = [place]
    won = published(won)
    winner = pioneer(
        "Pionnière",
        entry="laureate",
        call=won,
        legal_form="scic",
        founded=1999,
        headquarters="Brest",
        region=brittany,
        website="https://example.org/",
        indicators=[("indicator", INDICATOR)] * 2,
    )
    winner.themes, winner.action_regions = [theme()], [brittany]
    published(winner)
    return won


@pytest.fixture(scope="module")
def built_world(build):
    build(build_world)


@pytest.fixture
def world(built_world, standing):
    """The site that the files tell of."""


# --- Columns --------------------------------------------------------------------------------------


def test_no_column_ever_disappears_or_moves():
    said = {slug: [c.name for c in dataset.columns] for slug, dataset in datasets().items()}
    assert said == COLUMNS, "columns are a promise: add new ones at the end, here as well"


def test_the_documentation_is_what_the_code_says():
    assert PATH.read_text() == documentation(), "run manage.py open_data_docs"


@pytest.mark.parametrize("slug", SLUGS)
def test_every_file_follows_its_schema(client, world, tmp_path, slug):
    schema = Schema.from_descriptor(client.get(f"/donnees/{slug}.schema.json").json())
    assert [field.name for field in schema.fields] == COLUMNS[slug]
    assert all(field.title and field.description for field in schema.fields)
    counts = set()
    for kind in ("csv", "xlsx", "json"):
        data = body(client.get(f"/donnees/{slug}.{kind}"))
        file = tmp_path / f"{slug}.{kind}"
        file.write_bytes(data)
        source = {"path": file.name, "basepath": str(tmp_path)}
        source = {"data": json.loads(data)} if kind == "json" else source
        report = TableResource(**source, schema=schema).validate()
        assert report.valid, (kind, report.flatten(["type", "fieldName", "rowNumber", "note"]))
        counts.add(report.tasks[0].stats["rows"])
    assert len(counts) == 1 and counts.pop() > 0


def test_a_file_that_breaks_its_schema_would_be_seen(client, world):
    schema = Schema.from_descriptor(client.get("/donnees/territoires.schema.json").json())
    (row,) = records(client, "territoires")
    for wrong in ({"region_code": 53}, {"statut": "autre"}, {"nom": None}, {"ville_code": "2902"}):
        assert not TableResource(data=[row | wrong], schema=schema).validate().valid


def test_every_column_says_something_somewhere(client, world):
    for slug in SLUGS:
        rows = records(client, slug)
        empty = {name for name in COLUMNS[slug] if not any(row[name] for row in rows)}
        assert empty <= {
            "nom_en", "resume", "periode_annoncee", "depot_adresse", "defis_sociaux",
            "defis_environnementaux",
        }  # fmt: skip


def test_csv_is_what_rfc_4180_says(client, world):
    response = client.get("/donnees/territoires.csv")
    assert response["Content-Type"] == "text/csv; charset=utf-8; header=present"
    text = body(response).decode("utf-8")
    assert not text.startswith("\ufeff") and text.endswith("\r\n")
    assert text.splitlines()[0] == ",".join(COLUMNS["territoires"])
    rows = list(csv.reader(StringIO(text, newline=""), strict=True))
    assert {len(row) for row in rows} == {len(COLUMNS["territoires"])}
    (row,) = csv.DictReader(StringIO(text, newline=""), strict=True)
    assert "\n" in row["resume"] and row["resume"] == records(client, "territoires")[0]["resume"]
    assert json.loads(row["defis_citoyens"]) == records(client, "territoires")[0]["defis_citoyens"]


def test_codes_are_text_and_numbers_are_numbers(client, world):
    guadeloupe = region("01", "Guadeloupe")
    territory("Cap", under=guadeloupe, seat_code="01004", latitude="16.0", longitude="-61.7")
    (row,) = [row for row in records(client, "territoires") if row["nom"] == "Cap"]
    assert (row["region_code"], row["ville_code"]) == ("01", "01004")
    assert (row["latitude"], row["longitude"]) == (16, -61.7)
    sheet = load_workbook(BytesIO(body(client.get("/donnees/territoires.xlsx")))).worksheets[0]
    header = [cell.value for cell in sheet[1]]
    cells = dict(zip(header, list(sheet.rows)[-1], strict=True))
    assert cells["region_code"].value == "01" and cells["region_code"].data_type == "s"
    assert cells["latitude"].value == 16 and cells["latitude"].data_type == "n"


def test_a_spreadsheet_has_dates_as_dates_and_columns_wide_enough(client, world):
    book = load_workbook(BytesIO(body(client.get("/donnees/appels.xlsx"))))
    sheet = book.worksheets[0]
    cells = dict(zip(COLUMNS["appels"], sheet[2], strict=True))
    opened = timezone.localtime(CallPage.objects.get().opens_at).replace(tzinfo=None)
    for name in ("ouverture", "cloture", "mise_a_jour"):
        assert cells[name].is_date
    # As every other file has it, with the offset of that day.
    (row,) = records(client, "appels")
    shown = cells["ouverture"].number_format.removeprefix('yyyy-mm-dd"T"hh:mm:ss')
    assert shown == f'"{row["ouverture"][-6:]}"' and shown in ('"+01:00"', '"+02:00"')
    assert abs(cells["ouverture"].value - opened) < timedelta(seconds=1)
    widths = [sheet.column_dimensions[cell.column_letter].width for cell in sheet[1]]
    assert min(widths) > max(len(cell.value) for cell in sheet[1]) / 2 and max(widths) >= 32


# --- Rows -----------------------------------------------------------------------------------------


def test_an_identifier_outlives_a_new_title_address_and_revision(client, world):
    def keys():
        return {slug: [row["identifiant"] for row in records(client, slug)] for slug in SLUGS}

    before = keys()
    assert all(len(set(found)) == len(found) for found in before.values())
    for row in TerritoryPage.objects.all():
        row.title, row.slug = "Autre", "autre"
        published(row)
    # As an editor's form does: the rows of partners are written anew.
    place = TerritoryPage.objects.get()
    place.partners = [Partner(name=p.name, kind=p.kind) for p in place.partners.all()]
    published(place)
    assert keys() == before


def test_rows_are_french_pages_with_their_english_title(client, world):
    english_home()
    twin = TerritoryPage.objects.get().copy_for_translation(
        Locale.objects.get(language_code="en"), copy_parents=True
    )
    twin.title = "Brest country"
    twin = published(twin)
    (row,) = records(client, "territoires")
    assert (row["nom"], row["nom_en"]) == ("Pays de Brest", "Brest country")
    assert row["adresse"] == "http://localhost/territoires/bretagne/pays-de-brest/"
    assert len(records(client, "partenaires")) == 3
    twin.unpublish()
    assert records(client, "territoires")[0]["nom_en"] is None


def everything(client):
    """All that any address of the data says, as one text."""
    said = [client.get("/donnees/").content.decode()]
    for slug in SLUGS:
        said.append(client.get(f"/donnees/{slug}/").content.decode())
    for place in PLACES:
        if not place.endswith("xlsx"):
            said.append(body(client.get(place)).decode())
            continue
        book = load_workbook(BytesIO(body(client.get(place))))
        said += [str(cell) for sheet in book for row in sheet.values for cell in row]
    return "\n".join(said)


def test_nothing_the_public_may_not_read_is_told(client, world):
    secret = "brouette"
    hidden_pages = hide(secret)
    said = everything(client)
    assert secret not in said.lower()
    for shown in ("Pays de Brest", "Lauréat de", "Étape vers", "Toulousain"):
        assert shown in said
    for hidden in hidden_pages:
        assert str(hidden.translation_key) not in said and hidden.slug not in said


def hide(secret):
    """Write the secret wherever the public may not look; return pages told nowhere."""
    english_home()
    place = TerritoryPage.objects.get()
    twin = place.copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True)
    twin.title = f"{secret} anglaise"
    twin.save_revision()
    twin.save()
    # Pages in draft, expired and kept private, and what leads to them.
    lost = call(f"{secret} fermé", live=False)
    kept = call(f"{secret} gardé")
    restrict(kept)
    for hidden in (lost, kept):
        pioneer(f"Lauréat de {hidden.pk}", entry="laureate", call=hidden)
        milestone(f"Étape vers {hidden.pk}", linked_page=hidden)
    told = [("indicator", INDICATOR | {"label": secret, "source": secret})]
    pioneer(f"{secret} pionnière", live=False, indicators=told)
    published(pioneer(f"{secret} expirée", indicators=told)).unpublish(set_expired=True)
    hidden_region = region("76", f"{secret} région")
    pioneer("Toulousain", region=hidden_region)
    hidden_place = territory(f"{secret} territoire", under=hidden_region)
    hidden_place.partners = [Partner(name=secret, kind="ess")]
    published(hidden_place)
    restrict(hidden_region)
    won = call("Appel à territoires")
    won.labelled_territories = [hidden_place]
    published(won)
    milestone(f"{secret} étape", live=False)
    # What is online has a draft that is not.
    place.title, place.lead_organisation = f"{secret} à venir", secret
    place.save_revision()
    return lost, kept, hidden_place


def test_an_alias_and_another_site_add_no_row(client, world):
    place = TerritoryPage.objects.get()
    place.create_alias(parent=place.get_parent(), update_slug="redite")
    root = Page.objects.get(depth=1)
    other = root.add_child(instance=type(home())(title="Autre", slug="autre", hero_title="Autre"))
    Site.objects.create(hostname="autre.example.org", root_page=other)
    assert len(records(client, "territoires")) == 1


def test_a_site_without_a_french_home_page_has_no_data(client, world):
    english_home()
    home().unpublish()
    for place in ("/donnees/", "/donnees/pionniers/", *PLACES):
        assert client.get(place).status_code == 404


# --- Spreadsheets ---------------------------------------------------------------------------------

FORMULA = "=HYPERLINK(1)"


def test_a_formula_is_text_in_every_format(client, world):
    assert table(client, "territoires")[0]["structure_porteuse"] == f"'{FORMULA}"
    assert records(client, "territoires")[0]["structure_porteuse"] == FORMULA
    sheet = load_workbook(BytesIO(body(client.get("/donnees/territoires.xlsx")))).worksheets[0]
    (cell,) = [cell for row in sheet.rows for cell in row if cell.value == FORMULA]
    assert cell.data_type == "s"


def test_a_negative_number_is_left_alone(client, world):
    assert table(client, "territoires")[0]["longitude"] == "-4.4861"


def test_french_excel_opens_a_file_in_columns_with_accents(client, world):
    region_ = region("01", "Guadeloupe")
    territory("Île", under=region_, latitude=Decimal("16.25"), longitude=Decimal("-61.5"))
    data = body(client.get("/donnees/territoires.excel.csv"))
    assert data.startswith(b"\xef\xbb\xbfidentifiant;nom;") and data.endswith(b"\r\n")
    text = data.decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(text, newline=""), delimiter=";", strict=True))
    (island,) = [row for row in rows if row["nom"] == "Île"]
    assert (island["latitude"], island["longitude"]) == ("16,25", "-61,5")
    # A code keeps its zeros.
    assert island["region_code"] == '="01"'
    assert rows[0]["structure_porteuse"] == f"'{FORMULA}"
    assert len(rows) == len(table(client, "territoires"))
    html = client.get("/donnees/").content.decode()
    assert "CSV pour Excel" in html and "points-virgules" in html


# --- The map --------------------------------------------------------------------------------------


def test_territories_are_points_where_their_seat_is(client, world):
    territory("Sans position")
    response = client.get("/donnees/territoires.geojson")
    assert response["Content-Type"] == "application/geo+json"
    found = FeatureCollection.model_validate_json(body(response))
    by_name = {feature.properties["nom"]: feature for feature in found.features}
    longitude, latitude = by_name["Pays de Brest"].geometry.coordinates
    assert (round(longitude, 4), round(latitude, 4)) == (-4.4861, 48.3904)
    assert by_name["Sans position"].geometry is None
    assert by_name["Pays de Brest"].id == table(client, "territoires")[0]["identifiant"]
    assert client.get("/donnees/pionniers.geojson").status_code == 404


# --- Fresh and small ------------------------------------------------------------------------------


@pytest.mark.parametrize("place", PLACES)
def test_a_file_is_sent_again_only_when_it_has_changed(client, world, place):
    answer = client.get(place)
    assert "public" in answer["Cache-Control"] and body(answer)
    assert answer["Content-Disposition"].startswith('attachment; filename="french-impact-')
    tag = {"if-none-match": answer["ETag"]}
    date = {"if-modified-since": answer["Last-Modified"]}
    for seen in (tag, date):
        again = client.get(place, headers=seen)
        assert again.status_code == 304 and "public" in again["Cache-Control"]
    head = client.head(place, headers={})
    assert head.status_code == 200 and head["ETag"] == answer["ETag"] and not body(head)
    assert head["Content-Type"] == answer["Content-Type"]
    assert client.post(place).status_code == 405


def test_whatever_changes_a_row_changes_the_tag(client, world):
    def tag():
        cache.clear()
        return client.head("/donnees/pionniers.csv")["ETag"]

    won = Page.objects.get(slug="appel").specific
    seen = [tag()]

    def changed():
        seen.append(tag())
        return all(a != b for a, b in pairwise(seen)) and len(set(seen)) == len(seen)

    won.title = "Appel renommé"
    published(won)
    assert changed()
    other = published(pioneer("Autre"))
    assert changed()
    other.unpublish()
    assert changed()
    index = Page.objects.get(slug="pionniers").specific
    index.slug = "annuaire"
    published(index)
    assert changed() and "/annuaire/" in table(client, "pionniers")[0]["adresse"]
    english_home()
    twin = Page.objects.get(slug="pionniere").specific.copy_for_translation(
        Locale.objects.get(language_code="en"), copy_parents=True
    )
    published(twin)
    assert changed()


@pytest.mark.parametrize("slug", ["pionniers"])
def test_every_answer_says_its_date_and_its_tag(client, world, slug):
    for place in (
        f"/donnees/{slug}.schema.json",
        "/donnees/catalogue.jsonld",
        "/donnees/catalogue.ttl",
        *(f"/donnees/{slug}.{kind}" for kind in ("csv", "excel.csv", "json", "xlsx")),
    ):
        answer = client.get(place)
        for seen in (
            {"if-none-match": answer["ETag"]},
            {"if-modified-since": answer["Last-Modified"]},
        ):
            assert client.get(place, headers=seen).status_code == 304, place


def test_what_ends_by_itself_is_a_change_from_that_moment(client, world):
    """Whoever asks by the date alone is sent the file without it, and so after its withdrawal."""
    place = "/donnees/pionniers.csv"
    page = Page.objects.get(slug="pionniere")
    ended = timezone.now() + timedelta(seconds=60)
    Page.objects.filter(pk=page.pk).update(expire_at=ended)
    before = parse_http_date(client.get(place)["Last-Modified"])
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now())
    cache.clear()
    assert len(table(client, "pionniers")) == 0
    there = parse_http_date(client.get(place)["Last-Modified"])
    assert there >= before and there >= timezone.now().timestamp() - 60
    PageLogEntry.objects.all().delete()
    Page.objects.all().update(last_published_at=ended - timedelta(days=9))
    page.specific.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    cache.clear()
    assert parse_http_date(client.get(place)["Last-Modified"]) >= there


def test_a_draft_changes_no_tag(client, world):
    tags = {place: client.head(place)["ETag"] for place in PLACES}
    page = Page.objects.get(slug="pionniere").specific
    page.title = "Brouillon"
    page.save_revision(log_action=True)
    assert {place: client.head(place)["ETag"] for place in PLACES} == tags


def costs(client):
    found = {}
    for place in ("/donnees/", "/donnees/pionniers/", "/donnees/pionniers.schema.json", *PLACES):
        cache.clear()
        Site.get_site_root_paths()
        with CaptureQueriesContext(connection) as queries:
            response = client.get(place)
            if response.streaming:
                body(response)
        found[place] = len(queries)
    return found


@pytest.mark.once
def test_files_cost_as_many_queries_for_five_hundred_rows(client, world):
    models = [Page.objects.get(slug=s).specific for s in ("pionniere", "pays-de-brest", "etape")]
    for model in models:
        copies(model, 20)
    costs(client)
    few = costs(client)
    assert max(few.values()) <= 20
    assert max(few[place] for place in PLACES) <= 16
    for model in models:
        copies(model, 500)
    assert costs(client) == few
    assert len(table(client, "pionniers")) == len(records(client, "indicateurs")) / 2 == 500


@pytest.mark.parametrize("kind", ["csv", "json", "xlsx"])
def test_files_are_written_in_bounded_memory(client, world, kind, monkeypatch):
    monkeypatch.setattr(open_data, "CHUNK", 20)
    model = Page.objects.get(slug="pionniere").specific

    def peak():
        tracemalloc.start()
        for _part in client.get(f"/donnees/pionniers.{kind}").streaming_content:
            pass
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    copies(model, 80)
    peak()
    few = peak()
    copies(model, 480)
    assert peak() < few * 1.5


# --- Pages ----------------------------------------------------------------------------------------


def test_the_page_leads_to_every_file(client, world):
    html = client.get("/donnees/").content.decode()
    for place in PLACES:
        assert f'href="{place}"' in html
    for slug in SLUGS:
        assert f'href="/donnees/{slug}/"' in html and f'href="/donnees/{slug}.schema.json"' in html
        page = client.get(f"/donnees/{slug}/").content.decode()
        assert all(f"<code>{name}</code>" in page for name in COLUMNS[slug])
        assert "Licence Ouverte 2.0" in page and 'scope="row"' in page
        lines = len(records(client, slug))
        assert f"· {lines} ligne" in page
    assert {len(records(client, slug)) for slug in SLUGS} == {1, 2, 3}
    assert 'href="/donnees/"' in client.get("/").content.decode()
    assert 'href="/api/v2/pages/"' in html and ">GeoJSON<" in html and "Excel" in html


def test_the_licence_has_one_address_wherever_it_is_told(client, world):
    said = [client.get(place).content.decode() for place in ("/", "/donnees/", "/en/", "/x/")]
    said += [client.get("/donnees/pionniers/").content.decode()]
    said += [
        client.get(f"/donnees/catalogue.{kind}").content.decode() for kind in ("jsonld", "ttl")
    ]
    book = load_workbook(BytesIO(body(client.get("/donnees/pionniers.xlsx"))))
    said += [str(cell) for row in book.worksheets[1].values for cell in row]
    said += [client.head("/donnees/pionniers.csv")["Link"]]
    found = {
        address for text in said for address in re.findall(r'http[^\s"<>]*etalab[^\s"<>]*', text)
    }
    assert found == {LICENCE["path"]}


def test_the_pages_are_in_english_too_and_the_files_are_the_same(client, world):
    english_home()
    html = client.get("/en/data/").content.decode()
    assert "<h1>Open data</h1>" in html and 'lang="en"' in html
    assert all(f'href="{place}"' in html for place in PLACES)
    assert '<a href="/donnees/catalogue.ttl" hreflang="fr">' in html
    assert 'hreflang="fr">Turtle' not in client.get("/donnees/").content.decode()
    page = client.get("/en/data/pionniers/").content.decode()
    assert "<h1>Pioneers</h1>" in page and "Pionnière" in page
    assert client.get("/en/donnees/").status_code == 404


def test_a_preview_without_rows_says_so(client, world):
    Page.objects.filter(depth__gt=2).update(live=False)
    for slug in SLUGS:
        assert "Aucune ligne pour le moment" in client.get(f"/donnees/{slug}/").content.decode()
    assert records(client, "pionniers") == []


HOSTILE = ["'", '"', "%00", "%ud800", "a" * 10_000, "1 OR 1=1", "(a+)+$", "..%2f", "<script>"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_addresses_are_answered(client, world, text):
    for address in (
        f"/donnees/{text}/",
        f"/donnees/{text}.csv",
        f"/donnees/pionniers.{text}",
        f"/donnees/?page={text}&q={text}",
        f"/donnees/pionniers.csv?x={text}",
        f"/donnees/pionniers/?{text}={text}",
    ):
        response = client.get(address, headers={"if-none-match": text, "if-modified-since": text})
        assert response.status_code < 500
