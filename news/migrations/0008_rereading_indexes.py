from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("news", "0007_indexes"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="newspage",
            index=models.Index(fields=["review_by"], condition=models.Q(("review_by__isnull", False)), name="news_reread"),
        ),
        migrations.AddIndex(
            model_name="newspage",
            index=models.Index(fields=["archived_on"], condition=models.Q(("archived_on__isnull", False)), name="news_archived"),
        ),
    ]
