"""Who opens the screens that this room adds to the admin."""

from site_cms.rights.rules import NATIONAL, picker_rules
from site_cms.rights.table import register_rules

register_rules({"pioneers:*": NATIONAL, "calls:*": NATIONAL, **picker_rules("pioneer_picker")})
