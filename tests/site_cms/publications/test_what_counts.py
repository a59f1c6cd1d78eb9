"""Every model has an answer to the question: does the public read it?"""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.db import connection
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, CollectionViewRestriction, Locale, Site

from home.models import ContentPage
from news.models import NationalSelection
from site_cms.models import PromotedResult, PublisherSettings, leave_place
from site_cms.publications.counter import state_in_database
from site_cms.publications.what_counts import NOT_READ
from tests import factories

# Those that count, each with why; together with NOT_READ, every model there is.
READ = {
    "pages": {
        *("wagtailcore.page", "home.accessibilitystatementpage", "home.contactpage"),
        *("home.contentpage", "home.homepage", "home.milestonepage", "home.sitemappage"),
        *("home.timelinepage", "news.newsindexpage", "news.newspage", "pioneers.callindexpage"),
        *("pioneers.callpage", "pioneers.pioneerindexpage", "pioneers.pioneerpage"),
        *("territories.regionpage", "territories.territoryindexpage", "territories.territorypage"),
    },
    "what hangs on pages": {
        *("home.contactformfield", "news.nationalselection", "news.newspage_pioneers"),
        *("news.newspage_territories", "news.newspage_themes", "pioneers.callextension"),
        *("pioneers.callformfield", "pioneers.callpage_labelled_territories"),
        *("pioneers.pioneerpage_action_regions", "pioneers.pioneerpage_themes"),
        "territories.partner",
    },
    "words that pages share": {
        *("news.section", "site_cms.person", "site_cms.theme", "site_cms.formerword"),
    },
    "files": {
        *("site_cms.sitedocument", "site_cms.siteimage", "taggit.tag", "taggit.taggeditem"),
        *("wagtaildocs.document", "wagtailimages.image"),
    },
    "who may see what": {
        *("auth.group", "wagtailcore.collection", "wagtailcore.collectionviewrestriction"),
        *("wagtailcore.collectionviewrestriction_groups", "wagtailcore.pageviewrestriction"),
        "wagtailcore.pageviewrestriction_groups",
    },
    "the site": {
        *("site_cms.publishersettings", "wagtailcore.locale", "wagtailcore.site"),
        *("wagtailredirects.redirect", "site_cms.formerplace", "site_cms.promotedresult"),
        *("site_cms.banner", "site_cms.sitemenu", "site_cms.menuentry", "site_cms.footerentry"),
    },
    "what search reads": {
        *("site_cms.searchentry", "site_cms.searchentry_linked_documents"),
        *("site_cms.searchshelf", "site_cms.searchterm", "site_cms.searchword"),
    },
    "a team is named on its region's page": {"territories.regionteam"},
}


def test_each_model_has_one_answer():
    models = {m._meta.label_lower for m in apps.get_models(include_auto_created=True)}
    read = set().union(*READ.values())
    assert not read & NOT_READ
    assert models - read - NOT_READ == set(), "does the public read these? See what_counts.py"
    assert read - models == set()


def raises(change) -> bool:
    """Whether the change raises the counter, as if it were a transaction of its own."""
    connection.run_on_commit.clear()
    before = state_in_database()
    change()
    return state_in_database() != before


CHANGES = {
    "publish": lambda page: page.save_revision().publish(),
    "unpublish": lambda page: page.unpublish(),
    "delete": lambda page: page.delete(),
    "move": lambda page: page.move(factories.content("Ailleurs"), pos="last-child"),
    "save": lambda page: ContentPage.objects.get(pk=page.pk).save(),
    "restrict": factories.restrict,
    "theme": lambda page: factories.theme("Climat"),
    "person": lambda page: factories.person(),
    "section": lambda page: factories.rubric("Tribune"),
    "settings": lambda page: PublisherSettings.objects.create(site=Site.objects.get()),
    "site": lambda page: Site.objects.get().save(),
    "language": lambda page: Locale.objects.create(language_code="en"),
    "collection": lambda page: CollectionViewRestriction.objects.create(
        collection=Collection.get_first_root_node(), restriction_type="login"
    ),
    "group": lambda page: Group.objects.create(name="Lecteurs"),
    "picture": lambda page: factories.image(),
    "document": lambda page: factories.document(),
    "redirect": lambda page: Redirect.objects.create(old_path="/avant", redirect_page=page),
    "former place": lambda page: leave_place(page, factories.home(), "avant"),
    "promoted": lambda page: PromotedResult.objects.create(searches="emploi", page=page),
    "selection": lambda page: NationalSelection.objects.create(article=factories.article()),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_the_public_reads_counts(db, change):
    page = factories.content("Une page")
    assert raises(lambda: CHANGES[change](page))


def test_a_draft_does_not_count(db):
    page = factories.content("Une page")
    page.title = "Autre titre"
    assert not raises(page.save_revision)


def test_reading_and_locking_do_not_count(client, db):
    page = factories.content("Une page")
    # Wagtail writes a site's settings down when they are first read.
    client.get(page.url)

    def act():
        client.get(page.url)
        client.get("/recherche/?q=rien")
        page.locked = True
        page.save(update_fields=["locked"])

    assert not raises(act)
