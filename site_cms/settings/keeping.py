"""What is kept, and how long; backups. Where they lie: base.py."""

# --- What is kept, and how long -----------------------------------------------------------------

# Carried out by `manage.py nightly`, shown under each form and on the page of personal data
# (site_cms/words/durations.py says the words). Months where people count in months, else days.
KEPT = {
    # Answers to the contact form, from when they were sent.
    "messages": {"months": 12},
    # Answers to a call, from its closing; to one that has no end, from when they were sent.
    "applications": {"months": 24},
    # Who did what in the admin.
    "trace": {"months": 12},
    # Earlier versions of pages; the last, and those still to come, stay.
    "revisions": {"months": 36},
    # Who logged in, and who failed to.
    "logins": {"days": 90},
    # What is known of a message that was sent: to whom and when, never its words.
    "mail": {"days": 30},
    # What was searched in vain; nothing of who searched.
    "searches": {"days": 90},
    "backups": {"days": 30},
}

# --- Backups --------------------------------------------------------------------------------------

# A public key of age (`age1…`): backups are sealed for whoever holds the other half.
BACKUP_RECIPIENT = ""
# The file with that other half (`AGE-SECRET-KEY-…`): needed to restore, and nowhere else.
BACKUP_IDENTITY = ""
# Where pg_dump, pg_restore and psql are, if not on the path; not older than the server.
BACKUP_PROGRAMS = ""
# The desk warns of a last backup that is older; None: somebody else makes them.
BACKUP_DUE_HOURS = None

# --- The mirror -----------------------------------------------------------------------------------

# Where all that is public is kept as plain files, for when the site is dead; None: nowhere.
MIRROR_DIR = None
# The desk warns of a whole copy that is older.
MIRROR_DUE_HOURS = 26
