"""The search index in another form: empty here, filled by `manage.py search_index`."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("site_cms", "0008_addresses_of_translations"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        migrations.DeleteModel("SearchWord"),
        migrations.DeleteModel("SearchTerm"),
        migrations.DeleteModel("SearchEntry"),
        migrations.CreateModel(
            name="SearchShelf",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("language", models.CharField(max_length=10)),
                ("kind", models.CharField(choices=[("actualite", "Actualités"), ("pionnier", "Pionniers"), ("appel", "Appels"), ("territoire", "Régions et territoires"), ("etape", "Calendrier"), ("document", "Documents"), ("page", "Pages")], max_length=10)),
                ("region", models.CharField(blank=True, max_length=3)),
                ("region_name", models.CharField(blank=True, max_length=80)),
                ("themes", models.TextField(blank=True)),
                ("digest", models.CharField(max_length=64, unique=True)),
            ],
        ),
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.IntegerField(null=True)),
                ("expires_at", models.DateTimeField(null=True)),
                ("digest", models.CharField(max_length=80)),
                ("source", models.CharField(blank=True, max_length=255)),
                ("title", models.TextField()),
                ("summary", models.TextField(blank=True)),
                ("text", models.TextField(blank=True)),
                ("document", models.OneToOneField(null=True, on_delete=django.db.models.deletion.CASCADE, related_name="search_entry", to="site_cms.sitedocument")),
                ("linked_documents", models.ManyToManyField(related_name="search_links", to="site_cms.sitedocument")),
                ("page", models.OneToOneField(null=True, on_delete=django.db.models.deletion.CASCADE, related_name="search_entry", to="wagtailcore.page")),
                ("shelf", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="entries", to="site_cms.searchshelf")),
            ],
            options={
                "verbose_name": "entrée de la recherche",
                "verbose_name_plural": "entrées de la recherche",
                "indexes": [models.Index(condition=models.Q(("expires_at__isnull", False)), fields=["expires_at"], name="search_entry_expiry")],
            },
        ),
        migrations.CreateModel(
            name="SearchTerm",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("language", models.CharField(max_length=10)),
                ("term", models.CharField(max_length=40)),
                ("weight", models.PositiveSmallIntegerField()),
                ("day", models.IntegerField(null=True)),
                ("entry", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="terms", to="site_cms.searchentry")),
                ("shelf", models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name="+", to="site_cms.searchshelf")),
            ],
            options={
                "indexes": [models.Index(fields=["language", "term", "entry", "weight", "shelf", "day"], name="search_term_index")],
            },
        ),
        migrations.CreateModel(
            name="SearchWord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("language", models.CharField(max_length=10)),
                ("word", models.CharField(max_length=40)),
                ("position", models.PositiveSmallIntegerField()),
                ("entry", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="words", to="site_cms.searchentry")),
            ],
            options={
                "indexes": [models.Index(fields=["language", "word"], name="search_word_index", opclasses=["varchar_pattern_ops", "varchar_pattern_ops"])],
            },
        ),
    ]
