"""What communication takes into the national lists."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class NationalSelection(models.Model):
    """An article of a region that communication lets into the national lists, as it stands."""

    article = models.OneToOneField(
        "news.NewsPage",
        verbose_name=_("article"),
        on_delete=models.CASCADE,
        related_name="national_selection",
    )
    selected_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("par"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    selected_at = models.DateTimeField(_("le"), auto_now_add=True)

    class Meta:
        verbose_name = _("article retenu au niveau national")
        verbose_name_plural = _("articles retenus au niveau national")

    def __str__(self):
        return str(self.article)
