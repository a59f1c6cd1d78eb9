"""The inline scripts of the admin, and the policy under which they run.

Wagtail writes inline scripts in its templates, and one in Python, without a nonce. Here the nonce
is written into the source of a template when it is loaded, before any value is: a script runs if
Wagtail, a package or we wrote it into a template. One that comes in a value (a title, a message, a
text marked as safe) has no nonce, and browsers leave it alone.

What this does not keep out: styles in what is shown, which Wagtail's admin needs; and a value that
a template itself puts, unescaped, inside one of its own scripts.
"""

import re
from pathlib import Path

from csp.constants import NONCE, SELF
from django import forms
from django.conf import settings
from django.forms.renderers import DjangoTemplates
from django.template.loaders import app_directories
from django.utils.functional import cached_property
from django.utils.safestring import SafeString

from site_cms.templatetags.script_tags import script_nonce
from site_cms.words.package_templates import reworded

POLICY = {
    "script-src": [SELF, NONCE],
    "style-src": [SELF, "'unsafe-inline'"],
    "img-src": [SELF, "data:", "blob:"],
}
_INLINE = re.compile(r"<script\b(?![^>]*\bsrc=)")


def with_nonce(source: str) -> str:
    """Return the source of a template whose inline scripts ask for their nonce."""
    return _INLINE.sub("<script{% script_nonce %}", source)


class Loader(app_directories.Loader):
    """Django's loader of the templates of packages, with nonces, and with words that they lack."""

    def get_contents(self, origin):
        return with_nonce(reworded(origin.template_name, super().get_contents(origin)))


class FormRenderer(DjangoTemplates):
    """Django's renderer of forms, which has an engine of its own; Wagtail's dates have scripts."""

    @cached_property
    def engine(self):
        folder = Path(forms.__file__).parent / self.backend.app_dirname
        options = {key: settings.TEMPLATES[0]["OPTIONS"][key] for key in ("loaders", "builtins")}
        params = {"APP_DIRS": False, "DIRS": [folder], "NAME": "djangoforms", "OPTIONS": options}
        return self.backend(params)


def render_chooser(widget, name, value, attrs=None, renderer=None):
    """Wagtail's, which writes the script in Python; what it holds cannot end it."""
    value_data = widget.get_value_data(value)
    html = widget.render_html(name, value_data, attrs)
    script = widget.render_js_init(attrs["id"], name, value_data).replace("<", r"\u003C")
    return SafeString(f"{html}<script{script_nonce()}>{script}</script>")


def under_admin_policy(request, response):
    """Let the answer's scripts run by its nonce; a preview has the policy of public pages."""
    if response.headers.get("Content-Type", "").startswith("text/html"):
        response._csp_replace = POLICY
    return response
