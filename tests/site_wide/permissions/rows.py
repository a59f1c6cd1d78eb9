"""The database before and after: which rows that are not an account's own have changed."""

from django.apps import apps

# What reading, logging in and working on one's own pages writes.
PASSING = {
    "site_cms.accountsession",
    "site_cms.guessbucket",
    "wagtailcore.pagelogentry",
    "wagtailcore.modellogentry",
    "wagtailcore.referenceindex",
    "wagtailadmin.editingsession",
    "wagtailusers.userprofile",
    "site_cms.siterendition",
}
PASSING_APPS = {"account", "usersessions", "wagtailsearch", "contenttypes"}


def rows():
    """Every row of every table that matters, as {(model, key): row}."""
    found = {}
    for model in apps.get_models(include_auto_created=True):
        options = model._meta
        if options.label_lower not in PASSING and options.app_label not in PASSING_APPS:
            for row in model._base_manager.values():
                found[options.label_lower, row[options.pk.attname]] = row
    return found


class Ownership:
    """Tells whose a row is, in one state of the database."""

    def __init__(self, state, user, own_sides):
        self.user = user
        self.collections = {side.things["collection"].pk for side in own_sides}
        own_paths = [side.pages[name].path for side in own_sides for name in ("region", "twin")]
        pages = {key: row for (model, key), row in state.items() if model == "wagtailcore.page"}
        self.pages = {pk for pk, row in pages.items() if row["path"].startswith(tuple(own_paths))}
        self.states = {
            key
            for (model, key), row in state.items()
            if model == "wagtailcore.workflowstate" and self._is_about_own(row)
        }

    def _is_about_own(self, row):
        return str(row.get("object_id", "")).isdigit() and int(row["object_id"]) in self.pages

    def is_own(self, model, row):
        pages = {value for name, value in row.items() if name.endswith(("page_id", "page_ptr_id"))}
        return any(
            (
                model == "wagtailcore.page" and row["id"] in self.pages,
                model.startswith("news.newspage_") and row.get("newspage_id") in self.pages,
                row.get("page_ptr_id") in self.pages,
                pages and pages <= self.pages and "permission_id" not in row,
                row.get("territory_id") in self.pages,
                model in ("wagtailcore.revision", "wagtailcore.workflowstate")
                and self._is_about_own(row),
                row.get("workflow_state_id") in self.states,
                row.get("collection_id") in self.collections and "permission_id" not in row,
                model == "site_cms.user" and row["id"] == self.user.pk,
                row.get("uploaded_by_user_id") == self.user.pk,
            )
        )


def changed(before, after, user, own_sides):
    """Return the (model, key) of rows that were, or have become, something but the account's own.

    A row counts when it was not the account's and is now different or gone, and when it is new and
    not the account's.
    """
    was = Ownership(before, user, own_sides)
    now = Ownership(after, user, own_sides)
    touched = [
        key for key, row in before.items() if not was.is_own(key[0], row) and after.get(key) != row
    ]
    strange = [
        key for key, row in after.items() if key not in before and not now.is_own(key[0], row)
    ]
    return touched + strange
