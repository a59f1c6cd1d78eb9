"""Former addresses: what moving pages leaves behind, what was brought in, where they lead."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import ModelLogEntry, Page, Site

from tests.factories import (
    PASSWORD,
    content,
    document,
    english_home,
    home,
    region,
    restrict,
    territory,
    user,
)


def leads(client, address):
    """Where an address sends its reader; None where it sends nobody."""
    response = client.get(address)
    return response["Location"] if response.status_code in (301, 302) else None


@pytest.fixture
def rename(django_capture_on_commit_callbacks):
    """Give a page another address; Wagtail makes its redirects once that is committed."""

    def change(page, slug):
        page = Page.objects.get(pk=page.pk).specific
        page.slug = slug
        with django_capture_on_commit_callbacks(execute=True):
            page.save_revision().publish()

    return change


def former(old_path, target=None, **fields):
    return Redirect.add_redirect(old_path, target or content("Cible"), **fields)


# --- Pages that move ------------------------------------------------------------------------------


@pytest.fixture
def moved(db):
    """A page with another below it, moved with it; the former address of the one below."""
    parent, place = content("Parent"), content("Ailleurs")
    content("Fille", under=parent)
    content("Brouillon", under=parent, live=False)
    Page.objects.get(pk=parent.pk).specific.move(Page.objects.get(pk=place.pk), pos="last-child")
    return parent


def test_a_moved_page_is_found_at_its_former_address_with_all_below_it(client, moved):
    assert leads(client, "/parent/") == "/ailleurs/parent/"
    assert leads(client, "/parent/fille/") == "/ailleurs/parent/fille/"
    assert client.get("/parent/fille/").status_code == 301
    assert client.get("/parent/brouillon/").status_code == 404


def test_a_page_renamed_is_found_at_its_former_address_in_both_languages(client, db, rename):
    for under, prefix in ((home(), ""), (english_home(), "/en")):
        parent = content("Parent", under=under)
        content("Fille", under=parent)
        rename(parent, "nouveau")
        assert leads(client, f"{prefix}/parent/fille/") == f"{prefix}/nouveau/fille/"
        assert leads(client, f"{prefix}/parent/") == f"{prefix}/nouveau/"


def test_a_page_moved_there_and_back_turns_nobody_in_circles(client, moved):
    page = Page.objects.get(pk=moved.pk).specific
    page.move(Page.objects.get(pk=home().pk), pos="last-child")
    assert client.get("/parent/").status_code == 200
    assert leads(client, "/ailleurs/parent/") == "/parent/"
    page = Page.objects.get(pk=moved.pk).specific
    page.unpublish()
    for address in ("/parent/", "/ailleurs/parent/"):
        assert client.get(address).status_code == 404


def test_a_new_page_at_a_former_address_answers_there(client, moved):
    content("Autre", slug="parent")
    assert client.get("/parent/").status_code == 200


def test_a_region_moved_takes_its_territories_along(client, db, rename):
    bretagne = region("53", "Bretagne")
    territory("Brest", under=bretagne)
    rename(bretagne, "breizh")
    assert leads(client, "/territoires/bretagne/brest/") == "/territoires/breizh/brest/"


@pytest.mark.parametrize("hide", [lambda page: page.specific.unpublish(), restrict])
def test_a_former_address_does_not_tell_where_a_hidden_page_went(client, moved, rename, hide):
    rename(moved, "confidentiel")
    assert leads(client, "/parent/") == leads(client, "/ailleurs/parent/")
    assert leads(client, "/parent/") == "/ailleurs/confidentiel/"
    hide(Page.objects.get(pk=moved.pk))
    # The page below is still public where it is, if only that one was withdrawn.
    for address in ("/parent/", "/ailleurs/parent/"):
        response = client.get(address)
        assert "confidentiel" not in response.get("Location", "")
        assert b"confidentiel" not in response.content


# --- Looking up -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "asked",
    [
        "/spip.php?article123",
        "/spip.php?article123=",
        "/spip.php?article123&utm_source=lettre&utm_medium=mail",
        "/spip.php?utm_source=lettre&article123",
        "/spip.php?article123&fbclid=x&xtor=RSS-1",
        "/spip.php?lang=fr&article123",
        "/spip.php?article123&&",
    ],
)
def test_an_address_of_the_former_site_leads_on_whatever_was_added_to_it(client, db, asked):
    former("/spip.php?article123")
    former("/spip.php?article12", content("Autre"))
    assert leads(client, asked) == "/cible/"


def test_the_most_precise_redirect_goes_first(client, db):
    former("/spip.php", content("Tout"))
    former("/spip.php?article1", content("Un"))
    former("/spip.php?article1&page=2", content("Deux"))
    assert leads(client, "/spip.php?page=2&article1") == "/deux/"
    assert leads(client, "/spip.php?article1&page=3") == "/un/"
    assert leads(client, "/spip.php?article2") == "/tout/"


def test_accents_and_capitals_of_an_address_count_as_written(client, db):
    former("/école/été.html")
    assert leads(client, "/école/été.html") == "/cible/"
    assert leads(client, "/%C3%A9cole/%C3%A9t%C3%A9.html") == "/cible/"
    assert leads(client, "/École/été.html") is None


def test_a_redirect_of_this_site_goes_before_one_of_all_sites(client, db):
    former("/ancien", content("Tous"))
    former("/ancien", content("Celui-ci"), site=Site.objects.get())
    assert leads(client, "/ancien/") == "/celui-ci/"


def test_a_redirect_that_leads_to_itself_is_left_alone(client, db):
    former("/boucle", "/boucle/")
    former("/boucle", "http://testserver/boucle/", site=Site.objects.get())
    assert client.get("/boucle/").status_code == 404


def test_a_temporary_redirect_stays_one(client, db):
    former("/ancien", is_permanent=False)
    assert client.get("/ancien/").status_code == 302


HOSTILE = [
    "'\"; DROP TABLE",
    "%ff",
    "%ed%a0%80",
    "x" * 10_000,
    "&" * 5_000,
    "=&=&",
    "(((.*",
    "a" * 300,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_address_breaks_the_looking_up(client, db, text):
    former("/spip.php")
    for address in (f"/spip.php?{text}", f"/{text}.html", f"//{text}", f"/[{text}"):
        assert client.get(address).status_code in (200, 301, 404)


def test_what_is_not_found_costs_one_more_query(client, db, django_assert_max_num_queries):
    former("/spip.php?article123")
    client.get("/nulle-part/")
    with django_assert_max_num_queries(7):
        client.get("/nulle-part.html?a&b&c&d&e&f")


# --- The form -------------------------------------------------------------------------------------


@pytest.fixture
def communication(client, db):
    user("camille", "Communication")
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
    redirect, page = former("/ancien"), content("Nouvelle")
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
    assert leads(communication, "/spip.php?article123") == "/cible/"


def test_a_table_may_be_brought_in_again_corrected(communication):
    content("Cible")
    content("Autre")
    former("/c", "https://www.example.org/", site=Site.objects.get())
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


def test_trackers_in_a_former_address_do_not_count(communication):
    content("Cible")
    bring(communication, "/x.php?id=3&utm_source=lettre;/cible/")
    assert leads(communication, "/x.php?id=3&utm_source=autre") == "/cible/"


def test_an_english_page_is_found_by_its_address(communication):
    content("About", under=english_home())
    bring(communication, "/spip.php?lang=en&article5;/en/about/")
    assert leads(communication, "/spip.php?article5&lang=en") == "/en/about/"


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
