"""One person's data, by an e-mail address: for the technical administration, found and erased."""

import json

from django.contrib import messages
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail import hooks
from wagtail.admin.menu import AdminOnlyMenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import log
from wagtail.models import Site

from site_cms.admin.trace import EXPORT
from site_cms.keeping.people import LastAdministrator, Person


class PersonView(WagtailAdminTemplateMixin, TemplateView):
    """The address is sent by POST, so that no log of addresses holds it."""

    template_name = "site_cms/admin/person.html"
    page_title = _("Données d’une personne")
    header_icon = "user"

    def get_breadcrumbs_items(self):
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]

    def post(self, request):
        person = Person(request.POST.get("email", ""))
        act = request.POST.get("act") if person.is_known else ""
        if act == "export":
            return _given_out(person)
        if act == "erase":
            return self._erase(request, person)
        return self.render_to_response(self.get_context_data(person=person))

    def _erase(self, request, person):
        try:
            person.erase()
            messages.success(request, gettext("Les données sont effacées."))
        except LastAdministrator:
            messages.error(
                request,
                gettext(
                    "C’est le seul compte de l’administration technique\u00a0: "
                    "créez-en un autre d’abord."
                ),
            )
        return HttpResponseRedirect(reverse("person_data"))


def _given_out(person):
    text = json.dumps(person.export(), cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)
    # That it was done, and not about whom.
    site = Site.objects.get(is_default_site=True)
    log(site, EXPORT, data={"changes": [gettext("Données d’une personne")]})
    answer = HttpResponse(text, content_type="application/json")
    answer["Content-Disposition"] = 'attachment; filename="donnees.json"'
    return answer


@hooks.register("register_admin_urls")
def add_person():
    return [path("donnees-personnelles/", PersonView.as_view(), name="person_data")]


@hooks.register("register_settings_menu_item")
def offer_person():
    return AdminOnlyMenuItem(
        _("Données d’une personne"),
        reverse("person_data"),
        name="person-data",
        icon_name="user",
        order=900,
    )
