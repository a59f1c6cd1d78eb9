from .addresses import FormerPlace, leave_place, take_place
from .forms import FormField, PublicFormPage
from .frame import Banner, FooterEntry, MenuEntry, SiteMenu, banners_now
from .index_pages import IndexPage
from .lateness import Lateness
from .media import SiteDocument, SiteImage, SiteRendition
from .pages import (
    BasePage,
    BasePageManager,
    PublicPageQuerySet,
    page_types,
    visible_pages,
)
from .pickers import PagePicker, WordPanel
from .publication import Publication
from .publisher import PublisherSettings
from .schedule import ScheduleFailure, ScheduleRun
from .search import (
    SEARCH_KINDS,
    PromotedResult,
    SearchEntry,
    SearchMiss,
    SearchShelf,
    SearchTerm,
    SearchWord,
)
from .snippets import FormerWord, Person, Theme, Vocabulary
from .tasks import OutgoingMail, WorkerPulse
from .users import AccountSession, GuessBucket, User
from .visibility import is_online, is_private_at, private_paths

__all__ = [
    "SEARCH_KINDS",
    "AccountSession",
    "Banner",
    "BasePage",
    "BasePageManager",
    "FooterEntry",
    "FormField",
    "FormerPlace",
    "FormerWord",
    "GuessBucket",
    "IndexPage",
    "Lateness",
    "MenuEntry",
    "OutgoingMail",
    "PagePicker",
    "Person",
    "PromotedResult",
    "PublicFormPage",
    "PublicPageQuerySet",
    "Publication",
    "PublisherSettings",
    "ScheduleFailure",
    "ScheduleRun",
    "SearchEntry",
    "SearchMiss",
    "SearchShelf",
    "SearchTerm",
    "SearchWord",
    "SiteDocument",
    "SiteImage",
    "SiteMenu",
    "SiteRendition",
    "Theme",
    "User",
    "Vocabulary",
    "WordPanel",
    "WorkerPulse",
    "banners_now",
    "is_online",
    "is_private_at",
    "leave_place",
    "page_types",
    "private_paths",
    "take_place",
    "visible_pages",
]
