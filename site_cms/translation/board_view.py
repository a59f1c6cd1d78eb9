"""The board of translations as it is shown, filtered and taken away as a table."""

import csv
from urllib.parse import urlencode

from django import forms
from django.core.paginator import Paginator
from django.http import StreamingHttpResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy, override
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail_localize.views import report

from site_cms.translation.board import Board, Rows
from site_cms.translation.states import State
from site_cms.translation.work import ICON, TRANSLATE, own_translations
from site_cms.words.cells import harmless

ROWS = 50
CSV_HEADINGS = (
    gettext_lazy("Page"),
    gettext_lazy("Type"),
    gettext_lazy("Langue"),
    gettext_lazy("État"),
    gettext_lazy("En retard depuis"),
    gettext_lazy("À traduire"),
)
# In French, what "all" agrees with.
MASCULINE = ("kind", "state")


class BoardFilters(forms.Form):
    """What of the board is shown; a value nobody offered counts as none."""

    section = forms.ChoiceField(label=gettext_lazy("Rubrique"), required=False)
    region = forms.ChoiceField(label=gettext_lazy("Région"), required=False)
    kind = forms.ChoiceField(label=gettext_lazy("Type"), required=False)
    language = forms.ChoiceField(label=gettext_lazy("Langue"), required=False)
    state = forms.ChoiceField(label=gettext_lazy("État"), required=False)

    def __init__(self, data, board):
        super().__init__(data)
        self.board = board
        self._offer("section", [(page.path, page.draft_title) for page in board.sections])
        self._offer("region", [(page.path, page.draft_title) for page in board.regions])
        self._offer("kind", [(kind, kind.capitalize()) for kind in board.kinds])
        names = [str(locale) for locale in board.locales]
        self._offer("language", [(name, name) for name in names])
        self._offer("state", State.choices)
        self.is_valid()

    def _offer(self, name, choices):
        every = _("Tous") if name in MASCULINE else _("Toutes")
        self.fields[name].choices = [("", every), *choices]

    def keep(self) -> Rows:
        chosen = {name: self.cleaned_data.get(name) or "" for name in self.fields}
        under = [chosen.pop("section"), chosen.pop("region")]
        return self.board.keep(filter(None, under), **chosen)


class TranslationFilters(report.TranslationsReportFilterSet):
    """wagtail-localize's, two of which have no name but that of a variable."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.filters["source_locale"].label = _("Langue d’origine")
        self.filters["target_locale"].label = _("Langue de la traduction")


class OwnTranslationsReport(report.TranslationsReportView):
    filterset_class = TranslationFilters

    def get_queryset(self):
        own = own_translations(self.request.user).values("pk")
        return super().get_queryset().filter(pk__in=own)


class BoardView(WagtailAdminTemplateMixin, TemplateView):
    template_name = "site_cms/admin/translation_board.html"
    page_title = gettext_lazy("Traductions")
    header_icon = ICON

    def get_breadcrumbs_items(self):
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]

    def get(self, request, *args, **kwargs):
        self.board = Board(request.user)
        self.filters = BoardFilters(request.GET, self.board)
        self.rows = self.filters.keep()
        if request.GET.get("export") == "csv":
            return self._as_csv()
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        asked = {name: value for name, value in self.request.GET.items() if name != "p"}
        return super().get_context_data(**kwargs) | {
            "filters": self.filters,
            "languages": [str(locale) for locale in self.board.locales],
            "counts": self._counts(),
            "rows": Paginator(self.rows, ROWS).get_page(self.request.GET.get("p")),
            "asked": urlencode(asked),
        }

    def _counts(self):
        """How many pages of those shown are in each state, by language."""
        return [
            (language, [(state, found[state]) for state in State if found[state]])
            for language, found in self.rows.counts()
        ]

    def _as_csv(self):
        response = StreamingHttpResponse(
            _lines(self.rows, get_language()), content_type="text/csv; charset=utf-8"
        )
        name = f"traductions-{timezone.localdate():%Y-%m-%d}.csv"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response


class _Echo:
    """A file for `csv` that hands over what is written."""

    def write(self, text):
        return text


def _lines(rows, language):
    """Yield the lines of the table, made while it is sent: after the request, in its language."""
    write = csv.writer(_Echo()).writerow
    with override(language):
        yield "\ufeff" + write(map(str, CSV_HEADINGS))
        for row in rows:
            yield "".join(write(_line(row, cell)) for cell in row.cells)


def _line(row, cell):
    since = timezone.localdate(cell.since) if cell.since else ""
    texts = [row.title, row.kind, cell.language, cell.state.label]
    return [*map(harmless, map(str, texts)), since, cell.left or ""]


@hooks.register("register_admin_urls")
def add_board():
    return [path("traductions/", BoardView.as_view(), name="translation_board")]


class BoardMenuItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm(TRANSLATE)


@hooks.register("register_admin_menu_item")
def offer_board():
    return BoardMenuItem(
        gettext_lazy("Traductions"),
        reverse("translation_board"),
        name="translation_board",
        icon_name=ICON,
        order=160,
    )


@hooks.register("construct_reports_menu")
def leave_out_report(request, items):
    """The board says the same, and more."""
    items[:] = [
        item for item in items if item.url != reverse("wagtail_localize:translations_report")
    ]
