"""One process answers several people at once, in threads: what outlives a request is shared.

Wagtail keeps blocks, widgets and items of menus for as long as the process lives, and in a few
places writes on them what belongs to one request. Here each request writes on a copy of its own,
or where no other thread reads.
"""

from contextlib import contextmanager
from contextvars import ContextVar
from copy import copy
from threading import RLock

from wagtail.hooks import search_for_hooks

_scanning = RLock()
# Whether what is being checked is a draft, from which something may still be missing.
_is_draft: ContextVar[bool] = ContextVar("is_draft", default=False)


def reads_alone(shipped):
    """Read each text with a reader of its own: it keeps what it has read so far.

    Its rules are made once and only read; copying costs nothing beside the reading.
    """

    def from_database_format(converter, html):
        own = copy(converter)
        own.html_to_contentstate_handler = copy(converter.html_to_contentstate_handler)
        return shipped(own, html)

    return from_database_format


def scans_once(shipped):
    """Gather the rules of the text editor in one thread, while the others wait.

    They come hook by hook, Wagtail's own for links before ours, which tells no team of another's
    drafts; a widget keeps the rule it was given for as long as the process lives.
    """

    def _scan_for_features(registry):
        # Modules are loaded first: who loads one may wait for the rules, and we for the module.
        search_for_hooks()
        with _scanning:
            if not registry.has_scanned_for_features:
                shipped(registry)

    return _scan_for_features


@contextmanager
def _checking_a_draft():
    before = _is_draft.set(True)
    try:
        yield
    finally:
        _is_draft.reset(before)


def clean_draft(block, value):
    """Check a draft and say so to this thread only.

    Wagtail says it on the blocks, and makes their fields optional meanwhile: for everybody. Two
    drafts at once left them optional for good, and pages without what they need went online.
    """
    with _checking_a_draft():
        return block.clean(value)


def is_draft_here(_shipped):
    """Ask the thread, whatever is written on the block."""
    return property(lambda block: _is_draft.get(), lambda block, value: None)


def clean_optional(block, value):
    """In a draft, check with a field of its own, which is not required."""
    form_field = block.field
    if block.is_deferred_validation:
        form_field = copy(form_field)
        form_field.required = getattr(block.meta, "required_on_save", False)
    return block.value_from_form(form_field.clean(block.value_for_form(value)))


def shows_own_item(shipped):
    """Write what a person has dismissed on a copy of the item, which all menus share."""

    def render_component(item, request):
        own = copy(item)
        own.attrs = dict(item.attrs)
        return shipped(own, request)

    return render_component
