"""The regions: each, with all that is below it, is the unit of regional rights."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from site_cms.blocks import StoryBlock
from site_cms.models import SEARCH_KINDS, BasePage, BasePageManager, PublicPageQuerySet
from site_cms.translation.fields import same_everywhere
from site_cms.validators import validate_phone
from site_cms.words.sorting import BY_TITLE
from territories.regions import BY_CODE, REGION_CHOICES

# What a profile shows of a longer list.
# A region asks for one more: when there is one, its page leads to the list of all.
LISTED_LIMIT = 6
SEARCH_KIND = SEARCH_KINDS.register("territoire", _("Régions et territoires"), rank=40)


class RegionQuerySet(PublicPageQuerySet):
    def published(self):
        """Return the regions the public may see, by name."""
        return self.visible().select_related("image").order_by(*BY_TITLE)

    def with_counts(self, locale_id):
        """Add `pilots` and `labelled`: how many territories each region shows in one language."""
        territory = self.model._meta.get_field("territories").related_model
        territories = territory.objects.visible().in_language(locale_id)
        here = territories.filter(region__code=OuterRef("code")).order_by().values("region__code")

        def count(value):
            counted = here.filter(status=value).annotate(count=Count("pk")).values("count")
            return Coalesce(Subquery(counted), 0)

        status = territory.Status
        return self.annotate(pilots=count(status.PILOT), labelled=count(status.LABELLED))


class RegionPage(BasePage):
    """One of the eighteen regions; with all that is below it, the unit of regional rights."""

    code = models.CharField(
        _("région"),
        max_length=2,
        choices=REGION_CHOICES,
        help_text=_("Une seule page par région et par langue."),
    )
    body = StreamField(StoryBlock(), verbose_name=_("présentation"), blank=True)
    contact_name = models.CharField(_("équipe ou personne"), max_length=160, blank=True)
    contact_email = models.EmailField(_("adresse électronique"), blank=True)
    contact_phone = models.CharField(
        _("téléphone"), max_length=40, blank=True, validators=[validate_phone]
    )

    parent_page_types = ["territories.TerritoryIndexPage"]
    subpage_types = ["territories.TerritoryPage", "news.NewsPage"]
    search_kind = SEARCH_KIND
    is_region = True
    override_translatable_fields = BasePage.override_translatable_fields + same_everywhere(
        "contact_phone"
    )
    objects = BasePageManager.from_queryset(RegionQuerySet)()

    contact_panels = [
        MultiFieldPanel(
            [
                FieldPanel("contact_name"),
                FieldRowPanel([FieldPanel("contact_email"), FieldPanel("contact_phone")]),
            ],
            heading=_("Contact en région"),
        )
    ]
    content_panels = [
        *BasePage.content_panels,
        # The code decides whose page it is.
        FieldPanel("code", permission="territories.change_regionteam"),
        FieldPanel("body"),
        *contact_panels,
    ]
    search_fields = BasePage.search_fields + [
        index.SearchField("body"),
        index.FilterField("code"),
    ]
    api_fields = [*BasePage.api_fields, "code", "body"]

    class Meta:
        verbose_name = _("page de région")
        verbose_name_plural = _("pages de région")

    def clean(self):
        super().clean()
        twins = RegionPage.objects.filter(code=self.code, locale_id=self.locale_id)
        twin = twins.exclude(pk=self.pk).first() if self.code else None
        if twin:
            raise ValidationError(
                {
                    "code": _(
                        "La page « %(title)s » présente déjà cette région. Modifiez-la, ou "
                        "choisissez une autre région."
                    )
                    % {"title": twin.title}
                }
            )

    @property
    def region(self):
        """The region, once it is chosen: a preview can come before."""
        return BY_CODE.get(self.code)

    @property
    def search_region(self) -> tuple[str, str]:
        return (self.code, self.region.name) if self.region else ("", "")

    @property
    def title_detail(self) -> str:
        return _("Région")

    @property
    def followed(self) -> str:
        """What the feeds of the news are asked for, to follow this region alone."""
        return f"region={self.code}"

    def published_territories(self):
        return self.public_related("territories", untranslated=True)

    def published_pioneers(self):
        """The pioneers that have their seat in the region or act there."""
        seated = self.public_related("pioneers", untranslated=True)
        active = self.public_related("active_pioneers", untranslated=True)
        return (seated | active).distinct()[: LISTED_LIMIT + 1]

    def published_articles(self):
        return self.public_related("articles")[: LISTED_LIMIT + 1]
