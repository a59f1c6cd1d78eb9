"""Who is told that a page awaits review: those of its own part of the site, and nobody else.

National reviewers may take the place of a region's own publishers; what every region submits would
bury what is submitted to them. Mail is put down with what it announces: both stand, or neither.
Which of Wagtail's own receivers these take the place of: patches/wagtail.py.
"""

import logging

from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.admin.mail import GroupApprovalTaskStateSubmissionEmailNotifier
from wagtail.models import GroupPagePermission, Page

from site_cms.models import User

logger = logging.getLogger(__name__)


class NearestReviewersNotifier(GroupApprovalTaskStateSubmissionEmailNotifier):
    """Write to the groups of the task that hold rights nearest to the page, and to them alone."""

    def get_recipient_users(self, task_state, user=None, **kwargs):
        groups = _nearest(
            task_state.task.specific.groups.all(), task_state.workflow_state.content_object
        )
        people = User.objects.filter(groups__in=groups).distinct()
        return people.exclude(pk=user.pk) if user else people


def _nearest(groups, page):
    if not isinstance(page, Page):
        return groups
    ancestors = page.get_ancestors(inclusive=True)
    depths = GroupPagePermission.objects.filter(group__in=groups, page__in=ancestors)
    depths = dict(depths.order_by("page__depth").values_list("group", "page__depth"))
    nearest = [pk for pk, depth in depths.items() if depth == max(depths.values())]
    return Group.objects.filter(pk__in=nearest) if nearest else groups


class WithTheAct:
    """Put a notifier's mail down in the transaction of what it announces, and never undo that."""

    def __init__(self, notifier):
        self.notifier = notifier

    def __call__(self, instance=None, **kwargs):
        try:
            with transaction.atomic():
                self.notifier(instance, **kwargs)
        except Exception:
            logger.exception("Mail: no notice of %s %s", type(instance).__name__, instance.pk)
