"""What pages name in relations of many to many enters Wagtail's index of references."""

from uuid import UUID, uuid5

from django.db import migrations
from modelcluster.fields import ParentalManyToManyField

# Wagtail's own, for the digest of a place.
PLACES = UUID("bdc70d8b-e7a2-4c2a-bf43-2a3e3fcbbe86")
BATCH = 1_000


def note_uses(apps, schema_editor):
    for model in apps.get_models():
        for field in model._meta.local_many_to_many:
            if isinstance(field, ParentalManyToManyField):
                _note(apps, field)


def _note(apps, field):
    references = apps.get_model("wagtailcore", "ReferenceIndex")
    types = apps.get_model("contenttypes", "ContentType").objects

    def type_of(model):
        return types.get_or_create(app_label=model._meta.app_label, model=model._meta.model_name)[0]

    def base(model):
        parents = model._meta.get_parent_list()
        return type_of(list(parents)[-1] if parents else model)

    own, source, target = type_of(field.model), base(field.model), base(field.related_model)
    rows = field.remote_field.through.objects.values_list(
        f"{field.m2m_field_name()}_id", f"{field.m2m_reverse_field_name()}_id"
    )
    made = (
        references(
            content_type=own,
            base_content_type=source,
            object_id=str(key),
            to_content_type=target,
            to_object_id=str(named),
            model_path=f"{field.name}.item",
            content_path=(place := f"{field.name}.item.{named}"),
            content_path_hash=uuid5(PLACES, place),
        )
        for key, named in rows.order_by("pk").iterator()
    )
    references.objects.bulk_create(made, batch_size=BATCH, ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0009_region"),
        ("news", "0008_rereading_indexes"),
        ("pioneers", "0008_region"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(note_uses, migrations.RunPython.noop, elidable=True)]
