"""An account of two regions carries pages from one to the other, and nothing else with them."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail.rich_text import RichText

from news.models import NewsPage
from tests.site_wide.permissions.deeds import NEW_TITLE, form


@pytest.fixture
def sacha(world, client):
    client.force_login(world.accounts["two_regions"])
    return client


@pytest.fixture
def plain(world):
    """An article of the one region that refers to nothing of the region's own."""
    page = world.own.fresh("draft")
    page.image, page.body = None, []
    page.save_revision().publish()
    return world.own.fresh("draft")


def copy(client, page, destination, **fields):
    data = {"new_title": "Copie", "new_slug": "copie", "new_parent_page": destination.pk, **fields}
    return client.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), data)


def move(client, page, destination):
    url = reverse("wagtailadmin_pages:move_confirm", args=[page.pk, destination.pk])
    return client.post(url, follow=True)


def move_in_bulk(client, pages, destination):
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"])
    query = "&".join(f"id={page.pk}" for page in pages)
    return client.post(f"{url}?{query}", {"chooser": destination.pk}, follow=True)


WAYS = {
    "copy": lambda client, page, there: copy(client, page, there, publish_copies="on"),
    "move": move,
    "bulk": lambda client, page, there: move_in_bulk(client, [page], there),
}


def arrived(destination):
    return list(Page.objects.get(pk=destination.pk).get_children().order_by("pk"))


def text_of(response):
    return response.content.decode().replace("\u00a0", " ")


@pytest.fixture
def there(world):
    return world.sides["second"].pages["region"]


@pytest.mark.parametrize("way", WAYS)
def test_a_page_with_files_of_its_team_goes_to_no_other_team(world, sacha, there, way):
    page, before = world.own.fresh("article"), arrived(there)
    response = WAYS[way](sacha, page, there)
    assert arrived(there) == before
    assert Page.objects.get(pk=page.pk).path == page.path
    said = text_of(response)
    assert "ne peut pas utiliser" in said and f"« {world.own.things['image'].title} »" in said


@pytest.mark.parametrize("way", WAYS)
def test_a_page_without_them_goes(sacha, plain, there, way):
    before = arrived(there)
    WAYS[way](sacha, plain, there)
    (newcomer,) = set(arrived(there)) - set(before)
    # What is filed where it stands is so after the journey too.
    assert newcomer.specific.region_id == there.pk
    assert newcomer.get_latest_revision_as_object().region_id == there.pk


REFERENCES = {
    "image": lambda page, side: setattr(page, "image", side.things["image"]),
    "link": lambda page, side: setattr(
        page,
        "body",
        [
            (
                "paragraph",
                RichText(f'<p><a linktype="document" id="{side.things["document"].pk}">x</a></p>'),
            )
        ],
    ),
    "territories": lambda page, side: setattr(page, "territories", [side.pages["territory"]]),
}


@pytest.mark.parametrize("way", REFERENCES)
def test_whatever_refers_to_its_team_holds_a_page_back(world, sacha, plain, there, way):
    REFERENCES[way](plain, world.own)
    plain.save()
    plain.save_revision()
    before = arrived(there)
    move(sacha, plain, there)
    copy(sacha, plain, there)
    assert arrived(there) == before


def test_so_does_a_version_that_is_not_online_yet(world, sacha, plain, there):
    """The latest, one that is scheduled, one under review; the past of a page does not."""
    plain.image = world.own.things["image"]
    planned = plain.save_revision(approved_go_live_at=timezone.now() + timedelta(days=2))
    plain.image = None
    plain.save_revision()
    move(sacha, plain, there)
    assert Page.objects.get(pk=plain.pk).path == plain.path
    planned.approved_go_live_at = None
    planned.save()
    plain.image = world.own.things["image"]
    world.own.things["workflow"].start(plain, world.accounts["contribution"])
    under_review = plain.save_revision()
    state = plain.current_workflow_task_state
    state.revision = under_review
    state.save()
    plain.image = None
    plain.save_revision()
    move(sacha, plain, there)
    assert Page.objects.get(pk=plain.pk).path == plain.path
    state.status = state.STATUS_CANCELLED
    state.save()
    move(sacha, plain, there)
    assert Page.objects.get(pk=plain.pk).path.startswith(there.path)


def test_a_territory_takes_its_new_region_with_the_move(world, sacha, there):
    territory = world.own.fresh("territory")
    # Both regions have one of that address.
    Page.objects.filter(pk=territory.pk).update(slug="ailleurs")
    move(sacha, territory, there)
    assert world.own.fresh("territory").region_id == there.pk


def test_what_national_staff_chose_stays_chosen(world, sacha, plain, there):
    plain.image = world.foreign.things["image"]
    plain.save_revision().publish()
    move(sacha, plain, there)
    assert Page.objects.get(pk=plain.pk).path.startswith(there.path)


def test_pages_that_move_together_may_link_to_each_other(world, sacha, plain, there):
    other = world.own.fresh("article")
    other.image, other.body = None, [("button", {"label": "Lire", "page": plain, "url": ""})]
    other.save_revision().publish()
    before = len(arrived(there))
    move_in_bulk(sacha, [other], there)
    assert len(arrived(there)) == before
    move_in_bulk(sacha, [plain, other], there)
    assert len(arrived(there)) == before + 2


def test_a_translation_that_goes_along_holds_a_page_back_as_well(world, sacha, plain, there):
    twin = plain.copy_for_translation(world.english, copy_parents=True)
    twin.image = world.own.things["image"]
    twin.save_revision()
    move(sacha, plain, there)
    assert Page.objects.get(pk=plain.pk).path == plain.path
    # Where the destination is not translated, it stays.
    world.sides["second"].pages["twin"].delete()
    move(sacha, plain, there)
    assert Page.objects.get(pk=plain.pk).path.startswith(there.path)


def test_no_alias_repeats_what_another_team_writes(sacha, plain, there, world):
    before = arrived(there)
    response = copy(sacha, plain, there, alias="on")
    assert arrived(there) == before
    assert "Un alias suivrait" in text_of(response)
    # Within one team there is no harm in it.
    copy(sacha, plain, world.own.pages["region"], alias="on")
    assert Page.objects.filter(alias_of=plain.pk).exists()


@pytest.mark.parametrize("moved", ["source", "alias"])
def test_a_page_and_its_alias_are_not_parted(sacha, plain, there, moved):
    alias = plain.create_alias(update_slug="alias")
    page = {"source": plain, "alias": alias}[moved]
    assert "son alias" in text_of(move(sacha, page, there))
    assert Page.objects.get(pk=page.pk).path == page.path
    move_in_bulk(sacha, [plain, alias], there)
    assert Page.objects.get(pk=alias.pk).path.startswith(there.path)


def test_no_other_alias_holds_a_page_back(world, sacha, plain, there):
    """One that national staff made elsewhere, one of another page."""
    plain.create_alias(update_slug="alias", parent=world.national.pages["index"])
    world.own.fresh("article").create_alias(update_slug="autre")
    move(sacha, plain, there)
    assert Page.objects.get(pk=plain.pk).path.startswith(there.path)


def test_national_staff_carry_what_they_choose(world, client, there):
    client.force_login(world.accounts["communication"])
    page = world.own.fresh("article")
    copy(client, page, there, alias="on", new_slug="alias")
    move(client, page, there)
    assert Page.objects.filter(alias_of=page.pk).exists()
    assert Page.objects.get(pk=page.pk).path.startswith(there.path)


def test_no_version_is_put_back_but_the_one_just_saved_over(world, client, plain):
    """Another may be of when the page stood in another region: what is put back passes no form."""
    plain.image = world.foreign.things["image"]
    past = plain.save_revision(user=world.accounts["communication"])
    plain.image = None
    theirs = plain.save_revision(user=world.accounts["communication"])
    client.force_login(world.accounts["publication"])
    url = reverse("wagtailadmin_pages:edit", args=[plain.pk])

    def keep(version):
        seen = plain.revisions.latest("created_at").created_at.isoformat()
        data = form(NewsPage, title=NEW_TITLE, slug=plain.slug)
        query = {"keep": version.pk, "seen": seen}
        client.post(url, data, query_params=query)
        return Page.objects.get(pk=plain.pk).get_latest_revision_as_object()

    latest = keep(past)
    assert latest.title == NEW_TITLE and latest.image is None
    # By now that one is under a version of my own.
    assert keep(theirs).title == NEW_TITLE
    theirs = plain.save_revision(user=world.accounts["communication"])
    latest = keep(theirs)
    assert latest.title == plain.title and latest.image is None
