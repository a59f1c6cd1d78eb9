"""Since when translations are behind the French they were made from."""

import json
from collections.abc import Callable

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.models import get_serializable_data_for_fields
from wagtail.models import COMMENTS_RELATION_NAME, Page, TranslatableMixin
from wagtail.signals import page_published
from wagtail_localize.models import TranslationSource

from site_cms.translation.fields import vocabularies
from site_cms.words.french import is_french

# What Wagtail itself keeps about a page, and is published in its language.
_WRITTEN = {"title", "slug", "seo_title", "search_description", "show_in_menus"}


class Lateness(models.Model):
    """The French online is not what its translations were made from, since that moment."""

    source = models.OneToOneField(
        TranslationSource, on_delete=models.CASCADE, related_name="lateness"
    )
    since = models.DateTimeField(_("depuis le"), default=timezone.now)

    class Meta:
        verbose_name = _("retard de traduction")
        verbose_name_plural = _("retards de traduction")

    def __str__(self):
        return str(self.source)


@receiver(page_published)
def notice_change(instance, **kwargs):
    """Keep the moment of the first change that no translation knows."""
    _compare(instance, lambda: json.loads(instance.to_json()))


@receiver(post_save)
def notice_changed_word(instance, **kwargs):
    """Words of a vocabulary have no drafts: what is saved is what the public reads."""
    if isinstance(instance, TranslatableMixin) and type(instance) in vocabularies():
        _compare(instance, lambda: _plain(get_serializable_data_for_fields(instance)))


def _plain(data):
    return json.loads(json.dumps(data, cls=DjangoJSONEncoder))


def _compare(instance, content: Callable[[], dict]):
    if not is_french(instance.locale.language_code):
        return
    source = TranslationSource.objects.filter(
        object_id=instance.translation_key, locale_id=instance.locale_id
    ).first()
    if source is None:
        return
    if _content(json.loads(source.content_json)) == _content(content()):
        Lateness.objects.filter(source=source).delete()
    else:
        Lateness.objects.get_or_create(source=source)


@receiver(post_save, sender=TranslationSource)
def catch_up(instance, **kwargs):
    """Translations start again from what is online."""
    Lateness.objects.filter(source=instance).delete()


@receiver(post_save, sender=Lateness)
def tell_readers(instance, **kwargs):
    _tell(instance.source, instance.since)


@receiver(post_delete, sender=Lateness)
def tell_readers_no_more(instance, **kwargs):
    _tell(instance.source, None)


def _tell(source, since):
    """Keep on the translations themselves what they tell their readers: reading asks nothing."""
    model = source.specific_content_type.model_class()
    if issubclass(model, Page):
        twins = model.objects.filter(translation_key=source.object_id)
        twins.exclude(locale_id=source.locale_id).update(behind_since=since)


def _content(data):
    """Return what is published of a page, out of its serialised form."""
    kept = {field.name for field in Page._meta.get_fields()} - _WRITTEN
    kept |= {COMMENTS_RELATION_NAME, "page_ptr"}
    return {name: _without_keys(value) for name, value in data.items() if name not in kept}


def _without_keys(value):
    """Leave out the keys of rows, which are made anew by some saves."""
    if isinstance(value, list) and all(isinstance(row, dict) for row in value):
        return [{name: one for name, one in row.items() if name != "pk"} for row in value]
    return value
