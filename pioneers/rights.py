"""Who opens the screens that this room adds to the admin."""

from site_cms.rights.rules import NATIONAL
from site_cms.rights.table import register_rules

register_rules({"pioneers:*": NATIONAL, "calls:*": NATIONAL})
