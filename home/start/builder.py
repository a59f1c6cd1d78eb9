"""Builds the pages that a site begins with, in French and in English: what is missing of them.

Pages are made first and written second, so that any text may link to any page. What is already
there is found and left alone, so all of it may be run again. The demonstration is built upon it.
"""

from wagtail.models import Locale, Site

from home import models as home
from home.start import bodies, content
from home.start.english import Translator, words
from news.models import NewsIndexPage, Section
from pioneers.models import CallIndexPage, PioneerIndexPage
from site_cms.models import PublisherSettings, Theme
from territories.models import RegionPage, TerritoryIndexPage
from territories.regions import REGIONS

STATEMENT_TEXTS = ("commitment", "multi_year_plan", "action_plan", "contact", "remedies")
# The pages that the footer names, by their keys.
FOOTER = {
    "legal_page": "mentions-legales",
    "privacy_page": "donnees-personnelles",
    "cookies_page": "gestion-des-cookies",
    "accessibility_page": "accessibilite",
    "sitemap_page": "plan-du-site",
    "contact_page": "contact",
}
MENU = (
    ("pionniers", PioneerIndexPage, content.PIONEER_INDEX),
    ("appels", CallIndexPage, content.CALL_INDEX),
    ("territoires", TerritoryIndexPage, content.TERRITORY_INDEX),
    ("actualites", NewsIndexPage, content.NEWS_INDEX),
)


class SiteBuilder:
    """`pages` maps the keys of content to pages, `made` names those that were missing.

    `say` reports each step to the reader.
    """

    contact = content.CONTACT
    menu = MENU

    def __init__(self, say):
        self.say = say
        self.contact_address = ""
        self.locale = Locale.get_default()
        self.site = Site.objects.get(is_default_site=True)
        self.root = self.site.root_page.specific
        self.pages = {"home": self.root}
        # The first migration makes a home page, which nobody has saved since.
        self.made = set() if self.root.latest_revision_id else {"home"}
        self.region_by_code = {}

    def build(self, contact_address=""):
        """Make what is missing; mail of the contact form goes to the address."""
        self.contact_address = contact_address
        self._make_vocabulary()
        self.say("Laying out the page tree")
        self._make_sections()
        self._make_regions()
        self.say("Writing pages")
        self._write_sections()
        self._write_regions()
        self._write_home()
        self._fill_footer()
        self.say("Translating into English")
        Translator(words()).translate_all([*self.themes.values(), *self.sections.values()])
        Translator(words()).translate_all([self.pages[key] for key in self.made])

    # --- Vocabulary --------------------------------------------------------------------------

    def _make_vocabulary(self):
        self.themes = {t["slug"]: self._snippet(Theme, t) for t in content.THEMES}
        self.sections = {s["slug"]: self._snippet(Section, s) for s in content.SECTIONS}

    def _snippet(self, model, data):
        rest = {key: value for key, value in data.items() if key != "slug"}
        return model.objects.get_or_create(slug=data["slug"], locale=self.locale, defaults=rest)[0]

    # --- First pass: the tree ------------------------------------------------------------------

    def _add(self, key, parent, model, known_by=None, **fields):
        """Find the page by `known_by`, below the parent, or make it."""
        known = model.objects.none() if known_by is None else model.objects.filter(**known_by)
        page = known.child_of(parent).order_by("path").first()
        if page is None:
            # Of a page that was removed, the English may still be there.
            twin = known.exclude(locale=self.locale).order_by("path").first()
            kept = {"translation_key": twin.translation_key} if twin else {}
            page = model(locale=self.locale, **kept, **fields)
            parent.add_child(instance=page)
            self.made.add(key)
        self.pages[key] = page
        return page

    def _make_sections(self):
        for key, model, data in self.menu:
            self._add(key, self.root, model, {}, show_in_menus=True, **head(data))
        for data in content.LEGAL_PAGES:
            self._make_legal(data)
        self._add("contact", self.root, home.ContactPage, {}, **head(self.contact))
        self._add("plan-du-site", self.root, home.SiteMapPage, {}, **head(content.SITEMAP))
        self._add(
            "accessibilite",
            self.root,
            home.AccessibilityStatementPage,
            {},
            **{name: content.ACCESSIBILITY[name] for name in STATEMENT_TEXTS},
            scope=content.ACCESSIBILITY["scope"],
            technologies="\n".join(content.ACCESSIBILITY["technologies"]),
            **head(content.ACCESSIBILITY),
        )

    def _make_legal(self, data):
        """A legal page may have been renamed: the footer knows it."""
        named = next(name for name, key in FOOTER.items() if key == data["key"])
        page = getattr(PublisherSettings.for_site(self.site), named)
        known_by = {"pk": page.pk} if page else {"slug": data["slug"]}
        self._add(data["key"], self.root, home.ContentPage, known_by, **head(data))

    def _make_regions(self):
        for region in REGIONS:
            place = content.REGION_PLACES[region.code]
            page = self._add(
                f"region:{region.code}",
                self.pages["territoires"],
                RegionPage,
                {"code": region.code},
                code=region.code,
                title=region.name,
                slug=content.REGION_SLUGS[region.code],
                summary=content.REGION_SUMMARY.format(place=place),
            )
            self.region_by_code[region.code] = page

    # --- Second pass: the texts ----------------------------------------------------------------

    def _html(self, html):
        return bodies.rich_text(html, self.pages)

    def _publish(self, page):
        page.full_clean()
        page.save_revision(clean=False).publish()

    def _missing(self, *keys):
        return [self.pages[key] for key in keys if key in self.made]

    def _write_sections(self):
        for key, _model, data in self.menu:
            for page in self._missing(key):
                page.intro = self._html(data["intro"])
                self._publish(page)
        for data in content.LEGAL_PAGES:
            for page in self._missing(data["key"]):
                page.body = bodies.stream(data["body"], self.pages)
                self._publish(page)
        for page in self._missing("plan-du-site"):
            self._publish(page)
        for page in self._missing("accessibilite"):
            self._write_accessibility(page, content.ACCESSIBILITY)
        for page in self._missing("contact"):
            self._write_contact(page, self.contact)

    def _write_accessibility(self, page, data):
        for name in STATEMENT_TEXTS:
            setattr(page, name, self._html(data[name]))
        page.environment = "\n".join(data["environment"])
        self._publish(page)

    def _write_contact(self, page, data):
        page.form_intro = self._html(data["intro"])
        page.thank_you_text = self._html(data["thank_you"])
        page.privacy_notice = self._html(data["privacy_notice"])
        page.subject = "Message reçu par le site"
        page.to_address = self.contact_address
        page.form_fields = [_question(field) for field in data["fields"]]
        self._publish(page)

    def _write_regions(self):
        for page in self._missing(*(f"region:{code}" for code in self.region_by_code)):
            self._publish(page)

    def _write_home(self):
        for page in self._missing("home"):
            self._head_home(page, content.HOME)
            page.hero_link = self.pages["actualites"]
            page.hero_link_label = "Lire les actualités"
            page.body = bodies.stream(self._home_blocks(content.HOME), self.pages)
            self._publish(page)

    def _head_home(self, page, data):
        for name in ("title", "seo_title", "search_description", "hero_title", "hero_text"):
            setattr(page, name, data[name])

    def _home_blocks(self, data):
        return [
            ("paragraph", data["intro"]),
            ("open_calls", {"title": "Les appels"}),
            ("latest_news", {"title": "Actualités"}),
            ("map", {"title": "Les territoires labellisés"}),
        ]

    # --- What the whole site shows -------------------------------------------------------------

    def _fill_footer(self):
        settings = PublisherSettings.for_site(self.site)
        for name, key in FOOTER.items():
            if getattr(settings, name) is None:
                setattr(settings, name, self.pages[key])
        settings.save()


def head(data, title="title"):
    return {"title": data[title], "slug": data["slug"], "summary": data["summary"]}


def _question(field):
    return home.ContactFormField(
        label=field["label"],
        field_type=field["type"],
        required=field["required"],
        help_text=field["help"],
        choices="\n".join(field["choices"]),
    )
