"""All that is replaced inside Wagtail, wagtail-localize, Django and gunicorn, a module for
each.

What public hooks reach is done by hooks, where it belongs. What stands here has no hook: each
says why, what it replaces, and what that looked like in the versions it is for (ground.py).
"""

from django.core.checks import register
from wagtail.hooks import search_for_hooks

from site_cms.patches import django, gunicorn, wagtail, wagtail_localize

MODULES = (wagtail, wagtail_localize, django, gunicorn)
PATCHES = [patch for module in MODULES for patch in module.PATCHES]
REMOVED_HOOKS = wagtail_localize.REMOVED_HOOKS


def put_in_place():
    """Once models are loaded: commands need these too."""
    for patch in PATCHES:
        patch.put_in_place()


def remove_hooks():
    """Once hooks are being gathered: loading a package's hooks earlier would change their order."""
    for patch in REMOVED_HOOKS:
        patch.put_in_place()


@register("patches")
def check_ground(app_configs=None, **kwargs):
    search_for_hooks()
    return [error for patch in [*PATCHES, *REMOVED_HOOKS] for error in patch.errors()]
