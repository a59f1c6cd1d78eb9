"""Which writing changes what the public reads: all of it, but of the models named here.

A model nobody thought of counts. `tests/site_cms/publications/test_what_counts.py` asks for an
answer on each model of the project and of its dependencies.
"""

from django.apps import apps
from django.db.models.signals import m2m_changed, post_delete, post_save
from django.dispatch import Signal
from wagtail.signals import page_slug_changed, page_unpublished, post_page_move

from .counter import raise_counter

# Drafts, reviews and translations under way: a publication brings them to the public.
_AT_WORK = {
    *("wagtailcore.Revision", "wagtailcore.Comment", "wagtailcore.CommentReply"),
    *("wagtailcore.PageSubscription", "wagtailcore.TaskState", "wagtailcore.WorkflowState"),
    *("wagtailcore.Workflow", "wagtailcore.WorkflowTask", "wagtailcore.WorkflowPage"),
    *("wagtailcore.WorkflowContentType", "wagtailcore.Task", "wagtailcore.GroupApprovalTask"),
    *("wagtailcore.GroupApprovalTask_groups", "wagtailcore.UploadedFile"),
    *("wagtailadmin.EditingSession", "wagtailadmin.FormState", "wagtailadmin.Admin"),
    *("wagtail_localize.TranslatableObject", "wagtail_localize.TranslationSource"),
    *("wagtail_localize.Translation", "wagtail_localize.TranslationLog"),
    *("wagtail_localize.String", "wagtail_localize.TranslationContext"),
    *("wagtail_localize.StringTranslation", "wagtail_localize.Template"),
    *("wagtail_localize.SegmentOverride", "wagtail_localize.StringSegment"),
    *("wagtail_localize.TemplateSegment", "wagtail_localize.RelatedObjectSegment"),
    *("wagtail_localize.OverridableSegment", "wagtail_localize.LocaleSynchronization"),
    "site_cms.Lateness",
}
# Who may do what in the admin, who did it, who comes in.
_STAFF = {
    *("site_cms.User", "site_cms.User_groups", "site_cms.User_user_permissions"),
    *("wagtailusers.UserProfile", "auth.Group_permissions", "auth.Permission"),
    *("wagtailcore.GroupPagePermission", "wagtailcore.GroupCollectionPermission"),
    *("wagtailcore.GroupSitePermission", "wagtailcore.PageLogEntry", "wagtailcore.ModelLogEntry"),
    *("site_cms.AccountSession", "site_cms.GuessBucket", "sessions.Session"),
    *("account.EmailAddress", "account.EmailConfirmation", "mfa.Authenticator"),
    *("usersessions.UserSession", "socialaccount.SocialAccount", "socialaccount.SocialApp"),
    *("socialaccount.SocialToken", "contenttypes.ContentType"),
}
# What the site writes down for itself, or receives.
_NOTES = {
    *("wagtailcore.ReferenceIndex", "wagtailsearch.IndexEntry"),
    *("wagtailsearch.SQLiteFTSIndexEntry", "wagtailforms.FormSubmission", "site_cms.SearchMiss"),
    *("site_cms.ScheduleRun", "site_cms.ScheduleFailure", "site_cms.Publication"),
    *("site_cms.OutgoingMail", "site_cms.WorkerPulse", "django_tasks_database.DBTaskResult"),
    # Made by the first reader of a page, who sees it already.
    *("site_cms.SiteRendition", "wagtailimages.Rendition", "wagtailembeds.Embed"),
}
# Sent in the transaction of the change, for what has to follow it elsewhere than in this database.
public_change = Signal()
NOT_READ = {label.lower() for label in _AT_WORK | _STAFF | _NOTES}
# Of a page, what is kept on it for the admin.
DRAFT_FIELDS = {
    *("draft_title", "has_unpublished_changes", "latest_revision", "latest_revision_created_at"),
    *("locked", "locked_at", "locked_by", "go_live_at"),
}


def counts(model) -> bool:
    # A migration writes to models of the past, perhaps before there is a counter.
    return model._meta.apps is apps and model._meta.label_lower not in NOT_READ


def has_changed(sender, instance=None, **_signal):
    """Say that what the public reads has changed: by `instance`, or by something of its kind."""
    raise_counter()
    public_change.send(sender, instance=instance)


def _saved(sender, instance, update_fields=None, raw=False, **kwargs):
    is_draft = update_fields and DRAFT_FIELDS.issuperset(update_fields)
    if counts(sender) and not raw and not is_draft:
        has_changed(sender, instance)


def _changed(sender, instance, **kwargs):
    if counts(sender):
        has_changed(sender, instance)


def connect():
    post_save.connect(_saved)
    post_delete.connect(_changed)
    m2m_changed.connect(_changed)
    # Moves write the tree without saving its pages.
    for signal in (post_page_move, page_slug_changed, page_unpublished):
        signal.connect(has_changed)
