"""Who opens the screens that this room adds to the admin, and who may change which region a page is
for; who writes and publishes it: site_cms/rights/roles.py.
"""

from site_cms.rights.roles import COMMUNICATION, register_rights, rights_on
from site_cms.rights.rules import ANYBODY, FILTERED, own_posted, picker_rules
from site_cms.rights.table import register_rules

register_rules(
    {
        "territories:*": FILTERED,
        "territories:choose_parent": own_posted("parent_page"),
        **picker_rules("territory_picker"),
        # The official list of communes is nobody's content.
        "communes": ANYBODY,
    }
)
# Which of the eighteen regions a page is for: it decides whose page it is.
register_rights(COMMUNICATION, *rights_on("territories.regionteam", "change"))
