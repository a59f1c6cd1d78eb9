import uuid

from django.db import migrations


PARENTS = {"CallExtension": "call", "CallFormField": "page"}


def fill_in(apps, schema_editor):
    """A row is in the language of its page, and no other row translates it yet."""
    for name, page in PARENTS.items():
        for row in apps.get_model("pioneers", name).objects.select_related(page).iterator():
            row.translation_key = uuid.uuid4()
            row.locale_id = getattr(row, page).locale_id
            row.save(update_fields=["translation_key", "locale"])


class Migration(migrations.Migration):
    dependencies = [("pioneers", "0004_translatable_children")]

    operations = [
        migrations.RunPython(fill_in, migrations.RunPython.noop),
    ]
