"""Who may translate what: a region's team its own pages, by every screen and any request."""

import json

import pytest
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)

from news.models import NewsPage
from site_cms.rights.boundary import regional_accounts
from site_cms.translation.board import Board
from tests import factories

TEAM = ("contribution", "publication", "two_regions")


@pytest.fixture
def translated(world):
    """An article of each region, live in French, with an English draft."""
    found = {}
    for name in ("own", "foreign", "national"):
        side = world.sides[name]
        article = side.fresh("article")
        if name == "national":
            for page in article.get_ancestors().filter(depth__gt=2).specific():
                page.copy_for_translation(world.english)
        source, _created = TranslationSource.update_or_create_from_instance(article)
        translation = Translation.objects.create(source=source, target_locale=world.english)
        twin, _created = source.create_or_update_translation(
            world.english, publish=False, fallback=True
        )
        found[name] = translation, article, twin
    return found


def submitted(client, page, locale):
    url = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    client.post(url, {"locales": locale.pk})
    return Page.objects.filter(translation_key=page.translation_key, locale=locale).exists()


def write(client, translation, text="Written"):
    segment = StringSegment.objects.filter(source=translation.source, context__path="title").first()
    url = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])
    client.put(url, f"value={text}", content_type="application/x-www-form-urlencoded")
    return StringTranslation.objects.filter(data=text).exists()


def publish(client, twin, run):
    with run(execute=True):
        client.post(reverse("wagtailadmin_pages:edit", args=[twin.pk]), {"action": "publish"})
    return Page.objects.get(pk=twin.pk).live


def complete(translation):
    """Translate all that is missing, the rubric included."""
    locale = translation.target_locale
    for segment in StringSegment.objects.filter(source=translation.source):
        StringTranslation.objects.get_or_create(
            translation_of=segment.string,
            context=segment.context,
            locale=locale,
            defaults={"data": "word", "translation_type": "manual"},
        )
    section = factories.rubric()
    if not section.has_translation(locale):
        other = section.copy_for_translation(locale)
        other.name = "News"
        other.save()


@pytest.mark.parametrize("role", [*TEAM, "communication"])
def test_a_team_submits_and_writes_the_translations_of_its_own_pages(
    world, client, translated, role
):
    client.force_login(world.accounts[role])
    assert submitted(client, world.own.fresh("draft"), world.english)
    assert write(client, translated["own"][0])
    new = Page.objects.get(
        translation_key=world.own.pages["draft"].translation_key, locale=world.english
    )
    assert not new.live


@pytest.mark.parametrize("role", [*TEAM, "relecture", "nobody"])
def test_nobody_else_does(world, client, translated, role):
    client.force_login(world.accounts[role])
    before = Page.objects.count()
    for side in ("foreign", "national"):
        assert not write(client, translated[side][0])
    assert not submitted(client, world.foreign.fresh("draft"), world.english)
    assert not submitted(client, world.sides["reserved"].fresh("draft"), world.english)
    assert Page.objects.count() == before


def test_a_relecteur_writes_no_translation(world, client, translated):
    client.force_login(world.accounts["relecture"])
    assert not write(client, translated["own"][0])
    assert client.get(reverse("translation_board")).status_code != 200


@pytest.mark.parametrize("role", TEAM)
def test_every_screen_of_a_foreign_translation_stays_closed_and_silent(
    world, client, translated, role
):
    client.force_login(world.accounts[role])
    translation, article, _twin = translated["foreign"]
    words = [translation.pk]
    segment = StringSegment.objects.filter(source=translation.source).first()
    override = OverridableSegment.objects.filter(source=translation.source).first()
    named = {
        "edit_string_translation": [translation.pk, segment.pk],
        "edit_override": [translation.pk, override.pk],
        "update_translations": [translation.source_id],
        "submit_page_translation": [article.pk],
        "convert_to_alias": [article.pk],
        **dict.fromkeys(("download_pofile", "upload_pofile", "preview_translation"), words),
        **dict.fromkeys(("machine_translate", "stop_translation"), words),
    }
    urls = [reverse(f"wagtail_localize:{name}", args=args) for name, args in named.items()]
    urls.append(reverse("translations:side_by_side", args=words))
    before = state()
    for url in urls:
        for method in ("get", "post", "put", "delete"):
            response = getattr(client, method)(url)
            assert world.foreign.word not in response.content.decode(), (method, url)
            assert not response.get("Content-Disposition"), url
    assert state() == before


def state():
    return [
        list(model.objects.order_by("pk").values())
        for model in (Translation, TranslationSource, StringTranslation, SegmentOverride)
    ] + [list(Page.objects.order_by("pk").values_list("pk", "live", "draft_title"))]


@pytest.mark.parametrize("role", TEAM)
def test_the_report_and_the_board_show_each_only_its_own(world, client, translated, role):
    client.force_login(world.accounts[role])
    for name in ("wagtail_localize:translations_report", "translation_board"):
        html = client.get(reverse(name)).content.decode()
        assert world.own.word in html
        for side in ("foreign", "reserved", "national"):
            assert world.sides[side].word not in html, side
    table = client.get(reverse("translation_board") + "?export=csv").getvalue().decode()
    assert world.own.word in table and world.foreign.word not in table


def test_only_national_staff_see_the_vocabularies_on_the_board(world):
    factories.theme("Santé")
    kinds = {
        role: {row.kind for row in Board(world.accounts[role]).rows}
        for role in (*TEAM, "communication")
    }
    assert "thème" in kinds.pop("communication")
    assert not any("thème" in seen for seen in kinds.values())


def test_only_who_publishes_the_region_publishes_its_translations(
    world, client, translated, django_capture_on_commit_callbacks
):
    translation, _article, twin = translated["own"]
    complete(translation)
    for role, is_allowed in (("foreign", False), ("contribution", False), ("publication", True)):
        client.force_login(world.accounts[role])
        assert publish(client, twin, django_capture_on_commit_callbacks) == is_allowed, role


def test_no_translation_goes_online_with_french_in_it(
    world, client, translated, django_capture_on_commit_callbacks
):
    translation, _article, twin = translated["own"]
    client.force_login(world.accounts["publication"])
    assert not publish(client, twin, django_capture_on_commit_callbacks)
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    client.post(f"{bulk}?id={twin.pk}", {})
    region = world.own.pages["twin"]
    client.post(f"{bulk}?id={region.pk}", {"include_descendants": "on"})
    client.post(reverse("wagtail_localize:stop_translation", args=[translation.pk]))
    assert Translation.objects.get(pk=translation.pk).enabled
    assert not Page.objects.get(pk=twin.pk).live
    complete(translation)
    assert publish(client, twin, django_capture_on_commit_callbacks)


def test_a_translation_of_what_is_not_online_stays_a_draft(
    world, client, django_capture_on_commit_callbacks
):
    """The hazard: to synchronise and publish put a page online that nobody had published."""
    page = world.own.fresh("draft")
    client.force_login(world.accounts["publication"])
    assert submitted(client, page, world.english)
    translation = Translation.objects.get(
        source__object_id=page.translation_key, target_locale=world.english
    )
    complete(translation)
    twin = translation.get_target_instance()
    url = reverse("wagtail_localize:update_translations", args=[translation.source_id])
    with django_capture_on_commit_callbacks(execute=True):
        client.post(url, {"publish_translations": "on"})
    assert not publish(client, twin, django_capture_on_commit_callbacks)
    assert not world.own.fresh("draft").live


def test_an_override_takes_nothing_that_is_another_teams(world, client, translated):
    translation = translated["own"][0]
    image = OverridableSegment.objects.get(source=translation.source, context__path="image")
    url = reverse("wagtail_localize:edit_override", args=[translation.pk, image.pk])
    client.force_login(world.accounts["publication"])
    for value, status in (
        (world.foreign.things["image"].pk, 400),
        (999_999, 400),
        ("rien", 400),
        (world.national.things["image"].pk, 201),
    ):
        response = client.put(
            url, f"value={value}", content_type="application/x-www-form-urlencoded"
        )
        assert response.status_code == status, value
    assert json.loads(SegmentOverride.objects.get().data_json) == str(
        world.national.things["image"].pk
    )


def test_an_override_takes_what_the_french_page_has_in_that_very_place(world, client):
    page = world.own.fresh("article")
    foreign, other = world.foreign.things["image"], world.sides["second"].things["image"]
    page.image = foreign
    page.body = [("image", {"image": other, "alt": "", "caption": ""})]
    page.save_revision().publish()
    source, _created = TranslationSource.update_or_create_from_instance(page)
    translation = Translation.objects.create(source=source, target_locale=world.english)
    source.create_or_update_translation(world.english, publish=False, fallback=True)
    client.force_login(world.accounts["publication"])
    block = f"body.{page.body[0].id}.image"
    for place, value, status in (
        ("image", other.pk, 400),
        ("image", foreign.pk, 201),
        (block, foreign.pk, 400),
        (block, other.pk, 201),
    ):
        segment = OverridableSegment.objects.get(source=source, context__path=place)
        url = reverse("wagtail_localize:edit_override", args=[translation.pk, segment.pk])
        sent = {"data": f"value={value}", "content_type": "application/x-www-form-urlencoded"}
        assert client.put(url, **sent).status_code == status, (place, value)


def test_what_is_submitted_is_the_latest_draft(world, client):
    page = world.own.fresh("draft")
    page.title = "Un titre plus récent"
    page.save_revision()
    client.force_login(world.accounts["contribution"])
    assert submitted(client, page, world.english)
    source = TranslationSource.objects.get(object_id=page.translation_key)
    assert source.stringsegment_set.get(context__path="title").string.data == page.title


def test_a_page_waits_for_the_translation_of_the_one_above_it(world, client):
    """wagtail-localize would copy it, in French."""
    page = world.national.fresh("article")
    client.force_login(world.accounts["communication"])
    count = Page.objects.count()
    assert not submitted(client, page, world.english)
    assert Page.objects.count() == count


def test_translating_takes_nothing_from_those_who_hand_out_accounts(world):
    names = set(regional_accounts().values_list("username", flat=True))
    assert {"c53", "p53", "p53p28", "p76"} <= names
    assert Locale.objects.count() == 2 and NewsPage.objects.exists()


# --- What follows the original --------------------------------------------------------------------


@pytest.fixture
def strayed(world, translated):
    """A page of the account's own region whose translation national staff put elsewhere."""
    _translation, page, twin = translated["own"]
    Page.objects.filter(pk=twin.pk).update(live=True, title="Ailleurs", draft_title="Ailleurs")
    there = translated["foreign"][2].get_parent()
    Page.objects.get(pk=twin.pk).move(there, pos="last-child")
    return page, Page.objects.get(pk=twin.pk)


def screen(kind, action, page):
    if kind == "single":
        return reverse(f"wagtailadmin_pages:{action}", args=[page.pk])
    return reverse("wagtail_bulk_action", args=["wagtailcore", "page", action]) + f"?id={page.pk}"


@pytest.mark.parametrize("kind", ["bulk", "single"])
@pytest.mark.parametrize("action", ["unpublish", "delete"])
def test_a_translation_beyond_the_boundary_stays_and_is_not_named(
    world, client, strayed, kind, action
):
    page, twin = strayed
    client.force_login(world.accounts["publication"])
    address = screen(kind, action, page)
    response = client.get(address)
    assert response.status_code == 200
    assert "Ailleurs" not in response.content.decode()
    client.post(address)
    assert not Page.objects.filter(pk=page.pk, live=True).exists()
    assert Page.objects.get(pk=twin.pk).live


@pytest.mark.parametrize("kind", ["bulk", "single"])
def test_the_translation_of_an_own_page_follows_for_a_team_too(world, client, translated, kind):
    _translation, page, twin = translated["own"]
    Page.objects.filter(pk=twin.pk).update(live=True)
    client.force_login(world.accounts["publication"])
    client.post(screen(kind, "unpublish", page))
    assert not Page.objects.filter(pk__in=[page.pk, twin.pk], live=True).exists()


# --- What is offered ------------------------------------------------------------------------------


def offers(client, page):
    """Whether the edit screen of a page leads to its translation."""
    response = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    submission = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    return submission in response.content.decode()


@pytest.mark.parametrize(
    ("role", "own", "national"),
    [
        ("contribution", True, False),
        ("publication", True, False),
        ("communication", True, True),
        ("relecture", False, False),
    ],
)
def test_a_translation_is_offered_to_those_who_may_translate(world, client, role, own, national):
    client.force_login(world.accounts[role])
    assert offers(client, world.own.fresh("draft")) == own
    assert offers(client, world.national.fresh("article")) == national


def test_an_update_is_offered_on_the_original_only(world, client, translated):
    translation, page, twin = translated["own"]
    client.force_login(world.accounts["contribution"])
    update = reverse("wagtail_localize:update_translations", args=[translation.source_id])
    for one, is_offered in ((page, True), (twin, False)):
        html = client.get(reverse("wagtailadmin_pages:edit", args=[one.pk])).content.decode()
        assert (update in html) == is_offered


@pytest.mark.parametrize(("role", "may"), [("relecture", False), ("contribution", True)])
def test_a_translation_is_taken_up_again_by_translators_only(world, client, translated, role, may):
    translation, _page, twin = translated["own"]
    Translation.objects.filter(pk=translation.pk).update(enabled=False)
    client.force_login(world.accounts[role])
    address = reverse("wagtailadmin_pages:edit", args=[twin.pk])
    assert ("localize-restart-translation" in client.get(address).content.decode()) == may
    client.post(address, {"localize-restart-translation": "on"})
    assert Translation.objects.get(pk=translation.pk).enabled == may


def test_the_admin_api_publishes_nothing_around_that(world, client, translated):
    twin = translated["own"][2]
    url = reverse("wagtailadmin_api:pages:action", args=[twin.pk, "publish"])
    for role in ("publication", "relecture", "communication"):
        client.force_login(world.accounts[role])
        client.post(url, content_type="application/json")
        assert not Page.objects.get(pk=twin.pk).live, role


@pytest.mark.parametrize(
    ("asked", "led"),
    [
        ("/admin/pages/", "/admin/pages/"),
        ("https://example.org/", "/admin/"),
        ("//example.org/", "/admin/"),
    ],
)
def test_a_refusal_to_publish_leads_to_no_other_site(world, client, translated, asked, led):
    twin = translated["own"][2]
    client.force_login(world.accounts["publication"])
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    response = client.post(f"{bulk}?id={twin.pk}", {"next": asked})
    assert response.url == led
