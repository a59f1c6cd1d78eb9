"""The rubriques of the news."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from site_cms.models import Vocabulary


class Section(Vocabulary):
    """A rubrique of the news: each article is in exactly one."""

    description = models.CharField(_("description"), max_length=250, blank=True)

    parameter = "rubrique"
    panels = [*Vocabulary.panels, FieldPanel("description")]

    class Meta(Vocabulary.Meta):
        verbose_name = _("rubrique")
        verbose_name_plural = _("rubriques")
