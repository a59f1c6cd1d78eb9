"""Whether people may come in by ProConnect."""

from django import template

from site_cms.accounts.proconnect import is_offered

register = template.Library()
register.simple_tag(is_offered, name="proconnect_offered")
