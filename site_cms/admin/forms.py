"""What editors see of public forms: their list, what has come in, and those that warn nobody."""

from datetime import datetime, timedelta
from urllib.parse import quote

from django.db.models import Case, Count, FloatField, Max, Q, When
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast
from django.db.models.lookups import Regex
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import cached_property, classproperty
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.tables import LocaleColumn
from wagtail.contrib.forms.models import FormSubmission
from wagtail.contrib.forms.views import FormPagesListView, SubmissionsListView
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from site_cms.admin.desk import DeskPanel, Entry, add_to_desk, format_moment, other_language
from site_cms.models import PublicFormPage
from site_cms.models.answers import NUMBER, as_number, in_words
from site_cms.models.pages import page_types
from site_cms.rights.boundary import boundary_for
from site_cms.words.durations import WHAT, duration
from site_cms.words.french import in_french
from site_cms.words.sorting import NameKey

RECENT = timedelta(days=7)
# Columns of the list that are no questions.
OWN_COLUMNS = ("id", "submit_time")
NUMBER_PATTERN = r"^-?[0-9]+(\.[0-9]+)?$"


class FormListView(FormPagesListView):
    @classproperty
    def columns(self):
        found = list(super().columns)
        found.insert(2, LocaleColumn(label=_("Langue")))
        return found


class AnswersView(SubmissionsListView):
    """What a form has collected, told as people say it, on the screen and in files.

    Every column sorts; whoever left an address can be answered from here.
    """

    results_template_name = "site_cms/admin/answers.html"

    @property
    def orderable_fields(self):
        return [*OWN_COLUMNS, *(name for name, label in self._columns)]

    def get_ordering(self):
        wanted = self.get_validated_ordering().items()
        chosen = [
            f"{prefix}{name}" if name in OWN_COLUMNS else self._order(name, prefix)
            for name, (prefix, _label) in wanted
        ]
        return [*chosen, "-submit_time", "-pk"]

    def _order(self, name, prefix):
        """By what was answered: numbers by their size, texts as a reader looks them up."""
        text = KeyTextTransform(name, "form_data")
        number = When(Regex(text, NUMBER_PATTERN), then=Cast(text, FloatField()))
        key = Case(number) if self._kinds.get(name) == NUMBER else NameKey(text)
        return key.desc(nulls_last=True) if prefix else key.asc(nulls_last=True)

    @cached_property
    def _columns(self):
        return self.form_page.get_data_fields()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        kept = self.form_page.kept_as
        context["kept"] = _("Conservation des réponses\u00a0: %(duration)s %(since)s.") % {
            "duration": duration(kept),
            "since": WHAT[kept][1],
        }
        kinds = self._kinds
        names = [name for name, label in self._columns]
        for row in context.get("data_rows", ()):
            cells = zip(names, row["fields"], strict=True)
            row["fields"] = [self._shown(value, kinds.get(name)) for name, value in cells]
        return context

    def to_row_dict(self, item):
        """Numbers and moments stay what a spreadsheet counts and sorts."""
        kinds = self._kinds
        row = super().to_row_dict(item)
        for name, value in row.items():
            if kinds.get(name) == NUMBER:
                row[name] = as_number(value)
            elif isinstance(value, bool | list):
                row[name] = in_words(value)
        return row

    @cached_property
    def _kinds(self):
        questions = self.form_page.get_form_fields()
        return {question.clean_name: question.field_type for question in questions}

    def _shown(self, value, kind):
        if kind == "email" and value:
            return self._answerable(value)
        return format_moment(value) if isinstance(value, datetime) else in_words(value, kind)

    def _answerable(self, address):
        """The address, and a way to write to it."""
        subject = quote(f"Re: {self.form_page.subject or self.form_page.title}")
        return format_html(
            '{} <a class="button button-small button-secondary" href="mailto:{}?subject={}">{}</a>',
            *(address, quote(str(address), safe="@"), subject, _("Répondre")),
        )


PublicFormPage.submissions_list_view_class = AnswersView


# Before Wagtail's own, whose names still lead here.
@hooks.register("register_admin_urls", order=-10)
def replace_list():
    view = FormListView
    return [
        path("forms/", view.as_view(), name="form_list"),
        path("forms/results/", view.as_view(results_only=True), name="form_list_results"),
    ]


class MessagesPanel(DeskPanel):
    """For those who read what forms collect: what has come in lately, form by form."""

    name, order, icon = "messages", 35, "mail"
    heading = _("Messages reçus")
    help_text = _("Par les formulaires du site, depuis sept jours.")

    def find(self):
        if not self.boundary.is_national:
            return []
        recent = FormSubmission.objects.filter(submit_time__gte=timezone.now() - RECENT)
        counts = recent.values("page").annotate(count=Count("pk"), last=Max("submit_time"))
        counts = list(counts.order_by("-last")[: self.limit + 1])
        pages = Page.objects.select_related("locale").in_bulk([row["page"] for row in counts])
        return [self._entry(pages[row["page"]], row) for row in counts]

    def _entry(self, page, row):
        count = ngettext("%(count)s message", "%(count)s messages", row["count"]) % row
        last = _("Le dernier le %(when)s") % {"when": format_moment(row["last"])}
        url = reverse("wagtailforms:list_submissions", args=[page.pk])
        return Entry(page.get_admin_display_title(), url, count, last, other_language(page))


class MissingRecipientsPanel(Component):
    """Forms that are open to answers of which nobody is told by mail."""

    name, order = "missing_recipients", 51
    template_name = "site_cms/admin/missing_recipients.html"

    def __init__(self, pages):
        super().__init__()
        self.pages = pages

    def get_context_data(self, parent_context):
        return {"pages": self.pages}


def without_recipient() -> list[PublicFormPage]:
    """Return the French pages whose form is open and has no address to write to."""
    kinds = [kind for kind in page_types() if issubclass(kind, PublicFormPage)]
    french = Q(in_french(), to_address="")
    pages = [p for kind in kinds for p in kind.objects.live().filter(french).defer_streamfields()]
    return [page for page in pages if page.accepts_submissions()]


@hooks.register("construct_homepage_panels")
def add_panels(request, panels):
    add_to_desk(request, panels, MessagesPanel)
    may_change = page_permission_policy.user_has_permission(request.user, "change")
    if boundary_for(request.user).is_national and may_change and (pages := without_recipient()):
        panels.append(MissingRecipientsPanel(pages))
