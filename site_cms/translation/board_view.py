"""The board of translations as it is shown, filtered and taken away as a table."""

import csv
from collections import Counter
from urllib.parse import urlencode

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail_localize.views import report

from site_cms.translation.board import Board, Row, State
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
        self._offer("section", [(row.path, row.title) for row in board.sections])
        self._offer("region", [(row.path, row.title) for row in board.regions])
        kinds = sorted({row.kind for row in board.rows})
        self._offer("kind", [(kind, kind.capitalize()) for kind in kinds])
        names = [str(locale) for locale in board.locales]
        self._offer("language", [(name, name) for name in names])
        self._offer("state", State.choices)
        self.is_valid()

    def _offer(self, name, choices):
        every = _("Tous") if name in MASCULINE else _("Toutes")
        self.fields[name].choices = [("", every), *choices]

    def keep(self, rows: list[Row]) -> list[Row]:
        chosen = self.cleaned_data
        under = [chosen.get("section") or "", chosen.get("region") or ""]
        kind = chosen.get("kind")
        return [
            row
            for row in rows
            if all(row.path.startswith(path) for path in under)
            and (not kind or row.kind == kind)
            and any(self._keeps(cell) for cell in row.cells)
        ]

    def _keeps(self, cell):
        wanted = self.cleaned_data.get("state"), self.cleaned_data.get("language")
        return wanted[0] in ("", None, cell.state) and wanted[1] in ("", None, cell.language)


class OwnTranslationsReport(report.TranslationsReportView):
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
        self.rows = self.filters.keep(self.board.rows)
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
        cells = Counter((cell.language, cell.state) for row in self.rows for cell in row.cells)
        names = [str(locale) for locale in self.board.locales]
        return [
            (name, [(state, cells[name, state]) for state in State if cells[name, state]])
            for name in names
        ]

    def _as_csv(self):
        response = HttpResponse(content_type="text/csv; charset=utf-8")
        name = f"traductions-{timezone.localdate():%Y-%m-%d}.csv"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        response.write("\ufeff")
        write = csv.writer(response).writerow
        write(CSV_HEADINGS)
        for row in self.rows:
            for cell in row.cells:
                since = timezone.localdate(cell.since) if cell.since else ""
                texts = [row.title, row.kind, cell.language, cell.state.label]
                write([*map(harmless, map(str, texts)), since, cell.left or ""])
        return response


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
