"""The rubriques of the news."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import TranslatableMixin

from site_cms.translation.fields import refuse_taken_slug, same_everywhere
from site_cms.words.writing import mend


class Section(TranslatableMixin, models.Model):
    """A rubrique of the news: each article is in exactly one."""

    name = models.CharField(_("nom"), max_length=80)
    slug = models.SlugField(_("identifiant dans l’adresse"), max_length=80)
    description = models.CharField(_("description"), max_length=250, blank=True)

    panels = [FieldPanel("name"), FieldPanel("slug"), FieldPanel("description")]
    # The same in every language, so that a filtered address can be read in each.
    override_translatable_fields = same_everywhere("slug", overridable=False)

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("rubrique")
        verbose_name_plural = _("rubriques")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["slug", "locale"], name="section_slug_per_locale")
        ]

    def __str__(self):
        return self.name

    def clean(self):
        super().clean()
        mend(self)
        refuse_taken_slug(self)
