"""Words in templates of packages that no catalogue is asked for.

They are put right in the source, when a template is loaded: `site_cms/web/scripts.py` asks. What a
package has changed meanwhile is left as it is, and told by a test.
"""

_SEARCH = {'value="Search"': 'value="{% trans "Search" %}"'}
_KIND = "{% trans content_perms_dict.object as kind %}"
# What communication staff upload is for all teams, unless they say otherwise.
_NATIONAL = {
    "== selected_collection_id %}": (
        '== selected_collection_id or not selected_collection_id and "National" in display_name %}'
    )
}
REWORDED: dict[str, dict[str, str]] = {
    "wagtailadmin/home.html": _SEARCH,
    "wagtailadmin/shared/header.html": _SEARCH,
    "wagtailimages/multiple/add.html": _NATIONAL,
    "wagtaildocs/multiple/add.html": _NATIONAL,
    # « True »
    "wagtailadmin/tables/boolean_cell.html": {"value|stringformat:'s'": "value|yesno"},
    # A heading made of the name of a column
    "wagtailadmin/tables/column_header.html": {
        "{{ column.label }}": "{% load i18n %}{% trans column.label %}"
    },
    # « None », where nobody published: the clock did
    "wagtailadmin/shared/user_avatar.html": {"{{ user }}": '{{ user|default_if_none:"–" }}'},
    # The name of a model that has none
    "wagtaillocales/edit.html": {
        '{% include "wagtailadmin/shared/header.html"': (
            "{% trans view.get_page_subtitle as subtitle %}"
            '{% include "wagtailadmin/shared/header.html"'
        ),
        "subtitle=view.get_page_subtitle": "subtitle=subtitle",
    },
    # « Can add locale »: names of rights are stored in English
    "wagtailusers/groups/includes/formatted_permissions.html": {
        "{{ content_perms_dict.object|capfirst }}": f"{_KIND}{{{{ kind|capfirst }}}}",
        **{
            f"{{{{ content_perms_dict.{right}.perm.name }}}}": (
                f'{{% trans "{word}" %}} {_KIND}{{{{ kind }}}}'
            )
            for right, word in (("add", "Add"), ("change", "Change"), ("delete", "Delete"))
        },
    },
    "wagtailusers/groups/includes/page_permissions_form.html": {
        "{{ option.choice_label }}": "{% trans option.data.value.instance.name %}"
    },
}


def reworded(name: str, source: str) -> str:
    """Return the source of the template of that name, in the reader's language throughout."""
    for theirs, ours in REWORDED.get(name, {}).items():
        source = source.replace(theirs, ours)
    return source
