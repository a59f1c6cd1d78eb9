"""When the scheduler ran, and what it could not do; the scheduler alone writes it."""

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _


class ScheduleRun(models.Model):
    """One passage of the scheduler; without an end, it was stopped on the way."""

    started_at = models.DateTimeField(db_index=True)
    finished_at = models.DateTimeField(null=True, db_index=True)
    published = models.PositiveIntegerField(default=0)
    expired = models.PositiveIntegerField(default=0)
    failed = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("passage du planificateur")
        verbose_name_plural = _("passages du planificateur")
        ordering = ["-started_at"]

    def __str__(self):
        return f"{self.started_at:%Y-%m-%d %H:%M:%S}"


class ScheduleFailure(models.Model):
    """What was due and could not be done: one row per item, whatever the number of attempts."""

    class Action(models.TextChoices):
        PUBLISH = "publish", _("Mise en ligne")
        EXPIRE = "expire", _("Retrait")

    action = models.CharField(max_length=7, choices=Action)
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.CharField(max_length=255)
    item = GenericForeignKey()
    title = models.TextField()
    due_at = models.DateTimeField()
    error = models.TextField()
    attempts = models.PositiveIntegerField(default=0)
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()
    resolved_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("échec du planificateur")
        verbose_name_plural = _("échecs du planificateur")
        ordering = ["first_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["action", "content_type", "object_id"], name="schedule_failure_per_item"
            )
        ]

    def __str__(self):
        return self.title
