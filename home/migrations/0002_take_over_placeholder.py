from django.db import migrations


def take_over_placeholder(apps, schema_editor):
    """Turn the welcome page of a fresh Wagtail into our home page, site and locale included."""
    Page = apps.get_model("wagtailcore", "Page")
    HomePage = apps.get_model("home", "HomePage")
    ContentType = apps.get_model("contenttypes", "ContentType")
    placeholder = Page.objects.filter(
        depth=2, numchild=0, content_type__app_label="wagtailcore", content_type__model="page"
    ).first()
    if placeholder is None:
        return
    content_type, _ = ContentType.objects.get_or_create(app_label="home", model="homepage")
    home = HomePage(page_ptr=placeholder, hero_title="French Impact")
    for field in Page._meta.concrete_fields:
        setattr(home, field.attname, getattr(placeholder, field.attname))
    home.content_type = content_type
    home.title = home.draft_title = "French Impact"
    home.save()
    Page.objects.filter(depth=1, title="Root").update(title="Racine", draft_title="Racine")


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0001_initial"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(take_over_placeholder, migrations.RunPython.noop)]
