"""Who opens the screens that this room adds to the admin, and who keeps its sections."""

from site_cms.rights.roles import COMMUNICATION, register_rights, rights_on
from site_cms.rights.rules import FILTERED, NATIONAL, own_posted
from site_cms.rights.table import register_rules

register_rules(
    {
        "articles:*": FILTERED,
        "articles:choose_parent": own_posted("parent_page"),
        # Which articles of the regions enter the national lists.
        "national_*": NATIONAL,
    }
)
register_rights(
    COMMUNICATION,
    *rights_on("news.section"),
    *rights_on("news.nationalselection", "change"),
)
