"""Writes the texts of the demo pages, once all pages are there to be linked to."""

from datetime import date, datetime, time
from decimal import Decimal

from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.utils import timezone

from home.demo.content import (
    articles,
    calls,
    home_page,
    pages,
    pioneers,
    territories,
    timeline,
)
from home.demo.motif import draw_motif
from home.start import bodies
from site_cms.models import SiteImage
from territories.models import Partner

LAST_MINUTE = time(23, 59)


class PageWriter:
    """`pages` maps the content modules' keys to pages, `regions` codes; the rest map slugs."""

    def __init__(self, pages, regions, themes, people):
        self.pages = pages
        self.region_by_code = regions
        self.themes = themes
        self.people = people

    def write(self):
        self._write_pages()
        self._write_home()

    def _cover(self, name, title):
        image = SiteImage(title=f"Motif : {title}"[:255], description="Motif géométrique abstrait")
        image.file = ImageFile(ContentFile(draw_motif(name)), name=f"motif-{name}.jpg")
        image.save()
        return image

    def _publish(self, page):
        page.full_clean()
        page.save_revision(clean=False).publish()

    def _html(self, html):
        return bodies.rich_text(html, self.pages)

    def _write_pages(self):
        for data in _flatten(pages.CONTENT_PAGES):
            page = self.pages[data["key"]]
            page.body = bodies.stream(data["body"], self.pages)
            self._publish(page)
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
        page = self.pages["home"]
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


def _flatten(entries):
    for data in entries:
        yield data
        yield from _flatten(data.get("children", ()))


def _instant(day, at):
    return timezone.make_aware(datetime.combine(date.fromisoformat(day), at)) if day else None
