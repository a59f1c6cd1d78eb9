import django.db.models.deletion
from django.db import migrations, models


# Of tables that are Wagtail's, which are not ours to describe: each keeps a screen, or a publication,
# from reading all pages there are.
FOR_SCREENS = {
    "site_cms_page_end": "wagtailcore_page (expire_at) WHERE expire_at IS NOT NULL",
    "site_cms_page_draft": (
        "wagtailcore_page (latest_revision_created_at DESC, id DESC) "
        "WHERE has_unpublished_changes OR (NOT live AND NOT expired)"
    ),
}
# Wagtail weighs the title of an entry anew where its weight is 1: so it finds which.
ON_POSTGRESQL = {"site_cms_entry_new": "wagtailsearch_indexentry (id) WHERE title_norm = 1.0"}


def _indexes(vendor):
    return FOR_SCREENS | (ON_POSTGRESQL if vendor == "postgresql" else {})


def add(apps, schema_editor):
    for name, columns in _indexes(schema_editor.connection.vendor).items():
        schema_editor.execute(f"CREATE INDEX IF NOT EXISTS {name} ON {columns}")


def remove(apps, schema_editor):
    for name in _indexes(schema_editor.connection.vendor):
        schema_editor.execute(f"DROP INDEX IF EXISTS {name}")


class Migration(migrations.Migration):

    dependencies = [
        ("site_cms", "0012_former_places"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("wagtailsearch", "0010_add_text_fields"),
    ]

    operations = [
        migrations.RemoveIndex(model_name="searchterm", name="search_term_index"),
        migrations.AlterField(
            model_name="searchterm",
            name="entry",
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="terms", to="site_cms.searchentry"),
        ),
        migrations.AddIndex(
            model_name="searchterm",
            index=models.Index(fields=["language", "term", "weight", "entry", "shelf", "day"], name="search_term_weight"),
        ),
        migrations.AddIndex(
            model_name="searchterm",
            index=models.Index(fields=["entry", "term"], name="search_term_entry"),
        ),
        migrations.RunPython(add, remove),
    ]
