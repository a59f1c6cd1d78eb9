"""A small site on which rights are tried: two regions of an account's own, a foreign one, the
national pages around them, and those that national staff has not published. Whatever belongs to
one side carries that side's planted word, drawn anew each time, in title, body, address and file
name.
"""

from dataclasses import dataclass, field
from datetime import timedelta
from secrets import token_hex

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.admin.models import EditingSession
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import (
    Locale,
    Page,
    TaskState,
    UploadedFile,
    Workflow,
)
from wagtail.rich_text import RichText
from wagtail_localize.models import StringSegment, Translation, TranslationSource

from news.models import NewsIndexPage, NewsPage
from site_cms.models import User
from site_cms.rights.boundary import national_collection
from site_cms.rights.roles import (
    COMMUNICATION,
    CONTRIBUTION,
    PUBLICATION,
    RELECTURE,
    team_group,
)
from territories.models import Partner, TerritoryIndexPage
from territories.teams import RegionTeam, apply_rights
from tests import factories

# What all planted words begin with: lists are searched for it.
PLANT = "zq"
REGIONS = {"own": "53", "second": "28", "foreign": "76"}


@dataclass
class Side:
    """What lies on one side: its planted word, its pages by what they are, and its other things."""

    word: str
    pages: dict[str, Page] = field(default_factory=dict)
    things: dict[str, object] = field(default_factory=dict)

    def fresh(self, name):
        return Page.objects.get(pk=self.pages[name].pk).specific


class World:
    def __init__(self):
        names = (*REGIONS, "national", "reserved")
        self.sides = {name: Side(f"{PLANT}{name}{token_hex(4)}") for name in names}
        apply_rights()
        self.english = Locale.objects.create(language_code="en")
        factories.home().copy_for_translation(self.english, copy_parents=True)
        for name, code in REGIONS.items():
            self._make_region(self.sides[name], code)
        self._make_national(self.sides["national"])
        self._make_reserved(self.sides["reserved"])
        self.accounts = self._make_accounts()
        for name in (*REGIONS, "reserved"):
            self._make_traces(self.sides[name])

    @property
    def own(self):
        return self.sides["own"]

    @property
    def foreign(self):
        return self.sides["foreign"]

    @property
    def national(self):
        return self.sides["national"]

    # --- Pages -----------------------------------------------------------------------------

    def _make_region(self, side, code):
        region = factories.region(
            code, f"Région {side.word}", slug=f"region-{code}", summary=side.word
        )
        team = RegionTeam.objects.get(code=code)
        side.things["collection"] = team.collection
        side.things["workflow"] = team.workflow
        side.things["group"] = team.contribution
        self._make_files(side, team.collection)
        side.pages = {"region": region}
        side.pages["territory"] = self._territory(side, region)
        side.pages["draft"] = self._article(side, region, "brouillon", live=False)
        side.pages["article"] = self._article(side, region, "article")
        side.pages["submitted"] = self._article(side, region, "soumis", live=False)
        side.pages["scheduled"] = self._article(
            side, region, "programmé", live=False, go_live_at=timezone.now() + timedelta(days=2)
        )
        side.pages["locked"] = self._article(side, region, "verrouillé")
        side.pages["private"] = self._article(side, region, "réservé", slug="reserve")
        side.pages["twin"] = region.copy_for_translation(
            self.english, copy_parents=True, alias=False
        )
        side.things["restriction"] = factories.restrict(side.pages["private"])
        NewsPage.objects.filter(pk=side.pages["locked"].pk).update(
            locked=True, locked_at=timezone.now()
        )

    def _make_national(self, side):
        side.things["collection"] = national_collection()
        side.things["workflow"] = Workflow.objects.get(name="Relecture nationale")
        side.things["group"] = Group.objects.get(name=COMMUNICATION)
        self._make_files(side, national_collection())
        title = f"Page {side.word}"
        makers = {
            "content": factories.content,
            "pioneer": factories.pioneer,
            "call": factories.call,
            "milestone": factories.milestone,
        }
        for name, make in makers.items():
            side.pages[name] = make(f"{title} {name}", summary=side.word)
        side.pages["contact"] = factories.contact(summary=side.word)
        side.pages["statement"] = factories.statement(summary=side.word)
        side.pages["site_map"] = factories.site_map()
        side.pages["timeline"] = side.pages["milestone"].get_parent().specific
        side.pages["index"] = factories.section(NewsIndexPage)
        side.pages["territories"] = factories.section(TerritoryIndexPage)
        side.pages["home"] = factories.home()
        side.pages["article"] = self._article(side, side.pages["index"], "article")

    def _make_reserved(self, side):
        """What national staff keeps to itself."""
        index, national = factories.section(NewsIndexPage), self.national.things
        side.things |= national
        for name in ("draft", "article", "submitted"):
            side.pages[name] = self._article(side, index, name, live=False)
        side.pages["private"] = self._article(side, index, "privé", slug="prive")
        side.things["restriction"] = factories.restrict(side.pages["private"])
        # What the pages everybody reads will be called one day.
        everybodys = [page.pk for page in self.national.pages.values()]
        Page.objects.filter(pk__in=everybodys).update(draft_title=f"Bientôt {side.word}")

    def _make_files(self, side, collection):
        image = factories.image(f"{side.word}.jpg")
        document = factories.document(f"{side.word}.pdf")
        for item in (image, document):
            item.collection = collection
            item.save()
        side.things |= {"image": image, "document": document}

    def _article(self, side, under, kind, **fields):
        image = {"image": side.things["image"], "alt": "", "caption": side.word}
        body = [("paragraph", RichText(f"<p>{side.word}</p>")), ("image", image)]
        fields = {"summary": side.word, "body": body, "image": side.things["image"], **fields}
        page = factories.article(f"{kind} {side.word}", under, **fields)
        page.save_revision()
        return page

    def _territory(self, side, region):
        partner = Partner(name=f"Partenaire {side.word}", kind=Partner.Kind.BUSINESS)
        page = factories.territory(
            "Territoire en ligne", region, summary=side.word, contact_name=side.word
        )
        page.partners = [partner]
        # Live, with a change that nobody but the team has seen.
        page.save()
        page.title = f"Projet {side.word}"
        page.save_revision()
        return page

    # --- People and what they leave behind -----------------------------------------------------

    def _make_accounts(self):
        regions = {name: self.sides[name].pages["region"].title for name in REGIONS}
        return {
            "deactivated": self._account("p53i", (regions["own"], PUBLICATION), is_active=False),
            "contribution": self._account("c53", (regions["own"], CONTRIBUTION)),
            "publication": self._account("p53", (regions["own"], PUBLICATION)),
            "two_regions": self._account(
                "p53p28", (regions["own"], PUBLICATION), (regions["second"], PUBLICATION)
            ),
            "foreign": self._account("p76", (regions["foreign"], PUBLICATION)),
            "second": self._account("p28", (regions["second"], PUBLICATION)),
            "communication": self._account("com", COMMUNICATION),
            "relecture": self._account("rel", RELECTURE),
            "superuser": User.objects.create_superuser("root", "root@example.org", "x"),
            "nobody": self._account("nobody"),
        }

    def _account(self, username, *groups, **fields):
        account = User.objects.create_user(username, f"{username}@example.org", **fields)
        names = [group if isinstance(group, str) else team_group(*group) for group in groups]
        account.groups.set(Group.objects.filter(name__in=names))
        assert account.groups.count() == len(names)
        return account

    def _make_traces(self, side):
        """What work leaves behind: revisions, a review under way, sessions, uploads, redirects."""
        names = {"own": "publication", "second": "second", "foreign": "foreign"}
        name = next(key for key, value in self.sides.items() if value is side)
        author = self.accounts[names.get(name, "communication")]
        submitted = side.pages["submitted"]
        submitted.save_revision(user=author)
        state = side.things["workflow"].start(submitted, author)
        revision = submitted.save_revision(user=author)
        page = side.pages["draft"]
        source, _created = TranslationSource.update_or_create_from_instance(page)
        translation = Translation.objects.create(source=source, target_locale=self.english)
        side.things |= {
            "author": author,
            "workflow_state": state,
            "task_state": TaskState.objects.get(workflow_state=state),
            "task": state.current_task_state.task,
            "revision": revision,
            "session": EditingSession.objects.create(
                user=author, content_object=page, last_seen_at=timezone.now()
            ),
            "image_upload": self._upload(get_image_model(), side, author, "jpg"),
            "document_upload": self._upload(get_document_model(), side, author, "pdf"),
            "redirect": Redirect.objects.create(
                old_path=f"/{side.word}", redirect_page=side.pages["article"].page_ptr
            ),
            "source": source,
            "translation": translation,
            "string": StringSegment.objects.filter(source=source).first(),
        }

    def _upload(self, model, side, author, extension):
        from_bytes = ContentFile(factories.picture(), name=f"{side.word}.{extension}")
        return UploadedFile.objects.create(
            for_content_type=ContentType.objects.get_for_model(model),
            file=from_bytes,
            uploaded_by_user=author,
        )


OWN_SIDES = {
    "contribution": ("own",),
    "publication": ("own",),
    "two_regions": ("own", "second"),
}
