"""One small world for all tests of this folder, in a transaction around them; each test gets a copy
of its objects and leaves nothing behind in its tables."""

from copy import deepcopy

import pytest

from tests.database import built_around
from tests.site_wide.permissions.world import World


# The folder is a package for this: its tests share what would be built anew for each module.
@pytest.fixture(scope="package")
def built_world(django_db_setup, django_db_blocker, tmp_path_factory):
    media = str(tmp_path_factory.mktemp("world"))
    with built_around(django_db_blocker, media, World) as world:
        yield world, media


@pytest.fixture
def world(built_world, db, settings, clean_slate):
    world, settings.MEDIA_ROOT = built_world
    return deepcopy(world)
