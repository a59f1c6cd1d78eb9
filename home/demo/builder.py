"""Builds the demo site from the content modules, once, in one transaction.

Pages are made first and written second, so that any text may link to any page.
"""

from datetime import date

from wagtail.models import Locale, Site

from home import models as home
from home.demo import bodies
from home.demo.content import (
    articles,
    calls,
    legal,
    pages,
    pioneers,
    territories,
    timeline,
    vocabulary,
)
from home.demo.english_builder import EnglishBuilder
from home.demo.page_writer import STATEMENT_TEXTS, PageWriter
from news.models import NewsIndexPage, NewsPage, Section
from pioneers.models import CallIndexPage, CallPage, PioneerIndexPage, PioneerPage
from site_cms.models import Person, PublisherSettings, Theme
from territories.models import RegionPage, TerritoryIndexPage, TerritoryPage


class DemoBuilder:
    """`pages` maps the content modules' keys to pages; `say` reports each step to the reader."""

    def __init__(self, say):
        self.say = say
        self.locale = Locale.get_default()
        self.pages = {}
        self.region_by_code = {}

    def build(self):
        self.site = Site.objects.get(is_default_site=True)
        self.root = self.site.root_page.specific
        self.pages["home"] = self.root
        self._make_vocabulary()
        self.say("Laying out the page tree")
        self._make_sections()
        self._make_entries()
        self.say("Writing pages")
        PageWriter(self.pages, self.region_by_code, self.themes, self.people).write()
        self._fill_settings()
        self.say("Translating into English")
        snippets = [*self.themes.values(), *self.sections.values()]
        EnglishBuilder(self.pages, snippets).build()

    # --- Vocabulary --------------------------------------------------------------------------

    def _make_vocabulary(self):
        self.themes = {t["slug"]: self._snippet(Theme, t) for t in vocabulary.THEMES}
        self.sections = {s["slug"]: self._snippet(Section, s) for s in vocabulary.SECTIONS}
        self.people = {
            p["slug"]: Person.objects.get_or_create(name=p["name"])[0] for p in vocabulary.PEOPLE
        }

    def _snippet(self, model, data):
        rest = {key: value for key, value in data.items() if key != "slug"}
        return model.objects.get_or_create(slug=data["slug"], locale=self.locale, defaults=rest)[0]

    # --- First pass: the tree --------------------------------------------------------------

    def _add(self, key, parent, model, **fields):
        page = model(locale=self.locale, **fields)
        parent.add_child(instance=page)
        self.pages[key] = page
        return page

    def _make_sections(self):
        self._make_content_pages(pages.CONTENT_PAGES, self.root)
        for key, model, data in (
            ("pionniers", PioneerIndexPage, legal.PIONEER_INDEX),
            ("appels", CallIndexPage, legal.CALL_INDEX),
            ("territoires", TerritoryIndexPage, legal.TERRITORY_INDEX),
            ("calendrier", home.TimelinePage, legal.TIMELINE),
            ("actualites", NewsIndexPage, legal.NEWS_INDEX),
        ):
            self._add(key, self.root, model, show_in_menus=True, **_head(data))
        for data in legal.LEGAL_PAGES:
            self._add(data["key"], self.root, home.ContentPage, **_head(data))
        self._add("contact", self.root, home.ContactPage, **_head(legal.CONTACT))
        self._add("plan-du-site", self.root, home.SiteMapPage, **_head(legal.SITEMAP))
        self._add(
            "accessibilite",
            self.root,
            home.AccessibilityStatementPage,
            **{name: legal.ACCESSIBILITY[name] for name in STATEMENT_TEXTS},
            scope=legal.ACCESSIBILITY["scope"],
            technologies="\n".join(legal.ACCESSIBILITY["technologies"]),
            **_head(legal.ACCESSIBILITY),
        )

    def _make_content_pages(self, entries, parent):
        for data in entries:
            page = self._add(
                data["key"],
                parent,
                home.ContentPage,
                show_in_menus=data.get("in_menu", False) and parent == self.root,
                **_head(data),
            )
            self._make_content_pages(data.get("children", ()), page)

    def _make_entries(self):
        for data in territories.REGIONS:
            region = self._add(
                f"region:{data['code']}",
                self.pages["territoires"],
                RegionPage,
                code=data["code"],
                **_head(data, "name"),
            )
            self.region_by_code[data["code"]] = region
        for data in territories.TERRITORIES:
            region = self.region_by_code[data["region"]]
            key = f"territory:{data['slug']}"
            self._add(key, region, TerritoryPage, region=region, **_head(data, "name"))
        for data in calls.CALLS:
            self._add(f"call:{data['slug']}", self.pages["appels"], CallPage, **_head(data))
        for data in pioneers.PIONEERS:
            fields = _head(data, "name") | self._entry(data)
            self._add(f"pioneer:{data['slug']}", self.pages["pionniers"], PioneerPage, **fields)
        for data in articles.ARTICLES:
            self._add(
                f"article:{data['slug']}",
                self.pages["actualites"],
                NewsPage,
                published_on=date.fromisoformat(data["published"]),
                section=self.sections[data["section"]],
                body=bodies.stream([("highlight", {"text": data["summary"]})], {}),
                **_head(data),
            )
        for data in timeline.MILESTONES:
            fields = _head(data) | _span(data)
            self._add(
                f"milestone:{data['slug']}", self.pages["calendrier"], home.MilestonePage, **fields
            )

    def _entry(self, data):
        won = data["entry"] == "laureate"
        call = self.pages["call:pionniers-french-impact"] if won else None
        return {"entry": data["entry"], "call": call}

    # --- What the whole site shows --------------------------------------------------------

    def _fill_settings(self):
        """Name the footer's pages; what only the publisher knows stays to be filled in."""
        settings = PublisherSettings.for_site(self.site)
        settings.hashtag = "FrenchImpact"
        settings.legal_page = self.pages["mentions-legales"]
        settings.privacy_page = self.pages["donnees-personnelles"]
        settings.cookies_page = self.pages["gestion-des-cookies"]
        settings.accessibility_page = self.pages["accessibilite"]
        settings.sitemap_page = self.pages["plan-du-site"]
        settings.contact_page = self.pages["contact"]
        settings.save()


def _head(data, title="title"):
    return {"title": data[title], "slug": data["slug"], "summary": data["summary"]}


def _span(data):
    end = date.fromisoformat(data["end"]) if data["end"] else None
    start = date.fromisoformat(data["start"])
    return {"start": start, "end": end, "precision": data["precision"], "status": data["status"]}
