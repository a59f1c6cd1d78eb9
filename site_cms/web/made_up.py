"""What no form, link or script of the admin sends is refused at its door.

Wagtail reads some fields without checking them: a number with `int()`, a key as it is, JSON. They
are named here and looked at before the view, so that an error in a view is an error.
"""

import json
import re

from django.core.exceptions import BadRequest

# Keys of this project's tables are numbers, and no database has larger ones.
KEY = re.compile(r"[0-9]{1,18}")
KEYS = {
    *("pk", "object_id", "id", "childOf", "target_pages[]", "selected-submissions"),
    *("collection_id", "parent_page_id"),
    *("overwrite_revision_id", "loaded_revision_id", "revision_id"),
    *("p", "offset"),
}
# Of these an empty one is none either.
NEEDED = {"new_parent_page"}
# What choosers are asked for: types of pages, a language (in reports, the key of one).
NAMED = {
    "page_type": re.compile(r"[a-z]\w*\.\w+(,[a-z]\w*\.\w+)*", re.ASCII),
    "locale": re.compile(r"[a-z]{2,3}(-\w{2,8})*|all|[0-9]{1,18}", re.ASCII),
}
# "id" may also be all of a list, or the name of a block.
OTHER_NAMES = re.compile(r"all|blockdef-\d{1,9}")
# No filter or place in a list is larger either; words that are looked for may be.
TOO_LARGE = re.compile(r"[0-9]{19,}")
SOUGHT = {"q", "search", "term"}
# How many parts, columns, rows or lines a form holds, and in which order.
COUNT = re.compile(r".+-(count|order|TOTAL_FORMS|INITIAL_FORMS)")
WORKFLOW_ANSWER = "workflow-action-extra-data"


def refuse_made_up(request):
    """Answer 400 to a request with a key, a number or an answer that is none."""
    named = [(name, str(value)) for name, value in request.resolver_match.kwargs.items()]
    sent = [*named, *_pairs(request.GET), *_pairs(request.POST)]
    is_bounded = not any(map(_is_too_large, _pairs(request.GET)))
    if not is_bounded or not all(_is_readable(name, value) for name, value in sent):
        raise BadRequest("Nothing of the admin sends this")


def _pairs(data):
    return [(name, value) for name, values in data.lists() for value in values]


def _is_too_large(pair):
    name, value = pair
    return name not in SOUGHT and TOO_LARGE.fullmatch(value)


def _is_readable(name, value):
    if name == WORKFLOW_ANSWER:
        return _is_answer(value)
    if name in NEEDED or COUNT.fullmatch(name):
        return bool(KEY.fullmatch(value))
    if name in NAMED and value:
        return bool(NAMED[name].fullmatch(value))
    if name not in KEYS or (not value and name != "id"):
        return True
    return bool(KEY.fullmatch(value) or (name == "id" and OTHER_NAMES.fullmatch(value)))


def _is_answer(value):
    """Whether it is what the dialog of a workflow sends: a comment, or nothing."""
    try:
        answer = json.loads(value)
    except ValueError:
        return False
    return isinstance(answer, dict) and answer.keys() <= {"comment"}
