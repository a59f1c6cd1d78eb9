from django.db import models


class Publication(models.Model):
    """A change of what the public reads: see publications/counter.py. The last ones are kept."""

    at = models.DateTimeField(auto_now_add=True)

    def __str__(self):
        return f"{self.at:%Y-%m-%d %H:%M:%S}"
