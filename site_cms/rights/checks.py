"""`manage.py check` names every address of the admin that nobody has a rule for: it is refused."""

from collections.abc import Iterator

from django.core.checks import Warning as CheckWarning
from django.core.checks import register
from django.urls import URLResolver, get_resolver

from site_cms.rights.table import rule_for

ADMIN = "admin/"


@register
def check_rules(app_configs, **kwargs) -> list[CheckWarning]:
    """Name the addresses that only superusers reach, since no line of the table is for them."""
    return [
        CheckWarning(
            f"No rule says who may open « {name} » in the admin: all but superusers are refused.",
            hint=f'Register one in the rights.py of its room: register_rules({{"{name}": …}}).',
            id="site_cms.W210",
        )
        for name in sorted(set(_names(get_resolver().url_patterns)))
        if rule_for(name) is None
    ]


def _names(patterns, address="", namespaces=()) -> Iterator[str]:
    for pattern in patterns:
        whole = f"{address}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            inside = (*namespaces, pattern.namespace) if pattern.namespace else namespaces
            yield from _names(pattern.url_patterns, whole, inside)
        elif whole.startswith(ADMIN):
            yield ":".join((*namespaces, pattern.name or ""))
