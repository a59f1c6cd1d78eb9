"""Two versions of a page side by side: what they refer to is named to whoever reads the screen."""

from django.db.models import ForeignKey, ManyToManyField
from django.utils.html import escape, format_html_join
from wagtail.admin.compare import (
    ForeignObjectComparison,
    M2MFieldComparison,
    get_comparison_class_for_block,
    register_comparison_class,
)

from site_cms.rights.reader import is_told_of, name_for_reader


def _name(item):
    return "" if item is None else name_for_reader(item)


class NamedObjectComparison(ForeignObjectComparison):
    def get_objects(self):
        return [_name(item) for item in super().get_objects()]


class NamedListComparison(M2MFieldComparison):
    def get_item_display(self, item):
        return _name(item)


def named(render):
    def render_basic(block, value, context=None):
        if value is None or is_told_of(value):
            return render(block, value, context)
        return escape(name_for_reader(value))

    return render_basic


def list_value(comparison, val):
    """What is in a list, each by its own comparison; Wagtail shows what the public would read."""
    compare = get_comparison_class_for_block(comparison.block.child_block)
    shown = (
        (compare(one.block, True, True, one.value, one.value).htmlvalue(one.value),)
        for one in comparison.get_blocks_from_value(val)
    )
    return format_html_join("\n", "<div>{}</div>", shown)


register_comparison_class(ForeignKey, comparison_class=NamedObjectComparison)
register_comparison_class(ManyToManyField, comparison_class=NamedListComparison)
