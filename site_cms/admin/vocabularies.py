"""The words that all rooms share, in the admin: themes and people."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import LocaleColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from site_cms.models import Person, Theme


class ThemeViewSet(SnippetViewSet):
    model = Theme
    icon = "tag"
    list_display = ["name", LocaleColumn(label=_("Langue")), "slug"]


class PersonViewSet(SnippetViewSet):
    model = Person
    icon = "user"


class VocabularyGroup(SnippetViewSetGroup):
    menu_label = _("Vocabulaires")
    menu_icon = "tag"
    menu_order = 250
    items = (ThemeViewSet, PersonViewSet)


register_snippet(VocabularyGroup)
