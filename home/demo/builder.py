"""Builds the demo site from the content modules, once, in one transaction.

Pages are made first and written second, so that any text may link to any page.
"""

from datetime import date, datetime, time
from decimal import Decimal

from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.utils import timezone
from wagtail.models import Locale, Site

from home import models as home
from home.demo import bodies
from home.demo.content import (
    articles,
    calls,
    home_page,
    legal,
    pages,
    pioneers,
    territories,
    timeline,
    vocabulary,
)
from home.demo.english_builder import EnglishBuilder
from home.demo.motif import draw_motif
from news.models import NewsIndexPage, NewsPage, Section
from pioneers.models import CallIndexPage, CallPage, PioneerIndexPage, PioneerPage
from site_cms.models import Person, PublisherSettings, SiteImage, Theme
from territories.models import Partner, RegionPage, TerritoryIndexPage, TerritoryPage

LAST_MINUTE = time(23, 59)
STATEMENT_TEXTS = ("commitment", "multi_year_plan", "action_plan", "contact", "remedies")


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
        self._write_pages()
        self._write_home()
        self._fill_settings()
        self.say("Translating into English")
        snippets = [*self.themes.values(), *self.sections.values()]
        EnglishBuilder(self.pages, snippets).build()

    # --- Vocabulary and images -------------------------------------------------------------

    def _make_vocabulary(self):
        self.themes = {t["slug"]: self._snippet(Theme, t) for t in vocabulary.THEMES}
        self.sections = {s["slug"]: self._snippet(Section, s) for s in vocabulary.SECTIONS}
        self.people = {
            p["slug"]: Person.objects.get_or_create(name=p["name"])[0] for p in vocabulary.PEOPLE
        }

    def _snippet(self, model, data):
        rest = {key: value for key, value in data.items() if key != "slug"}
        return model.objects.get_or_create(slug=data["slug"], locale=self.locale, defaults=rest)[0]

    def _cover(self, name, title):
        image = SiteImage(title=f"Motif : {title}"[:255], description="Motif géométrique abstrait")
        image.file = ImageFile(ContentFile(draw_motif(name)), name=f"motif-{name}.jpg")
        image.save()
        return image

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

    # --- Second pass: the texts ------------------------------------------------------------

    def _publish(self, page):
        page.full_clean()
        page.save_revision(clean=False).publish()

    def _html(self, html):
        return bodies.rich_text(html, self.pages)

    def _write_pages(self):
        for key, data in (
            ("pionniers", legal.PIONEER_INDEX),
            ("appels", legal.CALL_INDEX),
            ("territoires", legal.TERRITORY_INDEX),
            ("calendrier", legal.TIMELINE),
            ("actualites", legal.NEWS_INDEX),
        ):
            self.pages[key].intro = self._html(data["intro"])
            self._publish(self.pages[key])
        for data in [*_flatten(pages.CONTENT_PAGES), *legal.LEGAL_PAGES]:
            page = self.pages[data["key"]]
            page.body = bodies.stream(data["body"], self.pages)
            self._publish(page)
        self._publish(self.pages["plan-du-site"])
        self._write_accessibility()
        self._write_contact()
        for write, entries in (
            (self._write_region, territories.REGIONS),
            (self._write_territory, territories.TERRITORIES),
            (self._write_call, calls.CALLS),
            (self._write_pioneer, pioneers.PIONEERS),
            (self._write_article, articles.ARTICLES),
            (self._write_milestone, timeline.MILESTONES),
        ):
            for data in entries:
                write(data)

    def _write_accessibility(self):
        page, data = self.pages["accessibilite"], legal.ACCESSIBILITY
        for name in STATEMENT_TEXTS:
            setattr(page, name, self._html(data[name]))
        page.environment = "\n".join(data["environment"])
        self._publish(page)

    def _write_contact(self):
        page, data = self.pages["contact"], legal.CONTACT
        page.form_intro = self._html(data["intro"])
        page.thank_you_text = self._html(data["thank_you"])
        page.privacy_notice = self._html(data["privacy_notice"])
        page.subject = "Message reçu par le site"
        page.form_fields = [_question(home.ContactFormField, field) for field in data["fields"]]
        self._publish(page)

    def _write_region(self, data):
        page = self.pages[f"region:{data['code']}"]
        page.body = bodies.stream(data["body"], self.pages)
        self._publish(page)

    def _write_territory(self, data):
        page = self.pages[f"territory:{data['slug']}"]
        page.status = data["status"]
        page.status_date = date.fromisoformat(data["date"])
        page.status_precision = data["date_precision"]
        page.lead_organisation = data["lead"]
        page.seat = data["seat"]
        page.seat_code, latitude, longitude = territories.SEATS[data["seat"]]
        page.latitude, page.longitude = Decimal(latitude), Decimal(longitude)
        challenges = [("challenge", challenge) for challenge in data["challenges"]]
        page.challenges = bodies.stream(challenges, self.pages)
        page.partners = [Partner(**partner) for partner in data["partners"]]
        page.body = bodies.stream(data["body"], self.pages)
        page.sources = bodies.sources(data["sources"])
        self._publish(page)

    def _write_call(self, data):
        page = self.pages[f"call:{data['slug']}"]
        page.kind = data["kind"]
        page.opens_at = _instant(data["opens"], time.min)
        page.closes_at = _instant(data["closes"], LAST_MINUTE)
        page.period = data["period"]
        page.who_may_apply = self._html(data["who_may_apply"])
        page.results_text = self._html(data["results_text"])
        page.labelled_territories = [
            self.pages[f"territory:{slug}"] for slug in data["territories"]
        ]
        page.body = bodies.stream(data["body"], self.pages)
        page.sources = bodies.sources(data["sources"])
        self._publish(page)

    def _write_pioneer(self, data):
        page = self.pages[f"pioneer:{data['slug']}"]
        page.legal_form = data["legal_form"]
        page.founded = data["founded"]
        page.headquarters = data["headquarters"]
        page.website = data["website"]
        page.region = self.region_by_code.get(data["region"])
        page.action_regions = [self.region_by_code[code] for code in data["action_regions"]]
        page.themes = [self.themes[slug] for slug in data["themes"]]
        page.indicators = bodies.indicators(data["indicators"])
        page.body = bodies.stream(data["body"], self.pages)
        page.sources = bodies.sources(data["sources"])
        self._publish(page)

    def _write_article(self, data):
        page = self.pages[f"article:{data['slug']}"]
        page.modified_on = date.fromisoformat(data["modified"]) if data["modified"] else None
        page.region = self.region_by_code.get(data["region"])
        page.image = self._cover(data["slug"], data["title"])
        page.hashtag = data["hashtag"]
        page.themes = [self.themes[slug] for slug in data["themes"]]
        people = [
            ("person", {"person": self.people[p["slug"]].pk, "office": p["office"]})
            for p in data["people"]
        ]
        page.people = bodies.stream(people, self.pages)
        page.pioneers = [self.pages[f"pioneer:{slug}"] for slug in data["pioneers"]]
        page.territories = [self.pages[f"territory:{slug}"] for slug in data["territories"]]
        related = [("article", self.pages[f"article:{slug}"].pk) for slug in data["related"]]
        page.related = bodies.stream(related, self.pages)
        page.body = bodies.stream(data["body"], self.pages)
        page.sources = bodies.sources(data["sources"])
        self._publish(page)

    def _write_milestone(self, data):
        page = self.pages[f"milestone:{data['slug']}"]
        page.linked_page = self.pages.get(data["page"])
        page.body = bodies.stream(data["body"], self.pages)
        self._publish(page)

    def _write_home(self):
        data = home_page.HOME
        page = self.root
        page.title = data["title"]
        page.seo_title = data["seo_title"]
        page.search_description = data["search_description"]
        page.hero_title = data["hero_title"]
        page.hero_text = data["hero_text"]
        page.hero_link = self.pages["accelerateur"]
        page.hero_link_label = "Découvrir l’accélérateur"
        page.body = bodies.stream(self._home_blocks(data), self.pages)
        self._publish(page)

    def _home_blocks(self, data):
        objectives = [item | {"page": self.pages[item["page"]].pk} for item in data["objectives"]]
        chosen = [self.pages[f"pioneer:{slug}"].pk for slug in ("enercoop", "siel-bleu", "wimoov")]
        return [
            ("paragraph", data["intro"]),
            ("objectives", {"title": data["objectives_title"], "items": objectives}),
            ("key_figures", {"title": data["figures_title"], "figures": data["figures"]}),
            ("open_calls", {"title": "Les appels"}),
            ("latest_news", {"title": "Actualités"}),
            ("principles", {"title": data["principles_title"], "items": data["principles"]}),
            ("pioneers", {"title": "Des pionniers", "pages": chosen}),
            ("timeline_excerpt", {"title": "Le calendrier du déploiement"}),
            ("map", {"title": "Les territoires labellisés"}),
        ]

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


def _flatten(entries):
    for data in entries:
        yield data
        yield from _flatten(data.get("children", ()))


def _span(data):
    end = date.fromisoformat(data["end"]) if data["end"] else None
    start = date.fromisoformat(data["start"])
    return {"start": start, "end": end, "precision": data["precision"], "status": data["status"]}


def _instant(day, at):
    return timezone.make_aware(datetime.combine(date.fromisoformat(day), at)) if day else None


def _question(model, field):
    return model(
        label=field["label"],
        field_type=field["type"],
        required=field["required"],
        help_text=field["help"],
        choices="\n".join(field["choices"]),
    )
