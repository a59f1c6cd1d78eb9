import pytest

from tests.permissions.world import World


@pytest.fixture
def world(db):
    return World()
