"""Redirects in the admin: the form, and a table of former addresses brought in."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import ModelLogEntry, Site

from tests.factories import (
    PASSWORD,
    content,
    document,
    english_home,
    region,
    restrict,
    user,
)

# --- The form -------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def built_account(build):
    build(lambda: user("camille", "Communication"))


@pytest.fixture
def communication(client, built_account, standing):
    client.login(username="camille", password=PASSWORD)
    return client


def add(client, **fields):
    return client.post("/admin/redirects/add/", {"is_permanent": "on", **fields})


def test_an_address_of_ours_becomes_the_page_that_stands_there(communication):
    page = content("Cible")
    add(communication, old_path="/ancien", redirect_link="http://localhost/cible/")
    redirect = Redirect.objects.get()
    assert (redirect.redirect_page_id, redirect.redirect_link) == (page.pk, "")


def test_a_redirect_to_nowhere_on_our_site_is_refused(communication):
    add(communication, old_path="/a", redirect_link="http://localhost/b/")
    add(communication, old_path="/b", redirect_link="http://localhost/a/")
    assert not Redirect.objects.exists()
    add(communication, old_path="/a", redirect_link="https://www.example.org/")
    assert Redirect.objects.get().redirect_link == "https://www.example.org/"


def test_a_redirect_can_be_changed_where_it_is_listed(communication):
    redirect, page = Redirect.add_redirect("/ancien", content("Cible")), content("Nouvelle")
    address = f"/admin/redirects/{redirect.pk}/"
    fields = {"old_path": "/ancien", "is_permanent": "on", "redirect_page": page.pk}
    communication.post(address, fields)
    redirect.refresh_from_db()
    assert redirect.redirect_page_id == page.pk
    assert address in communication.get("/admin/redirects/").content.decode()


# --- The table ------------------------------------------------------------------------------------


def bring(client, text, only_check=False, name="anciennes.csv"):
    content = text if isinstance(text, bytes) else text.encode()
    data = {"table": SimpleUploadedFile(name, content)} | (
        {"only_check": "on"} if only_check else {}
    )
    response = client.post("/admin/redirects/import/", data)
    assert response.status_code == 200
    return response.content.decode()


def table():
    return {r.old_path: r.redirect_page and r.redirect_page.slug for r in Redirect.objects.all()}


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_table_is_read_as_any_spreadsheet_writes_it(communication, separator, encoding, end):
    content("Cible")
    rows = [
        ("ancienne adresse", "nouvelle adresse"),
        ("/spip.php?article123", "/cible/"),
        ("https://ancien.example.org/école.html", "http://localhost/cible"),
        ("", ""),
    ]
    text = end.join(separator.join(row) for row in rows)
    html = bring(communication, text.encode(encoding))
    assert "2 redirections nouvelles" in html and "refusée" not in html
    assert table() == {"/spip.php?article123": "cible", "/école.html": "cible"}
    assert communication.get("/spip.php?article123")["Location"] == "/cible/"


def test_a_table_may_be_brought_in_again_corrected(communication):
    content("Cible")
    content("Autre")
    Redirect.add_redirect("/c", "https://www.example.org/", site=Site.objects.get())
    bring(communication, "/a;/cible/\n/b;/cible/")
    html = bring(communication, "/a;/cible/\n/b;/autre/\n/c;/autre/\n/a;/cible/")
    assert "nouvelle</li>" not in html and "2 redirections modifiées" in html
    assert "2 lignes déjà à jour" in html
    assert table() == {"/a": "cible", "/b": "autre", "/c": "autre"}


def test_checking_writes_nothing(communication):
    content("Cible")
    html = bring(communication, "/a;/cible/\n/b;/nulle-part/", only_check=True)
    assert "rien n’a été enregistré" in html and "1 redirection nouvelle" in html
    assert "/nulle-part/" in html
    assert not Redirect.objects.exists() and not ModelLogEntry.objects.filter(
        action="site_cms.import"
    )


BAD = {
    "/a;": "Il manque",
    ";/cible/": "Il manque",
    "seule": "Il manque",
    "/a;/nulle-part/": "Aucune page n’est en ligne",
    "/a;/brouillon/": "Aucune page n’est en ligne",
    "/a;/privee/": "Aucune page n’est en ligne",
    "/a;/b": "Aucune page n’est en ligne",
    "/a;javascript:alert(1)": "Aucune page n’est en ligne",
    "/a;//pirate.example.org/": "n’est pas une adresse",
    "/a;ftp://example.org/x": "n’est pas une adresse",
    "/a;https://[": "n’est pas une adresse",
    "http://[;/cible/": "mal formée",
    "/cible/;/autre/": "passerait avant",
    "/cible/?x=1;/autre/": "passerait avant",
    "/;/autre/": "page d’accueil",
    f"/{'a' * 300};/cible/": "trop longue",
    "/a\x07;/cible/": "invisibles",
    f"/a;https://example.org/{'a' * 300}": "trop longue",
    "<script>alert(1)</script>;<b>": "Aucune page n’est en ligne",
}


@pytest.mark.parametrize("line", BAD, ids=range(len(BAD)))
def test_a_wrong_line_is_named_with_its_number_and_stops_no_other(communication, line):
    content("Cible")
    content("Autre")
    content("Brouillon", live=False)
    restrict(content("Privée", slug="privee"))
    html = bring(communication, f"/bonne;/cible/\n{line}\n/bonne2;/autre/")
    assert table() == {"/bonne": "cible", "/bonne2": "autre"}
    assert "1 ligne refusée" in html and "<td>2</td>" in html and BAD[line] in html
    assert "<script>alert" not in html


def test_a_table_that_contradicts_itself_is_told_where(communication):
    content("Cible")
    content("Autre")
    html = bring(communication, "/a;/cible/\n/a/;/autre/\nx.php?b&a;/cible/\n/x.php?a&b;/cible/")
    assert "La ligne 1 donne une autre destination" in html and "<td>2</td>" in html
    assert table() == {"/a": "cible", "/x.php?a&b": "cible"}


def test_a_new_address_may_be_a_document_another_site_or_part_of_a_page(communication):
    content("Cible")
    paper = document()
    bring(
        communication,
        f"/a.pdf;{paper.url}\n/b;https://www.example.org/x\n/c;/cible/#fin\n/d;/cible/?page=2",
    )
    links = dict(Redirect.objects.values_list("old_path", "redirect_link"))
    assert links == {
        "/a.pdf": f"http://localhost{paper.url}",
        "/b": "https://www.example.org/x",
        "/c": "http://localhost/cible/#fin",
        "/d": "http://localhost/cible/?page=2",
    }


def test_a_former_address_is_found_whatever_its_trackers_which_go_on(communication):
    content("Cible")
    bring(communication, "/x.php?id=3&utm_source=lettre;/cible/")
    found = communication.get("/x.php?id=3&utm_source=autre")["Location"]
    assert found == "/cible/?utm_source=autre"


def test_an_english_page_is_found_by_its_address(communication):
    content("About", under=english_home())
    bring(communication, "/spip.php?lang=en&article5;/en/about/")
    assert communication.get("/spip.php?article5&lang=en")["Location"] == "/en/about/"


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        (b"", "vide.csv", "vide"),
        (b"\n\n;;\n", "vide.csv", "aucune ligne"),
        (b"ancienne;nouvelle\n", "vide.csv", "aucune ligne"),
        (b"/a;/b\n" * 5_001, "long.csv", "5 000 lignes"),
        (b"x" * (2 * 1024 * 1024 + 1), "lourd.csv", "2 Mo"),
        (b"PK\x03\x04", "tableau.xlsx", "csv"),
        (b'/a;"' + b"x" * 200_000, "cellule.csv", "pas un tableau"),
    ],
)
def test_a_file_that_is_no_table_is_refused_in_words(communication, text, name, said):
    assert said in bring(communication, text, name=name)
    assert not Redirect.objects.exists()


@pytest.mark.parametrize(
    "text", [b"\x00\x01\x02;\xff\xfe", b"\x89PNG\r\n\x1a\n", b'"""""', b";" * 9_999]
)
def test_no_file_breaks_the_screen(communication, text):
    content("Cible")
    bring(communication, text)


def test_an_import_is_noted_once_in_the_trace(communication):
    content("Cible")
    bring(communication, "/a;/cible/\n/b;/cible/")
    entry = ModelLogEntry.objects.get(action="site_cms.import")
    assert entry.user.username == "camille" and "2 redirections créées" in entry.data["changes"][0]


def test_two_thousand_lines_cost_few_queries(communication, django_assert_max_num_queries):
    content("Cible")
    lines = "\n".join(f"/spip.php?article{number};/cible/" for number in range(2_000))
    with django_assert_max_num_queries(45):
        bring(communication, lines)
    assert Redirect.objects.count() == 2_000


@pytest.mark.parametrize("name", ["relecture", "bretagne"])
def test_only_communication_brings_redirects_in(client, db, name):
    region("53", "Bretagne")
    user(name, {"relecture": "Relecture", "bretagne": "Bretagne – publication"}[name])
    client.login(username=name, password=PASSWORD)
    content("Cible")
    data = {"table": SimpleUploadedFile("a.csv", b"/a;/cible/")}
    assert client.get("/admin/redirects/import/").status_code == 302
    client.post("/admin/redirects/import/", data)
    client.post("/admin/redirects/add/", {"old_path": "/a", "redirect_link": "https://a.example/"})
    assert not Redirect.objects.exists()


def test_the_list_of_redirects_leads_to_our_screen(communication):
    assert "/admin/redirects/import/" in communication.get("/admin/redirects/").content.decode()
    html = communication.get("/admin/redirects/import/").content.decode()
    assert "spip.php?article123" in html
