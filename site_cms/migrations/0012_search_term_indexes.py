import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("site_cms", "0011_tasks"),
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
    ]
