"""An editor at work: every form of the admin, filled in well and badly, as the group has it."""

import json
from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import (
    inline_formset,
    nested_form_data,
    querydict_from_html,
    rich_text,
    streamfield,
)

from home.models import ContentPage, MilestonePage, TimelinePage
from news.models import NewsIndexPage, NewsPage
from pioneers.models import CallIndexPage, CallPage, PioneerIndexPage, PioneerPage
from site_cms.models import Theme
from site_cms.rights.roles import COMMUNICATION
from territories.models import RegionPage, TerritoryIndexPage, TerritoryPage
from tests import factories
from tests.factories import PASSWORD, call, home, pioneer, region, rubric, section, user

EMPTY = streamfield([])
TEXT = rich_text("<p>Texte.</p>")


@pytest.fixture(scope="module")
def built_account(build):
    build(lambda: user("camille", COMMUNICATION))


@pytest.fixture
def editor(client, built_account, standing):
    client.login(username="camille", password=PASSWORD)
    return client


def typed(client, address, fields):
    """A page's form as the browser shows it, with `fields` typed in."""
    html = client.get(address).content.decode()
    data = querydict_from_html(html, form_id="page-edit-form").copy()
    for name in [key for key in data if key.startswith("comments-") or key.startswith("action-")]:
        if not name.endswith("_FORMS"):
            del data[name]
    data.update({"comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0"})
    several = {name: value for name, value in fields.items() if isinstance(value, list)}
    single = {name: value for name, value in fields.items() if name not in several}
    flat = {name: [value] for name, value in nested_form_data(single).items()}
    for name, values in {**flat, **several}.items():
        data.setlist(name, values)
    # The client would send only the last value of each name of a QueryDict.
    return dict(data.lists())


def fill_in(client, address, fields, action="action-publish"):
    """Send a page's form; without an action, as a draft."""
    data = typed(client, address, fields)
    if action:
        data[action] = "1"
    return client.post(address, data)


def add_page(client, model, under, fields, action="action-publish"):
    place = [model._meta.app_label, model._meta.model_name, under.pk]
    fields = {"title": "Essai", "slug": "essai", **fields}
    return fill_in(client, reverse("wagtailadmin_pages:add", args=place), fields, action)


def messages(response):
    """What the form says is wrong, as the editor reads it."""
    assert response.status_code == 200
    soup = BeautifulSoup(response.content, "html.parser")
    shown = [item.get_text(" ", strip=True) for item in soup.select(".error-message")]
    blocks = [json.loads(b["data-w-block-arguments-value"]) for b in soup.select("[data-block]")]
    return " ".join([*shown, json.dumps(blocks, ensure_ascii=False)])


def article_fields(**fields):
    body = streamfield([("highlight", {"text": "Une phrase."})])
    streams = dict.fromkeys(("people", "sources", "related"), EMPTY)
    return {"section": rubric().pk, "body": body, **streams, **fields}


def pioneer_fields(**fields):
    streams = dict.fromkeys(("indicators", "body", "sources"), EMPTY)
    return {"entry": "launch", **streams, **fields}


def call_fields(**fields):
    texts = dict.fromkeys(
        ("who_may_apply", "form_intro", "thank_you_text", "privacy_notice", "results_text"), TEXT
    )
    streams = dict.fromkeys(("body", "documents", "sources"), EMPTY)
    inlines = dict.fromkeys(("form_fields", "extensions"), inline_formset([]))
    return {**texts, **streams, **inlines, **fields}


def territory_fields(**fields):
    streams = dict.fromkeys(("challenges", "body", "sources"), EMPTY)
    return {**streams, "partners": inline_formset([]), **fields}


def milestone_fields(**fields):
    return {"start": "2018-05-15", "precision": "day", "body": EMPTY, **fields}


def region_fields(**fields):
    return {"code": "53", "body": EMPTY, **fields}


PAGES = [
    (ContentPage, lambda: home(), lambda: {"body": EMPTY}),
    (NewsPage, lambda: section(NewsIndexPage), article_fields),
    (PioneerPage, lambda: section(PioneerIndexPage), pioneer_fields),
    (CallPage, lambda: section(CallIndexPage), call_fields),
    (MilestonePage, lambda: section(TimelinePage), milestone_fields),
    (RegionPage, lambda: section(TerritoryIndexPage), region_fields),
    (TerritoryPage, lambda: region(), territory_fields),
    (NewsPage, lambda: region(), article_fields),
    (NewsIndexPage, lambda: home(), lambda: {"intro": TEXT}),
    (TimelinePage, lambda: home(), lambda: {"intro": TEXT}),
]
each_page = pytest.mark.parametrize(
    ("model", "parent", "fields"),
    PAGES,
    ids=[model.__name__ for model, *_ in PAGES],
)


@each_page
def test_an_editor_publishes_a_page_of_each_type_and_changes_it(editor, model, parent, fields):
    response = add_page(editor, model, parent(), fields())
    assert response.status_code == 302, messages(response)
    page = model.objects.get(slug="essai")
    assert page.live
    assert editor.get(page.url).status_code == 200
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    response = fill_in(editor, address, {**fields(), "title": "Essai corrigé"})
    assert response.status_code == 302, messages(response)
    page.refresh_from_db()
    assert page.title == "Essai corrigé"


@each_page
def test_an_editor_keeps_a_draft_of_each_type_that_nobody_sees(editor, model, parent, fields):
    response = add_page(editor, model, parent(), fields(), action="")
    assert response.status_code == 302, messages(response)
    page = model.objects.get(slug="essai")
    assert not page.live
    editor.logout()
    assert editor.get(page.get_url()).status_code == 404


@each_page
def test_an_almost_empty_draft_is_kept_or_refused_but_never_an_error(editor, model, parent, fields):
    texts = {name for name, value in fields().items() if isinstance(value, str) and value != TEXT}
    emptied = dict.fromkeys(texts, "")
    response = add_page(editor, model, parent(), {**fields(), **emptied}, action="")
    assert response.status_code in (200, 302)


@pytest.mark.once
@each_page
def test_a_page_of_each_type_can_be_previewed_before_it_exists(editor, model, parent, fields):
    place = [model._meta.app_label, model._meta.model_name, parent().pk]
    form = reverse("wagtailadmin_pages:add", args=place)
    data = typed(editor, form, {"title": "Essai", "slug": "essai", **fields()})
    address = reverse("wagtailadmin_pages:preview_on_add", args=place)
    assert editor.post(address, data).json()["is_valid"]
    response = editor.get(address)
    assert response.status_code == 200
    assert "Essai" in response.content.decode()
    # In whatever order they stand: it differs from process to process.
    assert "script-src 'self'" in response["Content-Security-Policy"].split("; ")


def _nothing(value):
    if not isinstance(value, dict):
        return value if value == TEXT else [] if isinstance(value, list) else ""
    return EMPTY if "count" in value else value


@pytest.mark.once
@each_page
def test_a_page_of_each_type_can_be_previewed_with_nothing_but_a_title(
    editor, model, parent, fields
):
    place = [model._meta.app_label, model._meta.model_name, parent().pk]
    nothing = {name: _nothing(value) for name, value in fields().items()}
    form = reverse("wagtailadmin_pages:add", args=place)
    data = typed(editor, form, {**nothing, "title": "Essai"})
    address = reverse("wagtailadmin_pages:preview_on_add", args=place)
    # Valid or not, for want of a date say: what is shown is a page.
    assert editor.post(address, data).status_code == 200
    assert editor.get(address).status_code == 200


def test_a_preview_shows_the_relations_just_chosen_public_ones_only(editor):
    bretagne, brest = region("53", "Bretagne"), factories.territory("Brest")
    draft = factories.territory("Brouillon", live=False)
    chosen = {
        NewsPage: article_fields(
            territories=[brest.pk, draft.pk], pioneers=[pioneer("Siel").pk], region=bretagne.pk
        ),
        PioneerPage: pioneer_fields(action_regions=[bretagne.pk], region=bretagne.pk),
        CallPage: call_fields(labelled_territories=[brest.pk, draft.pk]),
    }
    makers = {NewsPage: factories.article, PioneerPage: pioneer, CallPage: call}
    expected = {NewsPage: ("Brest", "Siel"), PioneerPage: ("Bretagne",), CallPage: ("Brest",)}
    for model, fields in chosen.items():
        page = makers[model]()
        form = reverse("wagtailadmin_pages:edit", args=[page.pk])
        address = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
        assert editor.post(address, typed(editor, form, fields)).json()["is_valid"]
        html = editor.get(address).content.decode()
        assert all(name in html for name in expected[model])
        assert "Brouillon" not in html


@pytest.mark.parametrize(
    ("model", "parent"),
    [
        (NewsPage, PioneerIndexPage),
        (PioneerPage, CallIndexPage),
        (CallPage, TimelinePage),
        (MilestonePage, NewsIndexPage),
        (TerritoryPage, TerritoryIndexPage),
        (RegionPage, NewsIndexPage),
    ],
)
def test_a_page_only_stands_where_its_list_is(editor, model, parent):
    place = [model._meta.app_label, model._meta.model_name, section(parent).pk]
    response = editor.get(reverse("wagtailadmin_pages:add", args=place))
    assert response.status_code in (302, 403)


# --- Refusals that say what to do -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("model", "fields", "advice"),
    [
        (
            MilestonePage,
            lambda: milestone_fields(end="2018-05-14"),
            "La fin précède le début",
        ),
        (
            MilestonePage,
            lambda: milestone_fields(precision="months"),
            "indiquez un jour du dernier mois",
        ),
        (MilestonePage, lambda: milestone_fields(start="0001-01-01"), "n’est pas plausible"),
        (
            NewsPage,
            lambda: article_fields(published_on="2018-01-19", modified_on="2018-01-18"),
            "Un article ne peut être modifié avant d’être publié",
        ),
        (NewsPage, lambda: article_fields(published_on="0001-01-01"), "n’est pas plausible"),
        (
            PioneerPage,
            lambda: pioneer_fields(entry="laureate"),
            "choisissez lequel",
        ),
        (PioneerPage, lambda: pioneer_fields(call=call().pk), "videz ce champ"),
        (
            PioneerPage,
            lambda: pioneer_fields(
                indicators=streamfield(
                    [("indicator", {"label": "emplois", "value": "12", "source": "Bilan"})]
                )
            ),
            '"year": {"messages": ["Champ requis."]}',
        ),
        (
            CallPage,
            lambda: call_fields(opens_at="2026-03-02 09:00", closes_at="2026-03-01 09:00"),
            "La date limite doit suivre l’ouverture",
        ),
        (CallPage, lambda: call_fields(opens_at="0001-01-01 00:00"), "n’est pas plausible"),
        (CallPage, lambda: call_fields(closes_at="9999-12-31 23:59"), "n’est pas plausible"),
        (CallPage, lambda: call_fields(channel="outside"), "Indiquez l’adresse du site"),
        (CallPage, lambda: call_fields(channel="online"), "a besoin d’une date limite"),
        (RegionPage, region_fields, "présente déjà cette région"),
        (
            TerritoryPage,
            lambda: territory_fields(status_date="0001-01-01"),
            "n’est pas plausible",
        ),
        (
            NewsPage,
            lambda: article_fields(
                body=streamfield([("button", {"label": "Lire", "page": "", "url": ""})])
            ),
            "Choisissez une page ou donnez une adresse",
        ),
        (
            NewsPage,
            lambda: article_fields(
                body=streamfield(
                    [
                        (
                            "video",
                            {
                                "title": "Film",
                                "file": "",
                                "captions": "",
                                "poster": "",
                                "caption": "",
                                "url": "https://videos.example.org/1",
                                "transcript": TEXT,
                            },
                        )
                    ]
                )
            ),
            "YouTube, Dailymotion ou Vimeo",
        ),
    ],
    ids=range(17),
)
def test_a_mistake_is_refused_with_a_sentence_that_says_what_to_do(editor, model, fields, advice):
    region("53", "Bretagne")
    parent = next(parent for known, parent, _ in PAGES if known is model)
    response = add_page(editor, model, parent(), fields())
    assert advice in messages(response)
    assert not model.objects.filter(slug="essai").exists()


@pytest.mark.parametrize("moment", ["2026-10-25 02:30", "2027-03-28 02:30"])
@pytest.mark.parametrize("name", ["opens_at", "closes_at"])
def test_an_hour_that_comes_twice_or_never_is_refused(editor, name, moment):
    response = add_page(editor, CallPage, section(CallIndexPage), call_fields(**{name: moment}))
    assert response.status_code == 200
    assert not CallPage.objects.filter(slug="essai").exists()
    assert messages(response)


@pytest.mark.parametrize("name", ["go_live_at", "expire_at"])
@pytest.mark.parametrize("moment", ["0001-01-01 00:00", "9999-12-31 23:59", "2026-10-25 02:30"])
@pytest.mark.parametrize("action", ["", "action-publish"])
def test_an_impossible_schedule_is_refused(editor, name, moment, action):
    fields = {"body": EMPTY, name: moment}
    assert messages(add_page(editor, ContentPage, home(), fields, action))
    assert not ContentPage.objects.exists()


def test_a_saved_call_may_be_given_an_impossible_date_without_an_error(editor):
    page = call("Essai")
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    for moment in ("0001-01-01 00:00", "9999-12-31 23:59"):
        response = fill_in(editor, address, call_fields(closes_at=moment))
        assert "n’est pas plausible" in messages(response)


# --- What an editor's act changes for the public --------------------------------------------------


def test_a_new_milestone_over_two_months_reads_mai_juin_2018(editor, client):
    fields = milestone_fields(start="2018-05-15", end="2018-06-15", precision="months")
    add_page(editor, MilestonePage, section(TimelinePage), fields)
    editor.logout()
    assert "Mai–juin 2018" in client.get("/calendrier/").content.decode()


def test_a_new_pioneer_is_in_the_directory_and_on_its_region(editor):
    bretagne = region("53", "Bretagne")
    fields = pioneer_fields(region=bretagne.pk, action_regions=[])
    add_page(editor, PioneerPage, section(PioneerIndexPage), {**fields, "title": "Jardins d’Arvor"})
    editor.logout()
    for address in ("/pionniers/", "/territoires/bretagne/", "/pionniers/?region=53"):
        assert "Jardins d’Arvor" in editor.get(address).content.decode()


def test_a_new_article_is_on_the_home_page_and_in_the_list(editor):
    page = home()
    page.body = [("latest_news", {"title": "Actualités"})]
    page.save()
    add_page(editor, NewsPage, section(NewsIndexPage), article_fields(title="Du nouveau"))
    editor.logout()
    for address in ("/", "/actualites/"):
        assert "Du nouveau" in editor.get(address).content.decode()


def test_unpublishing_takes_a_page_off_every_list(editor):
    page = pioneer("Jardins d’Arvor", region=region("53", "Bretagne"))
    editor.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    editor.logout()
    for address in ("/pionniers/", "/territoires/bretagne/", page.url):
        assert "Jardins d’Arvor" not in editor.get(address).content.decode()


def test_an_article_under_a_region_is_on_that_region_s_page(editor):
    """Its region is where it stands; nobody has to say it twice."""
    place = region("53", "Bretagne")
    add_page(editor, NewsPage, place, article_fields(title="Du nouveau", region=place.pk))
    assert "Du nouveau" in editor.get("/territoires/bretagne/").content.decode()


def test_a_deleted_theme_leaves_the_pages_that_had_it(editor):
    theme = factories.theme("Eau")
    page = pioneer(themes=[theme])
    address = reverse("wagtailsnippets_site_cms_theme:delete", args=[theme.pk])
    editor.post(address)
    assert not Theme.objects.exists()
    assert editor.get(page.url).status_code == 200


def test_a_call_that_has_laureates_is_not_deleted_with_an_error_page(editor):
    won = call("Gagné")
    pioneer(entry="laureate", call=won)
    response = editor.post(reverse("wagtailadmin_pages:delete", args=[won.pk]))
    assert response.status_code in (200, 302)
    assert CallPage.objects.filter(pk=won.pk).exists()


def test_publishing_in_the_past_or_future_is_the_editor_s_date_not_the_clock_s(editor):
    fields = article_fields(published_on="2018-01-19")
    add_page(editor, NewsPage, section(NewsIndexPage), fields)
    assert NewsPage.objects.get(slug="essai").published_on == date(2018, 1, 19)
    assert Page.objects.get(slug="essai").first_published_at.year >= 2024
