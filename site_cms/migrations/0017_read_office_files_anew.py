"""Office files were read with what their authors had deleted or hidden: they are read again."""

from django.db import migrations
from django.db.models import Q

OFFICE = (".docx", ".odt", ".ods", ".pptx", ".xlsx")


def forget_readings(apps, schema_editor):
    office = Q.create([Q(source__endswith=kind) for kind in OFFICE], connector=Q.OR)
    # What nobody has read is read at the next `search_index`, which each release runs.
    apps.get_model("site_cms", "SearchEntry").objects.filter(office).update(source="", text="")


class Migration(migrations.Migration):
    dependencies = [("site_cms", "0016_name_workflows_in_history")]

    operations = [migrations.RunPython(forget_readings, migrations.RunPython.noop, elidable=True)]
