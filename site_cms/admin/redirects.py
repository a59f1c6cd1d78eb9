"""Redirects in the admin: the form, and a table of former addresses brought in at once.

They stand at the addresses of Wagtail's own screens, which take any address for a target and refuse
the tables that French spreadsheets write.
"""

import csv
from dataclasses import dataclass, field
from io import StringIO
from urllib.parse import urljoin, urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import FileExtensionValidator, URLValidator
from django.db.models import F
from django.urls import path, reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail import hooks
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.contrib.redirects.forms import RedirectForm
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.redirects.views import CreateView, EditView
from wagtail.log_actions import log
from wagtail.models import Page
from wagtail.permission_policies import ModelPermissionPolicy

from site_cms.admin.trace import IMPORT
from site_cms.public.redirects import BATCH, Targets, query_parts
from site_cms.publications.what_counts import has_changed

SIZE_LIMIT, LINE_LIMIT, CELL_LIMIT = 2 * 1024 * 1024, 5_000, 100_000
PATH_LIMIT = 255
_HEADINGS = ("ancienne", "old", "from", "de", "source")
_is_address = URLValidator(schemes=["http", "https"])


# --- One redirect ---------------------------------------------------------------------------------


class CheckedRedirectForm(RedirectForm):
    """Wagtail's form; an address of ours becomes the page that stands there, or is refused."""

    def clean(self):
        super().clean()
        link = self.cleaned_data.get("redirect_link")
        if self.cleaned_data.get("redirect_page") or not link:
            return self.cleaned_data
        try:
            page, link = target_of(link, Targets([link]))
        except ValidationError as error:
            raise ValidationError({"redirect_link": error}) from error
        self.cleaned_data |= {"redirect_page": page, "redirect_link": link}
        return self.cleaned_data


class RedirectCreateView(CreateView):
    form_class = CheckedRedirectForm


class RedirectEditView(EditView):
    form_class = CheckedRedirectForm


def target_of(address: str, targets: Targets) -> tuple:
    """Return the page an address stands for, or the address itself; refuse one that leads nowhere.

    A page is followed wherever it moves, unless the address says more than the page.
    """
    if targets.is_ours(address):
        page = targets.page_at(address)
        if page is None and not targets.is_answered(address):
            message = _("Aucune page n’est en ligne à l’adresse « %(address)s ».")
            raise ValidationError(message % {"address": address})
        if page is not None and not (urlsplit(address).query or urlsplit(address).fragment):
            return page, ""
        address = urljoin(targets.base, address)
    _check_address(address)
    return None, address


def _check_address(address):
    try:
        _is_address(address)
    except ValidationError as error:
        raise ValidationError(_("La nouvelle adresse n’est pas une adresse.")) from error
    if len(address) > PATH_LIMIT:
        raise ValidationError(_("La nouvelle adresse est trop longue."))


# --- A table of them ------------------------------------------------------------------------------


@dataclass
class Line:
    """One line of the table: where it stands, what it says, and what is wrong with it."""

    number: int
    old: str
    new: str
    problem: str = ""
    old_path: str = ""
    page: Page | None = None
    link: str = ""

    @property
    def target(self) -> tuple:
        return (self.page.pk if self.page else None, self.link)


@dataclass
class Report:
    """What became of the lines of a table."""

    created: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: list[Line] = field(default_factory=list)


class ImportForm(forms.Form):
    table = forms.FileField(
        label=gettext_lazy("Tableau au format CSV"),
        validators=[FileExtensionValidator(["csv", "txt"])],
        help_text=gettext_lazy("2 Mo et 5 000 lignes au plus."),
    )
    only_check = forms.BooleanField(
        label=gettext_lazy("Vérifier seulement, sans rien enregistrer"), required=False
    )

    def clean_table(self):
        table = self.cleaned_data["table"]
        if table.size > SIZE_LIMIT:
            raise ValidationError(_("Ce fichier dépasse 2 Mo : partagez-le en plusieurs."))
        try:
            rows = read_rows(decoded(table.read()))
        except csv.Error as error:
            raise ValidationError(_("Ce fichier n’est pas un tableau CSV.")) from error
        if not rows:
            raise ValidationError(_("Ce fichier ne contient aucune ligne."))
        if len(rows) > LINE_LIMIT:
            raise ValidationError(_("Ce fichier dépasse 5 000 lignes : partagez-le en plusieurs."))
        return rows


def decoded(content: bytes) -> str:
    """Return the text of a table as a spreadsheet writes it: UTF-8, or Windows' own."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def read_rows(text: str) -> list[Line]:
    """Return the lines that hold something, without the headings."""
    first = text.partition("\n")[0]
    separator = max(";\t,", key=first.count)
    rows = csv.reader(StringIO(text, newline=""), delimiter=separator)
    lines = []
    for row in rows:
        # csv's own limit is one for the whole process, which other packages move.
        if any(len(cell) > CELL_LIMIT for cell in row):
            raise csv.Error("a cell too long for an address")
        cells = [cell.strip() for cell in row]
        is_heading = rows.line_num == 1 and cells and cells[0].lower().startswith(_HEADINGS)
        if any(cells) and not is_heading:
            lines.append(Line(rows.line_num, *(cells + ["", ""])[:2]))
    return lines


def bring_in(lines: list[Line], *, only_check: bool = False) -> Report:
    """Make, or bring up to date, the redirects of a table; lines with a problem are left out."""
    targets = Targets([address for line in lines for address in (line.new, line.old)])
    seen = {}
    for line in lines:
        line.problem = _problem_of(line, targets) or _contradiction(line, seen)
    report = Report(refused=[line for line in lines if line.problem])
    sound = {line.old_path: line for line in lines if not line.problem}
    existing = _existing(list(sound))
    created = [
        _as_redirect(Redirect(), line) for path, line in sound.items() if path not in existing
    ]
    differing = [redirect for path, redirect in existing.items() if _differs(redirect, sound[path])]
    report.created, report.changed = len(created), len(differing)
    report.unchanged = len(lines) - len(report.refused) - len(created) - len(differing)
    if not only_check:
        # In bulk, nobody is told of it.
        has_changed(Redirect)
        Redirect.objects.bulk_create(created, batch_size=BATCH)
        changed = [_as_redirect(redirect, sound[redirect.old_path]) for redirect in differing]
        names = ["redirect_page", "redirect_link", "is_permanent", "automatically_created"]
        Redirect.objects.bulk_update(changed, names, batch_size=BATCH)
    return report


def _problem_of(line, targets) -> str:
    """What keeps the line from being a redirect, in words; what it means is noted on it."""
    if not line.old or not line.new:
        return _("Il manque l’ancienne ou la nouvelle adresse.")
    try:
        line.old_path = _old_path(line.old, targets)
        line.page, line.link = target_of(line.new, targets)
    except ValidationError as error:
        return error.messages[0]
    except ValueError:
        return _("Cette adresse est mal formée.")
    return ""


def _old_path(address, targets) -> str:
    """Return the former address as it will be looked up; refuse one that never will be."""
    parts = urlsplit(address)
    path = Redirect.normalise_path(f"{parts.path}?{'&'.join(query_parts(parts.query))}")
    if not path.isprintable() or len(path) > PATH_LIMIT:
        raise ValidationError(
            _("L’ancienne adresse est trop longue, ou contient des caractères invisibles.")
        )
    if path == "/":
        raise ValidationError(_("La page d’accueil ne peut pas être redirigée."))
    if targets.page_at(path):
        raise ValidationError(
            _("Une page est en ligne à l’ancienne adresse : elle passerait avant.")
        )
    return path


def _contradiction(line, seen) -> str:
    """An address twice in the table must lead to one place; a line repeated is no problem."""
    before = seen.setdefault(line.old_path, line)
    if before.target == line.target:
        return ""
    return _("La ligne %(number)d donne une autre destination à cette ancienne adresse.") % {
        "number": before.number
    }


def _existing(paths) -> dict:
    """The redirects there are for these paths; one of this site goes before one of all sites."""
    found = {}
    for start in range(0, len(paths), BATCH):
        rows = Redirect.objects.filter(old_path__in=paths[start : start + BATCH])
        rows = rows.order_by(F("site").asc(nulls_first=True))
        found |= {redirect.old_path: redirect for redirect in rows}
    return found


def _as_redirect(redirect, line):
    redirect.old_path = line.old_path
    redirect.redirect_page, redirect.redirect_link = line.page, line.link
    redirect.is_permanent, redirect.automatically_created = True, False
    return redirect


def _differs(redirect, line) -> bool:
    return (redirect.redirect_page_id, redirect.redirect_link) != line.target


class ImportView(PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView):
    template_name = "site_cms/admin/redirect_import.html"
    form_class = ImportForm
    permission_policy = ModelPermissionPolicy(Redirect)
    permission_required = "add"
    page_title = gettext_lazy("Importer des redirections")
    header_icon = "redirect"
    success_url = reverse_lazy("wagtailredirects:index")

    def get_breadcrumbs_items(self):
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse("wagtailredirects:index"), "label": _("Redirections")},
            {"url": "", "label": self.page_title},
        ]

    def form_valid(self, form):
        """Show what became of each line, on the same screen."""
        only_check = form.cleaned_data["only_check"]
        report = bring_in(form.cleaned_data["table"], only_check=only_check)
        if not only_check and (report.created or report.changed):
            self._note(report, form.files["table"].name)
        context = self.get_context_data(form=ImportForm(), report=report, only_check=only_check)
        return self.render_to_response(context)

    def _note(self, report, name):
        change = _("%(created)d redirections créées, %(changed)d modifiées") % {
            "created": report.created,
            "changed": report.changed,
        }
        log(self.request.user, IMPORT, title=name[:100], data={"changes": [change]})


@hooks.register("register_admin_urls")
def replace_views():
    return [
        path("redirects/add/", RedirectCreateView.as_view(), name="redirect_add"),
        path("redirects/<int:redirect_id>/", RedirectEditView.as_view(), name="redirect_edit"),
        path("redirects/import/", ImportView.as_view(), name="redirect_import"),
    ]
