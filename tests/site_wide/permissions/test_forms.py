"""What a page refers to stays within its team's boundary, whatever form is sent."""

import json

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import ForeignKey, ManyToManyField
from django.urls import reverse
from modelcluster.models import get_all_child_relations
from wagtail.models import Page, get_page_models
from wagtail.rich_text import RichText
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from news.models import NewsPage
from site_cms.models import SiteDocument, SiteImage
from tests import factories
from tests.site_wide.permissions.deeds import NEW_TITLE, form
from tests.site_wide.permissions.world import PLANT


@pytest.fixture
def editor(world, client):
    client.force_login(world.accounts["publication"])
    return client


def send(client, page, **fields):
    fields = {"title": NEW_TITLE, "slug": page.slug, **fields}
    if page._meta.model_name == "regionpage":
        fields.setdefault("code", page.code)
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return client.post(url, form(type(page), **fields))


def latest(page):
    return Page.objects.get(pk=page.pk).get_latest_revision_as_object()


def shown_blocks(response):
    """What the blocks of a form hold, with their messages."""
    soup = BeautifulSoup(response.content, "html.parser")
    return [
        json.loads(block["data-w-block-arguments-value"]) for block in soup.select("[data-block]")
    ]


def said(response):
    """The messages an editor reads, those of the blocks included."""
    soup = BeautifulSoup(response.content, "html.parser")
    shown = [item.get_text(" ", strip=True) for item in soup.select(".error-message")]
    return " ".join([*shown, json.dumps(shown_blocks(response), ensure_ascii=False)])


# How an article's form can refer to something, by the kind of thing: {way: fields of the form}.
def ways_to_image(key):
    image = {"image": key, "alt": "", "caption": ""}
    video = {
        "title": "v",
        "url": "https://www.dailymotion.com/video/x1",
        "file": "",
        "captions": "",
        "caption": "",
        "poster": key,
    }
    return {
        "field": {"image": key},
        "image block": {"body": streamfield([("image", image)])},
        "gallery": {
            "body": streamfield([("gallery", {"title": "", "images": items([image, image])})])
        },
        "poster": {
            "body": streamfield([("video", {**video, "transcript": rich_text("<p>x</p>")})])
        },
    }


def ways_to_document(key):
    document = {"document": key, "title": "", "detail": ""}
    link = f'<p><a linktype="document" id="{key}">lien</a></p>'
    return {
        "document block": {"body": streamfield([("document", document)])},
        "link": {"body": streamfield([("paragraph", rich_text(link))])},
    }


def ways_to_page(key):
    link = rich_text(f'<p><a linktype="page" id="{key}">lien</a></p>')
    button = {"label": "Lire", "page": key, "url": ""}
    item = {"title": "Question", "text": link}
    return {
        "link": {"body": streamfield([("paragraph", link)])},
        "button": {"body": streamfield([("button", button)])},
        "cards": {"body": streamfield([("cards", {"title": "", "pages": items([key])})])},
        "accordion": {"body": streamfield([("accordion", {"title": "", "items": items([item])})])},
        "related": {"related": streamfield([("article", key)])},
    }


def table_with(cells):
    """The value of a table of one column."""
    block = NewsPage.body.field.stream_block.child_blocks["table"]
    rows = [{"values": [cell]} for cell in cells]
    columns = [{"type": "rich_text", "heading": ""}]
    return block.to_python({"caption": "x", "table": {"columns": columns, "rows": rows}})


def items(values):
    """The form data of a list block."""
    data = {"count": str(len(values))}
    for number, item in enumerate(values):
        data[str(number)] = {"deleted": "", "order": str(number), "id": "", "value": item}
    return data


WAYS = [
    *[("image", way) for way in ("field", "image block", "gallery", "poster")],
    *[("document", way) for way in ("document block", "link")],
    *[("page", way) for way in ("link", "button", "cards", "accordion", "related")],
]
LABELS = {"field": "image", "related": "dans la même rubrique"}
MAKE = {"image": ways_to_image, "document": ways_to_document, "page": ways_to_page}


def target(side, kind):
    if kind == "page":
        # An article: every chooser of an article's form takes one.
        return side.pages["article"]
    return side.things[kind]


@pytest.mark.parametrize(("kind", "way"), WAYS)
def test_an_article_refers_to_what_is_own_or_national_only(world, editor, kind, way):
    page = world.own.fresh("draft")
    for side in (world.own, world.national):
        fields = MAKE[kind](target(side, kind).pk)[way]
        response = send(editor, page, **fields)
        assert latest(page).title == NEW_TITLE, said(response)
        latest(page).save_revision()
        page.title = "Avant"
        page.save_revision()
    for side in (world.foreign, world.sides["second"]):
        response = send(editor, page, **MAKE[kind](target(side, kind).pk)[way])
        assert latest(page).title == "Avant"
        field = (
            "Image"
            if way == "field"
            else ("Dans la même rubrique" if way == "related" else "Article")
        )
        assert f"« {field} »".lower() in said(response).lower()
        assert "d’une autre équipe" in said(response)
        # The refusal shows nothing of what it refuses.
        assert side.word not in response.content.decode()


def test_a_national_draft_is_no_target_either(world, editor):
    page = world.own.fresh("draft")
    secret = world.sides["reserved"]
    for name in ("draft", "private"):
        response = send(editor, page, **ways_to_page(secret.pages[name].pk)["button"])
        assert latest(page).title != NEW_TITLE
        assert secret.word not in response.content.decode()


def test_an_articles_region_is_one_of_the_teams_own(world, editor):
    page = world.own.fresh("draft")
    response = send(editor, page, region=world.foreign.pages["region"].pk)
    assert "d’une autre équipe" in said(response)
    assert world.foreign.word not in response.content.decode()
    assert latest(page).title != NEW_TITLE
    send(editor, page, region=world.own.pages["region"].pk)
    assert latest(page).region_id == world.own.pages["region"].pk


def test_lists_of_choices_offer_and_take_no_foreign_pages(world, editor):
    page = world.own.fresh("draft")
    html = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert world.foreign.word not in html and world.sides["second"].word not in html
    response = send(editor, page, territories=[world.foreign.pages["territory"].pk])
    assert "d’une autre équipe" in said(response)
    assert latest(page).title != NEW_TITLE
    send(editor, page, territories=[world.own.pages["territory"].pk])
    assert [t.pk for t in latest(page).territories.all()] == [world.own.pages["territory"].pk]


def test_what_national_staff_linked_to_stays_unseen(world, editor):
    page, own = world.own.fresh("draft"), world.own.fresh("territory")
    foreign = world.foreign.fresh("territory")
    page.territories = [own, foreign]
    page.save_revision()
    page.save()
    html = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert world.foreign.word not in html
    send(editor, page, territories=[])
    assert [t.pk for t in latest(page).territories.all()] == [foreign.pk]


def test_an_image_that_national_staff_chose_stays_until_the_team_takes_it_out(world, editor):
    page, foreign = world.own.fresh("draft"), world.foreign.things["image"]
    page.image = foreign
    page.save_revision()
    page.save()
    html = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content
    chosen = BeautifulSoup(html, "html.parser").select_one('input[name="image"]')
    send(editor, page, title="Un autre titre", image=chosen["value"])
    assert latest(page).title == "Un autre titre" and latest(page).image == foreign
    send(editor, page, image=world.sides["second"].things["image"].pk)
    assert latest(page).image == foreign
    send(editor, page, image="")
    assert latest(page).image is None
    send(editor, page, image=foreign.pk)
    assert latest(page).image is None


def with_things_of(page, *sides):
    """Give the page an image, blocks and links that lead to the things of each of the sides."""
    link = '<p><a linktype="document" id="{}">lien</a></p>'
    link_to_page = '<p><a linktype="page" id="{}">lien</a></p>'
    images = [{"image": side.things["image"], "alt": ""} for side in sides]
    page.image = sides[0].things["image"]
    page.body = [
        *(("image", image) for image in images),
        ("gallery", {"title": "", "images": images}),
        *(("document", {"document": side.things["document"]}) for side in sides),
        *(("paragraph", RichText(link.format(side.things["document"].pk))) for side in sides),
        ("cards", {"title": "", "pages": [side.pages["article"] for side in sides]}),
        ("table", table_with([link_to_page.format(side.pages["article"].pk) for side in sides])),
    ]
    page.save()
    page.save_revision()
    return page


def test_a_form_names_nothing_of_the_foreign_things_its_page_already_has(world, editor):
    """As when national staff chose them. All the rest is shown."""
    page, own = with_things_of(world.own.fresh("draft"), world.foreign, world.own), world.own
    page.region = world.foreign.pages["region"]
    page.save_revision()
    response = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert response.status_code == 200
    assert world.foreign.word not in response.content.decode()
    region = BeautifulSoup(response.content, "html.parser").select_one("#id_region [selected]")
    assert region.get_text() == "Élément d’une autre équipe"
    body = json.dumps(shown_blocks(response), ensure_ascii=False)
    # Beside its title stands what is to be said of it.
    assert body.count(f'"title": "{own.things["image"].title}') == 2
    # In its card, and in a cell of the table.
    assert body.count(own.pages["article"].title) == 1
    assert body.count(own.pages["article"].url) == 1
    assert body.count(own.things["document"].url) == 1
    assert body.count('"title": "Élément d’une autre équipe"') == 3
    assert body.count('"adminTitle": "Élément d’une autre équipe"') == 1
    editor.force_login(world.accounts["communication"])
    response = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert world.foreign.things["image"].title in response.content.decode()


def test_versions_side_by_side_name_no_foreign_thing(world, editor):
    page = world.own.fresh("draft")
    page.image = page.region = None
    page.body = []
    first = page.save_revision()
    SiteImage.objects.update(credit=world.foreign.word)
    with_things_of(page, world.foreign, world.own)
    page.region = world.foreign.pages["region"]
    page.territories = [world.foreign.pages["territory"], world.own.pages["territory"]]
    last = page.save_revision()
    url = reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, first.pk, last.pk])
    answer = editor.get(url).content.decode()
    assert world.foreign.word not in answer
    # Image, region, a territory; in blocks: an image, one of a gallery, a document, a card.
    assert answer.count("Élément d’une autre équipe") == 7
    assert world.own.things["image"].title in answer and world.own.pages["article"].title in answer
    editor.force_login(world.accounts["communication"])
    answer = editor.get(url).content.decode()
    for kind in ("image", "document"):
        assert world.foreign.things[kind].title in answer
    assert world.foreign.pages["region"].title in answer


def test_an_account_of_two_regions_does_not_mix_them(world, client):
    client.force_login(world.accounts["two_regions"])
    page, second = world.own.fresh("draft"), world.sides["second"]
    response = send(client, page, image=second.things["image"].pk)
    assert "d’une autre équipe" in said(response)
    # What was chosen stays in view: an empty field would be saved by itself a moment later.
    chosen = BeautifulSoup(response.content, "html.parser").select_one('input[name="image"]')
    assert chosen["value"] == str(second.things["image"].pk)
    block = ways_to_document(second.things["document"].pk)["document block"]
    assert second.things["document"].title in said(send(client, page, **block))
    page = second.fresh("draft")
    send(client, page, image=second.things["image"].pk)
    assert latest(page).image == second.things["image"]


CHOOSERS = (
    "wagtailimages_chooser:choose_results",
    "wagtaildocs_chooser:choose_results",
    "wagtailadmin_choose_page_search",
)


@pytest.mark.parametrize("screen", CHOOSERS)
def test_who_serves_two_regions_is_offered_what_the_page_may_use(world, client, screen):
    client.force_login(world.accounts["two_regions"])
    own, second, url = world.own, world.sides["second"], f"{reverse(screen)}?q={PLANT}"
    for page, other in ((own.pages["draft"], second), (second.pages["draft"], own)):
        side = own if other is second else second
        parts = ["news", "newspage", side.pages["region"].pk]
        for address in (
            reverse("wagtailadmin_pages:edit", args=[page.pk]),
            reverse("wagtailadmin_pages:add", args=parts),
            reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, page.latest_revision_id]),
        ):
            shown = client.get(url, headers={"referer": f"http://testserver{address}"})
            text = shown.content.decode()
            assert side.word in text and world.national.word in text
            assert other.word not in text
    for elsewhere in ("", "http://testserver/admin/", "http://[/"):
        text = client.get(url, headers={"referer": elsewhere}).content.decode()
        assert own.word in text and second.word in text


@pytest.mark.parametrize("kind", ["image", "document"])
def test_a_file_is_put_where_the_page_can_use_it(world, client, kind):
    client.force_login(world.accounts["two_regions"])
    own, second = world.own.things["collection"], world.sides["second"].things["collection"]
    address = reverse("wagtailadmin_pages:edit", args=[world.own.pages["draft"].pk])
    client.defaults["HTTP_REFERER"] = f"http://testserver{address}"
    opened = client.get(reverse(f"wagtail{kind}s_chooser:choose".replace("documents", "docs")))
    options = BeautifulSoup(opened.json()["html"], "html.parser").select(
        f"#id_{kind}-chooser-upload-collection option"
    )
    assert [option["value"] for option in options] == [str(own.pk)]

    def upload(title, collection):
        name = "neuf.png" if kind == "image" else "neuf.pdf"
        data = factories.picture(name) if kind == "image" else b"%PDF-1.4 neuf"
        file = SimpleUploadedFile(name, data)
        fields = {"title": title, "collection": collection.pk, "file": file, "language": "fr"}
        url = reverse(f"wagtail{kind}s_chooser:create".replace("documents", "docs"))
        client.post(url, {f"{kind}-chooser-upload-{key}": value for key, value in fields.items()})

    upload("Chez l’autre", second)
    upload("Chez nous", own)
    model = SiteImage if kind == "image" else SiteDocument
    assert not model.objects.filter(title="Chez l’autre").exists()
    assert model.objects.get(title="Chez nous").collection == own


def test_national_staff_refer_to_anything(world, client):
    client.force_login(world.accounts["communication"])
    page = world.national.fresh("article")
    send(client, page, image=world.foreign.things["image"].pk)
    assert latest(page).image == world.foreign.things["image"]


def test_a_new_page_is_held_to_the_same(world, editor):
    region = world.own.pages["region"]
    url = reverse("wagtailadmin_pages:add", args=["news", "newspage", region.pk])
    fields = {"title": "Neuf", "slug": "neuf"}
    editor.post(url, form(NewsPage, **fields, image=world.foreign.things["image"].pk))
    assert not NewsPage.objects.filter(slug="neuf").exists()
    editor.post(url, form(NewsPage, **fields, image=world.own.things["image"].pk))
    assert NewsPage.objects.get(slug="neuf").image == world.own.things["image"]


def test_a_preview_shows_no_foreign_thing(world, editor):
    page = world.own.fresh("draft")
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    fields = ways_to_image(world.foreign.things["image"].pk)["image block"]
    answer = editor.post(url, form(NewsPage, title=NEW_TITLE, slug=page.slug, **fields))
    assert answer.json()["is_valid"] is False
    assert world.foreign.word not in editor.get(url).content.decode()


def test_a_team_does_not_change_which_region_its_page_is_for(world, editor):
    region = world.own.fresh("region")
    send(editor, region, code="94")
    assert latest(region).title == NEW_TITLE
    assert latest(region).code == "53"
    editor.force_login(world.accounts["communication"])
    other = world.foreign.fresh("region")
    send(editor, other, code="02")
    assert latest(other).code == "02"


def test_no_line_of_a_form_refers_to_pages_or_files():
    """Lines below a page (partners, questions, extensions) would need the same care."""
    watched = (Page, SiteImage, SiteDocument)
    for model in get_page_models():
        for relation in get_all_child_relations(model):
            child = relation.related_model
            if child._meta.app_label.startswith("wagtail"):
                continue
            for field in child._meta.get_fields():
                if isinstance(field, (ForeignKey, ManyToManyField)):
                    is_parent = field.name == relation.field.name
                    assert is_parent or not issubclass(field.related_model, watched), field


def test_nothing_is_tagged(world, editor):
    """Tags are one list for all."""
    for name, thing in (("wagtailimages:edit", "image"), ("wagtaildocs:edit", "document")):
        item = world.own.things[thing]
        html = editor.get(reverse(name, args=[item.pk])).content.decode()
        assert 'name="tags"' not in html
        editor.post(reverse(name, args=[item.pk]), nested_form_data({"title": "x", "tags": "mot"}))
        assert list(item.tags.names()) == []


def test_a_file_without_a_collection_is_national(db):
    image = factories.image()
    assert image.collection.name == "National"
    assert factories.document().collection == image.collection
