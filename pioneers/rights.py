"""Who opens the screens that this room adds to the admin."""

from site_cms.rights.rules import NATIONAL, own_page, picker_rules
from site_cms.rights.table import register_rules

register_rules(
    {
        "pioneers:*": NATIONAL,
        "calls:*": NATIONAL,
        "call_extend": own_page("page_id"),
        **picker_rules("pioneer_picker"),
    }
)
