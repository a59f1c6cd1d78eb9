"""Who may do what to everything that is not a page: files, vocabularies, settings, accounts."""

import json
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, Site
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from news.models import Section
from site_cms.models import (
    Banner,
    MenuEntry,
    Person,
    PromotedResult,
    PublisherSettings,
    SiteDocument,
    SiteImage,
    SiteMenu,
    Theme,
)
from tests import factories
from tests.site_wide.permissions.world import PLANT

REGIONAL = ("contribution", "publication", "two_regions")
EDITORS = ("communication", "superuser")
STAFF = ("communication", "relecture", "superuser")
EVERYBODY = (*REGIONAL, *STAFF)
ROLES = ("anonymous", "deactivated", "nobody", *EVERYBODY)


def form_of_file(collection, **fields):
    return {"title": "Changé", "language": "fr", "collection": collection.pk, **fields}


class On:
    """A client at work on the things of one side."""

    def __init__(self, client, world, side):
        self.client, self.world, self.side = client, world, side

    def __getattr__(self, name):
        return self.side.things[name]

    def get(self, name, *args, query=""):
        return self.client.get(reverse(name, args=args) + query)

    def post(self, name, /, *args, **data):
        return self.client.post(reverse(name, args=args), data)

    def opens(self, name, *args):
        return self.get(name, *args).status_code == 200


def edits_image(on):
    on.post("wagtailimages:edit", on.image.pk, **form_of_file(on.collection))
    return SiteImage.objects.get(pk=on.image.pk).title == "Changé"


def edits_document(on):
    on.post("wagtaildocs:edit", on.document.pk, **form_of_file(on.collection))
    return SiteDocument.objects.get(pk=on.document.pk).title == "Changé"


def deletes_image(on):
    on.post("wagtailimages:delete", on.image.pk)
    return not SiteImage.objects.filter(pk=on.image.pk).exists()


def deletes_document(on):
    on.post("wagtaildocs:delete", on.document.pk)
    return not SiteDocument.objects.filter(pk=on.document.pk).exists()


def deletes_image_in_bulk(on):
    url = reverse("wagtail_bulk_action", args=["site_cms", "siteimage", "delete"])
    on.client.post(f"{url}?id={on.image.pk}")
    return not SiteImage.objects.filter(pk=on.image.pk).exists()


def adds_image(on):
    file = SimpleUploadedFile("nouvelle.jpg", factories.picture())
    on.post("wagtailimages:add", **form_of_file(on.collection, file=file))
    return SiteImage.objects.filter(title="Changé", collection=on.collection).exists()


def adds_document(on):
    file = SimpleUploadedFile("nouveau.pdf", b"%PDF-1.4")
    on.post("wagtaildocs:add", **form_of_file(on.collection, file=file))
    return SiteDocument.objects.filter(title="Changé", collection=on.collection).exists()


def chooses_image(on):
    response = on.get("wagtailimages_chooser:chosen", on.image.pk)
    return response.status_code == 200 and on.side.word in response.content.decode()


def finds_image(on):
    response = on.get("wagtailimages_chooser:choose", query=f"?q={PLANT}")
    return response.status_code == 200 and on.side.word in response.content.decode()


def finds_document(on):
    response = on.get("wagtaildocs_chooser:choose")
    return response.status_code == 200 and on.side.word in response.content.decode()


# Deed -> for each side, the roles that may.
FILE_DEEDS = (
    edits_image,
    edits_document,
    deletes_image,
    deletes_document,
    deletes_image_in_bulk,
    adds_image,
    adds_document,
)
CHOICES = (chooses_image, finds_image, finds_document)
FILES = {
    "own": {FILE_DEEDS: (*REGIONAL, *EDITORS), CHOICES: EVERYBODY},
    "second": {FILE_DEEDS: ("two_regions", *EDITORS), CHOICES: ("two_regions", *STAFF)},
    "foreign": {FILE_DEEDS: EDITORS, CHOICES: STAFF},
    "national": {FILE_DEEDS: EDITORS, CHOICES: EVERYBODY},
}


def adds_theme(on):
    name = "wagtailsnippets_site_cms_theme:add"
    on.post(name, name="Logement", slug="logement")
    return Theme.objects.filter(slug="logement").exists()


def adds_person(on):
    on.post("wagtailsnippets_site_cms_person:add", name="Une personne")
    return Person.objects.filter(name="Une personne").exists()


def reads_submissions(on):
    return on.opens("wagtailforms:list_submissions", on.side.pages["contact"].pk)


def changes_settings(on):
    site = Site.objects.get(is_default_site=True)
    on.post("wagtailsettings:edit", "site_cms", "publishersettings", site.pk, hashtag="Essai")
    return PublisherSettings.for_site(site).hashtag == "Essai"


def adds_redirect(on):
    link = "https://www.example.org/"
    on.post("wagtailredirects:add", old_path="/ancien", redirect_link=link, is_permanent="on")
    return Redirect.objects.filter(old_path="/ancien").exists()


def adds_collection(on):
    root = Collection.get_first_root_node()
    on.post("wagtailadmin_collections:add", name="Nouvelle", parent=root.pk)
    return Collection.objects.filter(name="Nouvelle").exists()


def _own_collection():
    return Collection.get_first_root_node().add_child(name="Ancienne")


def renames_collection(on):
    collection = _own_collection()
    parent = collection.get_parent().pk
    on.post("wagtailadmin_collections:edit", collection.pk, name="Nouvelle", parent=parent)
    return Collection.objects.filter(name="Nouvelle").exists()


def deletes_collection(on):
    collection = _own_collection()
    on.post("wagtailadmin_collections:delete", collection.pk)
    return not Collection.objects.filter(pk=collection.pk).exists()


def adds_section(on):
    on.post("wagtailsnippets_news_section:add", name="Portraits", slug="portraits")
    return Section.objects.filter(slug="portraits").exists()


def promotes_result(on):
    page = on.world.national.pages["content"].pk
    data = {"language": "fr", "searches": "logement", "page": page}
    on.post("wagtailsnippets_site_cms_promotedresult:add", **data)
    return PromotedResult.objects.exists()


def raises_banner(on):
    tomorrow = timezone.localdate() + timedelta(days=1)
    form = {"title": "Panne", "kind": "alert", "ends_at": tomorrow.isoformat()}
    on.post("wagtailsnippets_site_cms_banner:add", **form)
    return Banner.objects.exists()


def lowers_banner(on):
    banner = Banner.objects.create(title="Panne", ends_at=timezone.now() + timedelta(days=1))
    on.post("wagtailsnippets_site_cms_banner:delete", banner.pk)
    return not Banner.objects.exists()


def orders_menu(on):
    site = Site.objects.get(is_default_site=True)
    page = SiteMenu.for_site(site) and on.world.national.pages["index"]
    form = nested_form_data(
        {
            "menu_entries": inline_formset([{"page": page.pk}]),
            "footer_entries": inline_formset([]),
        }
    )
    MenuEntry.objects.all().delete()
    on.post("wagtailsettings:edit", "site_cms", "sitemenu", site.pk, **form)
    return MenuEntry.objects.exists()


def opens(name, *args):
    def deed(on):
        return on.opens(name, *args)

    deed.__name__ = f"opens {name}"
    return deed


def chooses_section(on):
    rubric = factories.rubric()
    response = on.get("wagtailsnippetchoosers_news_section:chosen", rubric.pk)
    return response.status_code == 200 and json.loads(response.content)["step"] == "chosen"


SITE = {
    adds_theme: EDITORS,
    adds_person: EDITORS,
    reads_submissions: EDITORS,
    changes_settings: EDITORS,
    adds_redirect: EDITORS,
    adds_collection: EDITORS,
    renames_collection: EDITORS,
    deletes_collection: EDITORS,
    adds_section: EDITORS,
    promotes_result: EDITORS,
    raises_banner: EDITORS,
    lowers_banner: EDITORS,
    orders_menu: EDITORS,
    opens("menu_preview_fr"): STAFF,
    chooses_section: EVERYBODY,
    opens("wagtailadmin_home"): EVERYBODY,
    opens("wagtailadmin_account"): EVERYBODY,
    opens("wagtailadmin_explore_root"): EVERYBODY,
    opens("wagtailadmin_pages:search"): EVERYBODY,
    opens("wagtailadmin_reports:locked_pages"): STAFF,
    opens("wagtailadmin_reports:site_history"): STAFF,
    opens("wagtail_localize:translations_report"): (*REGIONAL, *EDITORS),
    opens("translation_board"): (*REGIONAL, *EDITORS),
    opens("wagtailusers_users:index"): EDITORS,
    opens("wagtailusers_users:add"): EDITORS,
    opens("wagtailusers_groups:index"): ("superuser",),
    opens("wagtailusers_groups:add"): ("superuser",),
    opens("wagtailadmin_workflows:index"): ("superuser",),
    opens("wagtailadmin_workflows:add"): ("superuser",),
    opens("wagtailsites:index"): ("superuser",),
    opens("wagtaillocales:index"): ("superuser",),
    opens("wagtailforms:index"): STAFF,
}


@pytest.mark.parametrize("role", ROLES)
def test_a_role_may_do_what_the_table_says_and_nothing_else(world, client, role):
    if role != "anonymous":
        client.force_login(world.accounts[role])
    plan = [
        (deed, side, allowed)
        for side, kinds in FILES.items()
        for deeds, allowed in kinds.items()
        for deed in deeds
    ]
    plan += [(deed, "national", allowed) for deed, allowed in SITE.items()]
    wrong = []
    for deed, side, allowed in plan:
        with transaction.atomic():
            is_done = deed(On(client, world, world.sides[side]))
            transaction.set_rollback(True)
        if bool(is_done) != (role in allowed):
            wrong.append(f"{role}: {deed.__name__} ({side})")
    assert "\n".join(wrong) == ""
