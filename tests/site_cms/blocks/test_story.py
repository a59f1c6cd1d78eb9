"""What blocks a kind of page is offered."""

from home.models import ContentPage
from site_cms.models.pages import page_types


def _offered(kind):
    block = kind.body.field.stream_block
    counts = block.meta.block_counts
    return {name for name in block.child_blocks if counts.get(name, {}).get("max_num") != 0}


def test_who_publishes_the_site_is_said_on_content_pages_only():
    kinds = [kind for kind in page_types() if hasattr(kind, "body")]
    assert [k for k in kinds if "publisher_details" in _offered(k)] == [ContentPage]
