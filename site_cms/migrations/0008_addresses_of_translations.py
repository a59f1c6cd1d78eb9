import json

from django.db import migrations


def no_longer_words(apps, schema_editor):
    """Addresses were texts to translate; those that were written stand as typed by hand."""
    models = {
        name: apps.get_model("wagtail_localize", name)
        for name in ("StringSegment", "StringTranslation", "OverridableSegment", "SegmentOverride")
    }
    pages = {"context__path": "slug", "source__specific_content_type__app_label__in": ROOMS}
    for segment in models["StringSegment"].objects.filter(**pages).select_related("string"):
        models["OverridableSegment"].objects.get_or_create(
            source_id=segment.source_id,
            context_id=segment.context_id,
            defaults={"order": segment.order, "data_json": json.dumps(segment.string.data)},
        )
        for written in models["StringTranslation"].objects.filter(
            translation_of_id=segment.string_id, context_id=segment.context_id
        ):
            models["SegmentOverride"].objects.get_or_create(
                locale_id=written.locale_id,
                context_id=written.context_id,
                defaults={
                    "data_json": json.dumps(written.data),
                    "last_translated_by_id": written.last_translated_by_id,
                },
            )
            written.delete()
        segment.delete()


ROOMS = ("home", "news", "pioneers", "territories")


class Migration(migrations.Migration):
    dependencies = [
        ("site_cms", "0007_translation_lateness"),
        ("wagtail_localize", "0016_rename_page_revision_translationlog_revision"),
    ]
    operations = [migrations.RunPython(no_longer_words, migrations.RunPython.noop)]
