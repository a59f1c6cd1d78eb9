"""The ground floor's hooks: each of these modules registers its own as it is loaded."""

from site_cms.admin import (
    conflicts,
    forms,
    guide,
    lists,
    missing_facts,
    panels,
    redirects,
    reviews,
    schedule,
    searches,
    styles,
    trace_report,
    vocabularies,
    workflow_mail,
    writing,
)
from site_cms.public import rich_text
from site_cms.rights import comparisons, editor_links, hooks
from site_cms.translation import board_view, buttons, cascade, flags, publishing, urls
