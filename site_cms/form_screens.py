"""Wagtail's list of pages with a form, with the language of each."""

from django.urls import path
from django.utils.functional import classproperty
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import LocaleColumn
from wagtail.contrib.forms.views import FormPagesListView


class FormListView(FormPagesListView):
    @classproperty
    def columns(self):
        found = list(super().columns)
        found.insert(2, LocaleColumn(label=_("Langue")))
        return found


# Before Wagtail's own, whose names still lead here.
@hooks.register("register_admin_urls", order=-10)
def replace_list():
    view = FormListView
    return [
        path("forms/", view.as_view(), name="form_list"),
        path("forms/results/", view.as_view(results_only=True), name="form_list_results"),
    ]
