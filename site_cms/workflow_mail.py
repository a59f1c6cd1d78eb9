"""Who is told that a page awaits review: those of its own part of the site, and nobody else.

National reviewers may take the place of a region's own publishers; what every region submits would
bury what is submitted to them.
"""

from django.contrib.auth.models import Group
from wagtail.admin.mail import GroupApprovalTaskStateSubmissionEmailNotifier
from wagtail.models import GroupPagePermission, Page, TaskState
from wagtail.signals import task_submitted

from site_cms.models import User

# The name under which Wagtail registers its own notifier.
DISPATCH_UID = "group_approval_task_submitted_email_notification"


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


notify_nearest_reviewers = NearestReviewersNotifier()
task_submitted.disconnect(sender=TaskState, dispatch_uid=DISPATCH_UID)
task_submitted.connect(notify_nearest_reviewers, sender=TaskState, dispatch_uid=DISPATCH_UID)
