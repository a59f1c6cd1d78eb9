"""Every address of the admin, with the keys of things the account has no business with."""

import re
from itertools import product

from django.urls import get_resolver, reverse
from wagtail.admin.views.bulk_action.registry import bulk_action_registry

PLACEHOLDER = re.compile(r"<(?:\w+:)?(\w+)>")
PAGE_KEYS = {"page_id", "parent_page_id", "page_to_move_id", "destination_id", "page_pk"}
THING_KEYS = {
    "image_id": "image",
    "document_id": "document",
    "doc_id": "document",
    "revision_id": "revision",
    "task_state_id": "task_state",
    "workflow_state_id": "workflow_state",
    "task_id": "task",
    "workflow_pk": "workflow",
    "session_id": "session",
    "collection_id": "collection",
    "redirect_id": "redirect",
    "translation_id": "translation",
    "translation_source_id": "source",
    "string_segment_id": "string",
}
# What the "pk" of an address is the key of, by how the address begins.
PK_OF = {
    "admin/api/main/pages": "page",
    "admin/api/main/images": "image",
    "admin/api/main/documents": "document",
    "admin/images": "image",
    "admin/documents": "document",
    "admin/collections": "collection",
    "admin/workflows/tasks": "task",
    "admin/workflows": "workflow",
    "admin/users": "author",
    "admin/groups": "group",
}
PAIR = re.compile(r"<\w+:(?:content_type_)?app_(?:label|name)>/<\w+:(?:content_type_)?model_name>")
MODELS = ["news/newspage", "territories/territorypage", "wagtailcore/page"]
BULK_MODELS = {
    ("wagtailcore", "page"): "page",
    ("site_cms", "siteimage"): "image",
    ("site_cms", "sitedocument"): "document",
    ("site_cms", "user"): "author",
}
FIXED = {
    "pair": MODELS,
    "filter_spec": ["original"],
    "action_name": ["approve", "reject", "publish", "copy", "delete"],
    "overridable_segment_id": [1],
    "mode": ["live"],
}
# Views of wagtail-localize whose addresses lead to ours.
REPLACED = {
    f"wagtail_localize:{name}"
    for name in (
        *("submit_page_translation", "update_translations", "upload_pofile", "machine_translate"),
        *("stop_translation", "edit_override"),
        *("translations_report", "translations_report_results"),
    )
}
LEFT_OUT = {"wagtailadmin_logout", "account_logout", *REPLACED}


def admin_urls():
    """Yield (name, pattern) of all admin URLs, as the resolver has them."""
    for name, pattern in _walk(get_resolver()):
        if pattern.startswith("admin/"):
            yield name, pattern


def _walk(resolver, namespaces=(), prefix=""):
    for entry in resolver.url_patterns:
        pattern = prefix + str(entry.pattern).lstrip("^")
        if hasattr(entry, "url_patterns"):
            inner = (*namespaces, entry.namespace) if entry.namespace else namespaces
            yield from _walk(entry, inner, pattern)
        else:
            yield ":".join([*namespaces, entry.name]) if entry.name else "", pattern


def aimed_at(world, side):
    """Yield every address that can be made with a key of that side, or that takes no key.

    A key of one of the account's own things goes with it where an address has room for several.
    """
    for name, pattern in admin_urls():
        if not name or name in LEFT_OUT:
            continue
        if name == "wagtail_bulk_action":
            yield from _bulk(side)
        elif name == "wagtailadmin_pages:revisions_compare":
            yield from _compare(world, side)
        else:
            yield from _filled(pattern, world, side)


def _filled(pattern, world, side):
    keys = PLACEHOLDER.findall(PAIR.sub("<pair>", pattern))
    kinds = [key for key in keys if _kind(pattern, key)]
    sides = product((side, world.own), repeat=len(kinds))
    for combination in sides:
        if kinds and all(one is world.own for one in combination):
            continue
        chosen = dict(zip(kinds, combination, strict=True))
        values = [_values(pattern, key, chosen.get(key), len(kinds) > 1) for key in keys]
        for pick in product(*values):
            yield _with(pattern, pick)


def _with(pattern, values):
    # An app and its model are one pair.
    parts = iter("/".join(map(str, values)).split("/"))
    return "/" + PLACEHOLDER.sub(lambda match: next(parts), PAIR.sub("<pair>/<of>", pattern))


def _kind(pattern, key):
    """Return what a key of an address is the key of, or None for what is no object."""
    if key in PAGE_KEYS or key == "object_id":
        return "page"
    if key == "uploaded_file_id":
        return "image_upload" if "images" in pattern else "document_upload"
    if key == "pk":
        return next((kind for start, kind in PK_OF.items() if pattern.startswith(start)), None)
    return THING_KEYS.get(key)


def _values(pattern, key, side, is_combined):
    kind = _kind(pattern, key)
    if kind == "page":
        return [side.pages["submitted"].pk] if is_combined else [p.pk for p in side.pages.values()]
    if kind:
        return [side.things[kind].pk] if side.things.get(kind) else []
    if key == "pk":
        return [1]
    return FIXED.get(key, ["x"])


def _bulk(side):
    for (app, model), kind in BULK_MODELS.items():
        if kind == "page":
            items = list(side.pages.values())
        else:
            items = [side.things[kind]] if kind in side.things else []
        query = "&".join(f"id={item.pk}" for item in items)
        actions = {
            action.action_type
            for action in bulk_action_registry.get_bulk_actions_for_model(app, model)
        }
        for action in sorted(actions):
            url = reverse("wagtail_bulk_action", args=[app, model, action])
            yield f"{url}?{query}"
            yield f"{url}?id=all"


def _compare(world, side):
    name = "wagtailadmin_pages:revisions_compare"
    revision = side.things["revision"].pk
    for page in side.pages.values():
        yield reverse(name, args=[page.pk, "earliest", "latest"])
    yield reverse(name, args=[world.own.pages["draft"].pk, revision, revision])
    yield reverse(name, args=[side.pages["submitted"].pk, revision, revision])
