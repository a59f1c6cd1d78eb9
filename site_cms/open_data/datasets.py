"""What a dataset is: public pages as rows, each column with its name, type and meaning.

A room describes its own datasets in its exports.py, and registers them there. Files, schemas,
previews, documentation and catalogue are all made from that description.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache, cached_property
from hashlib import sha256
from operator import itemgetter
from uuid import UUID, uuid5

from django.db.models import Count, Max, OuterRef, QuerySet, Subquery, Sum
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import ModelLogEntry, Page, PageLogEntry, Site

from site_cms.models import BasePage
from site_cms.public.following import NEVER
from site_cms.public.routing import site_tree
from site_cms.rooms import modules
from site_cms.words.french import is_french

# The form of CSV that French Excel opens in columns.
EXCEL = "excel.csv"
# Rows in memory at a time. The relations of each batch cost a query of their own.
CHUNK = 2_000
# What changes public pages; drafts and reviews do not.
_PUBLIC_ACTIONS = [
    "wagtail.publish",
    "wagtail.publish.scheduled",
    "wagtail.unpublish",
    "wagtail.unpublish.scheduled",
    "wagtail.move",
    "wagtail.delete",
    "wagtail.view_restriction.create",
    "wagtail.view_restriction.edit",
    "wagtail.view_restriction.delete",
]


@dataclass(frozen=True)
class Column:
    """One column. `name` is a promise to those who reuse the data: it never changes.

    `type`, `format` and `constraints` are those of Table Schema; `read` takes the value from a row;
    `shown` puts the column in the preview.
    """

    name: str
    type: str
    label: str
    description: str
    read: Callable
    constraints: dict = field(default_factory=dict)
    format: str = "default"
    shown: bool = False

    def descriptor(self) -> dict:
        described = {
            "name": self.name,
            "type": self.type,
            "title": str(self.label),
            "description": str(self.description),
        }
        if self.format != "default":
            described["format"] = self.format
        return described | ({"constraints": self.constraints} if self.constraints else {})


@dataclass(frozen=True)
class Place:
    """The part of the site whose pages are rows: the home page of the main language."""

    root: BasePage
    site: str
    home: str

    def address(self, url_path: str) -> str:
        return self.home + url_path[len(self.root.url_path) :]

    @cached_property
    def states(self) -> dict[str, "State"]:
        return {}

    @cached_property
    def acts(self) -> list[dict]:
        """The last acts that show: another page's title, a theme or a move changes rows too."""
        acts = PageLogEntry.objects.filter(action__in=_PUBLIC_ACTIONS)
        # What ends leaves by the clock; its withdrawal is noted a little later.
        ended = Page.objects.filter(live=True, expire_at__lte=timezone.now())
        return [
            *(
                log.aggregate(key=Max("pk"), latest=Max("timestamp"))
                for log in (acts, ModelLogEntry.objects.all())
            ),
            ended.aggregate(latest=Max("expire_at")),
        ]


@dataclass(frozen=True)
class State:
    """How many pages there are, when the last was published, and what tells a change."""

    pages: int
    published: datetime | None
    changed: datetime
    etag: str


@dataclass(frozen=True)
class Dataset:
    """The visible pages of one type in the main language; `expand` makes several rows of one.

    `load` fetches what the columns read; `point` gives the (longitude, latitude) of a row; `count`
    tells how many rows `expand` makes of some pages, without reading them.
    """

    slug: str
    title: str
    description: str
    keywords: tuple[str, ...]
    model: type[BasePage]
    columns: tuple[Column, ...]
    load: Callable[[QuerySet], QuerySet]
    expand: Callable[[BasePage], Iterable] | None = None
    count: Callable[[QuerySet], int] | None = None
    point: Callable | None = None

    @property
    def shown_columns(self) -> list[Column]:
        return [column for column in self.columns if column.shown]

    def pages(self, place: Place) -> QuerySet:
        return self.model.objects.visible().descendant_of(place.root).filter(alias_of=None)

    def rows(self, place: Place, chunk: int | None = None) -> Iterator:
        """Yield the rows by their age, `CHUNK` pages in memory at a time; read each as it comes."""
        pages = self.load(self.pages(place)).annotate(english_title=_english_title(self.model))
        pages = pages.order_by("pk")
        for page in pages.iterator(chunk_size=chunk or CHUNK):
            page.address = place.address(page.url_path)
            page.data_place = place
            yield from self.expand(page) if self.expand else [page]
            # What was prefetched points back at its page: let go of both now, not when the
            # garbage collector comes round.
            vars(page).clear()

    def row_count(self, place: Place, state: State) -> int:
        return self.count(self.pages(place)) if self.count else state.pages

    def values(self, row) -> dict:
        return {column.name: column.read(row) for column in self.columns}

    def schema(self) -> dict:
        return {
            "$schema": "https://datapackage.org/profiles/1.0/tableschema.json",
            "name": self.slug,
            "title": str(self.title),
            "description": str(self.description),
            "fields": [column.descriptor() for column in self.columns],
            "primaryKey": [self.columns[0].name],
            "missingValues": [""],
        }

    def state(self, place: Place) -> State:
        """Return what the data is as of; looked at once for each request."""
        if self.slug not in place.states:
            place.states[self.slug] = self._state(place)
        return place.states[self.slug]

    def _state(self, place):
        """What its pages say, and the acts no page has a date of."""
        pages = self.pages(place).aggregate(
            count=Count("pk"), keys=Sum("pk"), latest=Max("last_published_at")
        )
        instants = [facts["latest"] for facts in (pages, *place.acts)]
        facts = repr((self.schema(), place.site, place.home, pages, place.acts))
        return State(
            pages=pages["count"],
            published=pages["latest"],
            changed=max(filter(None, instants), default=NEVER),
            etag=f'"{sha256(facts.encode()).hexdigest()[:32]}"',
        )


def format_name(kind: str) -> str:
    """Return the name of a format as people write it."""
    return {"geojson": "GeoJSON", EXCEL: _("CSV pour Excel")}.get(kind, kind.upper())


# What /donnees/ offers: (rank, dataset), as the rooms' exports.py register it.
_REGISTERED: list[tuple[int, Dataset]] = []


def register_dataset(dataset: Dataset, rank: int) -> Dataset:
    """Offer a dataset; the lowest rank is listed first."""
    _REGISTERED.append((rank, dataset))
    return dataset


@cache
def datasets() -> dict[str, Dataset]:
    modules("exports")
    found = sorted(_REGISTERED, key=itemgetter(0))
    return {dataset.slug: dataset for _rank, dataset in found}


def place_of(request) -> Place | None:
    """Return where the rows are, whatever the language of the request; None without a site."""
    tree = site_tree(request, [])
    roots = tree.roots if tree else []
    root = next((r for r in roots if is_french(r.locale.language_code)), None)
    if root is None:
        return None
    site = Site.find_for_request(request).root_url
    return Place(root=root, site=site, home=root.get_full_url(request))


def _english_title(model):
    twins = model.objects.visible().filter(
        translation_key=OuterRef("translation_key"), locale__language_code="en", alias_of=None
    )
    return Subquery(twins.order_by().values("title")[:1])


# --- Columns most datasets have -------------------------------------------------------------------


def row_key(page, part) -> str:
    """The identifier of a row that is a part of a page, the same for as long as both exist."""
    return str(uuid5(UUID(str(page.translation_key)), str(part)))


def local(instant):
    return timezone.localtime(instant).replace(microsecond=0) if instant else None


REQUIRED = {"required": True}
KEY = Column(
    "identifiant",
    "string",
    _("Identifiant"),
    _(
        "Identifiant stable de la ligne (UUID)\u00a0: il survit aux changements de nom et "
        "d’adresse."
    ),
    lambda page: str(page.translation_key),
    {"required": True, "unique": True},
    "uuid",
)
NAME = Column(
    "nom",
    "string",
    _("Nom"),
    _("Titre de la page en français."),
    lambda page: page.title,
    REQUIRED,
    shown=True,
)
ENGLISH_NAME = Column(
    "nom_en",
    "string",
    _("Nom en anglais"),
    _("Titre de la page en anglais, si elle est traduite et publiée."),
    lambda page: page.english_title,
)
ADDRESS = Column(
    "adresse",
    "string",
    _("Adresse"),
    _("Adresse de la page sur ce site."),
    lambda page: page.address,
    REQUIRED,
    "uri",
)
SUMMARY = Column(
    "resume",
    "string",
    _("Résumé"),
    _("Deux ou trois phrases de présentation."),
    lambda page: page.summary,
)
UPDATED = Column(
    "mise_a_jour",
    "datetime",
    _("Mise à jour"),
    _("Date et heure de la dernière publication de la page, heure de Paris."),
    lambda page: local(page.last_published_at),
)
PAGE_START = (KEY, NAME, ENGLISH_NAME, ADDRESS, SUMMARY)
