from importlib import import_module

import pytest
from django.apps import apps
from django.core.management import call_command
from wagtail.models import Locale, Page, Site

from home.models import HomePage

take_over = import_module("home.migrations.0002_take_over_placeholder").take_over_placeholder


def test_a_fresh_database_has_one_french_home_page_at_the_root_of_the_site(db, client):
    page = HomePage.objects.get()
    site = Site.objects.get()
    assert site.is_default_site and site.root_page.specific == page
    assert page.url == "/" and page.live
    assert page.locale == Locale.objects.get()
    assert page.locale.language_code == "fr"
    assert Page.objects.count() == 2
    assert client.get("/").status_code == 200


def test_taking_over_the_placeholder_again_changes_nothing(db):
    page = HomePage.objects.get()
    page.title = "Corrigé"
    page.save()
    take_over(apps, None)
    assert HomePage.objects.get().title == "Corrigé"


def test_no_migration_is_missing(db):
    try:
        call_command("makemigrations", check=True, dry_run=True, verbosity=0)
    except SystemExit:
        pytest.fail("models have changed: run manage.py makemigrations")


def test_the_tree_of_a_fresh_database_is_sound(db):
    assert Page.find_problems() == ([], [], [], [], [])
