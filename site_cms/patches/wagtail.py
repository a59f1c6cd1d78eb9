"""What is replaced inside Wagtail 7.4 and 8.0."""

from modelcluster.fields import ParentalManyToManyField
from wagtail.actions.move_page import MovePageAction
from wagtail.admin.compare import ListBlockComparison
from wagtail.admin.menu import DismissibleMenuItemMixin
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.admin.rich_text.converters.html_to_contentstate import HtmlToContentStateHandler
from wagtail.admin.signal_handlers import (
    register_signal_handlers,
    workflow_approval_email_notifier,
    workflow_rejection_email_notifier,
    workflow_submission_email_notifier,
)
from wagtail.admin.widgets import BaseChooser
from wagtail.blocks import Block, FieldBlock, ListBlock, PageChooserBlock, StreamBlock, StructBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.views.chooser import ImageChosenResponseMixin
from wagtail.models import Page, ReferenceIndex, TaskState, WorkflowState
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.signals import (
    task_submitted,
    workflow_approved,
    workflow_rejected,
    workflow_submitted,
)

from site_cms.database import references
from site_cms.patches import threads
from site_cms.patches.ground import Receiver, Replaced, instead
from site_cms.rights.comparisons import list_value, named
from site_cms.rights.reader import chosen_with_faults, told_choice, told_page_name
from site_cms.tasks.addresses import follow_change
from site_cms.tasks.workflow_mail import NearestReviewersNotifier, WithTheAct
from site_cms.web.scripts import render_chooser

# --- What the screen tells its reader: rights/reader.py, rights/comparisons.py --------------------

READER = [
    Replaced(
        owner=Page,
        name="get_admin_display_title",
        by=told_page_name,
        why="Every screen, report and API of the admin names a page by its draft, to everybody.",
        seen={"7.4, 8.0": "7e3f029c5a80"},
        guards_boundary=True,
    ),
    Replaced(
        owner=BaseChooser,
        name="get_value_data",
        by=told_choice,
        why="Choosers show the title and picture of whatever a field holds, to everybody.",
        seen={"7.4, 8.0": "f2b5951f352f"},
        rests_on=((BaseChooser, "get_instance"),),
        guards_boundary=True,
    ),
    Replaced(
        owner=ImageChosenResponseMixin,
        name="get_chosen_response_data",
        by=chosen_with_faults,
        why="A picture too small, or named like a file, is said so when it is chosen.",
        seen={"7.4, 8.0": "b1d0b2210bc0"},
    ),
    Replaced(
        owner=ListBlockComparison,
        name="htmlvalue",
        by=instead(list_value),
        why="Versions side by side show lists as the public would read them, foreign names too.",
        seen={"7.4, 8.0": "9f4c376c3291"},
        guards_boundary=True,
    ),
    *(
        Replaced(
            owner=chooser,
            name="render_basic",
            by=named,
            why="Versions side by side name what a block refers to as it looks without a template.",
            seen={"7.4, 8.0": "8205c64cdcfb"},
            guards_boundary=True,
        )
        for chooser in (PageChooserBlock, DocumentChooserBlock)
    ),
]

# --- What threads share: threads.py ---------------------------------------------------------------

THREADS = [
    Replaced(
        owner=ContentstateConverter,
        name="from_database_format",
        by=threads.reads_alone,
        why="One reader per widget, for all threads: forms got each other's texts (issue 14573).",
        seen={"7.4, 8.0": "46e6fe374f5f"},
        rests_on=((ContentstateConverter, "__init__"), (HtmlToContentStateHandler, "reset")),
        guards_boundary=True,
    ),
    Replaced(
        owner=FeatureRegistry,
        name="_scan_for_features",
        by=threads.scans_once,
        why="First requests that come together may be given Wagtail's rule for links, and keep it.",
        seen={"7.4, 8.0": "437589e3d4fd"},
        rests_on=((FeatureRegistry, "get_converter_rule"),),
        guards_boundary=True,
    ),
    Replaced(
        owner=Block,
        name="clean_deferred",
        by=instead(threads.clean_draft),
        why="Checking a draft makes the fields of shared blocks optional, for everybody.",
        seen={"7.4, 8.0": "71ffd3bdfb73"},
        rests_on=(
            *((Block, name) for name in ("defer_required_validation", "clean")),
            *((StreamBlock, name) for name in ("defer_required_validation", "clean")),
            *((StructBlock, name) for name in ("defer_required_validation", "clean")),
            *((ListBlock, name) for name in ("defer_required_validation", "clean")),
        ),
    ),
    Replaced(
        owner=Block,
        name="is_deferred_validation",
        by=threads.is_draft_here,
        why="Whether it is a draft that is checked is known to the thread, not to the block.",
        seen={"7.4, 8.0": "ced160240a6a"},
        rests_on=((Block, "__init__"),),
        is_new=True,
    ),
    Replaced(
        owner=FieldBlock,
        name="clean",
        by=instead(threads.clean_optional),
        why="In a draft the field is optional, and the field is shared: a copy of it is used.",
        seen={"7.4, 8.0": "97a318cef656"},
        rests_on=((FieldBlock, "defer_required_validation"),),
    ),
    Replaced(
        owner=DismissibleMenuItemMixin,
        name="render_component",
        by=threads.shows_own_item,
        why="What one person has dismissed is written on an item that all menus share.",
        seen={"7.4, 8.0": "1463f0f560e5"},
    ),
]

# --- Which scripts run: web/scripts.py ------------------------------------------------------------

SCRIPTS = [
    Replaced(
        owner=BaseChooser,
        name="render",
        by=instead(render_chooser),
        why="The one script that Wagtail writes in Python, out of reach of the templates' nonce.",
        seen={"7.4, 8.0": "abf1f7e9f375"},
        rests_on=((BaseChooser, "render_html"), (BaseChooser, "render_js_init")),
    ),
]

# --- Pages below one that is renamed or moved: tasks/addresses.py ---------------------------------

ADDRESSES = [
    Replaced(
        owner=Page,
        name="_update_descendant_url_paths",
        by=instead(follow_change),
        why="One statement for all pages below keeps them from being saved until the act is over.",
        seen={"7.4": "3b88e1e39c4a", "8.0": "6e7c1880abbb"},
        rests_on=((Page, "save"), (MovePageAction, "_move_page"), (Page, "set_url_path")),
    ),
]

# --- What is used where: database/references.py --------------------------------------------------

RELATIONS = [
    Replaced(
        owner=ParentalManyToManyField,
        name="extract_references",
        by=instead(references.named_by_many),
        why="Uses in relations of many to many are not counted (issue 9629).",
        seen={"7.4, 8.0": "f478278c1c9b"},
        rests_on=((ReferenceIndex, "_extract_references_from_object"),),
        is_new=True,
    ),
]

# --- Who gets mail: tasks/workflow_mail.py --------------------------------------------------------

_CONNECTED = {"7.4, 8.0": "c90b290183f9"}
_MAIL = "Mail that cannot be put down undoes nothing of what it announces."
RECEIVERS = [
    Receiver(
        signal=task_submitted,
        sender=TaskState,
        uid="group_approval_task_submitted_email_notification",
        by=WithTheAct(NearestReviewersNotifier()),
        connects=register_signal_handlers,
        seen=_CONNECTED,
        why=f"Wagtail writes to every group of the task, whosever the page is. {_MAIL}",
        guards_boundary=True,
    ),
    Receiver(
        signal=workflow_submitted,
        sender=WorkflowState,
        uid="workflow_state_submitted_email_notification",
        by=WithTheAct(workflow_submission_email_notifier),
        connects=register_signal_handlers,
        seen=_CONNECTED,
        why=_MAIL,
    ),
    Receiver(
        signal=workflow_rejected,
        sender=WorkflowState,
        uid="workflow_state_rejected_email_notification",
        by=WithTheAct(workflow_rejection_email_notifier),
        connects=register_signal_handlers,
        seen=_CONNECTED,
        why=_MAIL,
    ),
    Receiver(
        signal=workflow_approved,
        sender=WorkflowState,
        uid="workflow_state_approved_email_notification",
        by=WithTheAct(workflow_approval_email_notifier),
        connects=register_signal_handlers,
        seen=_CONNECTED,
        why=_MAIL,
    ),
]

PATCHES = [*READER, *THREADS, *SCRIPTS, *ADDRESSES, *RELATIONS, *RECEIVERS]
