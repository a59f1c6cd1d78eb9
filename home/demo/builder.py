"""Builds the demonstration upon the first pages of a site, once, in one transaction."""

from datetime import date

from home import models as home
from home.demo.content import articles, calls, lists, pages, pioneers, territories, timeline
from home.demo.content.vocabulary import PEOPLE
from home.demo.english_builder import translate
from home.demo.page_writer import PageWriter
from home.start import bodies
from home.start.builder import SiteBuilder, head
from home.start.content import NEWS_INDEX
from news.models import NewsIndexPage, NewsPage
from pioneers.models import CallIndexPage, CallPage, PioneerIndexPage, PioneerPage
from site_cms.models import Person, PublisherSettings
from territories.models import RegionPage, TerritoryIndexPage, TerritoryPage


class DemoBuilder(SiteBuilder):
    contact = lists.CONTACT
    menu = (
        ("pionniers", PioneerIndexPage, lists.PIONEER_INDEX),
        ("appels", CallIndexPage, lists.CALL_INDEX),
        ("territoires", TerritoryIndexPage, lists.TERRITORY_INDEX),
        ("calendrier", home.TimelinePage, lists.TIMELINE),
        ("actualites", NewsIndexPage, NEWS_INDEX),
    )

    def build(self):
        self._make_vocabulary()
        self.say("Laying out the page tree")
        self._make_content_pages(pages.CONTENT_PAGES, self.root)
        self._make_sections()
        self._make_regions()
        self._make_entries()
        self.say("Writing pages")
        self._write_sections()
        PageWriter(self.pages, self.region_by_code, self.themes, self.people).write()
        self._fill_footer()
        self.say("Translating into English")
        translate(self.pages, [*self.themes.values(), *self.sections.values()])

    def _make_vocabulary(self):
        super()._make_vocabulary()
        self.people = {p["slug"]: Person.objects.get_or_create(name=p["name"])[0] for p in PEOPLE}

    def _make_content_pages(self, entries, parent):
        for data in entries:
            page = self._add(
                data["key"],
                parent,
                home.ContentPage,
                show_in_menus=data.get("in_menu", False) and parent == self.root,
                **head(data),
            )
            self._make_content_pages(data.get("children", ()), page)

    def _make_regions(self):
        for data in territories.REGIONS:
            region = self._add(
                f"region:{data['code']}",
                self.pages["territoires"],
                RegionPage,
                code=data["code"],
                **head(data, "name"),
            )
            self.region_by_code[data["code"]] = region

    def _make_entries(self):
        for data in territories.TERRITORIES:
            region = self.region_by_code[data["region"]]
            key = f"territory:{data['slug']}"
            self._add(key, region, TerritoryPage, region=region, **head(data, "name"))
        for data in calls.CALLS:
            self._add(f"call:{data['slug']}", self.pages["appels"], CallPage, **head(data))
        for data in pioneers.PIONEERS:
            fields = head(data, "name") | self._entry(data)
            self._add(f"pioneer:{data['slug']}", self.pages["pionniers"], PioneerPage, **fields)
        for data in articles.ARTICLES:
            self._add(
                f"article:{data['slug']}",
                self.pages["actualites"],
                NewsPage,
                published_on=date.fromisoformat(data["published"]),
                section=self.sections[data["section"]],
                body=bodies.stream([("highlight", {"text": data["summary"]})], {}),
                **head(data),
            )
        for data in timeline.MILESTONES:
            fields = head(data) | _span(data)
            self._add(
                f"milestone:{data['slug']}", self.pages["calendrier"], home.MilestonePage, **fields
            )

    def _entry(self, data):
        won = data["entry"] == "laureate"
        call = self.pages["call:pionniers-french-impact"] if won else None
        return {"entry": data["entry"], "call": call}

    def _fill_footer(self):
        """What only the publisher knows stays to be filled in."""
        super()._fill_footer()
        settings = PublisherSettings.for_site(self.site)
        settings.hashtag = "FrenchImpact"
        settings.save()


def _span(data):
    end = date.fromisoformat(data["end"]) if data["end"] else None
    start = date.fromisoformat(data["start"])
    return {"start": start, "end": end, "precision": data["precision"], "status": data["status"]}
