"""What can be done in the admin, each deed as (what is sent, whether it was done)."""

from dataclasses import dataclass
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from wagtail.models import Page, PageViewRestriction
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from home.models import ContentPage
from news.models import NewsPage
from territories.models import RegionPage
from tests import factories

NEW_TITLE = "Changé"
EMPTY = streamfield([])
TEXT = rich_text("<p>Texte.</p>")
HIGHLIGHT = streamfield([("highlight", {"text": "Une phrase."})])
SHARED = {"comments": inline_formset([])}
# The fields of each type's form that must not be left out.
FIELDS = {
    "newspage": {
        "published_on": "2018-01-18",
        "body": HIGHLIGHT,
        **dict.fromkeys(("people", "sources", "related"), EMPTY),
    },
    "regionpage": {"body": EMPTY},
    "territorypage": {
        "status": "pilot",
        "status_precision": "day",
        "partners": inline_formset([]),
        **dict.fromkeys(("challenges", "body", "sources"), EMPTY),
    },
    "contentpage": {"body": EMPTY},
    "pioneerpage": {
        "entry": "launch",
        **dict.fromkeys(("indicators", "body", "sources"), EMPTY),
    },
    "callpage": {
        "kind": "aap",
        "channel": "none",
        "form_fields": inline_formset([]),
        "extensions": inline_formset([]),
        **dict.fromkeys(("body", "documents", "sources"), EMPTY),
        **dict.fromkeys(
            ("who_may_apply", "form_intro", "thank_you_text", "privacy_notice", "results_text"),
            TEXT,
        ),
    },
    "milestonepage": {
        "start": "2018-05-15",
        "precision": "day",
        "status": "planned",
        "body": EMPTY,
    },
    "contactpage": {
        "form_fields": inline_formset([{"label": "Message", "field_type": "multiline"}]),
        **dict.fromkeys(("form_intro", "thank_you_text", "privacy_notice"), TEXT),
    },
    "accessibilitystatementpage": {
        "scope": "ce site",
        "technologies": "HTML",
        "established_on": "2018-01-18",
        **dict.fromkeys(
            (
                *("commitment", "multi_year_plan", "action_plan", "non_conformities"),
                *("derogations", "exempt_content", "contact", "remedies"),
            ),
            TEXT,
        ),
    },
    "timelinepage": {"intro": TEXT},
    "newsindexpage": {"intro": TEXT},
    "territoryindexpage": {"intro": TEXT},
    "sitemappage": {},
    "homepage": {"hero_title": "Accueil", "body": EMPTY},
}


def form(model, **fields):
    """What the form of a page type sends, filled in validly."""
    own = FIELDS[model._meta.model_name]
    if model._meta.model_name == "newspage":
        own = {"section": factories.rubric().pk, **own}
    if model._meta.model_name == "regionpage":
        own = {"code": fields.pop("code"), **own}
    # Several choices in one field are sent as they are.
    choices = {name: value for name, value in fields.items() if isinstance(value, list)}
    single = {name: value for name, value in fields.items() if name not in choices}
    return {**nested_form_data({**SHARED, **own, **single}), **choices}


@dataclass
class Attempt:
    """Somebody's attempt on a page."""

    client: object
    world: object
    page: Page

    def __post_init__(self):
        self.before = self.state()

    def state(self):
        """What any deed would change: the row, its history, its reviews, what is under it."""
        page = Page.objects.filter(pk=self.page.pk).first()
        if page is None:
            return None
        row = Page.objects.filter(pk=page.pk).values().get()
        return row, page.revisions.count(), page.workflow_states.count(), restricted(page)

    def url(self, name, *args):
        return reverse(f"wagtailadmin_pages:{name}", args=args or [self.page.pk])

    def get(self, name, *args):
        return self.client.get(self.url(name, *args))

    def post(self, name, *args, **data):
        return self.client.post(self.url(name, *args), data)

    def edit(self, action="", **fields):
        page = self.page
        if page._meta.model_name == "regionpage":
            fields["code"] = page.code
        data = form(type(page), title=NEW_TITLE, slug=page.slug, **fields)
        if action:
            data[f"action-{action}"] = "1"
        return self.client.post(self.url("edit"), data)

    def bulk(self, action, **data):
        url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
        return self.client.post(f"{url}?id={self.page.pk}", data)

    @property
    def now(self):
        return Page.objects.filter(pk=self.page.pk).first()


def restricted(page):
    return PageViewRestriction.objects.filter(page=page).count()


def opened(response):
    return response.status_code == 200


def open_(do):
    return opened(do.get("edit"))


def save(do):
    do.edit()
    return do.now.get_latest_revision_as_object().title == NEW_TITLE


def submit(do):
    count = do.now.workflow_states.count()
    do.edit("submit")
    return do.now.workflow_states.count() > count


def publish(do):
    do.edit("publish")
    return do.now.live and do.now.title == NEW_TITLE


def schedule(do):
    at = timezone.localtime() + timedelta(days=3)
    do.edit("publish", go_live_at=date_format(at, "Y-m-d H:i"))
    return do.now.approved_schedule


def unpublish(do):
    was_live = do.now.live
    do.post("unpublish")
    return was_live and not do.now.live


def delete(do):
    do.post("delete")
    return do.now is None


def copy(do):
    parent = do.page.get_parent()
    count = parent.get_children().count()
    do.post("copy", new_title="Copie", new_slug="copie", new_parent_page=parent.pk)
    return Page.objects.get(pk=parent.pk).get_children().count() > count


# What is added under a page that may have pages under it.
CHILDREN = {
    "homepage": ContentPage,
    "newsindexpage": NewsPage,
    "regionpage": NewsPage,
    "territoryindexpage": RegionPage,
}


def add(do):
    model = CHILDREN[do.page._meta.model_name]
    args = [model._meta.app_label, model._meta.model_name, do.page.pk]
    fields = {"code": "94"} if model is RegionPage else {}
    if model is NewsPage:
        fields["section"] = factories.rubric(locale=do.page.locale).pk
    do.client.post(do.url("add", *args), form(model, title="Enfant", slug="enfant", **fields))
    return do.now.get_children().filter(slug="enfant").exists()


def lock(do):
    Page.objects.filter(pk=do.page.pk).update(locked=False)
    do.post("lock")
    return do.now.locked


def unlock(do):
    Page.objects.filter(pk=do.page.pk).update(locked=True)
    do.post("unlock")
    return not do.now.locked


def history(do):
    return opened(do.get("history"))


def compare(do):
    return opened(do.get("revisions_compare", do.page.pk, "earliest", "latest"))


def revert(do):
    revision = do.page.revisions.first() or do.page.save_revision()
    return opened(do.get("revisions_revert", do.page.pk, revision.pk))


def preview(do):
    fields = {"code": do.page.code} if do.page._meta.model_name == "regionpage" else {}
    data = form(type(do.page), title=NEW_TITLE, slug=do.page.slug, **fields)
    response = do.client.post(do.url("preview_on_edit"), data)
    return opened(response) and response.json()["is_valid"]


def privacy(do):
    count = restricted(do.page)
    do.post("set_privacy", restriction_type="login")
    return restricted(do.page) != count


def translate(do):
    english, parent = do.world.english, do.page.get_parent().specific
    if not parent.has_translation(english):
        parent.copy_for_translation(english, copy_parents=True)
    url = reverse("wagtail_localize:submit_page_translation", args=[do.page.pk])
    do.client.post(url, {"locales": english.pk})
    return do.now.has_translation(english)


def bulk_publish(do):
    Page.objects.filter(pk=do.page.pk).update(live=False)
    do.bulk("publish")
    return do.now.live


def bulk_unpublish(do):
    was_live = do.now.live
    do.bulk("unpublish")
    return was_live and not do.now.live


def bulk_delete(do):
    do.bulk("delete")
    return do.now is None


READ = (open_, history, compare, revert, preview)
WRITE = (save, submit, copy, add, translate)
PUBLISH = (publish, schedule, unpublish, lock, unlock, bulk_publish, bulk_unpublish)
REMOVE = (delete, bulk_delete)
NATIONAL = (privacy,)
EVERY = (*READ, *WRITE, *PUBLISH, *REMOVE, *NATIONAL)
