import pytest

from home.blocks import HomeBlock


@pytest.mark.parametrize("name", HomeBlock().child_blocks)
def test_every_block_has_an_icon_a_description_and_a_preview(name):
    block = HomeBlock().child_blocks[name]
    assert block.meta.icon not in ("", "placeholder")
    assert block.meta.description and block.meta.label
    assert block.is_previewable
