from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("site_cms", "0014_accounts")]

    operations = [
        migrations.CreateModel(
            name="FormerWord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("parameter", models.CharField(max_length=20)),
                ("slug", models.SlugField(max_length=80)),
                ("now", models.SlugField(max_length=80)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("parameter", "slug"), name="former_word_once")
                ],
            },
        ),
    ]
