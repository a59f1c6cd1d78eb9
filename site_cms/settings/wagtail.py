"""What Wagtail is told, whatever way the site is run."""

WAGTAIL_SITE_NAME = "French Impact"
WAGTAILADMIN_BASE_URL = "http://127.0.0.1:8000"
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
# Dates are shown and typed as French people write them, whatever the language of the admin.
WAGTAIL_DATE_FORMAT = "%d/%m/%Y"
WAGTAIL_DATETIME_FORMAT = "%d/%m/%Y %H:%M"
WAGTAIL_TIME_FORMAT = "%H:%M"
FORMAT_MODULE_PATH = ["site_cms.formats"]
WAGTAIL_USER_TIME_ZONES = ["Europe/Paris"]
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = True
# What is submitted is the business of those who review it, not of every superuser.
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False
WAGTAILIMAGES_IMAGE_MODEL = "site_cms.SiteImage"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "site_cms.rights.file_forms.TeamDocumentForm"
WAGTAILIMAGES_IMAGE_FORM_BASE = "site_cms.rights.file_forms.WholeImageForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 25_000_000
WAGTAILIMAGES_WEBP_QUALITY = 80
WAGTAILIMAGES_INDEX_PAGE_SIZE = 30
WAGTAILDOCS_DOCUMENT_MODEL = "site_cms.SiteDocument"
WAGTAILDOCS_EXTENSIONS = [
    *("csv", "docx", "ics", "mp4", "odp", "ods", "odt"),
    *("pdf", "pptx", "webm", "vtt", "xlsx", "zip"),
]
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILEMBEDS_FINDERS = []
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "site_cms.search.admin_backend", "SEARCH_CONFIG": "french"}
}
WAGTAILADMIN_RICH_TEXT_EDITORS = {
    "default": {
        "WIDGET": "site_cms.web.text_editor.RichTextArea",
        "OPTIONS": {"features": ["bold", "italic", "ol", "ul", "link", "document-link"]},
    },
}
TAGGIT_CASE_INSENSITIVE = True
# Where pages stood is noted by the site: a row for each rename, whatever is below the page.
WAGTAILREDIRECTS_AUTO_CREATE = False
