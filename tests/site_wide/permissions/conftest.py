"""One small world for each module of tests, in a transaction around them; each test gets a copy of
its objects and leaves nothing behind in its tables."""

from copy import deepcopy

import pytest
from django.db import transaction
from django.test import override_settings
from django.utils import translation

from tests.site_wide.permissions.world import World


@pytest.fixture(scope="module")
def built_world(django_db_setup, django_db_blocker, tmp_path_factory):
    """Making it takes more than a second: too long for every test anew."""
    media = str(tmp_path_factory.mktemp("world"))
    around = transaction.atomic()
    in_french = translation.override("fr")
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=media), in_french:
        around.__enter__()
        world = World()
    yield world, media
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        around.__exit__(None, None, None)


@pytest.fixture
def world(built_world, db, settings, clean_slate):
    world, settings.MEDIA_ROOT = built_world
    return deepcopy(world)
