"""What work beside the request keeps in rows: see tasks/."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class WorkerPulse(models.Model):
    """A worker, and when it last said that it lives."""

    worker_id = models.CharField(max_length=64, primary_key=True)
    beat_at = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = _("signe de vie d’un exécutant")
        verbose_name_plural = _("signes de vie des exécutants")

    def __str__(self):
        return self.worker_id


class OutgoingMail(models.Model):
    """A message to send. Its words are removed once it has left; the row stays for a month."""

    class Trouble(models.TextChoices):
        AWAY = "away", _("Le serveur de courrier n’a pas répondu")
        REFUSED = "refused", _("Le serveur de courrier a refusé le message")
        INTERRUPTED = "cut", _("L’envoi a été interrompu : le message est peut-être parti")

    message = models.JSONField(default=dict)
    message_id = models.CharField(max_length=255)
    queued_at = models.DateTimeField()
    # Set before the server is told anything: a message that has it is never sent by itself.
    sending_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True, db_index=True)
    failed_at = models.DateTimeField(null=True)
    trouble = models.CharField(max_length=7, choices=Trouble, blank=True)
    detail = models.TextField(blank=True)

    class Meta:
        verbose_name = _("courriel à envoyer")
        verbose_name_plural = _("courriels à envoyer")
        ordering = ["queued_at", "pk"]

    def __str__(self):
        return self.message_id
