"""What pages share and is no page itself: vocabularies, themes among them, and people named."""

from itertools import chain, count

from django.db import models
from django.db.models.signals import post_save
from django.dispatch import receiver
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, TitleFieldPanel
from wagtail.models import TranslatableMixin
from wagtail.search import index

from site_cms.translation.fields import refuse_taken_slug, same_everywhere
from site_cms.words.letters import slug_from
from site_cms.words.writing import mend


class Vocabulary(TranslatableMixin, models.Model):
    """Words to choose from: a name in each language, and one identifier for the address."""

    name = models.CharField(_("nom"), max_length=80)
    slug = models.SlugField(_("identifiant dans l’adresse"), max_length=80)

    panels = [TitleFieldPanel("name", placeholder=False), FieldPanel("slug")]
    # What the addresses of filtered lists call it.
    parameter = ""
    # The same in every language, so that a filtered address can be read in each.
    override_translatable_fields = same_everywhere("slug", overridable=False)

    class Meta(TranslatableMixin.Meta):
        abstract = True
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["slug", "locale"], name="%(class)s_slug_per_locale")
        ]

    def __str__(self):
        return self.name

    def full_clean(self, *args, **kwargs):
        # Where only the name is asked for, its address is made of it.
        if not self.slug and (slug := slug_from(self.name)):
            self.slug = self._free(slug)
        super().full_clean(*args, **kwargs)

    def _free(self, slug) -> str:
        same = type(self)._base_manager.filter(slug__startswith=slug, locale=self.locale_id)
        taken = set(same.exclude(pk=self.pk).values_list("slug", flat=True))
        others = (f"{slug}-{number}" for number in count(2))
        return next(one for one in chain([slug], others) if one not in taken)

    def clean(self):
        super().clean()
        mend(self)
        refuse_taken_slug(self)


class Theme(index.Indexed, Vocabulary):
    """A field of social innovation, shared by articles, pioneers and calls."""

    slug = models.SlugField(
        _("identifiant dans l’adresse"),
        max_length=80,
        help_text=_("Sert aux filtres : « mobilite » donne ?theme=mobilite."),
    )

    parameter = "theme"
    search_fields = [index.AutocompleteField("name"), index.SearchField("name")]

    class Meta(Vocabulary.Meta):
        verbose_name = _("thème")
        verbose_name_plural = _("thèmes")


class FormerWord(models.Model):
    """A word that was merged with another: filtered addresses that say it lead to the other's."""

    parameter = models.CharField(max_length=20)
    slug = models.SlugField(max_length=80)
    now = models.SlugField(max_length=80)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["parameter", "slug"], name="former_word_once")
        ]

    def __str__(self):
        return f"{self.parameter}={self.slug}"


@receiver(post_save)
def take_back(instance, **kwargs):
    """A word that exists again is found by its own address."""
    if isinstance(instance, Vocabulary):
        FormerWord.objects.filter(parameter=instance.parameter, slug=instance.slug).delete()


class Person(index.Indexed, models.Model):
    """Somebody named in articles; the office held is said by each article, as it was then."""

    name = models.CharField(_("prénom et nom"), max_length=120, unique=True)

    panels = [FieldPanel("name")]
    search_fields = [index.AutocompleteField("name"), index.SearchField("name")]

    class Meta:
        verbose_name = _("personne")
        verbose_name_plural = _("personnes")
        ordering = ["name"]

    def __str__(self):
        return self.name

    def clean(self):
        super().clean()
        mend(self)
