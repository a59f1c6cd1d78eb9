"""Banners above every page of the site, or of a part of it, from one moment to another."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zlib import crc32

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.template.response import TemplateResponse
from django.utils import timezone, translation
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel
from wagtail.models import Page, PreviewableMixin

from site_cms.publications.memo import remembered
from site_cms.publications.moments import first_after, register_moments
from site_cms.validators import validate_local_time
from site_cms.words.typography import mend_text

from ..page_form import to_the_end
from ..pages import visible_pages

ENGLISH = "en"


class BannerForm(WagtailAdminModelForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["ends_at"] = to_the_end(self.fields["ends_at"])


class BannerQuerySet(models.QuerySet):
    def shown(self, now: datetime):
        """Return the banners that are up at a moment, the gravest and then the newest first."""
        begun = Q(starts_at=None) | Q(starts_at__lte=now)
        gravity = models.Case(
            models.When(kind=Banner.Kind.URGENT, then=0),
            models.When(kind=Banner.Kind.WARNING, then=1),
            default=2,
        )
        return self.filter(begun, ends_at__gt=now).order_by(gravity, "-pk")


class Banner(PreviewableMixin, models.Model):
    """A notice of the DSFR, of one of its three general kinds; the others are the State's alone."""

    class Kind(models.TextChoices):
        INFORMATION = "info", _("Information")
        WARNING = "warning", _("Avertissement")
        URGENT = "alert", _("Urgence")

    # Whole, so that the stylesheet keeps these classes and no others.
    STYLES = {
        Kind.INFORMATION: "fr-notice--info",
        Kind.WARNING: "fr-notice--warning",
        Kind.URGENT: "fr-notice--alert",
    }

    kind = models.CharField(
        _("genre"), max_length=10, choices=Kind.choices, default=Kind.INFORMATION
    )
    title = models.CharField(
        _("message"),
        max_length=120,
        help_text=_(
            "L’essentiel, en une phrase\u00a0: «\u00a0Le dépôt des dossiers est suspendu.\u00a0»"
        ),
    )
    text = models.CharField(
        _("précision"), max_length=250, blank=True, help_text=_("Une ou deux phrases au plus.")
    )
    title_en = models.CharField(
        _("message en anglais"),
        max_length=120,
        blank=True,
        help_text=_("Sans lui, les pages en anglais montrent le message en français."),
    )
    text_en = models.CharField(_("précision en anglais"), max_length=250, blank=True)
    link = models.ForeignKey(
        Page,
        verbose_name=_("page à lire"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Son titre est le lien, dans la langue du lecteur."),
    )
    starts_at = models.DateTimeField(
        _("à partir du"), null=True, blank=True, help_text=_("À défaut, dès l’enregistrement.")
    )
    ends_at = models.DateTimeField(
        _("jusqu’au"),
        help_text=_("Heure de Paris. Un jour sans heure dure jusqu’à 23\u00a0h\u00a059."),
    )
    part = models.ForeignKey(
        Page,
        verbose_name=_("partie du site"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_(
            "Seulement sur cette page et celles qu’elle contient, dans toutes les langues. "
            "À défaut, sur tout le site."
        ),
    )

    objects = BannerQuerySet.as_manager()
    base_form_class = BannerForm
    preview_modes = [("fr", _("Français")), (ENGLISH, _("Anglais"))]
    panels = [
        FieldPanel("title"),
        FieldPanel("text"),
        FieldPanel("kind"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("ends_at"), FieldPanel("starts_at")])], _("Durée")
        ),
        MultiFieldPanel([FieldPanel("title_en"), FieldPanel("text_en")], _("En anglais")),
        MultiFieldPanel([PageChooserPanel("link"), PageChooserPanel("part")], _("Pages")),
    ]

    class Meta:
        verbose_name = _("bandeau d’alerte")
        verbose_name_plural = _("bandeaux d’alerte")

    def __str__(self):
        return self.title

    def clean(self):
        super().clean()
        self.title, self.text = mend_text(self.title, 120), mend_text(self.text, 250)
        moments = {name: getattr(self, name) for name in ("starts_at", "ends_at")}
        errors = {name: validate_local_time(moment) for name, moment in moments.items()}
        if self.ends_at and self.ends_at <= (self.starts_at or timezone.now()):
            errors["ends_at"] = _("La fin doit être à venir, et après le début.")
        if self.text_en and not self.title_en:
            errors["title_en"] = _("Écrivez aussi le message en anglais.")
        if errors := {name: error for name, error in errors.items() if error}:
            raise ValidationError(errors)

    @property
    def state(self) -> str:
        now = timezone.now()
        if self.ends_at <= now:
            return _("Terminé")
        return _("À venir") if self.starts_at and self.starts_at > now else _("Affiché")

    def get_preview_template(self, request, mode_name):
        return "site_cms/banner_preview.html"

    def serve_preview(self, request, mode_name):
        with translation.override(mode_name):
            given = {"banners": [shown(self)]}
            return TemplateResponse(
                request, self.get_preview_template(request, mode_name), given
            ).render()


@dataclass(frozen=True)
class ShownBanner:
    """A banner as a reader of one language sees it.

    `key` is the same in every language, and another once the words change. `lang` is that of the
    words where it is not the reader's.
    """

    key: str
    label: str
    style: str
    title: str
    text: str
    lang: str
    until: str
    part: UUID | None
    link: Page | None

    def stands_on(self, keys) -> bool:
        """Whether it stands on a page that has one of these translation keys, or is under one."""
        return self.part is None or self.part in keys


def shown(banner: Banner) -> ShownBanner:
    is_english = get_language() == ENGLISH and bool(banner.title_en)
    title, text = (banner.title_en, banner.text_en) if is_english else (banner.title, banner.text)
    kind = Banner.Kind(banner.kind)
    words = "\n".join((kind, banner.title, banner.text, banner.title_en, banner.text_en))
    return ShownBanner(
        key=f"{banner.pk}-{crc32(words.encode()):x}",
        label=kind.label,
        style=Banner.STYLES[kind],
        title=title,
        text=text,
        lang="" if is_english or get_language() == settings.LANGUAGE_CODE else "fr",
        until=banner.ends_at.isoformat() if banner.ends_at else "",
        part=banner.part.translation_key if banner.part_id else None,
        link=_readable(banner.link) if banner.link_id else None,
    )


def _readable(page: Page) -> Page | None:
    """Return the public version of a page in the reader's language, else the page if public."""
    versions = visible_pages().filter(translation_key=page.translation_key).select_related("locale")
    known = {version.locale.language_code: version for version in versions}
    return known.get(get_language()) or known.get(settings.LANGUAGE_CODE)


@remembered
def banners_now() -> tuple[ShownBanner, ...]:
    """Return what is up now, in the language of the reader."""
    banners = Banner.objects.shown(timezone.now()).select_related("part", "link")
    return tuple(shown(banner) for banner in banners)


@register_moments
def first_change_of_a_banner(after):
    banners = Banner.objects.filter(ends_at__gt=after)
    moments = [first_after(banners, name, after) for name in ("starts_at", "ends_at")]
    return min(filter(None, moments), default=None)
