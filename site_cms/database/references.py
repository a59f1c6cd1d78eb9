"""Relations of many to many in Wagtail's index of references, which leaves them out (issue 9629).

Without them a theme of twelve pages is "used 0 times", and goes without a word.
"""

from contextlib import contextmanager
from contextvars import ContextVar

from django.db.models.signals import m2m_changed
from django.dispatch import receiver
from modelcluster.fields import ParentalManyToManyField
from wagtail.tasks import update_reference_index_task

CHANGED = {"post_add", "post_remove", "post_clear"}
# Each relation is a query, which who asks for them otherwise need not pay twice.
_left_out: ContextVar[bool] = ContextVar("many_left_out", default=False)


def named_by_many(field, named):
    """Yield what a field names, as Wagtail asks of its own: model, key, place of model, place."""
    for one in () if _left_out.get() else named:
        yield type(one), str(one.pk), "item", f"item.{one.pk}"


@contextmanager
def without_many():
    """Leave these relations out of what a page is found to name."""
    token = _left_out.set(True)
    try:
        yield
    finally:
        _left_out.reset(token)


@receiver(m2m_changed)
def follow_relation(sender, instance, action, reverse, pk_set, **kwargs):
    """Written after the page is: its references were looked at too early."""
    field = sender._meta.auto_created and _field_of(sender)
    if field and action in CHANGED:
        keys = pk_set or () if reverse else [instance.pk]
        for key in keys:
            options = field.model._meta
            update_reference_index_task.enqueue(options.app_label, options.model_name, str(key))


def _field_of(through):
    fields = through._meta.auto_created._meta.local_many_to_many
    found = (field for field in fields if field.remote_field.through is through)
    return next((field for field in found if isinstance(field, ParentalManyToManyField)), None)
