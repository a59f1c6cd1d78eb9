"""Content for tests: each function saves one valid thing, with the least it needs.

A page goes under its section, which is made on first use; `under=` puts it elsewhere. Saving
validates, as it does for an editor, so nothing here can exist that the site would refuse.
"""

from datetime import date, timedelta
from io import BytesIO
from itertools import count

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.db import connection
from django.utils import timezone
from django.utils.text import slugify
from PIL import Image
from wagtail.models import Locale, Page, PageViewRestriction, Site
from wagtail_localize.models import (
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)

from home.models import (
    AccessibilityStatementPage,
    ContactFormField,
    ContactPage,
    ContentPage,
    MilestonePage,
    SiteMapPage,
    TimelinePage,
)
from news.models import NewsIndexPage, NewsPage, Section
from pioneers.models import CallIndexPage, CallPage, PioneerIndexPage, PioneerPage
from site_cms.models import Person, SiteDocument, SiteImage, Theme, User
from site_cms.validators import validate_local_time
from territories.models import RegionPage, TerritoryIndexPage, TerritoryPage
from territories.teams import apply_rights

CLOCK_CHANGE = timedelta(hours=2)
PASSWORD = "un mot de passe de test"
SECTIONS = {
    NewsIndexPage: "Actualités",
    PioneerIndexPage: "Pionniers",
    CallIndexPage: "Appels",
    TerritoryIndexPage: "Territoires",
    TimelinePage: "Calendrier",
}
_numbers = count(1)


def french():
    return Locale.objects.get(language_code="fr")


def home():
    return Site.objects.get(is_default_site=True).root_page.specific


def add(model, under, title, **fields):
    """Save a page at its place, with the slug its title gives."""
    # What `under` knows of its children may be older than the database.
    under = Page.objects.get(pk=under.pk)
    fields.setdefault("slug", slugify(title))
    return under.add_child(instance=model(title=title, locale=under.locale, **fields))


def section(model):
    """The page that lists one kind of page: its index, made if it is not there."""
    page = model.objects.first()
    return page or add(model, home(), SECTIONS[model], show_in_menus=True)


def _titled(kind, title):
    return title or f"{kind} {next(_numbers)}"


# --- Pages ------------------------------------------------------------------------------------


def content(title=None, under=None, **fields):
    return add(ContentPage, under or home(), _titled("Page", title), **fields)


def article(title=None, under=None, **fields):
    fields.setdefault("section", rubric())
    fields.setdefault("body", [("highlight", {"text": "Le corps de l’article."})])
    return add(NewsPage, under or section(NewsIndexPage), _titled("Article", title), **fields)


def pioneer(title=None, under=None, **fields):
    if not fields.get("call"):
        fields.setdefault("entry", PioneerPage.Entry.LAUNCH)
    return add(
        PioneerPage, under or section(PioneerIndexPage), _titled("Pionnier", title), **fields
    )


def call(title=None, under=None, **fields):
    fields |= {name: _settled(fields[name]) for name in ("opens_at", "closes_at") if name in fields}
    return add(CallPage, under or section(CallIndexPage), _titled("Appel", title), **fields)


def _settled(moment):
    """Move an instant out of the hour that a change of clocks skips or repeats.

    Tests count days from now: without this they fail in two hours of the year.
    """
    if not validate_local_time(moment):
        return moment
    return moment + (CLOCK_CHANGE if moment > timezone.now() else -CLOCK_CHANGE)


def region(code="53", title=None, under=None, **fields):
    """The page of a region; the one that exists, if there is one and nothing else is asked."""
    existing = RegionPage.objects.filter(code=code).first()
    if existing and not (title or under or fields):
        return existing
    parent = under or section(TerritoryIndexPage)
    return add(RegionPage, parent, _titled("Région", title), code=code, **fields)


def territory(title=None, under=None, **fields):
    return add(TerritoryPage, under or region(), _titled("Territoire", title), **fields)


def milestone(title=None, under=None, **fields):
    fields.setdefault("start", date(2018, 1, 18))
    return add(MilestonePage, under or section(TimelinePage), _titled("Étape", title), **fields)


def contact(**fields):
    """A contact page that asks for an address and a message."""
    page = add(ContactPage, home(), "Contact", **fields)
    page.form_fields = [
        ContactFormField(label="Votre adresse", field_type="email", required=True),
        ContactFormField(label="Votre message", field_type="multiline", required=True),
    ]
    page.save()
    return page


def statement(**fields):
    texts = dict.fromkeys(("commitment", "contact", "remedies"), "<p>Texte.</p>")
    fields = {"scope": "ce site", "technologies": "HTML", **texts, **fields}
    return add(AccessibilityStatementPage, home(), "Accessibilité", **fields)


def site_map():
    return add(SiteMapPage, home(), "Plan du site")


def english_home():
    """The home page of the English tree, under /en/."""
    english = Locale.objects.create(language_code="en")
    page = home().copy_for_translation(english, copy_parents=True)
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def copies(page, total):
    """Fill the list a page is in up to `total` pages, without saving each as an editor would."""
    page = page.specific
    model, parent = type(page), page.get_parent()
    kept = {field.attname: getattr(page, field.attname) for field in model._meta.local_fields}
    kept.pop("page_ptr_id")
    numbers = range(parent.get_children().count() + 1, total + 1)
    rows = [
        Page(
            path=Page._get_path(parent.path, parent.depth + 1, number),
            depth=page.depth,
            content_type=page.content_type,
            locale=page.locale,
            title=f"Copie {number}",
            slug=f"copie-{number}",
            url_path=f"{parent.url_path}copie-{number}/",
            last_published_at=page.last_published_at,
        )
        for number in numbers
    ]
    for row in Page.objects.bulk_create(rows):
        model(page_ptr=row, **kept).save_base(raw=True)
    Page.objects.filter(pk=parent.pk).update(numchild=total)
    assert parent.get_children().count() == total
    if connection.vendor == "postgresql":
        # As its own process does soon after so many rows: without it plans are blind.
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def restrict(page, kind="password", groups=()):
    """Keep the page, and all below it, from the public."""
    restriction = PageViewRestriction.objects.create(
        page=Page.objects.get(pk=page.pk), restriction_type=kind, password="sésame"
    )
    restriction.groups.set(groups)
    return restriction


# --- Vocabulary, media, people ----------------------------------------------------------------


def rubric(name="Actualité", locale=None):
    fields = {"slug": slugify(name), "locale": locale or french()}
    return Section.objects.get_or_create(**fields, defaults={"name": name})[0]


def theme(name="Mobilité"):
    fields = {"slug": slugify(name), "locale": french()}
    return Theme.objects.get_or_create(**fields, defaults={"name": name})[0]


def person(name="Camille Durand"):
    return Person.objects.get_or_create(name=name)[0]


def picture(name="photo.jpg", **options):
    """The bytes of a small picture in the format its name says, with Pillow's save options."""
    output = BytesIO()
    kind = Image.registered_extensions()[name[name.rindex(".") :]]
    Image.new("RGB", (64, 48), "#000091").save(output, kind, **options)
    return output.getvalue()


def image(name="photo.jpg", **options):
    file = ImageFile(ContentFile(picture(name, **options)), name=name)
    return SiteImage.objects.create(title=name, file=file)


def document(name="dossier.pdf", data=b"%PDF-1.4 un dossier", **fields):
    return SiteDocument.objects.create(title=name, file=ContentFile(data, name=name), **fields)


def user(username="lecteur", *groups, **fields):
    """An account in the named groups, with the rights of the table."""
    apply_rights()
    account = User.objects.create_user(username, f"{username}@example.org", PASSWORD, **fields)
    account.groups.set(Group.objects.filter(name__in=groups))
    return account


def english():
    return Locale.objects.get_or_create(language_code="en")[0]


def translate_words(translation):
    """Put "EN " before each text of a translation that has no words yet, as a translator would."""
    for segment in translation.source.stringsegment_set.select_related("string"):
        StringTranslation.objects.get_or_create(
            translation_of=segment.string,
            context_id=segment.context_id,
            locale=translation.target_locale,
            defaults={"data": f"EN {segment.string.data}", "translation_type": "manual"},
        )


def translate(page, locale=None, left_out=(), publish=True):
    """Return the page, or the snippet, in another language: each text with "EN " before it.

    Not those at the paths in `left_out`. Its parents are translated first, as an editor would.
    """
    locale = locale or english()
    is_page = isinstance(page, Page)
    parent = page.get_parent() if is_page else None
    if parent and not parent.is_root() and not parent.has_translation(locale):
        translate(parent.specific, locale)
    source, _created = TranslationSource.update_or_create_from_instance(page)
    Translation.objects.get_or_create(source=source, target_locale=locale)
    for segment in StringSegment.objects.filter(source=source).select_related("string", "context"):
        if segment.context.path not in left_out:
            text = f"EN {segment.string.data}"
            StringTranslation.objects.update_or_create(
                translation_of_id=segment.string_id,
                context_id=segment.context_id,
                locale=locale,
                defaults={"data": text},
            )
    twin, _created = source.create_or_update_translation(locale, publish=not is_page, fallback=True)
    if is_page and publish:
        twin.get_latest_revision().publish()
    return type(page).objects.get(pk=twin.pk)
