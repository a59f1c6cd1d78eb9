"""Lines of the history named a workflow by the title of whatever page had the same key."""

from django.db import migrations

BATCH = 500


def name_workflows(apps, schema_editor):
    entries = apps.get_model("wagtailcore", "PageLogEntry")
    workflows = apps.get_model("wagtailcore", "Workflow").objects
    names = dict(workflows.values_list("pk", "name"))
    changed = []
    for entry in entries.objects.filter(action__startswith="wagtail.workflow.").iterator():
        noted = (entry.data or {}).get("workflow")
        if isinstance(noted, dict) and _put_right(noted, names):
            changed.append(entry)
    entries.objects.bulk_update(changed, ["data"], batch_size=BATCH)


def _put_right(noted, names):
    # Of a workflow that is gone nothing but the key is sure.
    name = names.get(noted.get("id"), f"n° {noted.get('id')}")
    is_wrong = noted.get("title") != name
    noted["title"] = name
    return is_wrong


class Migration(migrations.Migration):
    dependencies = [
        ("site_cms", "0015_former_words"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [migrations.RunPython(name_workflows, migrations.RunPython.noop, elidable=True)]
